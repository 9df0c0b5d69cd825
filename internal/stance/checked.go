package stance

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// readChecked takes "Fact check: the dam did not burst" and "Sorry, the dam did not burst".
func (p *page) readChecked(i int) bool {
	lo := p.sentence(i).From
	from := lo + 1
	switch {
	case p.is(i, determiner) || p.saidIn[i] != none || p.isQuestion(i):
		return false
	case p.reads(lo, keysFact) && p.tokens[lo].Capital():
		for from < i && from < lo+labelWords && p.tokens[from].Kind != text.Colon {
			from++
		}
		if p.tokens[from].Kind != text.Colon || !p.reads(from-1, keysCheck) {
			return false
		}
		from++
	case p.reads(lo, keysFactcheck) && p.tokens[from].Kind == text.Colon, p.reads(lo, keysSorry) && p.tokens[from].Kind == text.Comma:
		from++
	default:
		return false
	}
	for k := from; k < i; k++ {
		if p.tokens[k].Kind == text.Dash {
			from = k + 1 // "Sorry, sleuths — the dam did not"
		}
	}
	at := text.Range{From: i, To: i + 1}
	for at.From > from && p.is(at.From-1, auxiliary|be|modal) {
		at.From--
	}
	if at.From <= from || p.is(from, asking) || p.is(from, subjective) && !p.is(from, determiner) || i > from+negatedLook || p.isPossible(i) {
		return false
	}
	of, ok := p.negated(from, i, p.sentence(i).To)
	if ok = ok && !p.takenHere(text.Range{From: i + 1, To: p.sentence(i).To}); ok {
		p.take(news.RelDenies, at, taker{statement: news.Outermost}, of, ruleNo)
	}
	return ok
}

var keysFact, keysCheck, keysFactcheck, keysSorry = keysOf([]string{"fact"}), keysOf([]string{"check"}), keysOf([]string{"factcheck"}), keysOf([]string{"sorry"})
