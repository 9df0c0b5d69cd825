package gen

import (
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

// An article of a crowd is the same alone and in order, and its names stand at
// their spans.
func TestCrowd(t *testing.T) {
	type name struct {
		kind news.EntityKind
		name string
	}
	names, whole, mentions := map[name]map[int]bool{}, map[int]map[string]bool{}, 0
	a := NewCrowd(5, Crowd{Entities: 3000})
	for n := range 2500 {
		art, named := a.Article(n)
		again, _ := NewCrowd(5, Crowd{Entities: 3000}).Article(n)
		if n%100 == 0 && again.Text != art.Text {
			t.Fatalf("article %d differs", n)
		}
		for i, x := range named {
			mentions++
			for _, m := range art.Entities[i].Mentions {
				if m.End > len(art.Text) || m.Of(art.Text) == "" {
					t.Fatalf("%v outside of the text", m)
				}
			}
			if x.Entity.Name != x.Entity.Mentions[0].Of(art.Text) {
				t.Errorf("%q at %v", x.Entity.Name, x.Entity.Mentions[0])
			}
			k := name{x.Entity.Kind, x.Entity.Name}
			if names[k] == nil {
				names[k] = map[int]bool{}
			}
			names[k][x.Who] = true
			if whole[x.Who] == nil {
				whole[x.Who] = map[string]bool{}
			}
			whole[x.Who][x.Entity.Name] = true
		}
	}
	shared, spelled := 0, 0
	for _, who := range names {
		if len(who) > 1 {
			shared++
		}
	}
	for _, n := range whole {
		if len(n) > 2 {
			spelled++
		}
	}
	t.Logf("%d mentions, %d names, %d of several entities, %d of %d entities spelled three ways or more", mentions, len(names), shared, spelled, len(whole))
	if mentions < 45_000 || shared < len(names)/100 || spelled < len(whole)/4 {
		t.Errorf("too few: %d mentions, %d of %d names shared, %d of %d entities in three spellings", mentions, shared, len(names), spelled, len(whole))
	}
}
