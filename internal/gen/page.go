package gen

import (
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

// page lays out a story as one outlet's page flattened to text.
type page struct {
	archive   *Archive
	n         int
	outlet    outlet
	published time.Time
}

// print gives the text and fills the truth's spans.
func (p *page) print(s story, truth *Truth) string {
	d := throw(p.archive.seed, ofLayout, uint64(p.n))
	out := make([]byte, 0, p.archive.Bytes*2)
	out = append(out, s.title...)
	out = append(out, "\n\nBy "...)
	out = append(out, s.byline...)
	out = p.published.AppendFormat(append(out, "\n\n"...), "2 January 2006")
	out = append(out, "\n\n"...)
	if d.chance(.6) {
		line := p.archive.words["head"][p.outlet.head][0][0]
		out = append(append(out, numbered(line, d.between(2, 9000))...), "\n\n"...)
	}
	truth.Body.Start = len(out)
	out = paragraphs(&d, out, s.sentences, truth)
	truth.Body.End = len(out)
	if s.credit != "" {
		out = append(append(out, "\n\n"...), s.credit...)
	}
	return string(p.foot(&d, out))
}

func paragraphs(d *dice, out []byte, list []sentence, truth *Truth) []byte {
	left := d.between(1, 2)
	for i, s := range list {
		start := len(out)
		out = append(out, s.text...)
		if s.claim >= 0 {
			truth.Claims = append(truth.Claims, Taken{s.claim, s.relates, s.speaker, news.Span{Start: start, End: len(out)}})
		}
		if i == len(list)-1 {
			break
		}
		if left--; left > 0 {
			out = append(out, ' ')
			continue
		}
		out = append(out, "\n\n"...)
		left = d.between(1, 3)
	}
	return out
}

// foot is what stands below every article of the outlet, and teasers of others.
func (p *page) foot(d *dice, out []byte) []byte {
	for _, line := range p.outlet.foot {
		words := p.archive.words["foot"][line][0][0]
		if p.archive.Traces > 0 && words == lostLink {
			continue // where copies leave traces, only they do
		}
		out = append(append(out, "\n\n"...), words...)
	}
	if d.chance(.4) {
		w := writer{archive: p.archive, facts: *d}
		for range d.between(1, 3) {
			out = append(append(out, "\n\n"...), capital(w.clauseText())...)
		}
	}
	return append(append(out, "\n\n© "...), p.outlet.name+"\n"...)
}
