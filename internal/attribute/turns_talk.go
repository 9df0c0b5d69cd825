package attribute

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/mention"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// labelledTurns reads the turns of a page whose speakers are labelled or marked
// by dashes; nil when it is none.
func (p *page) labelledTurns(index *mention.Index) []turn {
	l := p.countLabels(index)
	if !l.isInterview() {
		return nil
	}
	t := talk{page: p, index: index, labels: l, dialogue: l.isDialogue(), last: -1, prior: -1, known: map[string]named{}}
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
	searched bool   // whom the words before name has been asked for

	known map[string]named // labels met before
}

// answererAsks is one in how many turns an answerer may end with a question.
const answererAsks = 3

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
	if t.labels.uses[initialsOf(o.label.Of(t.text))] >= labelTwice {
		return true // "Lake Times", before "LT"
	}
	name, known := t.who(o.label)
	return known && t.labels.distinct >= 2 && (i >= t.labels.first || t.repeats(name))
}

// initialsOf are the first letters of a label's words, as its short form has them.
func initialsOf(label string) string {
	words := strings.Fields(label)
	if len(words) < 2 {
		return ""
	}
	var b strings.Builder
	for _, w := range words {
		w = strings.TrimLeft(w, "“\"«„'(")
		for _, first := range w {
			b.WriteRune(first)
			break
		}
	}
	return labelKey(b.String())
}

// repeats reports whether a label that stands twice or more means that name.
func (t *talk) repeats(name string) bool {
	first := t.labels.first
	for i := first; i < len(t.labels.openings) && i < first+openingTurns; i++ {
		if o := &t.labels.openings[i]; !o.label.Empty() {
			if n, _ := t.who(o.label); n == name {
				return true
			}
		}
	}
	return false
}

// openingTurns is how many paragraphs from the first repeated label on are
// searched for a name that stands fuller before.
const openingTurns = 16

func (t *talk) paragraph(i int) {
	o := &t.labels.openings[i]
	switch {
	case t.over:
	case t.marked(i) && o.dash:
		t.dashTurn(i)
	case t.marked(i):
		t.current, t.label = t.nameOf(o.label), o.label
		key := labelKey(o.label.Of(t.text))
		asks, uses := t.labels.asking[key], t.labels.uses[key]
		tn := turn{label: o.label, content: o.content, name: t.current, rule: ruleTurnLabel, asker: 2*asks >= uses, answerer: answererAsks*asks <= uses}
		if t.labels.transcript {
			tn.speaker, tn.cue = o.label, o.colon
		}
		t.take(i, tn)
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
	name, _ := t.who(label)
	return name
}

// labelsLookedUp bounds the different labels of a page whose names are looked up.
const labelsLookedUp = 256

// named is what a label stands for, and whether the article names it.
type named struct {
	name  string
	known bool
}

// who is what a label stands for, looked up once.
func (t *talk) who(label news.Span) (string, bool) {
	words := label.Of(t.text)
	if n, met := t.known[words]; met {
		return n.name, n.known
	}
	if len(t.known) >= labelsLookedUp {
		return words, false
	}
	var n named
	n.name, n.known = t.index.NameOf(words)
	t.known[words] = n
	return n.name, n.known
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
	case t.isStageDirection(para):
	case t.labels.transcript && i > t.last:
		t.over = true
	case t.isHeading(para) && !listed:
		t.heading = true
		t.over = i > t.last
	case t.heading && t.wordsIn(para.from, para.to) <= captionWords:
	case i > t.last && t.tellsOfTalk(para):
		t.over = true
	case t.tellsOf(para, t.current):
		t.over = i > t.last
	case t.handsOver(i):
	default:
		before := t.turns[len(t.turns)-1]
		t.take(i, turn{content: para.Span, name: t.current, rule: ruleTurnGoesOn, asker: before.asker, answerer: before.answerer})
	}
}

// stageWords is the most words of a stage direction.
const stageWords = 4

// isStageDirection reports whether a paragraph is nothing but a few words in
// brackets: "(Crosstalk.)"
func (p *page) isStageDirection(para *paragraph) bool {
	from, to := para.from, para.to
	for from < to && p.kind(from) == text.DoubleQuote {
		from++
	}
	for to > from && (p.kind(to-1) == text.DoubleQuote || p.kind(to-1) == text.Stop) {
		to--
	}
	return from < to && p.kind(from) == text.OpenBracket && p.kind(to-1) == text.CloseBracket && p.wordsIn(from, to) <= stageWords
}

// listItem reports whether paragraph i goes on with a list that the turn before
// led in with a colon, or that began so.
func (t *talk) listItem(i int) bool {
	for k := t.prior; k == i-1 && k >= 0; {
		return t.kind(t.paragraphs[k].to-1) == text.Colon || t.inList(k)
	}
	return false
}

// listedItems bounds a list inside a turn.
const listedItems = 48

// inList reports whether paragraph k is itself an item of a list.
func (t *talk) inList(k int) bool {
	for bottom := k - listedItems; k > max(0, bottom) && t.labels.openings[k].label.Empty() && !t.labels.openings[k].dash; k-- {
		if t.kind(t.paragraphs[k-1].to-1) == text.Colon {
			return true
		}
	}
	return false
}

// handsOver reports whether paragraph i, between two answers, tells who answers
// next, and takes note.
func (t *talk) handsOver(i int) bool {
	if i+1 >= len(t.paragraphs) || !t.labels.openings[i+1].dash || !t.dialogue {
		return false
	}
	people := t.index.PeopleIn(t.paragraphs[i].Span)
	if len(people) == 0 {
		return false
	}
	t.answerer = people[0].Name
	return true
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
