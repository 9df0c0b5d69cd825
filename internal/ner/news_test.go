package ner_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/mention"
	"github.com/hearsay-engine/hearsay/internal/ner"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

var letters = map[ner.Kind]string{ner.Person: "p", ner.Organisation: "o", ner.Place: "l"}

// marked puts the names that the shipped model finds in a sentence into braces.
func marked(s string) string {
	d := ner.Document{Text: s, Tokens: text.Tokens(s, news.Span{Start: 0, End: len(s)}, nil)}
	d.Sentences = []text.Range{{From: 0, To: len(d.Tokens)}}
	d.Classes = mention.Classes(s, d.Tokens)
	names, _ := ner.English().Find(d)
	slices.Reverse(names)
	for _, n := range names {
		if n.Kind != ner.Other {
			from, to := d.Tokens[n.From].Start, d.Tokens[n.To-1].End
			s = s[:from] + "{" + s[from:to] + "|" + letters[n.Kind] + "}" + s[to:]
		}
	}
	return s
}

func TestNamesOfNews(t *testing.T) {
	for _, want := range []string{
		"{Jana Orlan|p}, who leads the committee, said that the ferry was late.",
		"He flew from {Oslo|l} to {Paris|l} on Monday.",
		"“We have lost it,” {Peter Halvane|p} told reporters in {London|l}.",
		"The {University of Chicago|o} closed its gates.",
		"The report by the {United Nations|o} names {Kenya|l} and {Uganda|l}.",
		"Nobody knew what the weather would bring.",
		"According to Mr. {Brandt|p}, the talks in {Geneva|l} have failed.",
		"{Microsoft|o} bought the firm for a billion dollars.",
		"It was said by {Maria Halvane|p} that the road to {Berlin|l} was open.",
	} {
		if got := marked(strings.NewReplacer("{", "", "|p}", "", "|o}", "", "|l}", "").Replace(want)); got != want {
			t.Errorf(" got %s\nwant %s", got, want)
		}
	}
}
