package gen

import "strings"

// Trace is what a copy leaves of where it comes from.
type Trace string

const (
	TraceCredit Trace = "credit"    // the origin's outlet named
	TraceLink   Trace = "lost-link" // words of a link whose target is lost
	TraceCut    Trace = "cut"       // the last sentence breaks off
)

// lostLink is what remains of a link to where a text comes from.
const lostLink = "Source link"

// credits are ways to name an outlet as where a text comes from.
var credits = []string{"Source: %s", "Originally published in %s", "Reprinted from %s.", "As first reported by %s, the matter goes on."}

// leaveTrace leaves a trace in copy n of article m, in a share of copies.
func (a *Archive) leaveTrace(n, m int, s *story) {
	d := throw(a.seed, ofTrace, uint64(n))
	if !d.chance(a.Traces) {
		return
	}
	switch d.n(4) {
	case 0:
		s.trace, s.credit = TraceLink, lostLink
	case 1:
		s.breakOff()
	default:
		od := throw(a.seed, ofArticle, uint64(m), 1)
		s.trace, s.credit = TraceCredit, strings.Replace(credits[d.n(len(credits))], "%s", a.outlet(od.few(a.Outlets)).name, 1)
	}
}

// breakOff cuts a copy that ends with the origin's words in the midst of its
// last long sentence.
func (s *story) breakOff() {
	switch s.kind {
	case Republished, Truncated50, Truncated25, Half, NewLede:
	default:
		return
	}
	last := len(s.sentences) - 1
	words := strings.Split(s.sentences[last].text, " ")
	if len(words) < 10 || strings.ContainsAny(s.sentences[last].text, "“”") {
		return
	}
	s.sentences = append([]sentence(nil), s.sentences...)
	cut := &s.sentences[last]
	cut.text, cut.claim, cut.quote = strings.TrimRight(strings.Join(words[:len(words)*2/3], " "), ",."), -1, ""
	s.trace = TraceCut
}
