package store

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/descent"
)

func TestKeysAreFoundInTheirParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key := rapid.OneOf(rapid.Uint64Range(0, 40), rapid.Uint64Range(0, 1<<42), rapid.Uint64())
		keys := rapid.SliceOf(key).Draw(t, "keys")
		slices.Sort(keys)
		l := posterLists{keys: slices.Compact(keys)}
		l.divide()
		for _, k := range append(slices.Clone(l.keys), key.Draw(t, "asked")) {
			i, found := slices.BinarySearch(l.keys, k)
			if at, known := l.find(k); known != found || found && at != i {
				t.Fatalf("%d of %d at %d, %v; it is at %d, %v", k, l.keys, at, known, i, found)
			}
		}
	})
}

// Of keys that many filings have it is known whether all of these stand before a date,
// whatever came or went since.
func TestCrowdsAreHotBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := map[int64]*filed{}
		one := func() int64 {
			id := int64(len(all) + 1)
			all[id] = &filed{article: id, at: rapid.Int64Range(0, 9).Draw(t, "at"), youngest: rapid.SampledFrom([]int64{noneCarry, 4, 8}).Draw(t, "youngest")}
			return id
		}
		l := posterLists{keys: []uint64{7}, from: []int32{0, 0}, last: make([]int32, 1)}
		l.divide()
		for range rapid.IntRange(descent.MaxPosters-4, descent.MaxPosters+4).Draw(t, "found") {
			l.found = append(l.found, one())
			l.from[1]++
		}
		l.gatherCrowds(func(id int64) *filed { return all[id] })
		for range rapid.IntRange(0, 5).Draw(t, "came") {
			id := one()
			l.add(l.keys, id, all[id])
		}
		began, went := len(l.found), rapid.IntRange(0, 6).Draw(t, "went")
		for _, id := range l.found[:went] {
			all[id].article = gone
			l.drop(l.keys)
		}
		for at := range int64(11) {
			there, late := 0, false
			for _, id := range l.of(7, nil) {
				if f := all[id]; f.article > 0 {
					there, late = there+1, late || f.at >= at || f.youngest >= at
				}
			}
			is := !late && there >= descent.MaxPosters
			hot := l.hotBefore(7, at)
			if hot && !is || is && !hot && went == 0 && began >= descent.MaxPosters {
				t.Fatalf("%d filings are said to be enough, and to stand before %d: %v", there, at, hot)
			}
		}
	})
}
