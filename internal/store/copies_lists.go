package store

import (
	"math/bits"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/descent"
)

// posterLists are the filings that post each of some keys.
type posterLists struct {
	keys  []uint64 // sorted
	shift int      // of a key to its part
	parts []int32  // where the keys of each part begin; one more at the end
	from  []int32  // where the filings of each begin in found; one more at the end
	found []int64
	last  []int32 // the last filing of each in added, less one; 0 for none
	added []addedFiling
	// crowds are of the keys that more than enough filings have, by the keys' numbers plus one.
	crowds  []crowd
	crowded []int32
	// came and went tell when a filing of each key did last, by moments that are counted;
	// settled is how many were added before this one.
	came, went []uint32
	moment     uint32
	settled    int32
}

// crowd is what is known of many filings of one key.
type crowd struct {
	there  int   // of articles that are not gone
	latest int64 // at of the last of them and of all that carry their words, at least
}

// addedFiling is one that was filed since the index was asked.
type addedFiling struct {
	filing int64
	before int32
}

// lists asks the index for the posters of keys, which are sorted, each once.
func (s *copySweep) lists(keys []uint64) (*posterLists, error) {
	l := &posterLists{keys: keys, from: make([]int32, len(keys)+1), last: make([]int32, len(keys))}
	hits, err := s.index.gather(keys)
	if err != nil {
		return nil, err
	}
	for _, h := range hits {
		l.from[h.key+1]++
	}
	l.divide()
	for i := range keys {
		l.from[i+1] += l.from[i]
	}
	l.found = make([]int64, len(hits))
	next := slices.Clone(l.from)
	for _, h := range hits {
		l.found[next[h.key]] = h.row
		next[h.key]++
	}
	if err := s.readFilings(l.found); err != nil {
		return nil, err
	}
	l.gatherCrowds(s.copies.filing)
	return l, nil
}

// gatherCrowds looks once at the filings of keys that have many: all that are asked
// about such a key would look at each of them.
func (l *posterLists) gatherCrowds(filing func(int64) *filed) {
	l.crowded = make([]int32, len(l.keys))
	for i := range l.keys {
		found := l.found[l.from[i]:l.from[i+1]]
		if len(found) < descent.MaxPosters {
			continue
		}
		c := crowd{latest: noneCarry}
		for _, f := range found {
			c.join(filing(f))
		}
		l.crowds = append(l.crowds, c)
		l.crowded[i] = int32(len(l.crowds))
	}
}

func (c *crowd) join(f *filed) {
	if f.article > 0 {
		c.there, c.latest = c.there+1, max(c.latest, f.at, f.youngest)
	}
}

// hotBefore reports whether enough filings have a key for it to be hot, all of which
// stand before a date, as does what carries their words. It may be so where it is not
// known.
func (l *posterLists) hotBefore(key uint64, at int64) bool {
	i, known := l.find(key)
	if !known || l.crowded[i] == 0 {
		return false
	}
	c := &l.crowds[l.crowded[i]-1]
	return c.there >= descent.MaxPosters && c.latest < at
}

// keysOfPart is how many keys, about, have the same highest bits: a look-up goes
// through so many.
const keysOfPart = 4

// divide notes where the keys of each part begin. They are hashes: parts are
// about alike.
func (l *posterLists) divide() {
	l.came, l.went = make([]uint32, len(l.keys)), make([]uint32, len(l.keys))
	if len(l.keys) == 0 {
		return
	}
	width := bits.Len64(l.keys[len(l.keys)-1])
	l.shift = max(0, width-bits.Len(uint(len(l.keys)/keysOfPart)))
	l.parts = make([]int32, l.keys[len(l.keys)-1]>>l.shift+2)
	for _, k := range l.keys {
		l.parts[k>>l.shift+1]++
	}
	for i := range len(l.parts) - 1 {
		l.parts[i+1] += l.parts[i]
	}
}

// find gives a key's place.
func (l *posterLists) find(key uint64) (int, bool) {
	part := key >> l.shift
	if part+1 >= uint64(len(l.parts)) {
		return 0, false
	}
	for i := l.parts[part]; i < l.parts[part+1]; i++ {
		if l.keys[i] >= key {
			return int(i), l.keys[i] == key
		}
	}
	return 0, false
}

// of appends the filings of a key, those that are gone too.
func (l *posterLists) of(key uint64, dst []int64) []int64 {
	i, known := l.find(key)
	if !known {
		return dst
	}
	dst = append(dst, l.found[l.from[i]:l.from[i+1]]...)
	for n := l.last[i]; n > 0; n = l.added[n-1].before {
		dst = append(dst, l.added[n-1].filing)
	}
	return dst
}

// add files keys under a filing, which is of f; those that are not asked about are
// left out.
func (l *posterLists) add(keys []uint64, filing int64, f *filed) {
	for _, k := range keys {
		if i, known := l.find(k); known {
			if n := l.crowded[i]; n > 0 {
				l.crowds[n-1].join(f)
			}
			l.added = append(l.added, addedFiling{filing, l.last[i]})
			l.last[i] = int32(len(l.added))
			l.came[i] = l.moment
		}
	}
}

// settle begins a new moment, in which no key has changed.
func (l *posterLists) settle() {
	l.moment++
	l.settled = int32(len(l.added))
}

// drop is told of keys of which a filing is there no more.
func (l *posterLists) drop(keys []uint64) {
	for _, k := range keys {
		if i, known := l.find(k); known {
			l.went[i] = l.moment
			if n := l.crowded[i]; n > 0 {
				l.crowds[n-1].there--
			}
		}
	}
}

// changed reports whether the filings of one of the keys changed in this moment.
func (l *posterLists) changed(keys []uint64) bool {
	return slices.ContainsFunc(keys, func(k uint64) bool {
		i, known := l.find(k)
		return known && (l.came[i] == l.moment || l.went[i] == l.moment)
	})
}

// since appends the filings of a key that came in this moment; lost is true when
// others went.
func (l *posterLists) since(key uint64, dst []int64) (came []int64, lost bool) {
	i, known := l.find(key)
	if !known {
		return dst, false
	}
	if l.came[i] == l.moment {
		for n := l.last[i]; n > l.settled; n = l.added[n-1].before {
			dst = append(dst, l.added[n-1].filing)
		}
	}
	return dst, l.went[i] == l.moment
}

// size is how many filings a key has, those that are gone too.
func (l *posterLists) size(key uint64) int {
	i, known := l.find(key)
	if !known {
		return 0
	}
	n := int(l.from[i+1] - l.from[i])
	for k := l.last[i]; k > 0; k = l.added[k-1].before {
		n++
	}
	return n
}
