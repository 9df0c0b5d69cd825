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
		for b := range s.bearers {
			if by, v := s.decidedBearer(u, b); v == joined && s.bound[u] == nil {
				st := s.stands[b]
				s.bound[u] = st
				st.uses = append(st.uses, u)
				s.by[u] = by
			}
		}
	}
}

// decidedBearer is the last word on a use and a bearer, and whose it is.
func (s *short) decidedBearer(u use, bearer int) (by string, v verdict) {
	return s.lastWord(func(a, b Use) bool { return s.is(u, a) && s.bears(bearer, b) })
}

func (s *short) decided(a, b use) verdict {
	_, v := s.lastWord(func(x, y Use) bool { return s.is(a, x) && s.is(b, y) })
	return v
}

// lastWord is the latest tie whose sides are those asked for, either way round.
func (s *short) lastWord(is func(a, b Use) bool) (by string, v verdict) {
	for k := len(s.d.Ties) - 1; k >= 0; k-- {
		t := &s.d.Ties[k]
		if !is(t.A, t.B) && !is(t.B, t.A) {
			continue
		}
		if t.Same {
			return t.By, joined
		}
		return t.By, parted
	}
	return "", undecided
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
	for k := len(s.d.Ties) - 1; k >= 0; k-- {
		t := &s.d.Ties[k]
		if !t.Same {
			continue
		}
		a, b := s.standOf(t.A), s.standOf(t.B)
		if a == nil || b == nil || a == b || s.standsParted(a, b) {
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
	_, v := s.decidedBearer(u, bearer)
	return v == parted
}
