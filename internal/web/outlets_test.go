package web

import (
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/owners"
	"github.com/hearsay-engine/hearsay/news"
)

func TestAnOutletTellsWhatItGivesAndTakesAndDenies(t *testing.T) {
	s := opened(t, map[string]string{
		"lamp.html": carryingPages["lamp.html"], "tarn.html": carryingPages["tarn.html"],
		"pier.html": carryingPage("The Tarn <Times>", "2031-04-02T09:00:00Z", "<p>Nina Koval, the harbour's director, said that the pier had been sold to the yard.</p><p>The claim that the pier had been sold to the yard is false.</p><p>Arto Venn denied that the crane had been sold.</p>"),
	})
	if err := s.archive.AddOwners(t.Context(), []owners.Group{{Name: "Shore Media", Outlets: []string{"The Tarn <Times>", "The Lowmoor Lamp", "Absent Post"}}}); err != nil {
		t.Fatal(err)
	}
	_, page := s.get(t, "/outlet?name=The+Tarn+%3CTimes%3E")
	holds(t, page, "Shore Media", `<a href="/outlet?name=The+Lowmoor+Lamp" dir="auto">The Lowmoor Lamp</a>`, `<span dir="auto">Absent Post</span>`,
		"Words from elsewhere that it carries", "names its source", `way=credited`, "Denied or corrected in its own words", "The claim that the pier had been sold to the yard is false", "/claim?id=claim",
		"1 denial by others that it reports", `class="bars"`)
	_, page = s.get(t, "/outlet?name=The+Lowmoor+Lamp")
	holds(t, page, "Its words, carried elsewhere")
}

// An outlet's page tells how its articles came here and what of its address failed.
func TestAnOutletTellsHowItIsCollected(t *testing.T) {
	s := opened(t, map[string]string{"lamp.html": carryingPages["lamp.html"]})
	_, page := s.get(t, "/outlet?name=The+Lowmoor+Lamp")
	holds(t, page, "How collected", "saved pages", "1 article", "last captured", "unknown")
	if strings.Contains(page, "No capture with its address failed") {
		t.Error("of an outlet without an address it is said that nothing of its address failed")
	}
	blobs := func(yield func(news.Blob, error) bool) {
		given := news.Given{Outlet: "The Quay <Post>", URL: "https://quay.example/one", Fetched: "2031-04-05T06:07Z"}
		if yield(news.Blob{ID: "one", Media: news.MediaText, Bytes: []byte(ferry), Given: given}, nil) {
			yield(news.Blob{ID: "https://quay.example/two"}, news.Errorf(news.Denied, "https://quay.example/two", "save it again", "<cannot> be read"))
		}
	}
	if _, err := keep.Add(t.Context(), s.archive, blobs, keep.Watch{}); err != nil {
		t.Fatal(err)
	}
	_, page = s.get(t, "/outlet?name=The+Quay+%3CPost%3E")
	holds(t, page, "texts", "5 April 2031", "given with the file", "Captures with its address that could not be read", "https://quay.example/two", "&lt;cannot&gt; be read (save it again)")
	_, page = s.get(t, "/outlets")
	holds(t, page, "Captures that could not be read", "https://quay.example/two")
	if _, page = s.get(t, "/outlet?name=The+Lowmoor+Lamp"); strings.Contains(page, "quay.example/two") {
		t.Error("another outlet is said to have failed")
	}
}

func TestAPersonsDenialsStandByThemselves(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	_, page := s.get(t, "/who?name=Nina+Koval")
	holds(t, page, `Reported as denying <span class="n">1</span>`, "the pier had been sold")
	_, page = s.get(t, "/who?name=Arto+Venn")
	holds(t, page, `Reported as denying <span class="n">0</span>`)
}

func TestArticlesOfNoOutletAreCountedAndListed(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry, "lamp.html": carryingPages["lamp.html"]})
	_, page := s.get(t, "/outlets")
	holds(t, page, "The Lowmoor Lamp", `<a href="/outlets?unknown">1 article whose outlet is unknown</a>`)
	_, page = s.get(t, "/outlets?unknown")
	holds(t, page, "Articles whose outlet is unknown", "/article?id=ferry.txt", "NAME.meta.json")
	if strings.Contains(page, "id=lamp.html") {
		t.Error("an article whose outlet is known is listed")
	}
}
