package web

import (
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/web/pages"
)

func TestCopiesStandBesideEachOther(t *testing.T) {
	const body = "The ferry company closed the northern pier on Monday after engineers found cracks in three of its concrete pillars. " +
		"“We could not wait another day,” said Nina Koval, the harbour's director. The pier was built in 1961 and was last repaired eleven years ago, when two pillars were replaced.\n\n" +
		"About four hundred people a day take the boat to the island from there. Until the summer they will have to walk to the old fish market, where a floating bridge is being laid."
	s := opened(t, map[string]string{"a.txt": "Pier closed\n\n" + body + "\n", "b.txt": "No boats from the north\n\n" + body + "\n\nSource: Harbour Post\n", "c.txt": ferry})
	_, page := s.get(t, "/article?id=b.txt&tab=copies")
	if !strings.Contains(page, "1 origin, 1 copy") || !strings.Contains(page, ">no headline: “The ferry company closed the northern pier on Monday after engineers…”</a>") || strings.Count(page, `">The ferry company closed the northern pier`) != 2 {
		t.Errorf("the copy and its origin do not stand side by side:\n%s", page)
	}
	edited := strings.NewReplacer("four hundred", "six hundred", "the old fish market,", "the market,").Replace(body)
	s = opened(t, map[string]string{"a.txt": "Pier closed\n\n" + body + "\n", "b.txt": "No boats from the north\n\n" + edited + "\n", "c.txt": ferry})
	_, page = s.get(t, "/article?id=b.txt&tab=copies")
	for _, want := range []string{"About <mark>six</mark> hundred people", "About <mark>four</mark> hundred people", "to the <mark>old fish</mark> market, where", "to the market, where"} {
		if strings.Count(page, want) != 1 {
			t.Errorf("%q does not stand once in\n%s", want, page)
		}
	}
	if _, page := s.get(t, "/article?id=c.txt&tab=copies"); !strings.Contains(page, "No copy found by these rules") || !strings.Contains(page, "1 origin, no copy") {
		t.Errorf("an article of its own shows:\n%s", page)
	}
}

// Paragraphs stand beside each other; what one text has put in stands by itself.
func TestAligned(t *testing.T) {
	for _, c := range []struct{ here, there, want string }{
		{"One gate opened.\n\nTwo gates shut.", "One gate opened.\n\nThree gates shut.", "One gate opened.|One gate opened. / [Two] gates shut.|[Three] gates shut."},
		{"One gate opened.\n\nTwo gates shut.", "One gate opened. Two gates shut.", "One gate opened.  Two gates shut.|One gate opened. Two gates shut."},
		{"One gate opened.\n\nRead on here\n\nTwo gates shut.", "One gate opened.\n\nTwo gates shut.", "One gate opened.|One gate opened. / [Read on here]| / Two gates shut.|Two gates shut."},
		{"One gate.", "One gate.", "One gate.|One gate."},
	} {
		var rows []string
		for _, row := range aligned(c.here, c.there) {
			rows = append(rows, drawnSide(row.Here)+"|"+drawnSide(row.There))
		}
		if got := strings.Join(rows, " / "); got != c.want {
			t.Errorf("%q beside %q: %s, want %s", c.here, c.there, got, c.want)
		}
	}
}

func drawnSide(pieces []pages.Compared) string {
	out := ""
	for _, p := range pieces {
		if p.Differs {
			p.Text = "[" + p.Text + "]"
		}
		out += strings.ReplaceAll(p.Text, "\n", " ")
	}
	return out
}
