package syntax

// nowhere stands for words beyond the sentence's ends.
var nowhere = form{low: 1, shape: 2}

// tag fills s.Tags for s.Words, from left to right.
func (m *Model) tag(s *Sentence) {
	s.prepare(m)
	for i := range s.forms {
		if t, ok := m.sure(&s.forms[i]); ok {
			s.Tags[i] = t
			continue
		}
		s.feats = tagFeatures(s, i, s.feats[:0])
		s.Tags[i] = Tag(m.tagger.best(s.feats, &s.found, &s.score))
	}
}

// sure is the tag of a frequent word that has but one.
func (m *Model) sure(f *form) (Tag, bool) {
	if f.flags&1 != 0 {
		return 0, false
	}
	p := m.known.find(f.low)
	return Tag(p - 1), p != 0
}

func (s *Sentence) prepare(m *Model) {
	s.Tags = sized(s.Tags, len(s.Words))
	s.forms, s.formed = s.forms[:0], true
	for _, w := range s.Words {
		f := newForm(w)
		if c := uint64(m.clusters.find(f.low)); c != 0 {
			f.group, f.coarse = c, (c-1)/Subclusters+1
		}
		s.forms = append(s.forms, f)
	}
}

func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

func (s *Sentence) form(i int) *form {
	if i < 0 || i >= len(s.forms) {
		return &nowhere
	}
	return &s.forms[i]
}

// tagBefore is the tag n words before i, shifted so that 0 means none.
func (s *Sentence) tagBefore(i, n int) uint64 {
	if i < n {
		return 0
	}
	return uint64(s.Tags[i-n]) + 1
}

func tagFeatures(s *Sentence, i int, f []uint64) []uint64 {
	w, p1, p2, n1, n2 := s.form(i), s.form(i-1), s.form(i-2), s.form(i+1), s.form(i+2)
	t1, t2 := s.tagBefore(i, 1), s.tagBefore(i, 2)
	edge := uint64(0)
	if i == 0 {
		edge = 1
	}
	return append(f,
		mix(0, w.low, 0, 0), mix(1, w.shape, edge, 0), mix(2, w.flags, edge, t1),
		mix(3, w.end[0], 0, 0), mix(4, w.end[1], 0, 0), mix(5, w.end[2], 0, 0), mix(6, w.end[3], 0, 0), mix(7, w.end[4], 0, 0),
		mix(8, w.begin[0], w.end[1], 0), mix(9, w.begin[1], 0, 0), mix(10, w.begin[2], 0, 0),
		mix(11, t1, 0, 0), mix(12, t1, t2, 0), mix(13, t1, w.low, 0), mix(14, t1, t2, w.end[2]),
		mix(15, p1.low, 0, 0), mix(16, p2.low, 0, 0), mix(17, n1.low, 0, 0), mix(18, n2.low, 0, 0),
		mix(20, w.low, n1.low, 0),
		mix(22, n1.end[2], t1, 0), mix(23, n1.shape, w.shape, p1.shape), mix(24, p1.end[2], w.end[2], 0),

		mix(27, w.group, 0, 0), mix(28, p1.group, 0, 0), mix(29, n1.group, 0, 0), mix(30, w.coarse, n1.coarse, p1.coarse), mix(31, w.group, t1, 0),
		mix(32, w.coarse, t1, t2), mix(33, w.low, n1.coarse, 0), mix(34, t1, w.coarse, n1.coarse), mix(35, n1.coarse, n2.coarse, w.coarse), mix(36, w.group, n1.group, 0),
		mix(37, w.flags, w.group, edge), mix(38, w.low, p1.coarse, 0),
	)
}
