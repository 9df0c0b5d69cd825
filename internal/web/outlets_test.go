package web

import (
	"testing"

	"github.com/hearsay-engine/hearsay/internal/owners"
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

func TestAPersonsDenialsStandByThemselves(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	_, page := s.get(t, "/who?name=Nina+Koval")
	holds(t, page, `Reported as denying <span class="n">1</span>`, "the pier had been sold")
	_, page = s.get(t, "/who?name=Arto+Venn")
	holds(t, page, `Reported as denying <span class="n">0</span>`)
}
