package resolve

import (
	"cmp"
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// entities makes an entity of each stand that has uses, those of bearers first.
func (s *short) entities() []Entity {
	main := s.mainStands()
	var out []Entity
	for _, st := range s.stands {
		if len(st.uses) > 0 && (st.bearer >= 0 || slices.ContainsFunc(st.uses, func(u use) bool { return s.names[u.name].Entity })) {
			out = append(out, s.entity(st, main))
		}
	}
	return out
}

// mainStands gives for each name the stand that most of its uses have, of several
// the one that has that of least lot: it takes those outside of the sample.
func (s *short) mainStands() map[int]*stand {
	type share struct {
		uses  int
		first use
	}
	most, main := map[int]share{}, map[int]*stand{}
	for _, st := range s.stands {
		has := map[int]share{}
		for _, u := range st.uses {
			x, met := has[u.name]
			if !met || s.compare(u, x.first) < 0 {
				x.first = u
			}
			has[u.name] = share{x.uses + 1, x.first}
		}
		for name, x := range has {
			if m, met := most[name]; !met || x.uses > m.uses || x.uses == m.uses && s.compare(x.first, m.first) < 0 {
				most[name], main[name] = x, st
			}
		}
	}
	return main
}

func (s *short) entity(st *stand, main map[int]*stand) Entity {
	type part struct {
		name int
		by   string
	}
	parts := map[part][]int{}
	for _, u := range st.uses {
		p := part{u.name, s.by[u]}
		parts[p] = append(parts[p], u.seen)
	}
	e := Entity{bearer: st.bearer}
	by := map[*int]string{}
	for p, seen := range parts {
		slices.Sort(seen)
		e.Aliases = append(e.Aliases, Alias{Name: p.name, Seen: seen})
		by[&seen[0]] = p.by
	}
	slices.SortFunc(e.Aliases, func(a, b Alias) int {
		return cmp.Or(len(b.Seen)-len(a.Seen), CompareForms(s.names[a.Name].Form, s.names[b.Name].Form), a.Seen[0]-b.Seen[0])
	})
	rest := map[int]bool{}
	for i := range e.Aliases {
		a := &e.Aliases[i]
		a.Rest = main[a.Name] == st && !rest[a.Name]
		rest[a.Name] = true
	}
	first := &s.names[e.Aliases[0].Name]
	e.Name, e.Kind = first.Name, s.kind(&e)
	for i := range e.Aliases {
		s.explain(st, first, &e.Aliases[i], by[&e.Aliases[i].Seen[0]])
	}
	e.Labels = s.labels(st)
	return e
}

func (s *short) kind(e *Entity) news.EntityKind {
	uses := map[news.EntityKind]int{}
	for _, a := range e.Aliases {
		uses[s.names[a.Name].Kind] += len(a.Seen)
	}
	delete(uses, "")
	best := news.EntityKind("")
	for _, k := range kindOrder {
		if uses[k] > uses[best] {
			best = k
		}
	}
	return best
}

// explain says why an alias stands where it does, and how sure that is.
func (s *short) explain(st *stand, first *Name, a *Alias, by string) {
	n := &s.names[a.Name]
	figure := news.Reason{Rule: RuleScenes, Figure: st.least}
	switch {
	case by != "":
		a.Confirmed = true
		a.Reasons = []news.Reason{{Rule: RuleDecided, Words: by}}
	case st.bearer >= 0:
		a.Reasons = append(s.best(a.Name, st.bearer).Reasons, figure)
	case n.Folded == first.Folded:
		a.Reasons = []news.Reason{{Rule: RuleSameName, Words: first.Name}}
		a.Confirmed = len(st.uses) == 1 || st.least >= certainAgreement && !s.many && !s.borne(a.Name)
		if len(st.uses) > 1 {
			a.Reasons = append(a.Reasons, figure)
		}
	default:
		for _, o := range st.uses {
			if l, linked := s.edge[[2]int{a.Name, o.name}]; linked {
				a.Reasons = append(slices.Clone(l.Reasons), figure)
				break
			}
		}
	}
	a.Reasons = append(a.Reasons[:len(a.Reasons):len(a.Reasons)], s.partings(st, a)...)
	if s.many && by == "" {
		a.Reasons = append(a.Reasons, news.Reason{Rule: RuleManyBearers, Figure: MaxBearers})
	}
}

// partings are the decisions that keep uses of an alias from others than their
// stand's, a reason each.
func (s *short) partings(st *stand, a *Alias) []news.Reason {
	var out []news.Reason
	for k := range s.d.Ties {
		t := &s.d.Ties[k]
		of := func(u Use) bool {
			return slices.ContainsFunc(a.Seen, func(seen int) bool { return s.is(use{a.Name, seen}, u) })
		}
		here := func(u Use) bool {
			return st.bearer >= 0 && s.bears(st.bearer, u) || slices.ContainsFunc(st.uses, func(x use) bool { return s.is(x, u) })
		}
		if t.Same || !(of(t.A) && !here(t.B)) && !(of(t.B) && !here(t.A)) {
			continue
		}
		if r := (news.Reason{Rule: RuleParted, Words: t.By}); !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// labels are the decisions about any use of a stand, the latest first.
func (s *short) labels(st *stand) []Label {
	if st.bearer >= 0 {
		return nil
	}
	var out []Label
	for k := len(s.d.Labels) - 1; k >= 0; k-- {
		if l := s.d.Labels[k]; slices.ContainsFunc(st.uses, func(u use) bool { return s.is(u, l.Of) }) {
			out = append(out, l)
		}
	}
	return out
}
