package gen

import "strings"

// story is an article's sentences before they are laid out.
type story struct {
	title     string
	byline    string
	sentences []sentence
	copyOf    string
	kind      CopyKind
	share     float64
	trace     Trace
	credit    string // printed below the body; "" for none
}

// story makes article n's body: its own, or a copy.
func (a *Archive) story(n int, o outlet) story {
	if kind, origin, ok := a.copied(n); ok {
		return a.copy(n, o, kind, origin)
	}
	return a.own(n, o, nil)
}

// own writes the original of article n for outlet o. With again, it is worded
// anew by that article's number: a re-translation.
func (a *Archive) own(n int, o outlet, again *int) story {
	d := throw(a.seed, ofArticle, uint64(n), 2)
	r := a.reporter(&d, o)
	size := int(float64(a.Bytes) * (.6 + .8*d.share()))
	claims := a.claims(n, &d)
	var s story
	s.byline = r.cast[len(r.cast)-1].full(o.house)
	for total := 0; total < size-meanSentence/2; {
		k := len(s.sentences)
		r.begin(n, k, again)
		next := r.next(k, claims)
		s.sentences = append(s.sentences, next)
		total += len(next.text) + 1
	}
	r.begin(n, -1, again)
	s.title = strings.TrimSuffix(capital(r.clauseText()), ".")
	return s
}

// meanSentence is the usual length of a sentence in bytes, so that bodies are
// of the wanted size in the mean.
const meanSentence = 110

// reporter draws an article's cast.
func (a *Archive) reporter(d *dice, o outlet) *reporter {
	r := &reporter{writer: writer{archive: a, out: make([]byte, 0, 256)}, house: o.house, last: -1}
	for range d.between(3, 5) {
		r.cast = append(r.cast, a.person(d.few(a.People)))
	}
	r.named = make([]bool, len(r.cast))
	return r
}

// reworded is the share of choices a re-translation makes anew.
const reworded = 0.95

// begin turns the streams to sentence k of article n.
func (r *reporter) begin(n, k int, again *int) {
	seed := r.archive.seed
	r.facts = throw(seed, ofSentence, uint64(n), uint64(k))
	r.words = wording{first: throw(seed, ofWording, uint64(n), uint64(k))}
	if again != nil {
		r.words.second, r.words.share = throw(seed, ofWording, uint64(*again), uint64(k)), reworded
	}
}

// next writes sentence k: the second is always a quotation, the third and
// fourth take up what claims there are.
func (r *reporter) next(k int, claims []claimed) sentence {
	switch {
	case k == 1:
		return r.direct()
	case k >= 2 && k-2 < len(claims):
		return r.takeUp(claims[k-2].claim, claims[k-2].relation)
	}
	return r.sentence()
}

type claimed struct {
	claim    int
	relation Relation
}

// claimMemory is how many claims back an article may take one up.
const claimMemory = 40

// claims draws the claims an article makes or takes up. Claim c is made by
// article c*ClaimEvery.
func (a *Archive) claims(n int, d *dice) []claimed {
	var out []claimed
	if n%a.ClaimEvery == 0 {
		out = append(out, claimed{n / a.ClaimEvery, Makes})
	}
	made := (n + a.ClaimEvery - 1) / a.ClaimEvery // claims of earlier articles
	if made == 0 || !d.chance(.35) {
		return out
	}
	c := made - 1 - d.few(min(made, claimMemory))
	return append(out, claimed{c, []Relation{Repeats, Repeats, Repeats, Denies, Denies, Doubts, Asks}[d.n(7)]})
}
