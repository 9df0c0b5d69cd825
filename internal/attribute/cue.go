package attribute

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// group is a cue candidate: a reporting verb with its auxiliaries and particle.
type group struct {
	verb    *en.Verb
	form    form
	preps   map[text.Key]bool
	from    int // the first auxiliary or adverb
	at      int // the verb
	to      int // behind the particle
	kind    groupKind
	passive bool
	negated bool
	modal   bool
}

// groupKind is the grammar of a verb group.
type groupKind uint8

const (
	finite groupKind = iota
	gerundial
	infinitive
	partitive // a bare participle: "the plan announced by"
)

// cueGroups finds the cue candidates of the tokens [from, to) that stand in no
// quotation. They hold until those of the next sentence are asked for.
func (p *page) cueGroups(from, to int) []group {
	groups := p.groups[:0]
	for i := from; i < to; i++ {
		if p.quoted(i) {
			continue
		}
		if g, ok := p.groupAt(i, from, to); ok {
			groups = append(groups, g)
			i = g.to - 1
		}
	}
	p.groups = groups
	return groups
}

// groupAt reads the verb group whose verb is token i.
func (p *page) groupAt(i, lo, hi int) (group, bool) {
	c, to, ok := p.cueWithParticle(i, hi)
	if !ok {
		c, to, ok = p.unlistedCue(i, hi)
	}
	if !ok || p.isNounHere(i, lo, c) {
		return group{}, false
	}
	g := group{verb: c.verb, form: c.form, preps: c.preps, at: i, from: i, to: to}
	p.takeAuxiliaries(&g, lo)
	if g.verb.Frames&en.State != 0 {
		g.passive = false
		return g, p.hasBe(&g) && g.kind == finite
	}
	return g, p.classify(&g, lo)
}

// cueWithParticle picks the reading of token i whose particle follows; one
// with a particle goes before one without.
func (p *page) cueWithParticle(i, hi int) (cueForm, int, bool) {
	var plain cueForm
	found := false
	for _, c := range p.words[i].cues {
		if c.particle == 0 {
			if !found {
				plain, found = c, true
			}
			continue
		}
		if to, ok := p.particleBehind(i, hi, c); ok {
			return c, to, true
		}
	}
	return plain, i + 1, found
}

// particleBehind reports whether the particle of c stands behind token i, "it"
// between them left out, and where it ends: "made it clear".
func (p *page) particleBehind(i, hi int, c cueForm) (int, bool) {
	if i+2 < hi && p.key(i+1) == keyIt && p.key(i+2) == c.particle {
		return i + 3, true
	}
	return i + 2, i+1 < hi && p.key(i+1) == c.particle
}

// isNounHere reports whether a word that may be verb or noun stands as a noun:
// behind a determiner, a possessive, an adjective-like word or a preposition.
func (p *page) isNounHere(i, lo int, c cueForm) bool {
	if p.tokens[i].Capital() && i > lo && c.form&(past|gerund) == 0 && !p.allCapitals(i) && !p.inTitleCase(i, lo) {
		return true
	}
	if i == lo {
		return c.form&(past|gerund) == 0
	}
	if p.is(i-1, determiner|possessive) && !p.is(i-1, subjectPronoun) || p.key(i-1) == keyS && c.form&gerund == 0 && !p.isContractedHas(i-1) {
		return true
	}
	if i-1 > lo && (p.is(i-1, determiner) || p.key(i-1) == keyOne) && c.form&base != 0 && p.is(i-2, preposition) {
		return true // "in one tweet"
	}
	if c.form&(base|third) != 0 && p.words[i].noun != nil && (p.is(i-1, determiner) && !p.tokens[i-1].Capital() || p.takesClaims(i-1)) {
		return true
	}
	return c.form&(base|third|past) != 0 && c.form&gerund == 0 && p.is(i-1, preposition) && p.key(i-1) != keyTo
}

// takesClaims reports whether the word at i denies the claim that is its object:
// "rejected claims it hid the report".
func (p *page) takesClaims(i int) bool {
	for _, c := range p.words[i].cues {
		if c.verb.Frames&en.Claims != 0 || c.verb.Stance == en.Denies {
			return true
		}
	}
	return false
}

// titleLook bounds how many words are weighed to tell a headline's capitals.
const titleLook = 20

// inTitleCase reports whether nearly every longer word of the sentence around i
// has a capital, as in a headline.
func (p *page) inTitleCase(i, lo int) bool {
	capital, small := 0, 0
	for k := lo; k < len(p.tokens) && k < lo+titleLook && (k == lo || !p.endsLine(k-1)); k++ {
		switch t := &p.tokens[k]; {
		case t.Kind != text.Word || t.Len() < 4:
		case t.Capital():
			capital++
		default:
			small++
		}
	}
	return small == 0 && capital > 2 && i < lo+titleLook
}

// endsLine reports whether a full stop or a line ends at token k.
func (p *page) endsLine(k int) bool {
	return p.kind(k) == text.Stop || k+1 < len(p.tokens) && strings.IndexByte(p.text[p.tokens[k].End:p.tokens[k+1].Start], '\n') >= 0
}

