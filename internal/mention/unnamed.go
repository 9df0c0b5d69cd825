package mention

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// unnamed finds who speaks where no words name the speaker: a quotation goes on
// with the speaker before, or belongs to whom the sentence around or before it
// is about.
func (r *resolver) unnamed(i int) found {
	st := &r.statements[i]
	if st.Kind == news.Indirect || st.Kind == news.Turn {
		return found{}
	}
	own := r.sentenceAt(st.Start())
	if f := r.introduced(own); f.ok() {
		return f
	}
	if f := r.goesOn(i, own); f.ok() {
		return f
	}
	return r.subjectBefore(own)
}

// spokenBack bounds the speakers before a quotation that goes on, those within
// other statements too.
const spokenBack = 64

// goesOn is the speaker before: of this paragraph, or of the quotation that
// fills the paragraph before.
func (r *resolver) goesOn(i, own int) found {
	for n := len(r.spoken) - 1; n >= max(0, len(r.spoken)-spokenBack); n-- {
		u := &r.spoken[n]
		o := &r.statements[u.statement]
		if o.Within != news.Outermost && o.Within != r.statements[i].Within {
			continue
		}
		s := r.sentenceAt(o.Content[len(o.Content)-1].End - 1)
		apart := r.sents[own].paragraph - r.sents[s].paragraph
		if apart == 0 || apart == 1 && r.fills(own) {
			return found{entity: u.entity, name: u.name, plural: u.plural, reason: news.Reason{Rule: ruleBefore, Words: u.name}}
		}
		return found{}
	}
	return found{}
}

// fills reports whether the sentence opens its paragraph with a quotation mark.
func (r *resolver) fills(s int) bool {
	k := r.tokens[r.sents[r.sents[s].opening].From].Kind
	return k == text.DoubleQuote || k == text.SingleQuote || k == text.Dash
}

// introduced is whom the paragraph before is about when it ends with a colon.
func (r *resolver) introduced(own int) found {
	s := r.sents[own].opening - 1
	if s < 0 || r.tokens[r.sents[s].To-1].Kind != text.Colon {
		return found{}
	}
	return r.subjectOf(s)
}

// subjectBefore is whom the sentence, or the one before it in the paragraph, is
// about.
func (r *resolver) subjectBefore(own int) found {
	if f := r.subjectOf(own); f.ok() {
		return f
	}
	if own > 0 && r.sents[own-1].paragraph == r.sents[own].paragraph {
		return r.subjectOf(own - 1)
	}
	return found{}
}

// subjectOf is the first person named in a sentence outside of quotations.
func (r *resolver) subjectOf(s int) found {
	i, j := r.namesIn(phrase{from: r.sents[s].From, to: r.sents[s].To})
	for j = min(j, i+subjectNames); i < j; i++ {
		n := &r.names[i]
		if n.kind == news.Person && n.entity >= 0 && !n.possessive && !r.inQuotation(r.tokens[n.from].Start) {
			return r.foundEntity(n.entity, ruleSubject, r.words(n.from, n.to))
		}
	}
	return found{}
}
