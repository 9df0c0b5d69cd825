package mention

import (
	"sort"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// What an antecedent weighs. Tuned by eye on machine-translated news and GUM
// news; only their order and sums matter.
const (
	lookBackSentences = 12 // sentences of prose a pronoun looks back over
	lookBackAll       = 96 // sentences in all, quotations too
	namesWeighed      = 400
	subjectNames      = 64 // names of one sentence asked for its subject
	weightNear        = 50 // in its own sentence; less by weightStep a sentence back
	weightStep        = 9
	weightSubject     = 20 // first of its sentence
	weightSpeaker     = 24 // spoke before, in this paragraph or the one before
	weightGender      = 4  // its gender is known and agrees
	weightOwner       = -15
	weightObject      = -8  // stands behind a preposition
	weightQuoted      = -45 // inside a quotation
	paragraphsSpoken  = 3   // paragraphs over which a speaker is the one before
)

// number is what a pronoun asks for.
type number byte

const (
	he   number = 'm'
	she  number = 'f'
	it   number = 'i'
	they number = 'p'
)

var pronouns = map[text.Key]number{
	text.KeyOf("he"): he, text.KeyOf("him"): he, text.KeyOf("his"): he, text.KeyOf("himself"): he,
	text.KeyOf("she"): she, text.KeyOf("her"): she, text.KeyOf("hers"): she, text.KeyOf("herself"): she,
	text.KeyOf("it"): it, text.KeyOf("its"): it, text.KeyOf("itself"): it,
	text.KeyOf("they"): they, text.KeyOf("them"): they, text.KeyOf("their"): they, text.KeyOf("themselves"): they,
}

var firstPerson = text.Keys("i", "we", "me", "us", "my", "our", "myself")

// candidate is who a pronoun may stand for.
type candidate struct {
	entity int
	name   string
	score  int
	plural bool
}

// pronoun resolves the pronoun at token k of statement i.
func (r *resolver) pronoun(i, k int) found {
	want := pronouns[r.tokens[k].Key]
	best := candidate{entity: -1, score: -1 << 30}
	r.weighNames(k, want, &best)
	r.weighSpeakers(k, want, &best)
	r.weighNouns(k, want, &best)
	if best.name == "" {
		return found{}
	}
	return found{entity: best.entity, name: best.name, plural: best.plural, reason: news.Reason{Rule: rulePronoun, Words: r.tokens[k].Of(r.text), Figure: float64(best.score)}}
}

// weighNames weighs the names before token k.
func (r *resolver) weighNames(k int, want number, best *candidate) {
	own := r.sentenceOf(k)
	j := sort.Search(len(r.names), func(n int) bool { return r.names[n].from >= k })
	bottom := max(0, j-namesWeighed)
	for j--; j >= bottom; j-- {
		n := &r.names[j]
		far := r.distance(n.sentence, own)
		if far > lookBackSentences {
			return
		}
		if n.entity < 0 || !r.fits(n.entity, want) {
			continue
		}
		c := candidate{entity: n.entity, name: r.Entities[n.entity].Name, score: weightNear - weightStep*far + r.place(n, k)}
		if g := r.facts[n.entity].gender; g != unknownGender {
			c.score += weightGender
		}
		if c.score > best.score {
			*best = c
		}
	}
}

// place weighs where in its sentence a name stands.
func (r *resolver) place(n *name, k int) int {
	score := 0
	if n.possessive {
		score += weightOwner
	}
	if r.governed(n) {
		score += weightObject
	} else if r.subject(n) {
		score += weightSubject
	}
	if at := r.tokens[n.from].Start; r.inQuotation(at) && !r.sameQuotation(at, r.tokens[k].Start) {
		score += weightQuoted
	}
	return score
}

// governed reports whether a name stands behind a preposition, an article left
// out.
func (r *resolver) governed(n *name) bool {
	before, begin := n.lead-1, r.sents[n.sentence].From
	if before > begin && articles[r.tokens[before].Key] {
		before--
	}
	return before >= begin && prepositions[r.tokens[before].Key]
}

// subject reports whether no other name of a person or organisation stands
// before n in its sentence, or a verb follows it.
func (r *resolver) subject(n *name) bool {
	i := sort.Search(len(r.names), func(k int) bool { return r.names[k].from >= r.sents[n.sentence].From })
	for begin := i; r.names[i].from < n.from; i++ {
		o := &r.names[i]
		if i-begin >= subjectNames {
			return false
		}
		if (o.kind == news.Person || o.kind == n.kind) && !o.possessive && !r.governed(o) && !r.inQuotation(r.tokens[o.from].Start) {
			return false
		}
	}
	return true
}

// fits reports whether an entity may be meant by a pronoun.
func (x *Index) fits(e int, want number) bool {
	kind := x.Entities[e].Kind
	switch want {
	case he:
		return kind == news.Person && agree(x.facts[e].gender, man)
	case she:
		return kind == news.Person && agree(x.facts[e].gender, woman)
	case it:
		return kind == news.Organisation || kind == news.Place
	}
	return kind == news.Organisation || kind == news.Group
}

// weighSpeakers weighs who spoke before statement i.
func (r *resolver) weighSpeakers(k int, want number, best *candidate) {
	own := r.sentenceOf(k)
	for n := len(r.spoken) - 1; n >= max(0, len(r.spoken)-spokenBack); n-- {
		u := &r.spoken[n]
		s := r.sentenceAt(u.at)
		far := r.distance(s, own)
		if far > lookBackSentences || r.sents[own].paragraph-r.sents[s].paragraph > paragraphsSpoken+r.quotedParagraphs(s, own) {
			return
		}
		if !r.spokenFits(u, want) {
			continue
		}
		c := candidate{entity: u.entity, name: u.name, plural: u.plural, score: weightNear - weightStep*far + weightSpeaker}
		if r.statements[u.statement].Within != news.Outermost {
			c.score -= weightSpeaker
		}
		if c.score > best.score {
			*best = c
		}
	}
}

// spokenFits reports whether a speaker may be meant by a pronoun.
func (r *resolver) spokenFits(u *utterance, want number) bool {
	if u.entity >= 0 {
		return r.fits(u.entity, want)
	}
	switch want {
	case they:
		return u.plural
	case it:
		return !u.plural && !r.personal(u.name)
	}
	return !u.plural && r.personal(u.name) && agree(r.phraseGender(u.name), gender(want))
}

// quotedParagraphs is how many paragraphs of quotation lie between two sentences.
func (r *resolver) quotedParagraphs(s, own int) int {
	n, seen := 0, -1
	for ; s < own; s++ {
		if p := r.sents[s].paragraph; p != seen && r.prose[s] == r.prose[s+1] {
			n, seen = n+1, p
		}
	}
	return n
}

// distance is how many sentences of prose lie between two, quotations left out.
func (r *resolver) distance(s, own int) int {
	switch {
	case s >= own:
		return 0
	case own-s > lookBackAll:
		return lookBackSentences + 1
	}
	return 1 + r.prose[own] - r.prose[s+1]
}

func (x *Index) sentenceOf(k int) int {
	return sort.Search(len(x.sents), func(s int) bool { return x.sents[s].To > k })
}

// sentenceAt is the sentence of a byte; the last one for a byte behind all.
func (x *Index) sentenceAt(at int) int {
	s := sort.Search(len(x.sents), func(s int) bool { return x.tokens[x.sents[s].To-1].End > at })
	return min(s, len(x.sents)-1)
}

func (r *resolver) quotation(at int) int {
	i := sort.Search(len(r.quoted), func(k int) bool { return r.quoted[k].Start > at }) - 1
	if i >= 0 && at < r.quoted[i].End {
		return i
	}
	return -1
}

func (r *resolver) inQuotation(at int) bool { return r.quotation(at) >= 0 }

func (r *resolver) sameQuotation(a, b int) bool { return r.quotation(a) == r.quotation(b) }
