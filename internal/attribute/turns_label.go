package attribute

import (
	"strings"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/mention"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
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
	label := p.span(from, to)
	if p.isAskAnswer(from, para.to) {
		label.End = label.Start + 1
	}
	return opening{label: label, content: p.span(content, para.to)}, true
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

// labelledTurns reads the turns of a page whose speakers are labelled or marked
// by dashes; nil when it is none.
func (p *page) labelledTurns(index *mention.Index) []turn {
	l := p.countLabels(index)
	if !l.isInterview() {
		return nil
	}
	t := talk{page: p, index: index, labels: l, dialogue: l.isDialogue(), last: -1, prior: -1}
	for i := range l.openings {
		if t.marked(i) {
			t.last = i
		}
	}
	for i := range p.paragraphs {
		if i > t.last+tailTurns {
			break
		}
		t.paragraph(i)
	}
	return t.turns
}

// talk walks the paragraphs of an interview.
type talk struct {
	*page
	index    *mention.Index
	labels   *labels
	dialogue bool
	turns    []turn
	last     int    // last paragraph with a mark of its own
	prior    int    // paragraph of the turn before, -1 for none
	current  string // who speaks
	label    news.Span
	answerer string // who answers behind dashes
	heading  bool   // a heading stood since the last turn
	over     bool   // the interview has ended
}

// marked reports whether paragraph i begins a turn by its label or dash.
func (t *talk) marked(i int) bool {
	o := &t.labels.openings[i]
	if o.dash {
		return t.dialogue
	}
	if o.label.Empty() {
		return false
	}
	if t.labels.uses[labelKey(o.label.Of(t.text))] >= labelTwice {
		return true
	}
	if i < t.labels.first || t.labels.distinct < 2 {
		return false
	}
	_, known := t.index.NameOf(o.label.Of(t.text))
	return known
}

func (t *talk) paragraph(i int) {
	o := &t.labels.openings[i]
	switch {
	case t.over:
	case t.marked(i) && o.dash:
		t.dashTurn(i)
	case t.marked(i):
		t.current, t.label = t.nameOf(o.label), o.label
		key := labelKey(o.label.Of(t.text))
		asker := 2*t.labels.asking[key] >= t.labels.uses[key]
		t.take(i, turn{label: o.label, content: o.content, name: t.current, rule: ruleTurnLabel, asker: asker})
	case len(t.turns) > 0 && o.label.Empty():
		t.unmarked(i)
	}
}

// nameOf is the name a label stands for; the answerer's for "A".
func (t *talk) nameOf(label news.Span) string {
	words := label.Of(t.text)
	if labelKey(words) == "a" {
		if t.answerer == "" {
			t.answerer = t.answererBefore()
		}
		if t.answerer != "" {
			return t.answerer
		}
	}
	name, _ := t.index.NameOf(words)
	return name
}

func (t *talk) take(i int, tn turn) {
	t.turns = append(t.turns, tn)
	t.prior, t.heading = i, false
}

// unmarked goes on with the turn before, unless the paragraph is a heading, a
// caption or tells of the speaker.
func (t *talk) unmarked(i int) {
	para := &t.paragraphs[i]
	listed := t.listItem(i)
	switch {
	case t.isHeading(para) && !listed:
		t.heading = true
		t.over = i > t.last
	case t.heading && t.wordsIn(para.from, para.to) <= captionWords:
	case i > t.last && t.tellsOfTalk(para):
		t.over = true
	case t.tellsOf(para, t.current):
		t.over = i > t.last
	default:
		t.take(i, turn{content: para.Span, name: t.current, rule: ruleTurnGoesOn})
	}
}

// listItem reports whether paragraph i goes on with a list that the turn before
// led in with a colon, or that began so.
func (t *talk) listItem(i int) bool {
	for k := t.prior; k == i-1 && k >= 0; {
		return t.kind(t.paragraphs[k].to-1) == text.Colon || t.inList(k)
	}
	return false
}

// inList reports whether paragraph k is itself an item of a list.
func (t *talk) inList(k int) bool {
	for ; k > 0 && t.labels.openings[k].label.Empty() && !t.labels.openings[k].dash; k-- {
		if t.kind(t.paragraphs[k-1].to-1) == text.Colon {
			return true
		}
	}
	return false
}

// tellsOfTalk reports whether a paragraph begins with words on the interview
// itself: "The conversation took place in …".
func (p *page) tellsOfTalk(para *paragraph) bool {
	for k := para.from; k < para.to && k < para.from+talkWords; k++ {
		if p.key(k) == keyInterview || p.key(k) == keyConversation {
			return true
		}
	}
	return false
}

// talkWords is how far from a paragraph's beginning such a word may stand.
const talkWords = 3

var keyInterview, keyConversation = text.KeyOf("interview"), text.KeyOf("conversation")

// tellsOf reports whether a paragraph speaks of the person by name.
func (t *talk) tellsOf(para *paragraph, name string) bool {
	for _, who := range t.index.PeopleIn(para.Span) {
		if who.Name == name {
			return true
		}
	}
	return false
}
