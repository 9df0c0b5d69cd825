package trace

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// sortStations puts stations in canonical order: by the lower bound of their
// date, unknown ones last, by their text's SHA-256, by where in it they begin.
// What is told of a day comes before what was published then.
func sortStations(all []Station) { slices.SortFunc(all, compareStations) }

func compareStations(a, b Station) int {
	return cmp.Or(
		a.seen().Compare(b.seen()),
		cmp.Compare(rank(a.Role), rank(b.Role)),
		compareArticles(a.Article, b.Article),
		cmp.Compare(a.start(), b.start()),
		compareTellings(a.Telling, b.Telling),
		compareEvents(a.Event, b.Event),
	)
}

func rank(r Role) int {
	if r == Event {
		return 0
	}
	return 1
}

func (s *Station) seen() news.Seen {
	if s.Event != nil {
		return news.Seen{Interval: s.Event.Interval}
	}
	return s.Article.Seen
}

func (s *Station) start() int {
	switch {
	case s.Telling != nil:
		return s.Telling.start()
	case s.Passage != nil:
		return s.Passage.Start
	}
	return 0
}

// compareArticles is the canonical order of two articles of one date.
func compareArticles(a, b *Article) int {
	if a == nil || b == nil {
		return 0
	}
	return cmp.Or(bytes.Compare(a.SHA256[:], b.SHA256[:]), strings.Compare(a.ID, b.ID))
}

// earlier is the canonical order of articles.
func earlier(a, b *Article) int {
	return cmp.Or(a.Seen.Compare(b.Seen), compareArticles(a, b))
}

// compareTellings tells apart what begins at one place.
func compareTellings(a, b *Telling) int {
	if a == nil || b == nil {
		return cmp.Compare(btoi(a != nil), btoi(b != nil))
	}
	return cmp.Or(
		cmp.Compare(a.Number, b.Number),
		cmp.Compare(a.Relation, b.Relation),
		cmp.Compare(a.Certainty, b.Certainty),
		cmp.Compare(a.Content[len(a.Content)-1].End, b.Content[len(b.Content)-1].End),
		compareQuotes(a.Takes, b.Takes),
	)
}

func compareQuotes(a, b *Quote) int {
	if a == nil || b == nil {
		return cmp.Compare(btoi(a != nil), btoi(b != nil))
	}
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

func compareEvents(a, b *Happening) int {
	if a == nil || b == nil {
		return 0
	}
	return cmp.Or(a.Until.Compare(b.Until), cmp.Compare(a.Precision, b.Precision))
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
