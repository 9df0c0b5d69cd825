package trace

import (
	"github.com/hearsay-engine/hearsay/news"
)

// carries reports whether an edge says that one text is made of the other's
// words: a quotation both have is what somebody said, and no copy.
func carries(e *news.Copy) bool {
	return e.Certainty == news.Confirmed && e.Kind != news.SharedQuotation
}

// copyOf is whose words the telling is given in, nil when they are its own
// article's.
func (w *work) copyOf(t *Telling) *Carried {
	e := w.from[t.Article]
	if e == nil || !within(t, e) {
		return nil
	}
	return &Carried{*e, w.article[e.From]}
}

// within reports whether the telling stands in what the edge says is carried. A
// translation is another wording all along: all of it is.
func within(t *Telling, e *news.Copy) bool {
	return e.Kind == news.Retranslated || covered(t.Content, e, toSide) >= halfOf(t.Content)
}

// side picks the span of a passage in one of the two articles.
type side func(*news.CopyPassage) news.Span

func toSide(p *news.CopyPassage) news.Span   { return p.To }
func fromSide(p *news.CopyPassage) news.Span { return p.From }

// covered counts the bytes of the content that stand in passages.
func covered(content []Quote, e *news.Copy, of side) int {
	n := 0
	for i := range e.Passages {
		p := of(&e.Passages[i])
		for _, q := range content {
			n += max(0, min(p.End, q.End)-max(p.Start, q.Start))
		}
	}
	return n
}

// halfOf is the fewest bytes of a telling that make it the passage's.
func halfOf(content []Quote) int {
	n := 0
	for _, q := range content {
		n += q.Len()
	}
	return (n + 1) / 2
}

// passages makes stations of articles that have the words of a telling in a
// passage of a copy, and no telling of their own. It goes from article to
// article along the copies, so that a copy of a copy is found too.
func (w *work) passages(out *Course) {
	words := map[string][]Quote{} // the claim's, by article
	var queue []string
	for i := range out.Stations {
		t := out.Stations[i].Telling
		if words[t.Article] == nil {
			queue = append(queue, t.Article)
		}
		words[t.Article] = append(words[t.Article], t.Content...)
	}
	for ; len(queue) > 0; queue = queue[1:] {
		id := queue[0]
		for _, e := range w.at[id] {
			other := e.To
			if id == e.To {
				other = e.From
			}
			if words[other] != nil {
				continue
			}
			if at, found := Through(words[id], e, id); found {
				words[other] = []Quote{at}
				queue = append(queue, other)
				out.Stations = append(out.Stations, w.carrier(other, &at))
			}
		}
	}
}

func (w *work) carrier(id string, at *Quote) Station {
	s := Station{Role: Carries, Article: w.article[id], Passage: at}
	if e := w.from[id]; e != nil && covered([]Quote{*at}, e, toSide) > 0 {
		s.Copy = &Carried{*e, w.article[e.From]}
	}
	return s
}

// Through follows words of the article id along an edge at it: it gives the
// passage of the other article that has the most of them, without its words;
// none when passages have less than half of every one of them, or when the edge
// is no sure copy.
func Through(words []Quote, e *news.Copy, id string) (Quote, bool) {
	here, there := fromSide, toSide
	if id == e.To {
		here, there = toSide, fromSide
	}
	best, most := -1, 0
	for i := range e.Passages {
		one := news.Copy{Passages: e.Passages[i : i+1]}
		if n := covered(words, &one, here); n > most {
			best, most = i, n
		}
	}
	if best < 0 || !carries(e) {
		return Quote{}, false
	}
	for _, q := range words {
		if covered([]Quote{q}, e, here) >= halfOf([]Quote{q}) {
			return Quote{Span: there(&e.Passages[best])}, true
		}
	}
	return Quote{}, false
}
