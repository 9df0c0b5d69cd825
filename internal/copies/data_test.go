package copies

import (
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

func TestVersionNamesTheLists(t *testing.T) {
	_, got, _ := strings.Cut(Version, "-")
	if want := news.DigestOf(creditList + glossList).String()[:8]; got != want {
		t.Errorf("a list has changed: the second half of Version is %s, must be %s", got, want)
	}
}

func TestGloss(t *testing.T) {
	seen := map[string]string{}
	for line := range strings.Lines(glossList) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.Fields(line)
		if len(words) < 2 {
			t.Errorf("%q has no second word", strings.TrimSpace(line))
		}
		for _, w := range words {
			if seen[w] != "" {
				t.Errorf("%q stands in the lines of %s and %s", w, seen[w], words[0])
			}
			seen[w] = words[0]
		}
	}
	for _, c := range [][2]string{{"dogs", "собаками"}, {"elections", "выборы"}, {"minister", "министерства"}} {
		if meaning(c[0]) == 0 || meaning(c[0]) != meaning(c[1]) {
			t.Errorf("%s %d, %s %d", c[0], meaning(c[0]), c[1], meaning(c[1]))
		}
	}
	if m := meaning("carpenter"); m != 0 {
		t.Errorf("carpenter means %d", m)
	}
}
