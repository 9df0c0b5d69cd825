package store

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/news"
)

// Uses taken as they come make the sample that those of least lot are.
func TestASampleTakesUses(t *testing.T) {
	form := resolve.NewForm(news.Person, "Ada Quill", nil)
	rapid.Check(t, func(t *rapid.T) {
		lots := rapid.SliceOfN(rapid.Int64Range(0, 40), 0, 3*fullSample).Draw(t, "lots")
		type use struct{ lot, article int64 }
		var all []use
		x := &sample{name: resolve.Name{Form: form}}
		for i, lot := range lots {
			u := use{lot, int64(i + 1)}
			before := slices.Clone(x.uses)
			x.asked, x.scenic = true, true
			x.name.Gather()
			x.take(resolve.Seen{Lot: u.lot, Mentions: int32(i)}, useRow{article: u.article})
			if changed := !slices.Equal(before, x.uses); changed && (x.asked || x.scenic || x.name.Gathered()) {
				t.Fatal("what was made of other uses is kept")
			}
			all = append(all, u)
		}
		slices.SortFunc(all, func(a, b use) int { return cmp.Or(cmp.Compare(a.lot, b.lot), cmp.Compare(a.article, b.article)) })
		want := all[:min(len(all), fullSample)]
		if x.more != (len(all) > fullSample) || len(x.uses) != len(want) || len(x.name.Seen) != len(want) {
			t.Fatalf("%d uses of %d, more: %t", len(x.uses), len(all), x.more)
		}
		for i, u := range want {
			if x.uses[i].article != u.article || x.name.Seen[i].Lot != u.lot || x.name.Seen[i].Mentions != int32(u.article-1) {
				t.Fatalf("use %d is of article %d, not %d", i, x.uses[i].article, u.article)
			}
		}
		if !x.more && x.name.Uses != len(all) || x.more && x.name.Uses <= fullSample {
			t.Fatalf("%d uses are told of %d", x.name.Uses, len(all))
		}
	})
}
