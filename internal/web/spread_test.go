package web

import (
	"github.com/hearsay-engine/hearsay/internal/layered"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// carryingPages are an article and one that carries its words and names it.
var carryingPages = map[string]string{
	"lamp.html": carryingPage("The Lowmoor Lamp", "2031-03-01T08:00:00Z", ""),
	"tarn.html": carryingPage("The Tarn <Times>", "2031-03-02T09:00:00Z", "<p>Originally published in The Lowmoor Lamp.</p>"),
}

func carryingPage(outlet, published, foot string) string {
	outlet = strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(outlet)
	return `<html lang="en"><head><title>Ferry turned back</title><meta property="og:site_name" content="` + outlet + `"><meta property="article:published_time" content="` + published + `"></head>
<body><article><h1>Ferry turned back</h1><p>The ferry to Lowmoor was turned back on Sunday when water came in through the bow door, the harbour court heard on Monday.</p>
<p>“Nobody was hurt, but forty cars stood in salt water to their axles,” said Nina Koval, the harbour's director.</p>
<p>The door had been mended twice since spring by a yard on the north shore that has since closed its gates and sold its only crane.</p>` + foot + `</article></body></html>`
}

func TestWhoCarriedWhoseWordsIsDrawnAndTold(t *testing.T) {
	s := opened(t, carryingPages)
	status, page := s.get(t, "/spread")
	if status != 200 {
		t.Fatalf("/spread answers %d", status)
	}
	holds(t, page, "<svg", "<title id=\"spread-title\">", `data-node="0"`, `class="line w-credited"`, "The Lowmoor Lamp, carried by The Tarn &lt;Times&gt;: 1, names its source")
	link := regexp.MustCompile(`href="(/spread/copies\?[^"]*way=credited[^"]*)"`).FindStringSubmatch(page)
	if link == nil {
		t.Fatalf("the count leads nowhere:\n%s", page)
	}
	status, list := s.get(t, strings.ReplaceAll(link[1], "&amp;", "&"))
	if status != 200 {
		t.Fatalf("%s answers %d", link[1], status)
	}
	holds(t, list, "Copies behind a count", "tab=copies", "The Tarn &lt;Times&gt;", "names its source")
}

func TestSpreadIsNarrowedAndItsMistakesAreTold(t *testing.T) {
	s := opened(t, carryingPages)
	const none = "No copy from one outlet to another"
	for _, c := range []struct {
		asked  string
		status int
		want   string
	}{
		{"q=" + url.QueryEscape("salt speaker:Koval"), 200, "<svg"},
		{"q=unheard", 200, none},
		{"outlet=The+Lowmoor+Lamp", 200, "<svg"},
		{"outlet=Nobody", 200, none},
		{"way=uncredited", 200, none},
		{"before=2031-03-02", 200, none},
		{"after=2031-03-02", 200, "<svg"},
		{"after=2031-03-02T09:00:01", 200, none},
		{"after=soon", 400, "is no date"},
		{"q=" + url.QueryEscape("before:soon"), 400, "wants a date"},
		{"top=-3", 200, "<svg"},
	} {
		status, page := s.get(t, "/spread?"+c.asked)
		if status != c.status || !strings.Contains(page, c.want) {
			t.Errorf("%s answers %d, without %q:\n%s", c.asked, status, c.want, page)
		}
	}
	_, outlet := s.get(t, "/outlet?name=The+Lowmoor+Lamp")
	holds(t, outlet, "Who carried whose words", "<svg", `href="/spread?outlet=The+Lowmoor+Lamp"`)
}

// Columns stand closer together where the picture would be wider than a page.
func TestAPictureOfManyColumnsFitsAPage(t *testing.T) {
	wide := map[int]int{}
	for columns := 2; columns <= 7; columns++ {
		var chain []layered.Edge
		for i := range columns - 1 {
			chain = append(chain, layered.Edge{From: i, To: i + 1, Weight: 3})
		}
		at, err := inColumns(columns, chain)
		if err != nil {
			t.Fatal(err)
		}
		wide[columns] = at.Wide + 2*spreadEdge
	}
	for columns, most := range map[int]int{4: pages.SpreadFits, 5: pages.SpreadFits, 7: pages.SpreadShrunk} {
		if wide[columns] > most {
			t.Errorf("%d columns are %d wide, want at most %d", columns, wide[columns], most)
		}
	}
	if apart := wide[3] - wide[2]; apart != pages.SpreadWide+spreadGaps[0] {
		t.Errorf("columns of a narrow picture are %d apart, want %d", apart, pages.SpreadWide+spreadGaps[0])
	}
}
