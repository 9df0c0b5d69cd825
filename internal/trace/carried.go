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
		for _, e := range w.at[queue[0]] {
			other, here, there := e.To, fromSide, toSide
			if queue[0] == e.To {
				other, here, there = e.From, toSide, fromSide
			}
			if words[other] != nil {
				continue
			}
			if at, found := holds(words[queue[0]], e, here, there); found {
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

// holds is the passage, on its other side, that has the most of the words; none
// when passages have less than half of every one of them.
func holds(words []Quote, e *news.Copy, here, there side) (Quote, bool) {
	best, most := -1, 0
	for i := range e.Passages {
		one := news.Copy{Passages: e.Passages[i : i+1]}
		if n := covered(words, &one, here); n > most {
			best, most = i, n
		}
	}
	for _, q := range words {
		if best >= 0 && covered([]Quote{q}, e, here) >= halfOf([]Quote{q}) {
			return Quote{Span: there(&e.Passages[best])}, true
		}
	}
	return Quote{}, false
}
