package store

import "github.com/hearsay-engine/hearsay/internal/descent"

// reach gathers, over a step, whom the changes of what articles post may touch.
// What an article is decided from are the candidates that share most with it:
// one that shares less than its bars ask for changes nothing. It may hold keys it
// does not post, as all above it do: what those share counts for it too.
type reach struct {
	behind  map[int64]descent.Shared // by article: what it shares with one that changed and stands before it, at most
	above   map[int64]descent.Shared // the same of one of which such ones carry words
	passed  map[int64]descent.Shared // by article below such ones: what it and they share together, at most
	ranges  map[int64]ranges         // all below the article that stand between, and hold the key
	emptied []emptied
	fresh   map[int64]bool // articles that hold a key which one that changed posts and did not, or below which one may
	altered []int64        // articles that are compared by something else, or post less
	changes []moved
	by      map[uint64]changesOf // by key; nil until they are asked for
	touched []int64
	from    int64 // at of the first that changed
}

// changesOf a key are numbers of changes. Whoever stands behind full has the key
// hot: so many post it before.
type changesOf struct {
	changes []int32
	full    int64
}

// moved is what one posts or posted: keys of which some are new or gone.
type moved struct {
	of   *filed
	keys []uint64
}

// ranges are first and last dates, by key; by anyKey for all, whatever they hold.
type ranges map[uint64][2]int64

// anyKey is no key.
const anyKey = ^uint64(0)

// widen has a range hold another; more is false when it did.
func (r *reach) widen(article int64, key uint64, from, to int64) (more bool) {
	of := r.ranges[article]
	if of == nil {
		of = ranges{}
		r.ranges[article] = of
	}
	was, known := of[key]
	if known && was[0] <= from && was[1] >= to {
		return false
	}
	if known {
		from, to = min(from, was[0]), max(to, was[1])
	}
	of[key] = [2]int64{from, to}
	return true
}

// emptied is a key that one posts no more, or keeps in reserve no more.
type emptied struct {
	key uint64
	of  *filed
}

func newReach() reach {
	return reach{behind: map[int64]descent.Shared{}, above: map[int64]descent.Shared{}, passed: map[int64]descent.Shared{}, fresh: map[int64]bool{}, ranges: map[int64]ranges{}, from: descent.Undated}
}

func (r *reach) most(all, some map[int64]descent.Shared) {
	for a, n := range some {
		x := all[a]
		all[a] = descent.Shared{Prints: max(x.Prints, n.Prints), Keys: max(x.Keys, n.Keys)}
	}
}

// let reports whether one that changed stands before an article of these keys and
// date, or as early, and shares as much with it as its bars ask for. What r.behind
// has is more: of many together, and whatever the article holds.
func (r *reach) let(keys []uint64, at int64, bars descent.Bars) bool {
	shared := map[int32]descent.Shared{}
	for _, k := range keys {
		c := r.by[k]
		if c.full < at {
			continue
		}
		for _, i := range c.changes {
			of := r.changes[i].of
			if of.at > at {
				continue
			}
			x := shared[i]
			x.Add(k)
			shared[i] = x
			if x.Enough() && bars.Let(x, of.at) {
				return true
			}
		}
	}
	return false
}

// pass hands what origin shares to an article that carries its words. more is
// false when it has all of it already.
func (r *reach) pass(sums map[int64]descent.Shared, origin, a, at int64) (more bool) {
	if r.fresh[origin] && !r.fresh[a] {
		r.fresh[a], more = true, true
	}
	if of, any := sums[origin]; any {
		own, below := r.above[a], r.behind[a]
		if at >= r.from {
			sum := descent.Shared{Prints: of.Prints + below.Prints, Keys: of.Keys + below.Keys}
			if passed := r.passed[a]; sum.Prints > passed.Prints || sum.Keys > passed.Keys {
				r.passed[a] = sum
			}
		}
		sum := descent.Shared{Prints: of.Prints + own.Prints, Keys: of.Keys + own.Keys}
		if was := sums[a]; sum.Prints > was.Prints || sum.Keys > was.Keys {
			sums[a], more = descent.Shared{Prints: max(sum.Prints, was.Prints), Keys: max(sum.Keys, was.Keys)}, true
		}
	}
	return more
}
