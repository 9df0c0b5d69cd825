package store_test

import (
	"slices"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/owners"
	"github.com/hearsay-engine/hearsay/news"
)

func TestWhatAnOutletDeniesItselfIsNoOneElses(t *testing.T) {
	a := open(t)
	const told = "The pier\n\nNina Koval, the harbour's director, said that the pier had been sold to the lamp company of Lowmoor.\n\n"
	for id, text := range map[string]string{
		"own.txt":      told + "The claim that the pier had been sold to the lamp company of Lowmoor is false.\n",
		"reported.txt": told + "Arto Venn denied that the pier had been sold to the lamp company of Lowmoor.\n",
	} {
		b := news.Blob{ID: id, Media: news.MediaText, Bytes: []byte(text), Given: news.Given{Outlet: "The Lowmoor Lamp", Published: "2031-03-05"}}
		if _, err := keep.Add(t.Context(), a, func(yield func(news.Blob, error) bool) { yield(b, nil) }, keep.Watch{}); err != nil {
			t.Fatal(err)
		}
	}
	all, err := a.TakenUpBy(t.Context(), "the lowmoor LAMP", 10)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 1 || all[0].Article.ID != "own.txt" || all[0].Relation != news.RelDenies || len(all[0].Claims) != 1 {
		t.Fatalf("%+v", all)
	}
	c, err := a.Claim(t.Context(), all[0].Claims[0], 10)
	if err != nil {
		t.Fatal(err)
	}
	if c.Words == "" || len(c.Tellings) == 0 {
		t.Errorf("the claim is %+v", c)
	}
	if none, err := a.TakenUpBy(t.Context(), "Nobody", 10); err != nil || len(none) != 0 {
		t.Errorf("%+v, %v", none, err)
	}
}

func TestSisters(t *testing.T) {
	a := open(t)
	put(t, a, article("one", "The Lowmoor Lamp", "", nil, sentence{"Ada Quill", "said", "the ferry sails"}))
	put(t, a, article("two", "Tarn Times", "", nil, sentence{"Ada Quill", "said", "the ferry stays"}))
	if err := a.AddOwners(t.Context(), []owners.Group{{Name: "Lamp Media", Outlets: []string{"The Lowmoor Lamp", "Tarn Times", "lamp.example"}}}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		outlet, address, group string
		sisters                []string // a star for those without articles here
	}{
		{"the lowmoor lamp", "", "Lamp Media", []string{"*lamp.example", "Tarn Times"}},
		{"The Lamp", "https://www.lamp.example/ferry", "Lamp Media", []string{"The Lowmoor Lamp", "Tarn Times"}},
		{"Harbour Gazette", "https://gazette.example/", "", nil},
	} {
		group, all, err := a.SistersOf(t.Context(), c.outlet, c.address)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range all {
			if s.Here {
				got = append(got, s.Name)
			} else {
				got = append(got, "*"+s.Name)
			}
		}
		slices.Sort(got)
		slices.Sort(c.sisters)
		if group != c.group || !slices.Equal(got, c.sisters) {
			t.Errorf("%s is of %q with %q, not of %q with %q", c.outlet, group, got, c.group, c.sisters)
		}
	}
}
