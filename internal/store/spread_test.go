package store_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/owners"
	"github.com/hearsay-engine/hearsay/internal/spread"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// tallied is what Spread counts, in words and order.
func tallied(t *testing.T, a *store.Archive, o store.SpreadOf) []string {
	t.Helper()
	s, err := a.Spread(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, c := range s.Counts {
		out = append(out, fmt.Sprintf("%s → %s %s %d+%d", s.Names[c.From], s.Names[c.To], c.Way.Name(), c.Articles, c.Suggested))
	}
	slices.Sort(out)
	return out
}

// recounted is the same, counted from the edges themselves.
func recounted(t *testing.T, a *store.Archive, outlets map[string]string) []string {
	t.Helper()
	type row struct {
		from, to, way string
		sure          bool
	}
	of := map[row]int{}
	err := a.EachCopy(t.Context(), func(c news.Copy) error {
		way := spread.ByWords
		if c.Directed && c.Kind != news.SharedQuotation {
			way = spread.Uncredited
			for _, r := range c.Reasons {
				if r.Rule == "copy-names-outlet" || r.Rule == "copy-cites-outlet" {
					way = spread.Credited
				}
			}
		}
		of[row{outlets[c.From], outlets[c.To], way.Name(), c.Certainty == news.Confirmed}]++
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for r, n := range of {
		if r.sure {
			out = append(out, fmt.Sprintf("%s → %s %s %d+0", r.from, r.to, r.way, n))
		} else {
			out = append(out, fmt.Sprintf("%s → %s %s 0+%d", r.from, r.to, r.way, n))
		}
	}
	slices.Sort(out)
	return out
}

// press is a small world of few outlets, some of which name whose words they have.
func press() ([]carried, map[string]string) {
	all := world(5, 3, 8, 6)
	outlets := map[string]string{}
	for i := range all {
		c := &all[i]
		if c.outlet = fmt.Sprintf("The Outlet %d", i%5); i%7 == 3 {
			c.outlet = ""
		}
		if i%4 == 1 {
			c.text += fmt.Sprintf("\n\nOriginally published by The Outlet %d.", (i-1)%5)
		}
		outlets[c.id] = c.outlet
	}
	return all, outlets
}

func TestWhoCarriedWhoseWordsIsCountedAsItStands(t *testing.T) {
	a := open(t)
	all, outlets := press()
	keepAll(t, a, all...)
	compareAll(t, a)
	got := tallied(t, a, store.SpreadOf{})
	if want := recounted(t, a, outlets); !slices.Equal(got, want) || len(want) < 5 {
		t.Fatalf("counted\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if !strings.Contains(strings.Join(got, "\n"), "credited") {
		t.Fatalf("nobody names a source:\n%s", strings.Join(got, "\n"))
	}
	if dated := tallied(t, a, store.SpreadOf{After: "2031"}); !slices.Equal(got, dated) {
		t.Errorf("by dates\n%s\nwant\n%s", strings.Join(dated, "\n"), strings.Join(got, "\n"))
	}
	if none := tallied(t, a, store.SpreadOf{Before: "2031"}); none != nil {
		t.Errorf("before there was any article: %v", none)
	}
}

func TestCountsFollowWhatIsReadAnewAndForgotten(t *testing.T) {
	a := open(t)
	all, outlets := press()
	keepAll(t, a, all...)
	compareAll(t, a)
	for i := range all {
		if i%3 == 0 { // it is found to be of another outlet
			all[i].outlet = "The Other"
			all[i].text += "\n\nThis is another version."
			outlets[all[i].id] = "The Other"
		}
	}
	keepAll(t, a, all...)
	compareAll(t, a)
	got := tallied(t, a, store.SpreadOf{})
	if want := recounted(t, a, outlets); !slices.Equal(got, want) || !strings.Contains(strings.Join(got, "\n"), "The Other") {
		t.Fatalf("read anew, counted\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestOnlyWhatIsAskedForIsCounted(t *testing.T) {
	a := open(t)
	all, _ := press()
	keepAll(t, a, all...)
	compareAll(t, a)
	for _, o := range []store.SpreadOf{{Outlets: []string{"the outlet 1"}}, {Outlets: []string{"The Outlet 1"}, After: "2030"}} {
		for _, line := range tallied(t, a, o) {
			if !strings.Contains(line, "The Outlet 1") {
				t.Errorf("asked for one outlet: %s", line)
			}
		}
	}
	for _, line := range tallied(t, a, store.SpreadOf{Ways: []spread.Way{spread.Credited}}) {
		if !strings.Contains(line, " credited ") {
			t.Errorf("asked for those that name it: %s", line)
		}
	}
	for _, line := range tallied(t, a, store.SpreadOf{Sure: true}) {
		if strings.Contains(line, " 0+") {
			t.Errorf("asked for what is sure: %s", line)
		}
	}
	if _, err := a.Spread(t.Context(), store.SpreadOf{After: "soon"}); news.FaultOf(err) != news.Usage {
		t.Errorf("after:soon is %v", err)
	}
}

func TestEveryCountLeadsToItsCopies(t *testing.T) {
	a := open(t)
	all, _ := press()
	keepAll(t, a, all...)
	compareAll(t, a)
	s, err := a.Spread(t.Context(), store.SpreadOf{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range spread.Of(s.Counts, spread.Options{}).Table {
		list, err := a.CarriedBetween(t.Context(), []string{c.From}, []string{c.To}, store.SpreadOf{Ways: []spread.Way{c.Way}})
		if err != nil {
			t.Fatal(err)
		}
		if len(list) != c.Articles+c.Suggested {
			t.Errorf("%+v leads to %d copies", c, len(list))
		}
	}
}

func TestOutletsOfAnOwnerAreAGroup(t *testing.T) {
	a := open(t)
	all, _ := press()
	keepAll(t, a, all...)
	compareAll(t, a)
	if err := a.AddOwners(t.Context(), []owners.Group{{Name: "Outlet Media", Outlets: []string{"The Outlet 1", "The Outlet 2"}}}); err != nil {
		t.Fatal(err)
	}
	s, err := a.Spread(t.Context(), store.SpreadOf{})
	if err != nil || s.Groups["the outlet 1"] != "Outlet Media" || s.Groups["the outlet 3"] != "" {
		t.Fatalf("%v, %v", s.Groups, err)
	}
}
