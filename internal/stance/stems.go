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

func stem(word string) string {
	word = singular(strings.ToLower(word))
	n := 0
	for i := range word {
		if n++; n > stemLength {
			return word[:i]
		}
	}
	return word
}

// singular is a short word less the "s" that makes it many: longer ones are cut anyway.
func singular(word string) string {
	if n := len(word); n > 3 && n <= stemLength && word[n-1] == 's' && word[n-2] != 's' && word[n-2] != 'u' && word[n-2] != 'i' {
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
