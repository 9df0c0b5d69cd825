package web

import (
	"strings"
	"testing"
)

func TestCopiesStandBesideEachOther(t *testing.T) {
	const body = "The ferry company closed the northern pier on Monday after engineers found cracks in three of its concrete pillars. " +
		"“We could not wait another day,” said Nina Koval, the harbour's director. The pier was built in 1961 and was last repaired eleven years ago, when two pillars were replaced.\n\n" +
		"About four hundred people a day take the boat to the island from there. Until the summer they will have to walk to the old fish market, where a floating bridge is being laid."
	s := opened(t, map[string]string{"a.txt": "Pier closed\n\n" + body + "\n", "b.txt": "No boats from the north\n\n" + body + "\n\nSource: Harbour Post\n", "c.txt": ferry})
	_, page := s.get(t, "/article?id=b.txt&tab=copies")
	if !strings.Contains(page, "1 origin, 1 copy") || !strings.Contains(page, ">a.txt</a>") || strings.Count(page, `">The ferry company closed the northern pier`) != 2 {
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

// Paragraphs stand beside each other where both texts have as many.
func TestAligned(t *testing.T) {
	for _, c := range []struct {
		here, there string
		rows        int
	}{
		{"One gate.\n\nTwo gates.", "One gate.\n\nThree gates.", 2},
		{"One gate.\n\nTwo gates.", "One gate. Two gates.", 1},
		{"One gate.", "One gate.", 1},
	} {
		got := aligned(c.here, c.there)
		var here string
		for _, row := range got {
			for _, x := range row.Here {
				here += x.Text
			}
		}
		if len(got) != c.rows || strings.ReplaceAll(here, "\n\n", "") != strings.ReplaceAll(c.here, "\n\n", "") {
			t.Errorf("%q beside %q: %+v", c.here, c.there, got)
		}
	}
}
