package store

import (
	"math/bits"
	"slices"
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
	// came and went tell when a filing of each key did last, by moments that are counted;
	// settled is how many were added before this one.
	came, went []uint32
	moment     uint32
	settled    int32
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
	return l, s.readFilings(l.found)
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

// add files keys under a filing; those that are not asked about are left out.
func (l *posterLists) add(keys []uint64, filing int64) {
	for _, k := range keys {
		if i, known := l.find(k); known {
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
