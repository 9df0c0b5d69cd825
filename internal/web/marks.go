package web

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// shownText bounds how many bytes of a text one page shows: a long read is a
// twentieth of it, a browser takes more badly.
const shownText = 2 << 20

// mark cuts an article's text into paragraphs and pieces, so that each piece
// lies inside the same statements from end to end. shown are the statements
// that get a card, in order.
func mark(a *news.Article, shown []card) []pages.Paragraph {
	m := newMarker(a, shown)
	var out []pages.Paragraph
	for _, line := range wire.Lines(a.Text) {
		why := m.outside(line)
		last := len(out) - 1
		if line.Start > shownText {
			return append(out, pages.Paragraph{Outside: []pages.Outside{{Why: "the text goes on beyond what a page shows"}}})
		}
		switch {
		case why == "":
			out = append(out, m.paragraph(line))
		case last >= 0 && out[last].Outside != nil:
			out[last].Outside = append(out[last].Outside, pages.Outside{Text: line.Of(a.Text), Why: why})
		default:
			out = append(out, pages.Paragraph{Outside: []pages.Outside{{Text: line.Of(a.Text), Why: why}}})
		}
	}
	return out
}

// edge is where a part of a statement begins or ends.
type edge struct {
	at    int
	card  int
	role  string
	opens bool
	first bool // the first edge of the statement's content, or of its speaker's words
}

type marker struct {
	article *news.Article
	edges   []edge
	next    int            // edges before it have been passed
	inside  []int          // cards whose content holds the present place
	roles   map[string]int // speakers and cues that hold the present place, by role
	about   int            // the card the page is about, -1 for none
}

func newMarker(a *news.Article, shown []card) *marker {
	m := &marker{article: a, roles: map[string]int{}, about: -1}
	for _, c := range shown {
		s, card := &a.Statements[c.of], c.index
		for n, words := range s.Content {
			m.add(words, card, "content", n == 0)
		}
		if s.Speaker != nil {
			m.add(*s.Speaker, card, "speaker", true)
		}
		if s.Cue != nil {
			m.add(*s.Cue, card, "cue", false)
		}
	}
	slices.SortStableFunc(m.edges, func(x, y edge) int { return x.at - y.at })
	return m
}

func (m *marker) add(s news.Span, card int, role string, first bool) {
	m.edges = append(m.edges, edge{s.Start, card, role, true, first}, edge{s.End, card, role, false, false})
}

// paragraph cuts one line; lines come in order.
func (m *marker) paragraph(line news.Span) pages.Paragraph {
	var p pages.Paragraph
	var opens, names []int
	for at := line.Start; at < line.End; {
		opening, naming := m.pass(at)
		opens, names = append(opens, opening...), append(names, naming...)
		end := line.End
		if m.next < len(m.edges) {
			end = min(end, m.edges[m.next].at)
		}
		p.Pieces = append(p.Pieces, m.piece(news.Span{Start: at, End: end}, opens, names))
		opens, names = nil, nil
		at = end
	}
	return p
}

// pass goes over the edges at or before a place and tells which cards open, and of
// which the speaker's words begin.
func (m *marker) pass(at int) (opens, names []int) {
	for ; m.next < len(m.edges) && m.edges[m.next].at <= at; m.next++ {
		e := m.edges[m.next]
		switch {
		case e.role != "content" && e.opens:
			m.roles[e.role]++
			if e.first {
				names = append(names, e.card)
			}
		case e.role != "content":
			m.roles[e.role]--
		case e.opens:
			m.inside = append(m.inside, e.card)
			if e.first {
				opens = append(opens, e.card)
			}
		default:
			m.inside = slices.DeleteFunc(m.inside, func(c int) bool { return c == e.card })
		}
	}
	return opens, names
}

func (m *marker) piece(s news.Span, opens, names []int) pages.Piece {
	return pages.Piece{
		Text: s.Of(m.article.Text), Depth: len(m.inside), Opens: opens, Names: names, Here: slices.Contains(m.inside, m.about),
		Speaker: m.roles["speaker"] > 0, Cue: m.roles["cue"] > 0,
	}
}

// outside says why a whole line stands outside the body, "" when it does not.
func (m *marker) outside(line news.Span) string {
	own := func(s news.Span) news.Span { return s }
	if _, in := overlapping(m.article.Body, line, own); in || line.Overlaps(m.article.Title.Span) {
		return ""
	}
	if d, is := overlapping(m.article.Boilerplate, line, func(d news.Dropped) news.Span { return d.Span }); is {
		return wording.Of(d.Reason)
	}
	return "not part of the article’s body"
}

// overlapping finds the first of ordered, disjoint stretches that shares a byte
// with line.
func overlapping[T any](all []T, line news.Span, span func(T) news.Span) (T, bool) {
	i, _ := slices.BinarySearchFunc(all, line.Start, func(t T, at int) int { return span(t).End - 1 - at })
	if i < len(all) && span(all[i]).Overlaps(line) {
		return all[i], true
	}
	var none T
	return none, false
}
