package store

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// company is names that are compared and all that share a bucket with them, by
// numbers of their own: buckets are large, and most of what stands in them is
// refused at a glance.
type company struct {
	ids     []int64
	forms   []*resolve.Form
	signs   []resolve.Signs
	at      map[int64]int32
	fresh   int32 // numbers below are of the names that are compared
	buckets map[bucketKey][]int32
}

// found is a link that words make, unasked where scenes decide how far it holds.
type found struct {
	pair
	level int
}

func (c *company) number(id int64) int32 {
	n, met := c.at[id]
	if !met {
		n = int32(len(c.ids))
		c.at[id], c.ids = n, append(c.ids, id)
	}
	return n
}

// companyOf reads who stands in the buckets of names' mates.
func (s *sweep) companyOf(ids []int64) (*company, error) {
	c := &company{at: map[int64]int32{}, buckets: map[bucketKey][]int32{}}
	var keys []bucketKey
	for _, id := range ids {
		c.number(id)
		for _, k := range matesIn(s.forms[id]) {
			if _, met := c.buckets[k]; !met {
				c.buckets[k] = nil
				keys = append(keys, k)
			}
		}
	}
	c.fresh = int32(len(c.ids))
	if err := s.loadBuckets(keys); err != nil {
		return nil, err
	}
	var names []int64
	for _, k := range keys {
		names = s.memory.buckets.append(names[:0], k)
		c.buckets[k] = make([]int32, len(names))
		for i, id := range names {
			c.buckets[k][i] = c.number(id)
		}
	}
	if err := s.ready(c.ids); err != nil {
		return nil, err
	}
	for _, id := range c.ids {
		x := s.memory.sign(id)
		c.forms, c.signs = append(c.forms, x.Form), append(c.signs, x.signs)
	}
	return c, nil
}

// links compares the names with their mates.
func (c *company) links(sieve func() *resolve.Sieve) []found {
	out := make([][]found, c.fresh)
	order := make([]int32, c.fresh)
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(lastWord(c.forms[a]), lastWord(c.forms[b])) })
	inParallelBy(int(c.fresh), func() func(int) {
		l := &linking{company: c, sieve: sieve(), met: make([]int32, len(c.ids))}
		return func(i int) { out[order[i]] = l.of(order[i]) }
	})
	return slices.Concat(out...)
}

// lastWord is that of a name, a surname most often: a sieve is quicker with names
// that share it one after the other.
func lastWord(f *resolve.Form) string { return f.Folded[strings.LastIndexByte(f.Folded, ' ')+1:] }

// linking compares names one by one.
type linking struct {
	*company
	sieve *resolve.Sieve
	met   []int32 // the name that a mate was met for last, from 1
}

// of gives the links of one name; of two that are compared, the later is with the
// earlier.
func (l *linking) of(n int32) []found {
	var out []found
	for _, m := range l.mates(n) {
		a, b := l.forms[n], l.forms[m]
		link, ok := resolve.Connect(a, b)
		if !ok {
			continue
		}
		level, known := link.Level(a, b)
		if !known {
			level = unasked
		}
		out = append(out, found{pair{l.ids[n], l.ids[m]}, level})
	}
	return out
}

// mates are those of a name's that are not refused at a glance.
func (l *linking) mates(n int32) []int32 {
	l.sieve.Turn(l.forms[n], l.signs[n])
	l.met[n] = n + 1
	var out []int32
	for _, k := range matesIn(l.forms[n]) {
		for _, m := range l.buckets[k] {
			if l.met[m] == n+1 || m < l.fresh && l.ids[m] > l.ids[n] {
				continue
			}
			if l.met[m] = n + 1; l.sieve.Passes(&l.signs[m]) {
				out = append(out, m)
			}
		}
	}
	slices.SortFunc(out, func(a, b int32) int { return cmp.Compare(l.ids[a], l.ids[b]) })
	return out
}
