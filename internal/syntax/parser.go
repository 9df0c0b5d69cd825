package syntax

import "math/rand/v2"

// A parser under training follows its own choices, so that it learns the way
// back from its mistakes, all but in the first round and one time in exploreIn.
const exploreIn = 10

// parser trains the actions and the labels.
func (tr *trainer) parser(seed uint64) (action, label *learner) {
	random := rand.New(rand.NewPCG(seed, 2))
	action, label = newLearner(actions, tr.Ripe), newLearner(len(tr.model.rels), tr.Ripe)
	lessons := tr.all()
	for round := range tr.ParseRounds {
		random.Shuffle(len(lessons), func(i, j int) { lessons[i], lessons[j] = lessons[j], lessons[i] })
		for _, x := range lessons {
			copy(x.s.Tags, x.given)
			p := lessonParse{lesson: x, m: tr.model, action: action, label: label, explore: round > 0, random: random, margin: int32(tr.Margin)}
			p.run()
		}
	}
	return action, label
}

// lessonParse is the parse of a lesson while learning.
type lessonParse struct {
	*lesson
	m             *Model
	action, label *learner
	explore       bool
	random        *rand.Rand
	margin        int32 // the lead the right choice must have
	costs         [actions]int
}

func (p *lessonParse) run() {
	p.s.survey(p.m)
	st := &p.s.state
	st.reset(len(p.s.Words))
	for !st.over() {
		a := p.choose(st)
		if a == shift {
			st.shift()
			continue
		}
		head, dep := st.arc(a)
		st.join(head, dep, p.relation(head, dep))
	}
}

// choose scores the actions, learns, and tells which to take.
func (p *lessonParse) choose(st *state) action {
	s := &p.s
	s.feats = actionFeatures(s, st, s.feats[:0])
	p.action.score(s.feats, &s.score)
	good, bad := p.bestOfEach(st)
	p.action.step++
	if bad < 0 {
		return good
	}
	lead := s.score[good] - s.score[bad]
	if lead < p.margin {
		p.action.update(s.feats, int(good), int(bad))
	}
	if lead < 0 && p.explore && p.random.IntN(exploreIn) > 0 {
		return bad
	}
	return good
}

// bestOfEach is the highest scored of the actions that cost least and of the
// others, -1 when there are no others.
func (p *lessonParse) bestOfEach(st *state) (good, bad action) {
	least := p.leastCost(st)
	good, bad = -1, -1
	score := &p.s.score
	for a := shift; a < actions; a++ {
		if !st.can(a) {
			continue
		}
		side := &bad
		if p.costs[a] == least {
			side = &good
		}
		if *side < 0 || score[a] > score[*side] {
			*side = a
		}
	}
	return good, bad
}

func (p *lessonParse) leastCost(st *state) int {
	least := -1
	for a := shift; a < actions; a++ {
		if !st.can(a) {
			continue
		}
		p.costs[a] = p.lesson.cost(st, a)
		if least < 0 || p.costs[a] < least {
			least = p.costs[a]
		}
	}
	return least
}

// relation scores the labels of an arc, learns where the arc is right, and tells
// which to give it.
func (p *lessonParse) relation(head, dep int) Rel {
	s := &p.s
	s.feats = labelFeatures(s, head, dep, s.feats[:0])
	p.label.score(s.feats, &s.score)
	if p.heads[dep] != head {
		return Rel(argmax(s.score[:p.label.classes]))
	}
	return Rel(p.label.learn(s.feats, &s.score, int(p.rels[dep]), p.margin))
}
