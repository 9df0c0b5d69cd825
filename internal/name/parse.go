package name

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/news"
)

// Parse takes a name apart. Kind "" is guessed: a name with a legal form or a
// word such as "bank" is an organisation's, any other a person's.
func Parse(s string, kind news.EntityKind) Name {
	words := split(bounded(s))
	if kind == "" {
		kind = guess(words)
	}
	n := Name{kind: kind, parts: make([]part, 0, min(len(words), maxParts))}
	if kind == news.Person {
		words = unbracketed(words)
		n.people(words)
	} else {
		n.organisation(joinLetters(words))
	}
	n.finish()
	return n
}

func bounded(s string) string {
	if len(s) <= maxBytes {
		return s
	}
	s = s[:maxBytes]
	for len(s) > 0 {
		if r, n := utf8.DecodeLastRuneInString(s); r != utf8.RuneError || n != 1 {
			break
		}
		s = s[:len(s)-1]
	}
	return s
}

func lower(s string) string { return strings.ToLower(norm.NFC.String(s)) }

// token is a word as it stands, and what stands around it.
type token struct {
	text    string // lower case
	upper   bool   // in capitals, two letters or more
	dotted  bool   // a full stop follows
	comma   bool   // a comma stands before
	hyphen  bool   // joined to the word before
	bracket bool   // in brackets
	bound   bool   // begins with Abd, made of two
	meaning
}

// maxTokens bounds the words looked at: a name's titles and brackets come on
// top of its parts.
const maxTokens = 4 * maxParts

// splitter goes over a name once.
type splitter struct {
	text  string
	out   []token
	next  token
	depth int // of brackets
	start int // of the word under way, -1 between words
}

func split(s string) []token {
	sp := splitter{text: s, start: -1}
	for i, r := range s {
		switch {
		case inWord(r):
			if sp.start < 0 {
				sp.start = i
			}
		case !apostrophe(r):
			sp.end(i)
			sp.mark(r)
		}
	}
	sp.end(len(s))
	return sp.out
}

// end closes the word that ends before i.
func (sp *splitter) end(i int) {
	if sp.start >= 0 && len(sp.out) < maxTokens {
		w := sp.text[sp.start:i]
		sp.next.text, sp.next.upper, sp.next.bracket = lower(w), capitals(w), sp.depth > 0
		sp.next.meaning = meaningOf(sp.next.text)
		sp.out = append(sp.out, sp.next)
		sp.next = token{}
	}
	sp.start = -1
}

// mark notes what stands between words.
func (sp *splitter) mark(r rune) {
	switch {
	case r == '.' && len(sp.out) > 0:
		sp.out[len(sp.out)-1].dotted = true
	case r == ',' || r == ';':
		sp.next.comma = true
	case unicode.Is(unicode.Pd, r):
		sp.next.hyphen = true
	case r == '(' || r == '[':
		sp.depth++
	case (r == ')' || r == ']') && sp.depth > 0:
		sp.depth--
	}
}

// meaningOf looks a word up, with a letter doubled by mistake, too.
func meaningOf(w string) meaning {
	w = fold.Name(w)
	if m, ok := listed()[w]; ok {
		return m
	}
	return listed()[strings.Map(once(), w)]
}

// once drops the second of two like letters.
func once() func(rune) rune {
	last := rune(-1)
	return func(r rune) rune {
		if r == last {
			return -1
		}
		last = r
		return r
	}
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

func apostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '`', '´', 'ʼ', 'ʻ', '′':
		return true
	}
	return unicode.Is(unicode.Cf, r)
}

func capitals(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) || !unicode.IsLetter(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2
}

func guess(words []token) news.EntityKind {
	for _, w := range words {
		if w.generic || w.legal && !w.small && !w.titled && !w.degree {
			return news.Organisation
		}
	}
	return news.Person
}

// unbracketed leaves out what stands in brackets, unless nothing else stands.
func unbracketed(words []token) []token {
	if !slices.ContainsFunc(words, func(t token) bool { return !t.bracket }) {
		return words
	}
	return slices.DeleteFunc(words, func(t token) bool { return t.bracket })
}

// joinLetters makes "g.m.b.h." one word.
func joinLetters(words []token) []token {
	out := words[:0]
	for i := 0; i < len(words); i++ {
		w := words[i]
		for single(words[i].text) && words[i].dotted && i+1 < len(words) && single(words[i+1].text) {
			i++
			w.text, w.upper, w.dotted = w.text+words[i].text, true, false
		}
		w.meaning = meaningOf(w.text)
		out = append(out, w)
	}
	return out
}

func single(s string) bool { return utf8.RuneCountInString(s) == 1 }

// read gives p the sounds of a word in lower case.
func (p *part) read(w string) {
	written, spoken, in := spell(w)
	p.script = in
	copy(p.letters[:], written)
	p.bag = bagOf(p.letters[:])
	sounds := collapse(spoken, p.sounds[:0])
	p.n = uint8(len(sounds))
	p.weight = uint16(weigh(sounds))
	p.hash = hashOf(sounds)
	if p.n == 0 || in == exact {
		p.script, p.n, p.weight = exact, 0, weightExact
		p.hash = hashOf([]byte(fold.Name(w)))
	}
	p.stem = p.n
}

// weightExact is the weight of a word whose sounds are not known: that of
// three consonants.
const weightExact = 3 * unit

// bagOf hashes letters without their order.
func bagOf(letters []byte) uint64 {
	sum := uint64(0)
	for _, c := range letters {
		sum += (uint64(c) + 1) * 0x9E3779B97F4A7C15 >> 3 * (uint64(c) | 1)
	}
	return sum
}

// hashOf is FNV-1a: stable over runs, so that keys can be stored. Of sounds w
// counts as v, those of Belarusian as what they are printed as, and ё as the е it
// is mostly printed as.
func hashOf(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		switch c {
		case signs['w'], signs['W']:
			c = signs['v']
		case signs['E']:
			c = signs['e']
		case signs['T'], signs['Q']:
			c = signs['c']
		case signs['D']:
			c = signs['z']
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}
