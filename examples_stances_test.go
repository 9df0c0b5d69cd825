package hearsay_test

import (
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay"
	"github.com/hearsay-engine/hearsay/news"
)

func TestStancesOfTheExamples(t *testing.T) {
	articles := readExamples(t)
	for _, line := range strings.Split(strings.TrimSpace(string(mustRead(t, "testdata/examples_stances.tsv"))), "\n")[1:] {
		f := strings.Split(line, "\t")
		a := articles[f[0]]
		if a == nil {
			t.Fatalf("there is no article %q among the examples", f[0])
		}
		if !takes(a, f[1], f[2], f[3], f[4]) {
			t.Errorf("%s: nobody is found who %s by %q, as %q does, that %q", f[0], f[1], f[2], f[3], f[4])
		}
	}
}

// takes reports whether a stance of the article has the relation, the cue, a holder
// with the words (- for the outlet) and something about it that begins with of.
func takes(a *hearsay.Article, relation, cue, holder, of string) bool {
	for _, s := range a.Stances {
		who := s.Holder
		if who == nil && s.Statement != news.Outermost {
			who = a.Statements[s.Statement].Speaker
		}
		named := who == nil && holder == "-" || who != nil && strings.Contains(who.Of(a.Text), holder)
		if named && string(s.Relation) == relation && s.Cue.Of(a.Text) == cue && strings.HasPrefix(s.Of[0].Of(a.Text), of) {
			return true
		}
	}
	return false
}
