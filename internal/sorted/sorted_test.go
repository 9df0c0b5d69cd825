package sorted

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestWhatListsShare(t *testing.T) {
	for _, c := range []struct {
		a, b []string
		n    int
		dice float64
	}{
		{nil, nil, 0, 1},
		{[]string{"a"}, nil, 0, 0},
		{[]string{"a", "b", "d"}, []string{"b", "c", "d"}, 2, 2.0 / 3},
		{[]string{"a", "b"}, []string{"a", "b"}, 2, 1},
	} {
		if n, dice := Common(c.a, c.b), Dice(c.a, c.b); n != c.n || dice != c.dice {
			t.Errorf("%v and %v share %d (%v), want %d (%v)", c.a, c.b, n, dice, c.n, c.dice)
		}
	}
}

func TestCommonIsWhatIsInBoth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := func(name string) []int {
			l := rapid.SliceOf(rapid.IntRange(0, 20)).Draw(t, name)
			slices.Sort(l)
			return slices.Compact(l)
		}
		a, b := list("a"), list("b")
		want := 0
		for _, x := range a {
			if slices.Contains(b, x) {
				want++
			}
		}
		if Common(a, b) != want || Common(b, a) != want {
			t.Fatalf("%v and %v: %d, want %d", a, b, Common(a, b), want)
		}
		all := append(slices.Clone(a), b...)
		slices.Sort(all)
		if all = append([]int{7}, slices.Compact(all)...); !slices.Equal(Merge([]int{7}, a, b), all) {
			t.Fatalf("%v and %v are %v together", a, b, Merge([]int{7}, a, b))
		}
	})
}

// Top is the beginning of the list as a stable sort has it.
func TestTop(t *testing.T) {
	outweighs := func(a, b [2]int) bool { return a[0] > b[0] }
	rapid.Check(t, func(t *rapid.T) {
		weights := rapid.SliceOf(rapid.IntRange(0, 5)).Draw(t, "weights")
		list := make([][2]int, len(weights))
		for i, w := range weights {
			list[i] = [2]int{w, i}
		}
		n := rapid.IntRange(0, 8).Draw(t, "n")
		want := slices.Clone(list)
		slices.SortStableFunc(want, func(a, b [2]int) int { return b[0] - a[0] })
		if got := Top(list, n, outweighs); !slices.Equal(got, want[:min(n, len(want))]) {
			t.Errorf("of %v the top %d are %v", list, n, got)
		}
	})
}
