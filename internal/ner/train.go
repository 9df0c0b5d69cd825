package ner

import (
	"math/rand/v2"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/text"
)

// Lesson is a document and the names in it.
type Lesson struct {
	Document
	Names []Name
}

// Training says how a model is trained.
type Training struct {
	Rounds int      // over the lessons
	Seeds  []uint64 // one learner each; their weights are averaged
	// Margin is the lead that each right label must have over a wrong one, Miss
	// what it must have besides over none: what is missed costs more than what is
	// found too much.
	Margin, Miss int
	Often        int // a feature counts once it is met so often
	Features     int // the most features kept, those that say most
	// A word in small letters is taken for plain once it was met Plain times and
	// in no name, but for one in PlainPurity.
	Plain, PlainPurity int
	Hidden             int               // of a hundred names, how many are met as unknown ones besides
	HiddenLists        uint32            // lists that hold no unknown name
	Clusters           map[string]uint16 // word → cluster
	Log                func(format string, args ...any)
}

// Train learns a model from lessons. The same lessons and training give the same
// model to the byte.
func Train(lessons []Lesson, t Training) *Model {
	m := &Model{groups: clusterWords(t.Clusters), plain: t.plainWords(lessons)}
	number, exercises := t.exercises(m, lessons)
	t.Log("%d features in %d sentences", len(number), len(exercises))
	sum := means{features: map[uint64]*sums{}}
	for _, seed := range t.Seeds {
		l := &learner{number: number, weights: make([]cells, len(number)), late: make([]sums, len(number)), margin: int32(t.Margin), miss: int32(t.Miss)}
		random := rand.New(rand.NewPCG(seed, 1))
		for range t.Rounds {
			random.Shuffle(len(exercises), func(i, j int) { exercises[i], exercises[j] = exercises[j], exercises[i] })
			for _, x := range exercises {
				l.study(x)
			}
		}
		l.addTo(&sum)
		t.Log("seed %d trained", seed)
	}
	var unit int64
	m.weights, m.turns, unit = sum.pack(t.Features)
	m.margin = int32(max(round(int64(t.Margin*len(t.Seeds))*meanScale, unit), 1))
	return m
}

func clusterWords(clusters map[string]uint16) words {
	number := map[uint64]uint16{}
	var all []string
	for w := range clusters {
		all = append(all, w)
	}
	slices.Sort(all)
	for _, w := range all {
		if k := uint64(text.KeyOf(w)); number[k] == 0 {
			number[k] = clusters[w] + 1
		}
	}
	return newWords(number)
}

// plainWords are those that in small letters are never names.
func (t *Training) plainWords(lessons []Lesson) words {
	met, named := map[uint64]int{}, map[uint64]int{}
	for _, l := range lessons {
		for i, label := range labelled(l.Names, len(l.Tokens)) {
			if k := uint64(l.Tokens[i].Key); !l.Tokens[i].Capital() {
				met[k]++
				if label != outside {
					named[k]++
				}
			}
		}
	}
	plain := map[uint64]uint16{}
	for k, n := range met {
		if n >= t.Plain && named[k]*t.PlainPurity <= n {
			plain[k] = 1
		}
	}
	return newWords(plain)
}

// exercises gives the features that are met often enough their numbers and the
// lessons' sentences as these: each as it is and, when it has names, once more
// with some of them unknown.
func (t *Training) exercises(m *Model, lessons []Lesson) (map[uint64]int32, []*exercise) {
	met := map[uint64]int32{}
	t.eachSentence(m, lessons, func(features [][]uint64, _ []Label) {
		for _, fs := range features {
			for _, f := range fs {
				met[f]++
			}
		}
	})
	number := map[uint64]int32{}
	var out []*exercise
	t.eachSentence(m, lessons, func(features [][]uint64, gold []Label) {
		x := &exercise{features: make([][]int32, len(features)), gold: gold}
		for i, fs := range features {
			for _, f := range fs {
				if met[f] < int32(t.Often) {
					continue
				}
				n, known := number[f]
				if !known {
					n = int32(len(number))
					number[f] = n
				}
				x.features[i] = append(x.features[i], n)
			}
		}
		out = append(out, x)
	})
	return number, out
}

// eachSentence reads the lessons as Find would, and once more with names hidden.
func (t *Training) eachSentence(m *Model, lessons []Lesson, take func(features [][]uint64, gold []Label)) {
	random := rand.New(rand.NewPCG(t.Seeds[0], 2))
	for _, l := range lessons {
		r := newReading()
		r.read(m, l.Document)
		gold := labelled(l.Names, len(l.Tokens))
		for _, s := range l.Sentences {
			r.take(s)
			labels := slices.Clone(gold[s.From:s.To])
			take(r.allFeatures(), labels)
			if t.hide(r, labels, random) {
				take(r.allFeatures(), labels)
			}
		}
	}
}

// allFeatures is those of every word of the sentence, none of a plain one.
func (r *reading) allFeatures() [][]uint64 {
	out := make([][]uint64, len(r.words))
	for i := range r.words {
		if !r.words[i].plain {
			out[i] = r.features(i, nil)
		}
	}
	return out
}

// hide makes the words of some names unknown ones: a tagger that never meets an unknown name does not learn to tell names
// by what stands around them.
func (t *Training) hide(r *reading, gold []Label, random *rand.Rand) (hidden bool) {
	hiding := false
	for i, l := range gold {
		if l == outside {
			continue
		}
		if !l.continues() {
			hiding = random.IntN(100) < t.Hidden
		}
		if w := &r.words[i]; hiding && w.flags&capital != 0 {
			w.key, w.group, w.coarse, w.known, w.class = random.Uint64(), 0, 0, 0, w.class&^uint64(t.HiddenLists)
			w.begin = [3]uint64{}
			hidden = true
		}
	}
	return hidden
}
