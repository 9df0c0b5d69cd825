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
	s.posters.settle()
	inParallelBy(len(due), func() func(int) {
		var t descent.Tally
		return func(i int) { due[i].sharing = s.countAhead(&t, due[i], &s.ahead[i]) }
	})
	var pairs []pairOfArticles
	var articles []int64
	for _, y := range due {
		known, _ := s.copies.weights.get(y.article)
		before := len(pairs)
		if s.stays(y, y.sharing) {
			continue
		}
		for _, f := range y.sharing.filings {
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

// sharing is what an article shares with others: the keys that are hot, its
// candidates, and whom a change of what it posts may touch.
type sharing struct {
	hot     []uint64
	filings []int64
	bars    descent.Bars
	beyond  []meeting
	twins   bool // two filings of one text and moment were taken in the order of their rows
}

// count counts what an article shares as things stand, in the memory of what c told
// of before. compare orders filings.
func (s *copySweep) count(t *descent.Tally, y *standing, compare func(a, b *filed) int, c *sharing) *sharing {
	*c = sharing{beyond: c.beyond[:0]}
	c.hot = s.countShared(t, &y.filed, y.keys, compare, c.meet)
	s.countMeetings(&y.filed, descent.Uncovered(union(y.old, y.oldKept), y.keys), compare, c.meet)
	c.filings, c.bars = s.best(t, compare)
	return c
}

// countAhead is count without a look at the archive, which tells the order of texts
// that are the same.
func (s *copySweep) countAhead(t *descent.Tally, y *standing, c *sharing) *sharing {
	twins := false
	s.count(t, y, func(a, b *filed) int {
		twins = twins || a.at == b.at && a.head == b.head && a.article != b.article
		return a.compare(b)
	}, c)
	c.twins = twins
	return c
}

// recount is what an article shares, counted anew where that may be otherwise than
// it was ahead.
func (s *copySweep) recount(y *standing) *sharing {
	c := y.sharing
	y.sharing = nil
	if c == nil || c.twins || s.moved(y, c) {
		return s.count(&s.tally, y, s.compare, &s.anew)
	}
	return c
}

// moved reports whether those that were decided since an article was counted may
// change what it shares. Most of them share a key or two with it, which is too little
// for a candidate.
func (s *copySweep) moved(y *standing, c *sharing) bool {
	if s.carried >= y.at || s.posters.changed(y.old) || s.posters.changed(y.oldKept) {
		return true
	}
	t := &s.tally
	t.Reset()
	var came []int64
	for _, k := range y.keys {
		var lost bool
		if came, lost = s.posters.since(k, came[:0]); lost {
			return true
		}
		if len(came) == 0 {
			continue
		}
		if slices.ContainsFunc(came, func(f int64) bool { return s.copies.filing(f).meets(&y.filed) }) {
			return true
		}
		if _, hot := slices.BinarySearch(c.hot, k); hot {
			continue // it stays so
		}
		if s.posters.size(k) >= descent.MaxPosters {
			return true
		}
		t.Add(k, came)
	}
	return slices.ContainsFunc(t.Likely(), func(f int64) bool { return c.bars.Let(t.Shared(f), s.copies.filing(f).at) })
}

// meets reports whether a change of what y posts may touch f or what carries its
// words, or whether their texts may be the same.
func (f *filed) meets(y *filed) bool {
	return f.compare(y) >= 0 || f.youngest >= y.at || f.at == y.at && f.head == y.head
}

// stays reports whether an article is decided from what it was decided from before.
func (s *copySweep) stays(y *standing, c *sharing) bool {
	return y.basis.Valid && !y.renewed && y.basis.Int64 == s.basis(c.hot, c.filings)
}

// meet notes one that y shares a key with, where it is behind y or something that
// carries its words is.
func (c *sharing) meet(key uint64, p, y *filed, behind bool) {
	if above := p.youngest >= y.at; behind || above {
		c.beyond = append(c.beyond, meeting{key, p.article, behind, above})
	}
}
