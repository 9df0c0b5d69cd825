package resolve

import "slices"

// verdict is the last word of people on two uses.
type verdict byte

const (
	undecided verdict = iota
	joined
	parted
)

// bind gives uses to the bearers that people gave them to.
func (s *short) bind() {
	for _, u := range s.uses {
		b, by := s.boundBearer(u)
		if b < 0 {
			continue
		}
		st := s.stands[b]
		s.bound[u] = st
		st.uses = append(st.uses, u)
		s.by[u] = by
	}
}

// boundBearer is the bearer that people gave a use to last, the first of those
// that one decision names; -1 when they gave it to none.
func (s *short) boundBearer(u use) (bearer int, by string) {
	for t := range s.d.latest() {
		if !t.Same {
			continue
		}
		for b := range s.bearers {
			if (s.is(u, t.A) && s.bears(b, t.B) || s.is(u, t.B) && s.bears(b, t.A)) && !s.isParted(u, b) {
				return b, t.By
			}
		}
	}
	return -1, ""
}

func (s *short) decided(a, b use) verdict {
	return s.lastWord(func(x, y Use) bool { return s.is(a, x) && s.is(b, y) })
}

// lastWord is the latest tie whose sides are those asked for, either way round.
func (s *short) lastWord(is func(a, b Use) bool) verdict {
	for k := len(s.d.Ties) - 1; k >= 0; k-- {
		t := &s.d.Ties[k]
		if !is(t.A, t.B) && !is(t.B, t.A) {
			continue
		}
		if t.Same {
			return joined
		}
		return parted
	}
	return undecided
}

func (s *short) is(u use, of Use) bool {
	n := &s.names[u.name]
	return n.Name == of.Name && n.Kind == of.Kind && (of.Article == "" || n.Seen[u.seen].Article == of.Article)
}

func (s *short) bears(bearer int, of Use) bool {
	return slices.ContainsFunc(s.bearers[bearer].Forms, func(f *Form) bool { return f.Name == of.Name && f.Kind == of.Kind })
}

// mergeDecided makes one of the stands without bearer that people joined, the
// latest decision first.
func (s *short) mergeDecided() {
	given := map[gift]bool{}
	for t := range s.d.latest() {
		if !t.Same || given[gift{t.A, t.By}] {
			continue
		}
		a, b := s.standOf(t.A), s.standOf(t.B)
		if a == nil || b == nil || a != b && s.standsParted(a, b) {
			continue
		}
		given[gift{t.A, t.By}] = true
		if a == b {
			continue
		}
		for _, u := range slices.Concat(a.uses, b.uses) {
			s.by[u] = t.By
		}
		a.uses, b.uses = append(a.uses, b.uses...), nil
	}
}

// standOf is the stand without bearer that has most of the uses spoken of.
func (s *short) standOf(of Use) *stand {
	var best *stand
	most := 0
	for _, st := range s.stands[len(s.bearers):] {
		n := 0
		for _, u := range st.uses {
			if s.is(u, of) {
				n++
			}
		}
		if n > most {
			best, most = st, n
		}
	}
	return best
}

func (s *short) standsParted(a, b *stand) bool {
	for _, x := range a.uses {
		for _, y := range b.uses {
			if s.decided(x, y) == parted {
				return true
			}
		}
	}
	return false
}

func (s *short) isParted(u use, bearer int) bool {
	return s.lastWord(func(a, b Use) bool { return s.is(u, a) && s.bears(bearer, b) }) == parted
}
