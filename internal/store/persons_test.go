package store_test

import (
	"testing"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// TestOtherArticlesMendAKind: a word that one article takes for a body is a
// person where more take it for one, in any order of coming.
func TestOtherArticlesMendAKind(t *testing.T) {
	mistaken := article("1", "Faro", "", []string{"Quill"}, sentence{"", "", "Quill came"})
	mistaken.Entities[0].Kind = news.Organisation
	articles := []*news.Article{mistaken,
		article("2", "Post", "", []string{"Quill"}, sentence{"Quill", "said", "the dam holds"}),
		article("3", "Lark", "", []string{"Quill"}, sentence{"Quill", "said", "it rained"})}
	for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 0, 2}} {
		a := open(t)
		for _, k := range order {
			put(t, a, articles[k])
			sweep(t, a)
		}
		kinds := map[news.EntityKind]int{}
		if err := a.EachEntity(t.Context(), func(e store.EntityRow) error { kinds[e.Kind]++; return nil }); err != nil {
			t.Fatal(err)
		}
		if kinds[news.Person] == 0 || len(kinds) != 1 {
			t.Errorf("in order %v: %v", order, kinds)
		}
	}
}
