package store_test

import (
	"fmt"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// What a name is weighed with are the statements by it in the sense asked for, and
// their articles.
func TestWhatANameIsWeighedWith(t *testing.T) {
	a := open(t)
	put(t, a,
		article("1", "Kestrel Post", "", []string{"Ada Quill", "Quill"}, sentence{"Ada Quill", "said", "the dam holds"}, sentence{"Quill", "said", "it is dry"}, sentence{"Quill", "said", "it is old"}),
		article("2", "Kestrel Post", "", []string{"Quill"}, sentence{"Quill", "said", "it rained"}),
		article("3", "Faro", "", []string{"Ada Quill", "Bo Marsh"}, sentence{"Bo Marsh", "said", "Ada Quill left"}, sentence{"", "", "Ada Quill was there."}))
	sweep(t, a)
	tests := []struct {
		id    string
		names []string
		want  store.Weight
	}{
		{"person:ada-quill", []string{"Ada Quill"}, store.Weight{Statements: 1, Articles: 1}},
		{"person:ada-quill", []string{"Quill"}, store.Weight{Statements: 3, Articles: 2}},
		{"person:ada-quill", []string{"Ada Quill", "Quill"}, store.Weight{Statements: 4, Articles: 2}},
		{"person:bo-marsh", []string{"Bo Marsh"}, store.Weight{Statements: 1, Articles: 1}},
		{"person:bo-marsh", []string{"Quill"}, store.Weight{}},
		{"person:bo-marsh", nil, store.Weight{}},
	}
	for _, c := range tests {
		if got := weighed(t, a, c.id, c.names...); got != c.want {
			t.Errorf("%s by %q: %+v, want %+v", c.id, c.names, got, c.want)
		}
	}
}

// Of more statements than are counted there are at least as many.
func TestNoMoreIsWeighedThanAPersonReads(t *testing.T) {
	a := open(t)
	for i := range 11 {
		said := make([]sentence, 20)
		for k := range said {
			said[k] = sentence{"Ada Quill", "said", fmt.Sprintf("gate %d of dam %d holds", k, i)}
		}
		put(t, a, article(fmt.Sprint(i), "Faro", "", []string{"Ada Quill"}, said...))
	}
	sweep(t, a)
	if got := weighed(t, a, "person:ada-quill", "Ada Quill"); got.Statements != 200 || got.Articles != 10 || !got.Least {
		t.Errorf("220 statements of 11 articles are weighed %+v", got)
	}
}

func weighed(t *testing.T, a *store.Archive, id string, names ...string) store.Weight {
	t.Helper()
	var on []store.Alias
	for _, n := range names {
		on = append(on, store.Alias{Name: n, Kind: news.Person})
	}
	w, err := a.WeighNames(t.Context(), id, on)
	if err != nil {
		t.Fatal(err)
	}
	return w
}
