package clean

import (
	"github.com/hearsay-engine/hearsay/internal/boilerplate"
	"github.com/hearsay-engine/hearsay/news"
)

// body is what the article says, in order, and what was left out of it.
func body(d *draft, dates []news.Date) ([]news.Span, []news.Dropped) {
	if !d.voted {
		return boilerplate.Judge(d.text, boilerplate.Fields{Title: best(d.titles), Byline: best(d.bylines).Span, Dates: printedDates(dates)})
	}
	return votedBody(d)
}

// votedBody starts from the blocks the extraction library takes for body and
// lets our own rules take out what it should not have taken. The title goes to
// neither list, it is a field of its own.
func votedBody(d *draft) ([]news.Span, []news.Dropped) {
	j := &jury{draft: d, why: make([]news.Reason, len(d.blocks))}
	j.dropUnvoted()
	j.dropApart()
	j.restoreGaps()
	if !j.any(j.in) {
		j.restoreText()
	}
	j.dropByWords()
	j.dropAbove()
	j.dropBylines()
	j.dropReplies()
	j.trimEnds()
	return j.spans()
}

// jury judges the blocks of a page.
type jury struct {
	*draft
	why []news.Reason // by block: why it is left out; Rule "" while it is body
}

// in reports whether block i is still body.
func (j *jury) in(i int) bool { return j.why[i].Rule == "" }

// words are those of block i.
func (j *jury) words(i int) string { return j.blocks[i].Of(j.text) }

// any reports whether some block fulfils f.
func (j *jury) any(f func(i int) bool) bool {
	for i := range j.blocks {
		if f(i) {
			return true
		}
	}
	return false
}

// drop leaves block i out.
func (j *jury) drop(i int, rule string) { j.why[i] = news.Reason{Rule: rule} }

// keep takes block i back.
func (j *jury) keep(i int) { j.why[i] = news.Reason{} }

// spans joins neighbours: body blocks into one span, and blocks left out for
// one rule.
func (j *jury) spans() (body []news.Span, dropped []news.Dropped) {
	before := "none"
	for i, b := range j.blocks {
		if j.titled(b.Span) {
			before = "none"
			continue
		}
		why := j.why[i]
		switch {
		case why.Rule != before && why.Rule == "":
			body = append(body, b.Span)
		case why.Rule != before:
			dropped = append(dropped, news.Dropped{Span: b.Span, Reason: why})
		case why.Rule == "":
			body[len(body)-1].End = b.End
		default:
			dropped[len(dropped)-1].End = b.End
		}
		before = why.Rule
	}
	return body, dropped
}

// titled reports whether s is where the title stands.
func (j *jury) titled(s news.Span) bool {
	for _, t := range j.titles {
		if !t.Span.Empty() && t.Span.Holds(s) {
			return true
		}
	}
	return false
}
