package store

import (
	"slices"
	"testing"
)

func TestWhatIsHotBeforeIsNotLost(t *testing.T) {
	for _, c := range []struct {
		name      string
		old, now  []uint64
		hot, want []uint64
	}{
		{"posted as before", []uint64{2, 4}, []uint64{2, 4}, nil, nil},
		{"posted anew", nil, []uint64{2, 4}, nil, nil},
		{"its origin has it now", []uint64{2, 4, 6}, []uint64{2, 6}, nil, []uint64{4}},
		{"enough post it before", []uint64{2, 4, 6}, []uint64{2, 6}, []uint64{3, 4}, nil},
		{"both", []uint64{2, 4, 6, 8}, []uint64{6}, []uint64{4, 9}, []uint64{2, 8}},
		{"gone", []uint64{2, 4}, nil, nil, []uint64{2, 4}},
	} {
		if got := (&reposted{old: c.old, now: c.now, hot: c.hot}).lost(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v are lost, not %v", c.name, got, c.want)
		}
	}
}

// A range that ends before it begins is none: nobody's keys are read for it.
func TestNothingIsSpreadBetweenNoDates(t *testing.T) {
	s := &copySweep{reach: newReach()}
	above := []*filed{{article: 7, youngest: 90}}
	s.spread(above, 4, 30, 20)
	if len(s.reach.ranges) > 0 {
		t.Fatalf("%v is spread", s.reach.ranges)
	}
	s.spread(above, 4, 20, 30)
	if got := s.reach.ranges[7][4]; got != [2]int64{20, 30} {
		t.Fatalf("%v is spread", got)
	}
}
