package store

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestPageRangesHoldEachPageOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var pages []int64
		var ranges pageRanges
		at := int64(0)
		for range rapid.IntRange(0, 6).Draw(t, "runs of pages") {
			at += rapid.Int64Range(1, 1<<40).Draw(t, "gap")
			for range rapid.IntRange(1, 3000).Draw(t, "pages") {
				pages, ranges = append(pages, at), ranges.add(at)
				at++
			}
		}
		var got []int64
		for _, r := range ranges {
			for n := r >> rangeBits; n <= r>>rangeBits+r&longRange; n++ {
				got = append(got, n)
			}
		}
		if !slices.Equal(got, pages) {
			t.Fatalf("%d ranges hold %d pages of %d", len(ranges), len(got), len(pages))
		}
	})
}
