// Package wording turns rule ids into the sentences people read. Every rule of
// every stage has its sentence here and nowhere else.
package wording

import (
	"fmt"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Of is the sentence of a reason. A sentence may hold {words} and {figure}. A
// rule without a sentence reads as its id, which TestEveryRuleHasASentence of
// the stage that owns the rule refuses.
func Of(r news.Reason) string {
	s, known := sentence(r.Rule)
	if !known {
		return r.Rule
	}
	s = strings.ReplaceAll(s, "{words}", r.Words)
	return strings.ReplaceAll(s, "{figure}", fmt.Sprintf("%.3g", r.Figure))
}

// OfRule is a rule's sentence with … for the words and the figure of a case.
func OfRule(rule string) string {
	s, known := sentence(rule)
	if !known {
		return rule
	}
	return strings.NewReplacer("{words}", "…", "{figure}", "…").Replace(s)
}

// Known reports whether rule has a sentence.
func Known(rule string) bool { _, ok := sentence(rule); return ok }

func sentence(rule string) (string, bool) {
	for _, table := range tables {
		if s, ok := table[rule]; ok {
			return s, true
		}
	}
	return "", false
}

// tables holds each stage's sentences, one file a stage.
var tables = []map[string]string{
	cleaning,
	page,
	lines,
	attribution,
	mentions,
	resolving,
	corrected,
	naming,
	copying,
	descending,
	matching,
	dating,
	tracing,
	taking,
	telling,
}

// Count is a count with what is counted: "1 article", "3 articles".
func Count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
