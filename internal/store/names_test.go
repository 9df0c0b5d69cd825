package store_test

import (
	"cmp"
	"slices"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// A list of names, page by page, holds each once, by uses and then by id; people
// of one origin only where all are asked for.
func TestNamesAreListedPageByPage(t *testing.T) {
	order := make([]int, 12)
	for i := range order {
		order[i] = i
	}
	a := filled(t, gen.NewCrowd(9, gen.Crowd{Entities: 60, Names: 8}), order, len(order), 100)
	several, all := pages(t, a, "", false), pages(t, a, "", true)
	one := slices.DeleteFunc(slices.Clone(all), func(c store.Candidate) bool { return !c.One })
	if len(one) == 0 || len(several) == 0 || len(one)+len(several) != len(all) {
		t.Errorf("%d of one origin and %d of several, %d in all", len(one), len(several), len(all))
	}
	kinds := 0
	for _, k := range news.EntityKinds {
		kinds += len(pages(t, a, k, true))
	}
	if people := pages(t, a, news.Person, true); kinds != len(all) || slices.ContainsFunc(people, func(c store.Candidate) bool { return c.Kind != news.Person }) {
		t.Errorf("%d of all kinds, %d in all; people: %+v", kinds, len(all), people)
	}
	for i, c := range several {
		if c.One {
			t.Errorf("the %d. of several origins is of one: %+v", i+1, c)
		}
	}
}

func pages(t *testing.T, a *store.Archive, kind news.EntityKind, all bool) (list []store.Candidate) {
	t.Helper()
	for after := ""; ; {
		page, next, err := a.Entities(t.Context(), kind, after, 3, all)
		if err != nil {
			t.Fatal(err)
		}
		if list = append(list, page...); next == "" {
			break
		}
		after = next
	}
	for i := 1; i < len(list); i++ {
		if x, y := list[i-1], list[i]; cmp.Or(cmp.Compare(y.Articles, x.Articles), cmp.Compare(x.ID, y.ID)) >= 0 {
			t.Errorf("%+v stands before %+v", x, y)
		}
	}
	return list
}
