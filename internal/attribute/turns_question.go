package attribute

import (
	"github.com/hearsay-engine/hearsay/internal/mention"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// Bounds of questions that stand as paragraphs of their own.
const (
	questionWords = 70  // the longest question
	firstShare    = 0.5 // of the answers' paragraphs that say I or we
)

// questionTurns reads an interview whose questions are paragraphs of their own,
// in another type on the page, and whose speakers no paragraph names. The words
// before must speak of an interview and name whom; nil when the page is none.
func (p *page) questionTurns(index *mention.Index) []turn {
	first, questions := p.countQuestions()
	if questions < questionTurns || !p.tellsOfInterview(first) {
		return nil
	}
	t := talk{page: p, index: index, labels: &labels{openings: make([]opening, len(p.paragraphs))}}
	for i := range t.paragraphs[:first] {
		t.labels.openings[i] = opening{}
	}
	t.answerer = t.answererAhead(first)
	if t.answerer == "" || !p.answersInFirstPerson(first) {
		return nil
	}
	for i := first; i < len(p.paragraphs); i++ {
		para := &p.paragraphs[i]
		switch {
		case p.isQuestion(para):
			t.take(i, turn{content: para.Span, rule: ruleTurnQuestion})
		case p.isHeading(para), t.tellsOf(para, t.answerer):
		default:
			t.take(i, turn{content: para.Span, name: t.answerer, rule: ruleTurnAnswer})
		}
	}
	return t.turns
}

// countQuestions gives the first paragraph that is a question and how many are.
func (p *page) countQuestions() (first, n int) {
	first = len(p.paragraphs)
	for i := range p.paragraphs {
		if p.paragraphs[i].title || !p.isQuestion(&p.paragraphs[i]) || i+1 < len(p.paragraphs) && p.isQuestion(&p.paragraphs[i+1]) {
			continue
		}
		first, n = min(first, i), n+1
	}
	return first, n
}

// isQuestion reports whether a paragraph is one question, not in quotation marks.
func (p *page) isQuestion(para *paragraph) bool {
	return p.endsAsking(para) && p.wordsIn(para.from, para.to) <= questionWords && !p.quoted(para.from) && !p.quoted(para.to-1)
}

// tellsOfInterview reports whether the words before paragraph first speak of
// an interview.
func (p *page) tellsOfInterview(first int) bool {
	for i := range p.paragraphs[:first] {
		for k := p.paragraphs[i].from; k < p.paragraphs[i].to; k++ {
			if interviewing[p.key(k)] && p.key(k) != keyTold {
				return true
			}
		}
	}
	return false
}

var keyTold = text.KeyOf("told")

// answererAhead is whom the words before paragraph first name as interviewed.
func (t *talk) answererAhead(first int) string {
	t.labels.openings[first] = opening{content: t.paragraphs[first].Span, dash: true}
	t.dialogue = true
	return t.answererBefore()
}

// answersInFirstPerson reports whether enough answers say "I" or "we".
func (p *page) answersInFirstPerson(first int) bool {
	answers, own := 0, 0
	for i := first; i < len(p.paragraphs); i++ {
		para := &p.paragraphs[i]
		if p.isQuestion(para) || p.isHeading(para) {
			continue
		}
		answers++
		for k := para.from; k < para.to; k++ {
			if firstPersons[p.key(k)] && !p.quoted(k) {
				own++
				break
			}
		}
	}
	return answers > 0 && float64(own) >= firstShare*float64(answers)
}

var firstPersons = text.Keys("i", "we", "my", "our", "me", "us")
