package store

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/segments"
)

// An article follows those it was compared with when it was decided last: whenever
// one of them is compared by something else, or posts less, it is decided again.
// Whoever shares more with one than before is found by the keys that are new. Who
// follows whom stands in an index of its own; those that follow no more stay in it,
// and are decided again for nothing.

// followed makes the key of an article of its row, so that a shard has the
// followers of some sixteen thousand.
const followedBits = shardBits - 14

func followed(article int64) uint64 { return uint64(article) << followedBits }

// follow notes whom an article follows besides those it was decided from before.
func (s *copySweep) follow(y *standing, of []*filed, before []weight) {
	for _, f := range of {
		if !slices.ContainsFunc(before, func(w weight) bool { return w.article == f.article }) {
			s.follows = append(s.follows, segments.Posting{Key: followed(f.article), Row: uint64(y.article)})
		}
	}
}

// touchFollowers touches those that follow articles that are no more what they
// were. Those of the step were decided behind them.
func (s *copySweep) touchFollowers() error {
	r := &s.reach
	slices.Sort(r.altered)
	keys := make([]uint64, len(r.altered))
	for i, article := range r.altered {
		keys[i] = followed(article)
	}
	return s.followers.search(slices.Compact(keys), func(_ int, article int64) { r.touched = append(r.touched, article) })
}

// keepFollows writes who follows whom since the step.
func (s *copySweep) keepFollows() error {
	p := &poster{s.batch, s.followers, func() (map[int64]bool, error) { return nil, nil }}
	return p.post(s.follows)
}
