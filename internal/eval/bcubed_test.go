package eval

import (
	"math"
	"testing"
)

func TestBCubed(t *testing.T) {
	tests := []struct {
		what         string
		truth, found []int32
		p, r         float64
	}{
		{"the same", []int32{1, 1, 2}, []int32{7, 7, 3}, 1, 1},
		{"all in one", []int32{1, 1, 2, 2}, []int32{5, 5, 5, 5}, .5, 1},
		{"each alone", []int32{1, 1, 2, 2}, []int32{-1, -1, -1, -1}, 1, .5},
		{"one astray", []int32{1, 1, 2}, []int32{1, 2, 2}, (1 + .5 + .5) / 3, (.5 + .5 + 1) / 3},
		{"nothing", nil, nil, 0, 0},
	}
	for _, c := range tests {
		if got := NewBCubed(c.truth, c.found); math.Abs(got.P-c.p) > 1e-9 || math.Abs(got.R-c.r) > 1e-9 {
			t.Errorf("%s: got %+v, want %v %v", c.what, got, c.p, c.r)
		}
	}
}
