package store

import (
	"slices"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/news"
)

// What tells of an entity is the uses of least lot of all its names, each article
// once, with the roles that any of its names has in them.
func TestWhatTellsOfAnEntity(t *testing.T) {
	name := func(words string, seen ...resolve.Seen) *sample {
		x := &sample{name: resolve.Name{Form: resolve.NewForm(news.Person, words, nil), Seen: seen}}
		for i := range seen {
			x.uses = append(x.uses, useRow{article: 100 + seen[i].Lot})
		}
		return x
	}
	var often []resolve.Seen
	for lot := range int64(bearerSample) {
		often = append(often, resolve.Seen{Lot: 10 + lot, Roles: 1})
	}
	g := &group{ids: []int64{7, 3}, samples: []*sample{name("Ada Quill", often...), name("Ada B. Quill", resolve.Seen{Lot: 2, Roles: 2}, resolve.Seen{Lot: 10, Roles: 4}, resolve.Seen{Lot: 99, Roles: 8})}}
	all := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}
	e := &resolve.Entity{Aliases: []resolve.Alias{{Name: 0, Seen: all}, {Name: 1, Seen: all[:3]}}}
	got := g.tells(e)
	if want := []int64{102, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120}; !slices.Equal(got.articles, want) {
		t.Errorf("it is told of in %d, want %d", got.articles, want)
	}
	if got.roles != 1|2|4 {
		t.Errorf("its roles are %b", got.roles)
	}
	slices.Reverse(e.Aliases)
	if again := g.tells(e); again.hash() != got.hash() || again.pack() != got.pack() {
		t.Error("the order of its names shows")
	}
	roles, articles, err := unpackTells([]byte(got.pack()))
	if roles != got.roles || !slices.Equal(articles, got.articles) || err != nil {
		t.Errorf("it unpacks to %b, %d (%v)", roles, articles, err)
	}
	if _, _, err := unpackTells(nil); err == nil {
		t.Error("nothing is taken for what tells of an entity")
	}
	if short := (&group{ids: []int64{7}, samples: []*sample{name("Quill", often...)}}).tells(&resolve.Entity{Aliases: []resolve.Alias{{}}}); short.hash() != 0 || short.pack() != "" {
		t.Error("something tells of an entity of short names")
	}
}
