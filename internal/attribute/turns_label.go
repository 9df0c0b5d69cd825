package attribute

import (
	"strings"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/mention"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// labelTokens bounds a label: "Deputy Minister of Trade Jana Orlan".
const labelTokens = 8

// label reads the label a paragraph begins with: "Orlan: …", "ORLAN — …",
// "“LT”: – …", "((Orlan)) …", "Q. …".
func (p *page) label(para *paragraph) (opening, bool) {
	from := para.from
	marks := 0
	for from < para.to && (p.kind(from) == text.OpenBracket || p.kind(from) == text.DoubleQuote) && marks < 2 {
		from, marks = from+1, marks+1
	}
	to := p.labelEnd(from, para.to)
	if to == from {
		return opening{}, false
	}
	behind := to
	for behind < para.to && (p.kind(behind) == text.CloseBracket || p.kind(behind) == text.DoubleQuote) && marks > 0 {
		behind, marks = behind+1, marks-1
	}
	content, ok := p.behindLabel(from, to, behind, para)
	if !ok || content >= para.to || p.wordsIn(content, para.to) == 0 {
		return opening{}, false
	}
	o := opening{label: p.span(from, to), content: p.span(content, para.to), quoted: p.kind(para.from) == text.DoubleQuote && behind == to}
	if p.isAskAnswer(from, para.to) {
		o.label.End = o.label.Start + 1
	}
	if behind < para.to && p.kind(behind) == text.Colon {
		o.colon = p.tokens[behind].Span
	}
	return o, true
}

// labelEnd is where the words of a label that begins at i end: all capitalised
// but for particles; i when there is none.
func (p *page) labelEnd(i, hi int) int {
	k := i
	if p.isAskAnswer(i, hi) {
		return i + 1
	}
	for k < hi && k-i < labelTokens && p.kind(k) == text.Word && (p.tokens[k].Capital() || k > i && labelLinks[p.key(k)]) {
		k++
	}
	return k
}

var labelLinks = text.Keys("of", "the", "and", "for", "van", "von", "de", "der", "bin", "al")

// behindLabel is the token where talk begins, when the mark behind the words
// [from, to) makes a label of them.
func (p *page) behindLabel(from, to, behind int, para *paragraph) (int, bool) {
	if behind < para.to && p.kind(behind) == text.OpenBracket && behind-para.from < labelTokens { // "Orlan (laughs): …"
		for k := behind; k < para.to && k < behind+labelTokens; k++ {
			if p.kind(k) == text.CloseBracket {
				behind = k + 1
				break
			}
		}
	}
	switch {
	case behind >= para.to:
		return 0, false
	case p.kind(behind) == text.Colon:
		return p.skipDash(behind+1, para.to), true
	case p.kind(behind) == text.Dash && p.tokens[behind].Spaced && p.inCapitals(from, to):
		return behind + 1, true
	case behind >= to+2 && from > para.from && p.kind(from-1) == text.OpenBracket && p.kind(to) == text.CloseBracket:
		return p.skipDash(behind, para.to), true
	case p.isAskAnswer(from, para.to):
		return to, true
	}
	return 0, false
}

// skipDash is behind the dash that opens talk; "--" is talk broken off, and stays.
func (p *page) skipDash(i, hi int) int {
	for i < hi && (p.kind(i) == text.Dash && utf8.RuneCountInString(p.tokens[i].Of(p.text)) == 1 || p.kind(i) == text.CloseBracket || p.kind(i) == text.Colon) {
		i++
	}
	return i
}

func (p *page) inCapitals(from, to int) bool {
	for ; from < to; from++ {
		if p.tokens[from].Case != text.UpperCase && !labelLinks[p.key(from)] {
			return false
		}
	}
	return true
}

// isAskAnswer reports whether "Q." or "A." stands at i.
func (p *page) isAskAnswer(i, hi int) bool {
	return i < hi && askAnswer[p.key(i)] && p.text[p.tokens[i].End-1] == '.' && p.tokens[i].Capital()
}

var askAnswer = text.Keys("q", "a")

// labels counts how a page's paragraphs begin.
type labels struct {
	openings []opening // by paragraph; the zero opening where none
	uses     map[string]int
	asking   map[string]int // of them, those that end in a question
	first    int            // first paragraph whose label stands twice or more
	asked    int            // labelled or dash paragraphs that ask
	repeated int            // paragraphs whose label stands twice or more
	distinct int            // such labels
	dashes   int
	words    int // of the dash paragraphs
	quoted   int // attributions inside dash paragraphs

	transcript bool // news quotes what was said on the air
}

func labelKey(words string) string { return strings.ToLower(strings.TrimRight(words, ".")) }

func (p *page) countLabels(index *mention.Index) *labels {
	l := &labels{openings: make([]opening, len(p.paragraphs)), uses: map[string]int{}, asking: map[string]int{}, first: len(p.paragraphs)}
	for i := range p.paragraphs {
		o, ok := p.opening(&p.paragraphs[i])
		if !ok || p.paragraphs[i].title && !o.label.Empty() {
			continue
		}
		l.openings[i] = o
		if o.dash {
			l.dashes++
			l.words += p.wordsIn(p.paragraphs[i].from, p.paragraphs[i].to)
			if _, ok := p.attributed(&p.paragraphs[i], index); ok {
				l.quoted++
			}
		} else {
			l.uses[labelKey(o.label.Of(p.text))]++
		}
	}
	for i := range l.openings {
		o := &l.openings[i]
		known := o.dash || !o.label.Empty() && l.uses[labelKey(o.label.Of(p.text))] >= labelTwice
		if !known {
			continue
		}
		asks := p.endsAsking(&p.paragraphs[i])
		if asks {
			l.asked++
		}
		if !o.dash {
			l.repeated++
			l.first = min(l.first, i)
			l.transcript = l.transcript || o.quoted || i == l.first && p.announcesTranscript(i)
			if asks {
				l.asking[labelKey(o.label.Of(p.text))]++
			}
		}
	}
	for _, n := range l.uses {
		if n >= labelTwice {
			l.distinct++
		}
	}
	return l
}

// transcriptLook is how many paragraphs before the first label may say that a
// transcript follows.
const transcriptLook = 3

// announcesTranscript reports whether the paragraphs right before paragraph i
// say that a transcript follows.
func (p *page) announcesTranscript(i int) bool {
	for n := max(0, i-transcriptLook); n < i; n++ {
		for k := p.paragraphs[n].from; k < p.paragraphs[n].to; k++ {
			if p.key(k) == keyTranscript {
				return true
			}
		}
	}
	return false
}

var keyTranscript = text.KeyOf("transcript")

// isInterview weighs the labels and dashes of a page.
func (l *labels) isInterview() bool {
	if l.repeated >= labelledTurns && l.distinct >= 2 && float64(l.asked) >= askedShare*float64(l.repeated) {
		return true
	}
	return l.isDialogue()
}

// isDialogue reports whether the dashes of a page are talk.
func (l *labels) isDialogue() bool {
	return l.dashes >= dashTurns && (l.asked >= dashQuestions || l.quoted > 0 && l.words >= dashWords*l.dashes)
}
