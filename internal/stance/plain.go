package stance

import (
	"github.com/hearsay-engine/hearsay/internal/sorted"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// plainObject is what a verdict is about whose subject is no claim by its name: "the
// painter's arrest is a hoax". It is so only where the article tells of it elsewhere.
func (p *page) plainObject(v predicate, at text.Range, t taker) (object, bool) {
	h := p.nounBefore(v.from)
	if h == none || h >= v.from || p.is(h, pointing|subjective|relative) {
		return object{}, false
	}
	r := p.nominal(h)
	from, to := p.trim(r.From, min(r.To, v.from))
	if from >= to {
		return object{}, false
	}
	stems := p.stems(from, to)
	told := p.toldOfIt(at, stems, t)
	if told == nil {
		return object{}, false
	}
	if len(stems) >= leastWords {
		return p.here(text.Range{From: from, To: to}, ruleObject), true
	}
	return object{spans: told.spans, statement: told.statement, weight: told.weight, rule: ruleNoun}, true
}

// toldOfIt is the best telling before the sentence of a stance, or of another behind,
// that has most of the stems.
func (p *page) toldOfIt(at text.Range, stems []string, t taker) *telling {
	if len(stems) == 0 {
		return nil
	}
	return p.toldElsewhere(at, stems, (len(stems)+1)/2, t)
}

// readHoaxOf takes "the Ilka Tolan death hoax": what is named before the noun is said, and
// is none.
func (p *page) readHoaxOf(v predicate) bool {
	i := v.at.From
	t := p.takerOf(i)
	if p.readHoaxThat(v, t) || p.readDeathHoax(v, t) {
		return true
	}
	if !p.reads(i, keysHoax) || v.negated || !p.ends(v.at.To) && !p.is(v.at.To, be|auxiliary|preposition) && !p.tagged(v.at.To, &parts().verb) || !p.mayTake(t) || p.isQuestion(i) {
		return false
	}
	from := p.nounStart(i)
	for from < i && !p.tokens[from].Capital() {
		from++
	}
	if len(p.names(from, i)) == 0 || p.tokens[i-1].Capital() || p.content(from, i) <= len(p.names(from, i)) {
		return false // a name alone, or none: "an internet hoax"
	}
	p.take(v.relation, v.at, t, p.here(text.Range{From: from, To: i}, ruleModifier), ruleVerdict)
	return true
}

// readHoaxThat takes "the subject of a hoax claiming that P".
func (p *page) readHoaxThat(v predicate, t taker) bool {
	i := v.at.From
	if !p.reads(i, keysHoax) || v.negated || v.hedged || !p.is(i+1, claiming) || !p.mayTake(t) || p.isSupposed(i) || p.isQuestion(i) {
		return false
	}
	from := i + 2
	if p.key(from) == keyThat {
		from++
	}
	r, ok := p.clause(from, p.sentence(i).To)
	if ok {
		p.take(v.relation, v.at, t, p.here(r, ruleComplement), ruleVerdict)
	}
	return ok
}

// readDeathHoax takes "a death hoax" of a death that is told.
func (p *page) readDeathHoax(v predicate, t taker) bool {
	i := v.at.From
	if !p.reads(i, keysHoax) || v.negated || i == p.sentence(i).From || !p.reads(i-1, keysDeath) || !p.mayTake(t) || p.isSupposed(i) || p.isQuestion(i) {
		return false
	}
	at := text.Range{From: i - 1, To: i + 1}
	if n := p.subjectNoun(i-2, p.sentence(i).From); n != none && p.is(n+1, claiming|about) {
		if of, ok := p.referent(n, p.verbOf(n, i), at, t); ok && of.rule == ruleComplement {
			p.take(v.relation, at, t, of, ruleVerdict)
			return true // "the report claiming that P appears to be a death hoax"
		}
	}
	names := p.names(p.nounStart(i), i-1)
	if p.is(i+1, about) {
		names = p.names(i+2, min(i+2+nameWords, p.sentence(i).To))
	}
	of, ok := p.elsewhere(sought{at: at, from: at.From, holder: p.stemsOf(t), taker: t.statement, stems: names, opposed: opposed}, ruleNoun)
	if ok && len(names) > 0 {
		r := p.tokensOf(of.spans[0])
		ok = sorted.Common(p.stems(r.From, r.To), names) > 0 // and not another's death
	}
	if ok {
		p.take(v.relation, at, t, of, ruleVerdict)
	}
	return ok
}

// verbOf is where the group of the last verb before token i begins that is "to be" or the like.
func (p *page) verbOf(n, i int) int {
	for k := i - 1; k > n; k-- {
		if p.is(k, be) {
			v := predicate{from: k}
			p.verbGroup(&v, k-1, n)
			return v.from
		}
	}
	return i
}

var keysHoax, keysDeath = keysOf([]string{"hoax"}), keysOf([]string{"death"})

// readBlock takes a verdict in capitals that is a line of its own, of the line before:
// "Claim: The dam has burst.", "FALSE".
func (p *page) readBlock(v predicate) bool {
	r := p.sentence(v.at.From)
	s := int(p.sentOf[v.at.From])
	first := r.From
	if p.is(first, hedge) {
		first++
	}
	if s == 0 || v.kind != "verdict" || v.relation != news.RelDenies || v.at.From != first || !p.fragmentEnds(v.at.To) || !p.shouts(r) {
		return false
	}
	q := p.sents[s-1]
	from, to := q.From, q.To
	if from+1 < to && p.tokens[from+1].Kind == text.Colon {
		from += 2
	}
	if from, to = p.trim(from, to); p.content(from, to) < headingWords || p.isQuestion(q.From) {
		return false
	}
	p.take(v.relationOf(), text.Range{From: r.From, To: v.at.To}, taker{statement: news.Outermost}, p.here(text.Range{From: from, To: to}, ruleClause), ruleFragment)
	return true
}

// shouts reports whether r is a line of its own, of capitals only.
func (p *page) shouts(r text.Range) bool {
	for i := r.From; i < r.To; i++ {
		if p.tokens[i].IsWordy() && p.tokens[i].Case != text.UpperCase {
			return false
		}
	}
	return r.From > 0 && p.apart(r.From) && (r.To >= len(p.tokens) || p.apart(r.To))
}

// apart reports whether a line ends before token i.
func (p *page) apart(i int) bool {
	for b := p.tokens[i-1].End; b < p.tokens[i].Start; b++ {
		if p.text[b] == '\n' {
			return true
		}
	}
	return false
}
