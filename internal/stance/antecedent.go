package stance

import (
	"sort"

	"github.com/hearsay-engine/hearsay/internal/sorted"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// Weights of tellings as claims; tuned on half a of eval/denials.jsonl, weightTeller, weightHere
// and leastMargin on halves a to f.
const (
	weightNoun     = 1.0 // behind a claim noun: "rumours that P"
	weightSaid     = 0.8 // an attributed statement
	weightDenied   = 0.9 // a statement that denies it
	weightModifier = 0.6 // before a claim noun: "bridge collapse rumours"
	weightTitle    = 0.3
	weightOutlet   = 0.2  // the outlet's own sentence
	weightMarked   = 0.5  // more for a sentence that says it is told: "reportedly", "rumours"
	weightTaken    = -0.7 // it denies something itself
	weightAsked    = -0.4
	weightShort    = -0.7  // fewer than leastWords
	weightApart    = -0.12 // a sentence of distance
	weightPointed  = -0.2  // the same for what a bare "this" stands for
	weightLater    = -0.5  // told only behind
	weightWord     = 0.7   // a word shared with the noun's own
	weightSource   = 1.2   // told by whom the noun names: "claims made by X"
	weightCentre   = 0.6   // all its words are told elsewhere too
	weightSame     = 0.35  // led by the same noun: "rumours that P", then "the rumours"
	weightTeller   = 0.45  // told by what the same noun names: "the story claimed P", then "the story"
	weightHere     = 0.45  // told in the stance's own sentence
	weightName     = -0.3  // few words without a verb that may as well only name something
	weightLead     = 0.3   // told where an article says what it is about, of what a noun stands for
	weightVerbless = -0.5  // a few words that tell nothing: a signature, a caption
	weightBeside   = 0.4   // told where whom the noun names stands too
	weightNegated  = -0.6  // it says no itself
	weightOwn      = -1.2  // told by the one who takes the stance
	leastWeight    = 0
	leastMargin    = 0.2 // before the next telling, for a pronoun: where two fit alike it stands for neither
)

// sought is what a stance says of the thing it is about.
type sought struct {
	at      text.Range // the stance's own words
	from    int        // where the words begin that stand for what it is about, at.From at most
	stems   []string   // of the noun's own words: "merger" of "the merger reports"
	source  []string   // of whom the noun names: "claims made by X"
	named   []string   // of source, those of names
	holder  []string   // of who takes the stance
	to      int        // behind those words
	taker   int        // the statement that takes it
	noun    string     // the claim noun that stands for it, as nounStem cuts it
	bare    bool       // a pronoun, which stands for what is nearest
	sure    bool       // it stands for one, however alike two fit
	opposed class      // only a telling that has a word of it: what "alive" goes against
}

// antecedent is the telling that best fits what is sought.
func (p *page) antecedent(q sought) (best *telling, most float64) {
	most = leastWeight
	here := int(p.sentOf[q.at.From])
	var weighed []weighedTelling
	for _, t := range p.candidates(q) {
		if t = p.clip(t, q); t == nil {
			continue
		}
		w, ok := p.fit(t, q, here)
		if !ok {
			continue
		}
		weighed = append(weighed, weighedTelling{t, w})
		if w > most {
			best, most = t, w
		}
	}
	if best != nil && q.bare && !q.sure && p.margin(best, most, weighed) < leastMargin {
		return nil, 0
	}
	return best, most
}

// weighedTelling is a telling with how well it fits.
type weighedTelling struct {
	*telling
	weight float64
}

// margin is by how much the best telling goes before the next that tells something else.
func (p *page) margin(best *telling, most float64, weighed []weighedTelling) float64 {
	next := 0.0
	for _, o := range weighed {
		if o.weight > next && !p.tellsSame(best, o.telling) {
			next = o.weight
		}
	}
	return most - next
}

// tellsSame reports whether two tellings tell the same as far as their words go.
func (p *page) tellsSame(a, b *telling) bool {
	n := sorted.Common(a.stems, b.stems)
	return n > 0 && 2*n >= min(len(a.stems), len(b.stems))
}

// candidates are what is weighed: the tellings around, those where the article says what it
// is about, and what the stances before are about.
func (p *page) candidates(q sought) (out []*telling) {
	here := int(p.sentOf[q.at.From])
	near := p.near(here)
	if lead := here - lookBack; lead > 0 {
		all := p.collect()
		end := p.sents[min(leadSentences, lead)-1].To
		for i := 0; i < len(all) && all[i].tokens.From < end; i++ {
			out = append(out, &all[i])
		}
	}
	for i := range near {
		out = append(out, &near[i])
	}
	for i := max(len(p.taken)-takenLook, 0); i < len(p.taken); i++ {
		out = append(out, &p.taken[i])
	}
	return out
}

// away is how many sentences before sentence here a telling stands, or the stance whose
// claim it is.
func (p *page) away(t *telling, here int) int {
	if t.kind == byStance {
		return here - t.at
	}
	return here - int(p.sentOf[t.tokens.To-1])
}

// near are the tellings of the sentences around sentence here.
func (p *page) near(here int) []telling { return p.tellingsBy(here, lookAhead) }

// ahead are the same where a claim is gone against that may be told only behind: an
// article says first what it is about.
func (p *page) ahead(here int) []telling {
	if here < leadSentences {
		return p.tellingsBy(here, leadAhead)
	}
	return p.near(here)
}

func (p *page) tellingsBy(here, ahead int) []telling {
	all := p.collect()
	lo := p.sents[max(here-lookBack, 0)].From
	hi := p.sents[min(here+ahead, len(p.sents)-1)].To
	search := func(token int) int {
		return sort.Search(len(all), func(i int) bool { return all[i].tokens.From >= token })
	}
	middle := search(p.sents[here].To)
	return all[max(search(lo), middle-nearBefore):min(search(hi), middle+nearBehind)]
}

// How many tellings are looked at before the end of a stance's sentence and behind
// it: no news has as many in so few sentences.
const (
	nearBefore = 200
	nearBehind = 50
)

// takenLook bounds how many stances before are asked what they were about.
const takenLook = 6

// clip is a telling less the words of the stance and what follows them, where it
// holds them: "that she was captured, which is not true". nil when nothing is left.
func (p *page) clip(t *telling, q sought) *telling {
	if t.tokens.From >= q.at.To || q.from >= t.tokens.To {
		return t
	}
	if q.to > q.from && t.tokens.From >= q.to && t.tokens.From < q.at.From {
		return p.shortened(t, q.at.From) // within the noun's own phrase: "the story of the boy said to have P is"
	}
	if t.tokens.From >= q.from || !p.turns(q.from, t.statement != news.Outermost && t.statement == q.taker) {
		return nil
	}
	c := p.shortened(t, q.from)
	if c != nil && p.sentOf[c.tokens.From] != p.sentOf[q.at.From] {
		return nil
	}
	return c
}

// shortened is a telling up to token end, nil when that tells nothing.
func (p *page) shortened(t *telling, end int) *telling {
	from, to := p.trim(t.tokens.From, min(end, t.tokens.To))
	for to > from && p.is(to-1, function) {
		from, to = p.trim(from, to-1)
	}
	if p.content(from, to) < 2 || !p.hasVerb(from, to) || p.is(from, about) || p.is(from, preposition) && p.tokens[from].Case == text.LowerCase {
		return nil
	}
	c := *t
	c.tokens, c.spans, c.stems, c.clipped = text.Range{From: from, To: to}, []news.Span{p.span(from, to)}, p.stems(from, to), true
	if t.taking && !p.takes(c.tokens) {
		c.weight -= weightTaken
	}
	return &c
}

// hasVerb reports whether [from, to), within a sentence, is more than a name: it has a verb.
func (p *page) hasVerb(from, to int) bool {
	for k := from; k < to; k++ {
		if p.is(k, be|auxiliary|modal) || p.tagged(k, &parts().verb) {
			return true
		}
	}
	return false
}

// turns reports whether the words before token i set what follows apart; where one
// says both, "and" does not.
func (p *page) turns(i int, same bool) bool {
	k := i - 1
	for k > 0 && p.tokens[k].IsQuote() {
		k--
	}
	return k >= 0 && (p.tokens[k].Kind == text.Comma || p.tokens[k].Kind == text.Dash || p.reads(k, keyBut) || p.key(i) == keyWhich || !same && p.reads(k, keysAnd))
}

// turnsAway reports whether the words before token i set what follows against what
// stands before.
func (p *page) turnsAway(i int) bool {
	return i > 0 && (p.tokens[i-1].Kind == text.Dash || p.reads(i-1, keyBut))
}

func (p *page) fit(t *telling, q sought, here int) (float64, bool) {
	if q.opposed != 0 && (!p.opposes(t.tokens, q.opposed) || p.isNegated(t.tokens) || len(q.stems) > 0 && t.noun == "" && !p.goesOnOf(t, here) && sorted.Common(t.stems, q.stems) == 0) {
		return 0, false
	}
	away := p.away(t, here)
	if away < -lookAhead || q.opposed != 0 && here-int(p.sentOf[t.tokens.To-1]) > lookBack {
		return 0, false
	}
	if t.statement != news.Outermost && q.to > q.at.From {
		if c := p.article.Statements[t.statement].Cue; c != nil && c.Overlaps(p.span(q.at.From, q.to)) {
			return 0, false // the noun was taken for its verb: "deny claims made by"
		}
	}
	w := t.weight
	each := weightApart
	if q.bare {
		each = weightPointed
	}
	if t.tokens.From >= q.at.To {
		if q.bare {
			return 0, false
		}
		w += weightLater
		away = int(p.sentOf[t.tokens.From]) - here
	}
	if !q.bare {
		away = min(away, farthest)
		if int(p.sentOf[t.tokens.From]) < leadSentences {
			w += weightLead
		}
	}
	w += each * float64(away)
	if away == 0 && t.kind != byOutlet && t.tokens.To <= q.from && p.hasVerb(t.tokens.From, t.tokens.To) {
		w += weightHere
	}
	if q.noun != "" && q.noun == t.noun {
		w += weightSame
	}
	if q.noun != "" && p.isTeller(t, q.noun) {
		w += weightTeller
	}
	w += weightWord * float64(min(sorted.Common(t.stems, q.stems), mostWords))
	if t.statement != news.Outermost && t.weight >= weightSaid {
		s := p.speakerStems(t.statement)
		if sorted.Common(s, q.source) > 0 {
			w += weightSource
		} else if len(q.named) > 0 && p.beside(t, q.named) {
			w += weightBeside
		}
		if sorted.Common(s, q.holder) > 0 && !t.clipped && !t.denied {
			w += weightOwn
		}
	}
	if p.saysNotSo(t.tokens) {
		w += weightNegated
	}
	return w, true
}

// isTeller reports whether a claim noun is who tells, or how: "the story claimed that P", "the
// mayor claims that P".
func (p *page) isTeller(t *telling, noun string) bool {
	if t.statement < 0 {
		return false
	}
	s := &p.article.Statements[t.statement]
	for _, words := range [...]*news.Span{s.Speaker, s.Cue} {
		if words == nil {
			continue
		}
		for r := p.tokensOf(*words); r.From < r.To; r.From++ {
			if p.is(r.From, claimNoun|artefact) && nounStem(p.word(r.From)) == noun {
				return true
			}
		}
	}
	return false
}

// goesOnOf reports whether a telling of sentence here speaks of whom the sentence names: "is
// alive, after a website reported that she had died".
func (p *page) goesOnOf(t *telling, here int) bool {
	return int(p.sentOf[t.tokens.From]) == here && t.tokens.From > p.sents[here].From && p.is(t.tokens.From, subjective) && !p.is(t.tokens.From, relative|pointing)
}

// saysNotSo reports whether r says no of what is or was; what will not be is a claim
// as any other.
func (p *page) saysNotSo(r text.Range) bool {
	for i := r.From; i < min(r.To, r.From+tellingLook); i++ {
		if p.is(i, negation) && !p.is(i-1, modal) {
			return true
		}
	}
	return false
}

// beside reports whether one of the names stands in the sentence of a telling, outside
// of it.
func (p *page) beside(t *telling, names []string) bool {
	r := p.sentence(t.tokens.From)
	return sorted.Common(p.stems(r.From, t.tokens.From), names) > 0 || sorted.Common(p.stems(min(t.tokens.To, r.To), r.To), names) > 0
}

// What a noun stands for is told anywhere: a sentence beyond farthest is as far away
// as any. The first leadSentences, the title within, say what an article is about.
const (
	farthest      = 6
	leadSentences = 4
)

// mostWords bounds how many shared words count.
const mostWords = 3
