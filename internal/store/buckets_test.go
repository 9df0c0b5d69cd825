package store_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/store"
)

func TestRowsOfNamesReadAsTheyWereWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOf(rapid.Int64Range(1, 1<<40)).Draw(t, "names")
		got, err := store.UnpackNames(nil, store.PackNames(want))
		if err != nil || !slices.Equal(got, want) {
			t.Fatalf("%v reads as %v: %v", want, got, err)
		}
	})
	if _, err := store.UnpackNames(nil, []byte{0x80}); err == nil {
		t.Error("a row that is cut short reads")
	}
}

// TestManyNamesOfOneKey: more than one row of a bucket holds, some of which go.
func TestManyNamesOfOneKey(t *testing.T) {
	const bearers = 300
	var all, kept []*store.Packed
	a, b := open(t), open(t)
	sounds := []string{"ba", "de", "fi", "go", "lu", "ma", "ne"}
	for i := range bearers {
		who := fmt.Sprintf("%s%s%s Quill", []string{"B", "D", "F", "G", "L", "M", "N"}[i%7], sounds[i/7%7], sounds[i/49%7])
		p := packed(t, article(fmt.Sprint(i), "Faro", "", []string{who}, sentence{who, "said", "it rained"}))
		if all = append(all, p); i%5 != 0 {
			kept = append(kept, p)
		}
	}
	for _, c := range []struct {
		in *store.Archive
		of []*store.Packed
	}{{a, all}, {b, kept}} {
		if _, err := c.in.Put(t.Context(), c.of); err != nil {
			t.Fatal(err)
		}
		sweep(t, c.in)
		verified(t, c.in)
	}
	for i := 0; i < bearers; i += 5 {
		if err := a.Forget(t.Context(), fmt.Sprint(i), store.Grave{By: "mara", At: decidedAt}); err != nil {
			t.Fatal(err)
		}
	}
	sweep(t, a)
	verified(t, a)
	same(t, "with some forgotten", standings(t, a), standings(t, b))
}
