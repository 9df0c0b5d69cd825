package attribute

import (
	"sort"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/mention"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// What makes a page an interview. Ordinary news has a label ("Minister: …") or a
// list here and there; an interview has the same few again and again, and
// somebody asks.
const (
	labelledTurns = 4   // paragraphs whose label stands twice or more
	labelTwice    = 2   // times a label stands to count
	askedShare    = 0.1 // of the labelled paragraphs that end in a question
	dashTurns     = 3   // paragraphs that begin with a dash
	dashQuestions = 2   // of them, or labelled ones, that ask
	dashWords     = 12  // words of a dash paragraph, on average, when only an attribution speaks for talk
	questionTurns = 3   // questions that stand as paragraphs of their own
)

// Bounds of a turn that goes on without a label of its own.
const (
	headingWords = 14 // words of a line without a stop that is a heading
	captionWords = 20 // words of a line behind a heading that is no talk
	tailTurns    = 12 // paragraphs a turn may go on behind the last label
)

// opening is how a paragraph of talk begins.
type opening struct {
	label   news.Span // the words of the label, empty behind a mere dash
	colon   news.Span // behind the label, empty when another mark is
	content news.Span // the paragraph behind it
	dash    bool
	quoted  bool // a quotation mark stands before the label
}

// turn is one paragraph of talk.
type turn struct {
	label, content news.Span
	more           news.Span // content behind an attribution inside the turn
	speaker, cue   news.Span // of an attribution inside the turn, empty when none
	name           string
	rule           string
	asker          bool // mostly asks
	answerer       bool // hardly ever asks
}

// readTurns finds the turns of an interview and puts them in the place of
// whatever else was found around them. A turn has no speaker span: its label is
// the cue, and the name is given resolved. In a transcript that news quotes
// ("Partial transcript: …") the label is the speaker as printed.
func (p *page) readTurns(index *mention.Index) {
	turns := p.labelledTurns(index)
	if turns == nil {
		turns = p.questionTurns(index)
	}
	if turns != nil {
		p.takeTurns(turns)
	}
}

// takeTurns puts turns before the other findings and drops those that only
// repeat a turn's label or reach out of a turn.
func (p *page) takeTurns(turns []turn) {
	found := make([]finding, 0, len(p.found)+len(turns))
	for i := range turns {
		found = append(found, turns[i].finding(p))
	}
	for i := range p.found {
		if f := &p.found[i]; !p.disturbs(f, turns) {
			found = append(found, *f)
		}
	}
	p.found = found
}

// disturbs reports whether a finding stands in a turn's paragraph, but not
// within what is said there, or reports nobody else plainly: "I think that".
func (p *page) disturbs(f *finding, turns []turn) bool {
	whole := news.Span{Start: f.content[0].Start, End: f.content[len(f.content)-1].End}
	for _, s := range []news.Span{f.speaker, f.cue} {
		if !s.Empty() && !f.carried {
			whole = news.Span{Start: min(whole.Start, s.Start), End: max(whole.End, s.End)}
		}
	}
	first := sort.Search(len(turns), func(i int) bool { return turns[i].around().End > whole.Start })
	for i := first; i < len(turns) && turns[i].around().Start < whole.End; i++ {
		t := &turns[i]
		inside := t.content.Holds(whole) || t.more.Holds(whole)
		if !inside || whole == t.content || f.speaker.Empty() && f.cue.Empty() || f.carried || !p.plainlyReports(f) {
			return true
		}
	}
	return false
}

// around is the turn with its label and attribution.
func (t *turn) around() news.Span {
	s := t.content
	for _, o := range []news.Span{t.label, t.more, t.speaker, t.cue} {
		if !o.Empty() {
			s = news.Span{Start: min(s.Start, o.Start), End: max(s.End, o.End)}
		}
	}
	return s
}

func (t *turn) finding(p *page) finding {
	f := finding{turn: true, name: t.name, content: []news.Span{t.content}, speaker: t.speaker, cue: t.cue, polarity: p.asks(t)}
	if !t.more.Empty() {
		f.content = append(f.content, t.more)
	}
	if f.cue.Empty() {
		f.cue = t.label
	}
	f.reasons = []news.Reason{{Rule: t.rule, Words: t.label.Of(p.text)}}
	return f
}

// rhetorical is how many sentences before it make a question at an answer's end
// one of those put for show.
const rhetorical = 2

// asks tells the polarity of a turn by its last mark; whoever mostly asks, asks
// wherever a question stands in the turn; whoever answers, does so where a longer
// turn ends in one.
func (p *page) asks(t *turn) news.Polarity {
	words := t.content.Of(p.text)
	if t.asker && strings.IndexByte(words, '?') >= 0 {
		return news.Asks
	}
	if t.answerer && (t.rule == ruleTurnGoesOn || strings.Count(words, ". ") >= rhetorical) {
		return news.Asserts
	}
	for i := len(words) - 1; i >= 0 && i >= len(words)-6; i-- {
		switch words[i] {
		case '?':
			return news.Asks
		case '.', '!':
			return news.Asserts
		}
	}
	return news.Asserts
}

// opening reads how a paragraph begins: with a label, a dash, or both.
func (p *page) opening(para *paragraph) (opening, bool) {
	if o, ok := p.label(para); ok {
		return o, true
	}
	if p.kind(para.from) == text.Dash && para.from+1 < para.to && p.tokens[para.from+1].Spaced && p.wordsIn(para.from, para.to) > 0 {
		return opening{content: p.span(para.from+1, para.to), dash: true}, true
	}
	return opening{}, false
}

// isHeading reports whether a paragraph is a heading or the line under a picture.
func (p *page) isHeading(para *paragraph) bool {
	stops := false
	for i := para.from; i+1 < para.to; i++ {
		if p.kind(i+1) == text.Colon && pictures[p.key(i)] {
			return true
		}
		stops = stops || p.kind(i) == text.Stop
	}
	if stops {
		return false
	}
	last := p.kind(para.to - 1)
	return p.wordsIn(para.from, para.to) <= headingWords && (last <= text.Clitic || last == text.Colon && para.to-para.from <= 4) && !p.lower(para.from)
}

var pictures = text.Keys("image", "photo", "picture", "credit", "photograph", "video", "source")
