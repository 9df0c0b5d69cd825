package stance

import (
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// stems are the telling words of [from, to), cut to their first letters, each once.
func (p *page) stems(from, to int) []string {
	var out []string
	for i := from; i < min(to, from+tellingLook); i++ {
		if p.telling(i) {
			out = append(out, stem(p.word(i)))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// weighty are the stems of [from, to) less words that go before what is done.
func (p *page) weighty(from, to int) []string {
	var out []string
	for i := from; i < min(to, from+tellingLook); i++ {
		if p.telling(i) && !p.is(i, light) {
			out = append(out, stem(p.word(i)))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// tellingLook bounds how much of a telling is looked at, in tokens.
const tellingLook = 120

// stem is a word cut to its first letters, or what stands for all words of the same act: "theft"
// and "stolen" are "steal".
func stem(word string) string {
	word = strings.ToLower(word)
	if s, ok := english().same[word]; ok {
		return s
	}
	return cut(word)
}

func cut(word string) string {
	word = uninflected(word)
	n := 0
	for i := range word {
		if n++; n > stemLength {
			return word[:i]
		}
	}
	return word
}

// uninflected is a word less "s", "ed", "ing" and a last "e": "fired" is "fire". Only short
// words need it, longer ones are cut anyway.
func uninflected(word string) string {
	n := len(word)
	if n > stemLength+len("ing") {
		return word
	}
	for _, end := range [...]string{"ing", "ed"} {
		if b, ok := strings.CutSuffix(word, end); ok && len(b) >= leastStem && b[len(b)-1] != 'e' && strings.ContainsAny(b, "aeiouy") {
			return undoubled(b)
		}
	}
	if n > leastStem && word[n-1] == 's' && word[n-2] != 's' && word[n-2] != 'u' && word[n-2] != 'i' {
		word = word[:n-1]
	}
	if n := len(word); n > leastStem && word[n-1] == 'e' {
		word = word[:n-1]
	}
	return word
}

// leastStem is how many letters a word keeps at least.
const leastStem = 3

// undoubled is a word less the consonant that an ending made double: "ban" of "bann".
func undoubled(word string) string {
	n := len(word)
	if n > leastStem && word[n-1] == word[n-2] && strings.IndexByte("bdgmnprt", word[n-1]) >= 0 {
		return word[:n-1]
	}
	if n > leastStem && word[n-1] == 'e' {
		return word[:n-1]
	}
	return word
}

// nounStem is a claim noun cut as stems are, less what makes it many: "stori" is the
// "story" of "stories" no more than "claim" is "claims".
func nounStem(word string) string {
	word = strings.ToLower(word)
	if s, ok := strings.CutSuffix(word, "ies"); ok {
		return stem(s + "y")
	}
	return stem(strings.TrimSuffix(strings.Replace(word, "rumour", "rumor", 1), "s"))
}

func (p *page) speakerStems(statement int) []string {
	s := &p.article.Statements[statement]
	return p.nameStems(s.Speaker, s.SpeakerName)
}

func (p *page) nameStems(words *news.Span, name string) []string {
	var out []string
	if words != nil {
		r := p.tokensOf(*words)
		out = p.stems(r.From, r.To)
	}
	for w := range strings.FieldsSeq(name) {
		out = append(out, stem(w))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
