package store

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/descent"
)

// foreseen is how many articles are compared ahead of their decisions at a time:
// each with up to sixteen, of which most are ready.
const foreseen = 50

// pairOfArticles is one article compared with another that stands before it.
type pairOfArticles struct{ from, to int64 }

// foresee compares articles that are to be decided, on all processors, with those
// that are likely to be their candidates: with what the index held before the step.
// What comes of the step itself is compared when its turn comes.
func (s *copySweep) foresee(due []*standing) error {
	clear(s.compared)
	likely := make([][]int64, len(due))
	inParallelBy(len(due), func() func(int) {
		var t descent.Tally
		return func(i int) { likely[i] = s.candidates(&t, due[i]) }
	})
	var pairs []pairOfArticles
	var articles []int64
	for i, y := range due {
		known, _ := s.copies.weights.get(y.article)
		before := len(pairs)
		for _, f := range likely[i] {
			if p := s.copies.filing(f); !slices.ContainsFunc(known, func(w weight) bool { return w.input == p.input }) {
				pairs, articles = append(pairs, pairOfArticles{p.article, y.article}), append(articles, p.article)
			}
		}
		if len(pairs) > before {
			articles = append(articles, y.article)
		}
	}
	slices.Sort(articles)
	if err := s.makeReady(slices.Compact(articles)); err != nil {
		return err
	}
	made := make([]descent.Compared, len(pairs))
	inParallel(len(pairs), func(i int) {
		made[i] = descent.Compare(s.ready[pairs[i].from].Article, s.ready[pairs[i].to].Article)
	})
	for i, p := range pairs {
		s.compared[p] = made[i]
	}
	return nil
}

// candidates are those of an article as things stand; nil where they are those it
// was decided from. Of texts that are the same it may take another one.
func (s *copySweep) candidates(t *descent.Tally, y *standing) []int64 {
	hot := s.countShared(t, &y.filed, y.keys, (*filed).compare, nil)
	filings, _ := s.best(t, (*filed).compare)
	if y.basis.Valid && !y.renewed && y.basis.Int64 == s.basis(hot, filings) {
		return nil
	}
	return filings
}
