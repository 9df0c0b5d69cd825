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

func split(s string) []token {
	var out []token
	var next token
	depth, start := 0, -1
	end := func(i int) {
		if start >= 0 && len(out) < 4*maxParts {
			next.text, next.upper = lower(s[start:i]), capitals(s[start:i])
			next.meaning = meaningOf(next.text)
			next.bracket = depth > 0
			out = append(out, next)
			next = token{}
		}
		start = -1
	}
	for i, r := range s {
		if inWord(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if apostrophe(r) {
			continue
		}
		end(i)
		switch {
		case r == '.' && len(out) > 0:
			out[len(out)-1].dotted = true
		case r == ',' || r == ';':
			next.comma = true
		case unicode.Is(unicode.Pd, r):
			next.hyphen = true
		case r == '(' || r == '[':
			depth++
		case (r == ')' || r == ']') && depth > 0:
			depth--
		}
	}
	end(len(s))
	return out
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
	raw, in := spell(w)
	p.script = in
	copy(p.raw[:], raw)
	p.bag = bagOf(p.raw[:])
	sounds := collapse(raw, p.sounds[:0])
	p.n = uint8(len(sounds))
	p.weight = uint16(weigh(sounds))
	if p.n == 0 || in == exact {
		p.script, p.hash = exact, hashOf([]byte(fold.Name(w)))
		p.n, p.weight = 0, unit*3
	} else {
		p.hash = hashOf(p.sounds[:p.n])
	}
	p.stem = p.n
}

// bagOf hashes letters without their order.
func bagOf(letters []byte) uint64 {
	sum := uint64(0)
	for _, c := range letters {
		sum += (uint64(c) + 1) * 0x9E3779B97F4A7C15 >> 3 * (uint64(c) | 1)
	}
	return sum
}

// hashOf is FNV-1a: stable over runs, so that keys can be stored. Of sounds w
// counts as v.
func hashOf(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		if c == signs['w'] {
			c = signs['v']
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}
