package web

import (
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/owners"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
)

// crowd is stories that outlets carry from each other: each by so many, half of
// them naming the one before.
func crowd(outlets, stories, each int) map[string]string {
	texts := map[string]string{}
	for s := range stories {
		before := ""
		for k := range each {
			outlet := fmt.Sprintf("Outlet %c", 'A'+(s*7+k*(1+s%5))%outlets)
			foot := ""
			if k%2 == 1 {
				foot = "<p>Originally published in " + before + ".</p>"
			}
			page := carryingPage(outlet, fmt.Sprintf("2031-03-%02dT%02d:00:00Z", 1+s, 6+k), foot)
			for _, word := range []string{"Lowmoor", "bow door", "forty cars", "north shore", "harbour court", "only crane", "since spring"} {
				page = strings.ReplaceAll(page, word, fmt.Sprintf("%s %s", word, strings.Repeat(string(rune('a'+s)), 5)))
			}
			texts[fmt.Sprintf("%d-%d.html", s, k)] = page
			before = outlet
		}
	}
	return texts
}

// rowsSaid and linesSaid tell the same in the same words, where they do. By words
// only no outlet is first.
func rowsSaid(rows []pages.SpreadRow) (out []string) {
	for _, r := range rows {
		out = append(out, saidBy(endSaid(r.From.Name, r.From.Others), endSaid(r.To.Name, r.To.Others), r.Way, r.Articles+r.Suggested))
	}
	slices.Sort(out)
	return out
}

func linesSaid(p *pages.SpreadPicture) (out []string) {
	for _, l := range p.Lines {
		for _, x := range l.Said {
			from, to := p.Nodes[x.From], p.Nodes[x.To]
			out = append(out, saidBy(endSaid(from.Name, from.Others), endSaid(to.Name, to.Others), x.Way, x.Articles))
		}
	}
	slices.Sort(out)
	return out
}

func saidBy(from, to, way string, n int) string {
	if way == "by-words" && to < from {
		from, to = to, from
	}
	return fmt.Sprintf("%s, %s, %s: %d", from, to, way, n)
}

func endSaid(name string, others int) string {
	if others > 0 {
		return fmt.Sprintf("others (%d)", others)
	}
	return name
}

// Of many outlets or few, whatever is asked for, the tables say what each line and
// each box drawn says.
func TestTheTablesTellAllThatIsDrawn(t *testing.T) {
	for _, of := range []struct {
		what  string
		texts map[string]string
		left  bool // lines are left out
	}{
		{"dense", crowd(18, 14, 7), true},
		{"sparse", carryingPages, false},
	} {
		t.Run(of.what, func(t *testing.T) {
			s := opened(t, of.texts)
			if err := s.archive.AddOwners(t.Context(), []owners.Group{{Name: "Shore Media", Outlets: []string{"Outlet A", "Outlet B", "The Lowmoor Lamp"}}}); err != nil {
				t.Fatal(err)
			}
			drawn := 0
			for _, asked := range []string{"", "top=3", "top=5", "top=30", "way=credited", "way=uncredited", "way=by-words", "outlet=Outlet+C", "outlet=The+Lowmoor+Lamp", "owners=1",
				"owners=1&outlet=Shore+Media", "after=2031-03-02", "before=2031-03-08", "confirmed=1", "q=salt", "q=speaker:Koval&top=4"} {
				a, err := s.spreadAsked(httptest.NewRequest("GET", "/spread?"+asked, nil))
				if err != nil {
					t.Fatal(err)
				}
				p, err := s.spreadPart(t.Context(), &a)
				if err != nil {
					t.Fatal(err)
				}
				if p.Picture == nil {
					if len(p.Rows)+len(p.Rest) > 0 {
						t.Errorf("%q: nothing is drawn of %d rows", asked, len(p.Rows))
					}
					continue
				}
				drawn++
				if rows, lines := rowsSaid(p.Rows), linesSaid(p.Picture); !slices.Equal(rows, lines) {
					t.Errorf("%q: rows\n%s\nlines\n%s", asked, strings.Join(rows, "\n"), strings.Join(lines, "\n"))
				}
				if asked == "" && (p.Left > 0) != of.left {
					t.Errorf("%d lines are left out", p.Left)
				}
				if p.Left > 0 && len(p.Rest) == 0 {
					t.Errorf("%q: %d lines are left out, and the rest is empty", asked, p.Left)
				}
				_, page := s.get(t, "/spread?"+asked)
				for _, n := range p.Picture.Nodes {
					counts := fmt.Sprintf(`</th><td class="num">%d</td><td class="num">%d</td><td class="num">%d</td></tr>`, n.Given, n.Taken, n.Words)
					name := strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(endSaid(n.Name, n.Others))
					if !slices.ContainsFunc(strings.Split(page, "<tr>"), func(row string) bool { return strings.Contains(row, name) && strings.Contains(row, counts) }) {
						t.Errorf("%q: no row of %s with %s", asked, name, counts)
					}
				}
				if n := strings.Count(page, `class="key`) - 3; n != len(p.Rows)+len(p.Rest) {
					t.Errorf("%q: the page has %d rows, want %d and %d", asked, n, len(p.Rows), len(p.Rest))
				}
			}
			if drawn < 5 {
				t.Errorf("%d pictures are drawn", drawn)
			}
		})
	}
}
