package syntax

import "math/rand/v2"

// The parser is trained by its search: where a wrong parse leads, the weights move
// at the action where it leads by most (Huang, Fayong and Guo 2012, "Structured
// Perceptron with Inexact Search").

// parser trains the actions and the relations.
func (tr *trainer) parser(seed uint64) *parserLessons {
	random := rand.New(rand.NewPCG(seed, 2))
	p := &parserLessons{trainer: tr, arcs: newArcLearner(tr.ActionRipe), sketch: newLearner(len(tr.model.rels), tr.Ripe), label: newLearner(len(tr.model.rels), tr.Ripe)}
	p.x.width, p.x.lead, p.x.augment = min(tr.Width, widest), maxLead, int64(tr.Augment)
	lessons := tr.all()
	for round := range tr.ParseRounds {
		random.Shuffle(len(lessons), func(i, j int) { lessons[i], lessons[j] = lessons[j], lessons[i] })
		p.wrong = 0
		for _, x := range lessons {
			copy(x.s.Tags, x.given)
			p.learn(x)
		}
		tr.Log("seed %d, round %d: %d of %d sentences wrong", seed, round+1, p.wrong, len(lessons))
	}
	return p
}

// parserLessons is a parser under training.
type parserLessons struct {
	*trainer
	arcs   *arcLearner
	sketch *learner
	label  *learner
	x      search
	wrong  int
}

func (p *parserLessons) weighActions(s *Sentence, groups []asked) {
	from := 0
	for _, g := range groups {
		*g.weight, from = p.arcs.score(s.feats[from:g.end]), g.end
	}
}

func (p *parserLessons) nameArc(s *Sentence) Rel {
	p.sketch.score(s.feats, &s.score)
	return Rel(argmax(s.score[:p.sketch.classes]))
}

// learn parses a lesson beside its right parse and moves the weights.
func (p *parserLessons) learn(l *lesson) {
	s, x := &l.s, &p.x
	s.survey(p.model)
	x.heads = l.heads
	x.begin(s)
	right := p.follow(l)
	first, end := int32(0), int32(1)
	worst, by := int32(-1), int64(0)
	at := 0
	for i := range right {
		first, end = x.advance(s, p, first, end)
		if lead := x.states[first].score - x.states[right[i]].score; lead > by {
			worst, by, at = first, lead, i
		}
	}
	p.arcs.step++
	if worst >= 0 {
		p.wrong++
		p.update(s, worst, right[at])
	}
	p.relations(l, right)
}

// follow takes the right actions and gives the states they lead to.
func (p *parserLessons) follow(l *lesson) []int32 {
	x, at := &p.x, int32(0)
	out := make([]int32, 0, len(l.actions))
	for _, a := range l.actions {
		st := &x.states[at]
		score := st.score
		score += int64(x.weigh(&l.s, p, st)[a])
		if a != shift {
			score += x.loss(st, a)
		}
		at = x.follow(&l.s, p, step{score, at, a})
		out = append(out, at)
	}
	return out
}

// update moves the weights from a wrong parse to a right one of as many actions.
func (p *parserLessons) update(s *Sentence, wrong, right int32) {
	var bad, good []int32
	for ; wrong != right; wrong, right = p.x.states[wrong].from, p.x.states[right].from {
		bad, good = append(bad, wrong), append(good, right)
	}
	same := len(bad) - 1 // from where the actions differ
	for same >= 0 && p.x.states[bad[same]].taken == p.x.states[good[same]].taken {
		same--
	}
	for i := same; i >= 0; i-- {
		p.bump(s, bad[i], -1)
		p.bump(s, good[i], 1)
	}
}

func (p *parserLessons) bump(s *Sentence, i int32, by int32) {
	st := &p.x.states[i]
	if x := &p.x.states[st.from]; x.top == none {
		return
	}
	s.feats = p.x.features(s, &p.x.states[st.from], s.feats[:0])
	p.arcs.bump(s.feats, st.taken, by)
}

// relations learns the relations of the right arcs.
func (p *parserLessons) relations(l *lesson, right []int32) {
	x, s := &p.x, &l.s
	for _, i := range right {
		st := &x.states[i]
		if st.taken == shift {
			continue
		}
		head, dep := x.arc(&x.states[st.from], st.taken)
		h, d := &x.nodes[head], &x.nodes[dep]
		if l.heads[d.word] != int(h.word) {
			continue
		}
		s.feats = sketchFeatures(s, h, d, s.feats[:0])
		p.classify(p.sketch, l, int(d.word))
		s.feats = labelFeatures(s, h, d, s.feats[:0])
		p.classify(p.label, l, int(d.word))
	}
}

// classify learns the relation of a word.
func (p *parserLessons) classify(c *learner, l *lesson, word int) {
	c.score(l.s.feats, &l.s.score)
	c.learn(l.s.feats, &l.s.score, int(l.rels[word]), int32(p.Margin))
}
