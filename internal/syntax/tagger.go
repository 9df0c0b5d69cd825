package syntax

import "math/rand/v2"

// tagger trains a tagger on lessons.
func (tr *trainer) tagger(lessons []*lesson, seed uint64, rounds int) *learner {
	random := rand.New(rand.NewPCG(seed, 1))
	l := newLearner(len(tr.model.tags), tr.Ripe)
	for range rounds {
		random.Shuffle(len(lessons), func(i, j int) { lessons[i], lessons[j] = lessons[j], lessons[i] })
		for _, x := range lessons {
			tr.tagLesson(l, x)
		}
	}
	return l
}

func (tr *trainer) tagLesson(l *learner, x *lesson) {
	s := &x.s
	for i := range s.Words {
		if t, ok := tr.model.sure(&s.forms[i]); ok {
			s.Tags[i] = t
			continue
		}
		s.feats = tagFeatures(s, i, s.feats[:0])
		l.score(s.feats, &s.score)
		s.Tags[i] = Tag(l.learn(s.feats, &s.score, int(x.tags[i]), int32(tr.Margin)))
	}
}

// tagByFolds gives every lesson the tags of a tagger that has not seen it.
func (tr *trainer) tagByFolds() {
	given := make([][]Tag, len(tr.sents))
	for fold := range tr.Folds {
		var rest []*lesson
		for i, x := range tr.sents {
			if i%tr.Folds != fold {
				rest = append(rest, x)
			}
		}
		sum := means{}
		tr.tagger(rest, tr.Seeds[0], tr.TagRounds/2).addTo(sum)
		m := *tr.model
		m.tagger = sum.choice(len(m.tags), tr.TagFeatures)
		for i, x := range tr.sents {
			if i%tr.Folds == fold {
				m.tag(&x.s)
				given[i] = append([]Tag(nil), x.s.Tags...)
			}
		}
		tr.Log("fold %d of %d tagged", fold+1, tr.Folds)
	}
	for i, x := range tr.sents {
		x.given = given[i]
	}
}
