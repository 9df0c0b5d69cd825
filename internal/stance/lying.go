package stance

import (
	"github.com/hearsay-engine/hearsay/internal/sorted"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// readLying takes "the blogger is lying", "accused the blogger of lying", where the
// blogger tells something.
func (p *page) readLying(i int, ph *phrase) bool {
	lo := p.sentence(i).From
	at := text.Range{From: i, To: i + len(ph.words)}
	t := p.takerOf(i)
	from, to := lo, i
	hedged, relation := false, ph.relation
	if i > lo+1 && p.reads(i-1, keysOf1) {
		k := p.accusing(i-1, lo)
		if k == none || p.lifted(k) {
			return false
		}
		t, from, to, at.From = p.takerOfVerb(k, false), k+1, i-1, k
	} else {
		v := predicate{phrase: ph, at: at, from: i, as: none}
		p.verbGroup(&v, i-1, lo)
		lied := p.reads(i, keysLied) && p.ends(i+1)
		if !lied && v.from == i || v.negated || p.isSupposed(v.from) || p.isQuestion(i) || p.reads(i, keysLied) && !lied {
			return false
		}
		from, to, at.From, hedged = max(lo, v.from-nounLook), v.from, v.from, v.hedged
	}
	if !p.mayTake(t) || from >= to {
		return false
	}
	if of, ok := p.claimantObject(to); ok && to < i && at.From == to {
		if hedged {
			relation = news.RelDoubts
		}
		p.take(relation, at, t, of, ruleLying)
		return true
	}
	if hedged {
		return false
	}
	source := p.stems(from, to)
	told, w := p.antecedent(sought{at: at, from: min(from, at.From), source: source, holder: p.stemsOf(t), taker: t.statement})
	if told == nil || told.statement == news.Outermost || sorted.Common(p.speakerStems(told.statement), source) == 0 || told.statement == t.statement {
		return false
	}
	p.take(ph.relation, at, t, object{spans: told.spans, statement: told.statement, weight: w, rule: ruleSpeaker}, ruleLying)
	return true
}

var keysLied = keysOf([]string{"lied"})

// accuseLook bounds how far before "of lying" its verb stands, in tokens.
const accuseLook = 16

// accusing is the "accused" before the "of" at k.
func (p *page) accusing(k, lo int) int {
	for n := k - 1; n >= lo && n >= k-accuseLook && (p.tokens[n].IsWordy() || p.tokens[n].Kind == text.Comma); n-- {
		switch p.word(n) {
		case "accused", "accuses", "accusing", "accuse":
			return n
		}
	}
	return none
}

// readMade takes "the blogger made the story up", "invented the rumour".
func (p *page) readMade(i int, ph *phrase) bool {
	t := p.takerOf(i)
	if !p.mayTake(t) || p.lifted(i) || p.isSupposed(i) || p.isQuestion(i) || p.isPassive(i, &phrase{form: participle}) {
		return false
	}
	hi := p.sentence(i).To
	if len(ph.words) > 2 { // "made it up"
		at := text.Range{From: i, To: i + len(ph.words)}
		of, ok := p.bare(i+1, at, t)
		if ok = ok && t.statement != news.Outermost && p.ends(at.To); ok {
			p.take(ph.relation, at, t, of, ruleMade)
		}
		return ok
	}
	for k := i + len(ph.words); k < hi && k < i+len(ph.words)+splitLook && p.tokens[k].IsWordy(); k++ {
		switch {
		case p.is(k, claimNoun) && !p.is(k+1, claimNoun) && !p.goesOn(k+1):
			at := text.Range{From: i, To: k + 1}
			of, ok := p.referent(k, hi, at, t)
			if ok && (of.statement == untold || t.statement != news.Outermost) {
				p.take(ph.relation, at, t, of, ruleMade)
				return true
			}
			return false
		case !p.is(k, determiner|intensive):
			return false
		}
	}
	return false
}

// splitLook bounds the words between a verb and its particle, or its object's noun.
const splitLook = 4

// readSplit takes "shot the story down", "made it up".
func (p *page) readSplit(i int, ph *phrase) bool {
	hi := p.sentence(i).To
	object := none
	for k := i + 1; k < hi && k <= i+splitLook && p.tokens[k].IsWordy(); k++ {
		switch {
		case p.key(k) == ph.words[1] && object != none && len(ph.words) == 2:
			return p.takeSplit(i, k, object, ph)
		case p.is(k, claimNoun|pointing) && !p.is(k, determiner) || p.is(k, determiner) && p.key(k+1) == ph.words[1]:
			object = k
		case !p.is(k, determiner|intensive):
			return false
		}
	}
	return false
}

func (p *page) takeSplit(i, k, n int, ph *phrase) bool {
	if p.lifted(i) {
		return false
	}
	t, at := p.takerOfVerb(i, false), text.Range{From: i, To: k + 1}
	var of object
	var ok bool
	if p.is(n, claimNoun) {
		of, ok = p.referent(n, n+1, at, t)
	} else {
		of, ok = p.bare(n, at, t)
	}
	if ok {
		p.take(ph.relation, at, t, of, verbRules[ph.relation])
	}
	return ok
}
