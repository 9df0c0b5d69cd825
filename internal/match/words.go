package match

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// gist reads what is compared of words; by is the statement they are of, nil
// for an outlet's. enough is false where they are too few.
func (t *teller) gist(parts []news.Span, by *news.Statement) (g Gist, enough bool) {
	g.Language = languageOf(t.article, parts[0].Start)
	if by != nil && by.Voice == news.Attributed {
		g.Speaker = nameKey(by.SpeakerName)
	}
	seen := t.read(&g, parts)
	vague := g.weight() < leastWeight
	if g.Words < leastTold || vague && g.Words < leastWords {
		return g, false
	}
	switch {
	case seen&firstPerson != 0:
		g.Deictic = FirstPerson
	case seen&thirdPerson != 0 && len(g.Names) == 0:
		g.Deictic = ThirdPerson
	}
	g.Sides = uint16(seen >> opposites)
	if vague {
		g.Deictic = FirstPerson // "the situation is under control": whose?
	}
	if vague || seen&relativeTime != 0 {
		g.Week = weekOf(t.article.Published)
	}
	return g, true
}

// reading is how far a pass over words has come.
type reading struct {
	*teller
	*Gist
	terms        *vocabulary
	names        []named // of the part that is read
	seen, before mark    // of all words, and of the last
	denied       bool    // a negation waits for its word
	exact        uint64
}

// read goes over the words and gives the marks among them.
func (t *teller) read(g *Gist, parts []news.Span) (seen mark) {
	r := reading{teller: t, Gist: g, terms: vocabularyOf(g.Language), exact: hashBasis}
	for _, p := range parts {
		r.names = t.within(p)
		for _, n := range r.names {
			if n.key != 0 && p.Holds(n.Span) {
				g.Names = append(g.Names, n.key)
			}
		}
		t.tokens = text.Tokens(t.article.Text, p, t.tokens[:0])
		for i := range t.tokens {
			if t.tokens[i].IsWordy() && g.Words < maxWords {
				r.word(i)
			}
		}
	}
	g.Exact = r.exact
	slices.SortFunc(g.Stems, func(a, b Stem) int { return cmp.Compare(a.Hash, b.Hash) })
	g.Stems = slices.CompactFunc(g.Stems, func(a, b Stem) bool { return a.Hash == b.Hash })
	g.Negated, g.Numbers, g.Names, g.Capitals = set(g.Negated), set(g.Numbers), set(g.Names), set(g.Capitals)
	return r.seen
}

func (r *reading) word(i int) {
	k := &r.tokens[i]
	r.exact = (r.exact ^ uint64(k.Key)) * hashPrime
	r.exact ^= r.exact >> 31
	m := r.mark(k)
	if k.Kind == text.Clitic {
		return
	}
	r.Words++
	v := r.value(r.Language, i)
	switch {
	case v != "":
		r.number(v)
	case m&aloof != 0:
	case m&(thousand|million|billion) == 0 || i == 0 || r.value(r.Language, i-1) == "":
		r.term(k, i == 0)
	}
}

// mark notes what a word does to those around it.
func (r *reading) mark(k *text.Token) mark {
	m := marked()[markedWord{r.Language, k.Key}]
	if m&(untruth|no) != 0 && r.before&formOfBe != 0 || m&no != 0 && r.Words == 0 {
		m |= negation
	}
	r.seen, r.before = r.seen|m, m
	if m&verdict != 0 {
		r.Negated = append(r.Negated, Judged)
	}
	switch {
	case m&untruth != 0 && m&negation != 0, r.denied && m&truth != 0:
		r.Negated, r.denied = append(r.Negated, Whole), false
	case m&negation != 0:
		r.denied = true
	}
	return m
}

// term notes a word that tells something; the first of a part has its capital
// from where it stands.
func (r *reading) term(k *text.Token, first bool) {
	word := k.Of(r.article.Text)
	if k.Capital() {
		r.Capitals = append(r.Capitals, wordKey(word))
	}
	named := slices.ContainsFunc(r.names, func(n named) bool { return n.Holds(k.Span) })
	stem, listed := r.terms.of(k.Key, func() string { return strings.ToLower(word) })
	if !listed && k.Capital() && (named || !first) {
		stem.Hash = uint32(termOf(string(consonants(word, nil))))
	}
	if stem.Bits == 0 {
		return
	}
	stem.Named = named
	r.Stems = append(r.Stems, stem)
	if r.denied && stem.Bits >= negatedBits {
		r.Negated, r.denied = append(r.Negated, stem.Hash), false
	}
}

func set[N cmp.Ordered](list []N) []N {
	slices.Sort(list)
	return slices.Compact(list)
}

// value is the number of token i, "35 thousand" as "35,000", without marks; ""
// for a token that is none.
func (t *teller) value(language uint8, i int) string {
	s := t.tokens[i].Of(t.article.Text)
	if t.tokens[i].Kind != text.Number {
		if s = wordValue(language, &t.tokens[i], s); s == "" {
			return ""
		}
	}
	scale := ""
	if i+1 < len(t.tokens) {
		scale = zeros[marked()[markedWord{language, t.tokens[i+1].Key}]]
	}
	var out []byte
	part := 0 // digits behind the last mark
	for k := 0; k < len(s); k++ {
		if '0' <= s[k] && s[k] <= '9' {
			out, part = append(out, s[k]), part+1
		} else {
			part = 0
		}
	}
	if part == len(out) || part == digitsAGroup {
		part = 0 // whole
	}
	return string(out) + scale[min(part, len(scale)):]
}

// wordValue is the value of a word for a number: "three", "twenty-three".
func wordValue(language uint8, k *text.Token, word string) string {
	words := numberWords()
	if v, known := words[markedWord{language, k.Key}]; known {
		return v
	}
	tens, ones, hyphen := strings.Cut(word, "-")
	if !hyphen {
		return ""
	}
	t, o := words[markedWord{language, text.KeyOf(tens)}], words[markedWord{language, text.KeyOf(ones)}]
	if len(t) == 2 && len(o) == 1 && t[1] == '0' {
		return t[:1] + o
	}
	return ""
}

// digitsAGroup is how many digits stand behind a mark that parts thousands.
const digitsAGroup = 3

// number notes a number: by it tellings agree or differ.
func (g *Gist) number(value string) {
	h := uint32(termOf(value))
	g.Numbers = append(g.Numbers, h)
	g.Stems = append(g.Stems, Stem{Hash: h, Bits: uint8(min(bitsADigit*(len(value)+1), unlistedBits))})
}

// negatedBits is what a word tells at least that a negation is of: "not been
// publicly named" is of the last words.
const negatedBits = 4

// bitsADigit is what a number tells, and that it is one.
const bitsADigit = 3

// weekOf counts the weeks until a date, from 1; 0 for one that is unknown or
// names no day.
func weekOf(d news.Date) int32 {
	if len(d.Value) < len(time.DateOnly) {
		return 0
	}
	day, err := time.Parse(time.DateOnly, d.Value[:len(time.DateOnly)])
	if err != nil {
		return 0
	}
	return int32(max(day.Unix()/(7*24*60*60), 0)) + 1
}
