package resolve_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// name reads "person Ada Quill @faro,post": a kind, a name and its outlets.
func name(s string) resolve.Name {
	s, outlets, _ := strings.Cut(s, " @")
	kind, words, _ := strings.Cut(s, " ")
	n := resolve.Name{Kind: news.EntityKind(strings.Trim(kind, "?")), Name: words, Uses: 1}
	if outlets != "" {
		n.Outlets = strings.Split(outlets, ",")
		n.Uses = len(n.Outlets)
	}
	return n
}

// grouped writes entities as "id = name+ name?outlet": confirmed and suggested.
func grouped(names []resolve.Name) string {
	var out []string
	for _, e := range resolve.Group(names) {
		line := e.ID + " ="
		for _, l := range e.Aliases {
			mark := "+"
			if !l.Confirmed {
				mark = "?" + l.Outlet
			}
			line += " " + names[l.Name].Name + mark
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

func TestGroup(t *testing.T) {
	tests := []struct {
		names []string
		want  string
	}{
		{[]string{"person Ada Quill", "person ADA  QUILL", "person Ada Quíll"}, "person:ada-quill = ADA  QUILL+ Ada Quill+ Ada Quíll+"},
		{[]string{"person Ada Quill", "organisation Ada Quill"}, "organisation:ada-quill = Ada Quill+; person:ada-quill = Ada Quill+"},
		{[]string{"person Quill @faro", "person Ada Quill @faro"}, "person:ada-quill = Ada Quill+ Quill?faro; person:quill = Quill+"},
		{[]string{"person Quill @faro,post", "person Ada Quill @faro"}, "person:ada-quill = Ada Quill+ Quill?faro; person:quill = Quill+"},
		{[]string{"person Quill @faro", "person Ada Quill @post"}, "person:ada-quill = Ada Quill+; person:quill = Quill+"},
		{[]string{"person Quill @faro", "person Ada Quill @faro", "person Bo Quill @faro"}, "person:ada-quill = Ada Quill+; person:bo-quill = Bo Quill+; person:quill = Quill+"},
		{[]string{"person Quill @", "person Ada Quill @"}, "person:ada-quill = Ada Quill+; person:quill = Quill+"},
		{[]string{"? Ada Quill", "person Ada Quill"}, "person:ada-quill = Ada Quill+ Ada Quill+"},
		{[]string{"? Ada Quill", "person Ada Quill", "organisation Ada Quill"}, "organisation:ada-quill = Ada Quill+; person:ada-quill = Ada Quill+"},
		{[]string{"? guard @faro"}, ""},
		{[]string{"person Дана Річка"}, "person:дана-річка = Дана Річка+"},
		{nil, ""},
	}
	for _, c := range tests {
		var names []resolve.Name
		for _, s := range c.names {
			names = append(names, name(s))
		}
		if got := grouped(names); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.names, got, c.want)
		}
	}
}

func TestOtherNamesHaveOtherIDs(t *testing.T) {
	names := []resolve.Name{name("person Jean-Luc Pic"), name("person Jean Luc Pic"), name("person Jean'Luc Pic"), name("person jean - luc pic"),
		name("person " + strings.Repeat("a", 90) + " pic"), name("person " + strings.Repeat("a", 91) + " pic")}
	ids := map[string]bool{}
	for _, e := range resolve.Group(names) {
		ids[e.ID] = true
		if strings.ContainsAny(e.ID, " \n'") {
			t.Errorf("id %q", e.ID)
		}
	}
	if len(ids) != len(names) {
		t.Errorf("%d ids for %d names: %v", len(ids), len(names), ids)
	}
}

// TestTheOrderOfNamesDoesNotMatter, and neither does a name of the same bucket
// that is in no article any more.
func TestTheOrderOfNamesDoesNotMatter(t *testing.T) {
	kinds := []string{"person", "organisation", "?"}
	rapid.Check(t, func(rt *rapid.T) {
		one := rapid.Custom(func(rt *rapid.T) resolve.Name {
			words := rapid.SampledFrom([]string{"Quill", "Ada Quill", "ADA QUILL", "Ada Quíll", "Bo Quill", "Bo  Quill"}).Draw(rt, "words")
			outlets := rapid.SampledFrom([]string{"faro", "post", "faro,post", ""}).Draw(rt, "outlets")
			return name(rapid.SampledFrom(kinds).Draw(rt, "kind") + " " + words + " @" + outlets)
		})
		names := rapid.SliceOfNDistinct(one, 0, 8, func(n resolve.Name) string { return string(n.Kind) + n.Name }).Draw(rt, "names")
		shuffled := rapid.Permutation(append(names, resolve.Name{Kind: news.Person, Name: "Gone Quill"})).Draw(rt, "shuffled")
		if a, b := grouped(names), grouped(shuffled); a != b {
			rt.Errorf("\n%s\n%s", a, b)
		}
		for _, e := range resolve.Group(names) {
			for _, l := range e.Aliases {
				if len(l.Reasons) == 0 {
					rt.Errorf("%s has an alias without reason", e.ID)
				}
				for _, r := range l.Reasons {
					if !wording.Known(r.Rule) {
						rt.Errorf("rule %s has no sentence", r.Rule)
					}
				}
			}
		}
	})
}

func ExampleGroup() {
	for _, e := range resolve.Group([]resolve.Name{
		{Kind: news.Person, Name: "Ada Quill", Outlets: []string{"faro"}, Uses: 2},
		{Kind: news.Person, Name: "Quill", Outlets: []string{"faro"}, Uses: 1},
	}) {
		fmt.Println(e.ID, len(e.Aliases))
	}
	// Output:
	// person:ada-quill 2
	// person:quill 1
}
