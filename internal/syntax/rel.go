package syntax

// Rules ask for the relations of few words, and telling one takes as much as a fifth of
// the word's parse. Relations are therefore told when they are asked for: what the
// search knew of an arc when it made it follows from the tree.

// Rel is the relation of word i of a parsed sentence to its head.
func (m *Model) Rel(s *Sentence, i int) Rel {
	if s.rels[i] == 0 {
		s.rels[i] = uint8(m.relation(s, i)) + 1
		if s.known != nil {
			s.known.words[i].rel.Store(uint32(s.rels[i]))
		}
	}
	return Rel(s.rels[i] - 1)
}

func (m *Model) relation(s *Sentence, i int) Rel {
	if !s.formed {
		s.prepare(m)
		s.survey(m)
	}
	head, dep := s.arc(i)
	s.feats = labelFeatures(s, &head, &dep, s.feats[:0])
	return Rel(m.label.best(s.feats, &s.found, &s.score))
}

// arc is word i and its head as they were when the search joined them: a word has all
// that hangs on it by then, a head what lies between the two and, before what hangs on
// its right, all on its left.
func (s *Sentence) arc(i int) (head, dep node) {
	dep = s.leftOf(i, 0)
	for c := range s.Children(i) {
		if c > i {
			dep = s.joined(dep, c)
		}
	}
	h := s.Heads[i]
	if h == Root {
		return lone(len(s.Words)), dep
	}
	if i < h {
		return s.leftOf(h, i+1), dep
	}
	head = s.leftOf(h, 0)
	for c := range s.Children(h) {
		if c > h && c < i {
			head = s.joined(head, c)
		}
	}
	return head, dep
}

// leftOf is word i with what hangs on its left from word from on, the nearest first.
func (s *Sentence) leftOf(i, from int) node {
	out := lone(i)
	for c := i - 1; c >= max(from, s.tree[i].from); c-- {
		if s.Heads[c] == i {
			out = s.joined(out, c)
			c = s.tree[c].from
		}
	}
	return out
}

func (s *Sentence) joined(head node, word int) node {
	dep := lone(word)
	return head.with(&dep, s.sketched[word])
}

// lone is a word on which nothing hangs.
func lone(word int) node {
	return node{word: int32(word), left: -1, left2: -1, right: -1, right2: -1}
}