func (p *page) allCapitals(i int) bool { return p.tokens[i].Case == text.UpperCase }

// isContractedHas reports whether 's at i stands behind a pronoun: "she's said".
func (p *page) isContractedHas(i int) bool { return i > 0 && p.is(i-1, subjectPronoun) }

// takeAuxiliaries goes back over "has repeatedly", "did not", "to".
func (p *page) takeAuxiliaries(g *group, lo int) {
	be, have := false, false
	for k := g.at - 1; k >= lo && g.at-k < 7; k-- {
		switch {
		case p.is(k, negation) && p.key(k) != text.KeyOf("no"):
			g.negated = true
		case p.is(k, modal) && !p.tokens[k].Capital():
			g.modal = true
		case p.is(k, haveForm):
			have = true
		case p.is(k, beForm) && (p.kind(k) != text.Clitic || p.isContractedHas(k)):
			be = true
		case p.is(k, auxiliary) && p.kind(k) != text.Clitic:
		case p.key(k) == keyLonger && k > lo && p.is(k-1, negation):
			g.negated = true
			k--
		case p.key(k) == keyTo:
			g.from, g.kind = k, infinitive
			g.passive = be && g.form&participle != 0
			return
		case p.isAdverb(k) && !p.is(k, subjectPronoun|determiner) && k > lo:
			if !p.auxiliaryBefore(k, lo) && p.lower(k) {
				g.from = k
				continue
			}
		default:
			g.passive = be && !have && g.form&participle != 0 || be && have && g.form&participle != 0
			if g.form&participle != 0 && !be && !have {
				g.passive = false
			}
			return
		}
		g.from = k
	}
	g.passive = be && g.form&participle != 0
}

func (p *page) auxiliaryBefore(k, lo int) bool {
	return k > lo && p.is(k-1, auxiliary|modal)
}

// classify settles the grammar of a group; false when it can be no cue.
func (p *page) classify(g *group, lo int) bool {
	if g.kind == infinitive {
		return g.form&base != 0 || g.passive
	}
	if g.form&gerund != 0 && g.form&(past|base) == 0 {
		if g.from < g.at && p.hasBe(g) {
			g.kind = finite
		} else {
			g.kind = gerundial
		}
		g.passive = false
		return g.kind == finite || !p.describes(g, lo)
	}
	if p.fronted(g, lo) {
		g.kind, g.passive = partitive, true
		return true
	}
	if g.from < g.at || g.at == lo || g.form&(past|gerund) != 0 {
		return true
	}
	if g.verb.NounLike && !p.is(g.at-1, subjectPronoun) && (!p.tokens[g.at-1].Capital() || g.form&third == 0) && !p.leadsOn(g.to) {
		return false
	}
	return g.form&third != 0 || p.pluralBefore(g.at) || p.heads(g.at)
}

// describes reports whether an -ing form stands between words of one noun
// phrase: "the Orlan sailing guild".
func (p *page) describes(g *group, lo int) bool {
	if g.at == lo || g.to >= len(p.tokens) || p.kind(g.at-1) != text.Word || p.is(g.at-1, function) {
		return false
	}
	return p.kind(g.to) == text.Word && p.lower(g.to) && p.words[g.to] == unlisted
}

func (p *page) hasBe(g *group) bool {
	for k := g.from; k < g.at; k++ {
		if p.is(k, beForm) {
			return true
		}
	}
	return false
}

// fronted reports whether a participle of asking opens a clause: "Asked about
// the bridge, …", "when asked whether".
func (p *page) fronted(g *group, lo int) bool {
	if g.verb.Stance != en.Asks || g.form&participle == 0 || g.from < g.at {
		return false
	}
	return g.at == lo || p.is(g.at-1, subordinator) || p.kind(g.at-1) == text.Comma && g.at+1 < len(p.tokens) && (p.is(g.at+1, whWord) || g.preps[p.key(g.at+1)])
}

// leadsOn reports whether "that" or a quotation stands at i.
func (p *page) leadsOn(i int) bool {
	return i < len(p.tokens) && (p.key(i) == keyThat || p.opensQuote(i)) && p.words[i-1].noun == nil
}

// pluralBefore reports whether what stands before i can be the subject of a
// base form: "they say", "officials say", "Korva and Toth say".
func (p *page) pluralBefore(i int) bool {
	t := &p.tokens[i-1]
	switch {
	case p.is(i-1, subjectPronoun):
		return p.key(i-1) != keyHe && p.key(i-1) != keyShe && p.key(i-1) != keyIt
	case t.Kind == text.Comma, t.Kind == text.CloseBracket, t.Kind == text.Dash, t.Kind == text.Number, p.quoted(i - 1), p.isAdverb(i - 1), p.is(i-1, coordinator):
		return true
	case t.Kind != text.Word:
		return false
	}
	return t.Capital() || p.endsWith(i-1, "s") || p.is(i-1, plural)
}
