package boilerplate

import (
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

func TestRatedLines(t *testing.T) {
	sc := NewScanner()
	for line, want := range map[string]bool{
		"Claim: The dam of Orlan burst on Monday, and the guild hid it.": true,
		"The claim: The dam burst":                                       true,
		"Our rating: False":                                              true,
		"VERDICT: FALSE":                                                 true,
		"Rating: 4.5 of 5, by 312 readers, see all their reviews here":   false,
		"Share: Mail":                                                    false,
		"Claim your prize":                                               false,
	} {
		if got := sc.Read(line, news.Span{End: len(line)}).rated; got != want {
			t.Errorf("%q: rated %v, want %v", line, got, want)
		}
	}
}
