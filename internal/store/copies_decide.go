package store

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"hash/fnv"

	"github.com/hearsay-engine/hearsay/internal/descent"
)

// decide finds an article's origin and posts what that does not cover. What was
// decided from the same stays, and no text is read for it.
func (s *copySweep) decide(y *standing) error {
	c := s.recount(y)
	s.beyond = c.beyond
	if s.stays(y, c) {
		if y.bars == c.bars {
			return nil
		}
		return s.exec("UPDATE copied SET bars = ? WHERE article_id = ?", packBars(c.bars), y.article)
	}
	d, err := s.decision(y, c.filings)
	if err != nil {
		return err
	}
	posted := y.keys
	if d.covers {
		if err := s.knowKeys([]int64{d.origin}); err != nil {
			return err
		}
		keys, _ := s.copies.keys.get(d.origin)
		posted = descent.Uncovered(posted, keys)
	}
	return s.settleEdge(y, d, c, descent.Uncovered(posted, c.hot), descent.Common(posted, c.hot))
}

// settleEdge writes what was decided of an article, and notes whom it may touch.
func (s *copySweep) settleEdge(y *standing, d decision, c *sharing, posted, reserve []uint64) (err error) {
	again := y.marks != nil
	if again && !(d.stays && bytes.Equal(y.marks, markKeys(y.keys, posted, reserve))) {
		if y.youngest, err = s.youngestOf(y.article); err != nil {
			return err
		}
	}
	if again && !y.basis.Valid { // its origin went, and what came since did not reach what carries its words
		s.spread([]*filed{&y.filed}, anyKey, y.at, descent.Undated)
	}
	y.basis, y.bars = sql.NullInt64{Int64: s.basis(c.hot, c.filings), Valid: true}, c.bars
	if err := s.repost(y, posted, reserve, c.hot); err != nil {
		return err
	}
	if d.stays {
		return s.exec("UPDATE copied SET maker_id = ?, basis = ?, bars = ?, filing = ?, posted = ? WHERE article_id = ?", s.maker, y.basis.Int64, packBars(y.bars), y.filing, y.marks, y.article)
	}
	return s.save(y, &d.edge, d.origin)
}

// best are the candidates of a tally, and the bars of the others.
func (s *copySweep) best(t *descent.Tally, compare func(a, b *filed) int) ([]int64, descent.Bars) {
	return t.Best(descent.Order{
		Compare: func(a, b int64) int { return compare(s.copies.filing(a), s.copies.filing(b)) },
		At:      func(f int64) int64 { return s.copies.filing(f).at },
	}, nil)
}

// countShared counts what y shares with those that stand before it, and tells meet,
// which may be nil, of whom a change of what y posts may touch. Keys that enough of
// the former post are hot: they tell nothing.
func (s *copySweep) countShared(t *descent.Tally, y *filed, keys []uint64, compare func(a, b *filed) int, meet func(key uint64, p, y *filed, behind bool)) (hot []uint64) {
	t.Reset()
	var posters, earlier []int64
	for _, k := range keys {
		if s.carried < y.at && s.posters.hotBefore(k, y.at) {
			hot = append(hot, k) // and none of them is behind y, or above what is
			continue
		}
		posters, earlier = s.posters.of(k, posters[:0]), earlier[:0]
		for _, f := range posters {
			p := s.copies.filing(f)
			if p.article <= 0 || p.article == y.article {
				continue
			}
			behind := compare(p, y) > 0
			if !behind {
				earlier = append(earlier, f)
			}
			if meet != nil {
				meet(k, p, y, behind)
			}
		}
		if len(earlier) >= descent.MaxPosters {
			hot = append(hot, k)
		} else {
			t.Add(k, earlier)
		}
	}
	return hot
}

// countMeetings notes whom a change may touch of what y posted.
func (s *copySweep) countMeetings(y *filed, keys []uint64, compare func(a, b *filed) int, meet func(key uint64, p, y *filed, behind bool)) {
	var posters []int64
	for _, k := range keys {
		posters = s.posters.of(k, posters[:0])
		for _, f := range posters {
			if p := s.copies.filing(f); p.article > 0 && p.article != y.article {
				meet(k, p, y, compare(p, y) > 0)
			}
		}
	}
}

// basis is a hash of all that an article's edge and postings are decided from,
// besides itself. Candidates are filings.
func (s *copySweep) basis(hot []uint64, candidates []int64) int64 {
	h := fnv.New64a()
	write := func(n uint64) {
		var b [8]byte
		binary.BigEndian.PutUint64(b[:], n)
		h.Write(b[:])
	}
	write(uint64(s.maker))
	for _, k := range hot {
		write(k)
	}
	write(^uint64(0))
	for _, c := range candidates {
		f := s.copies.filing(c)
		write(uint64(f.article))
		write(uint64(f.input))
	}
	return int64(h.Sum64())
}
