package known

import (
	"slices"
	"strings"
)

// endings are those of Russian nouns and adjectives in other cases than the
// nominative, the longest first, each with what the nominative may have for it:
// "." stands for nothing.
var endings = endingsOf(
	"ского ский ское", "скому ский ское", "ском ский ское", "ским ский ское", "ской ская", "скую ская",
	"ого ый ое ой", "его ий ее", "ому ый ое ой", "ему ий ее", "ыми ые", "ими ие", "ых ые", "их ие", "ой ая а", "ую ая", "юю яя", "ым ый ое .", "им ий",
	"ием ие", "ией ия", "иях ии", "ии ия ий", "ию ия ий", "ия ий ие", "ью ь", "ья ье",
	"ами ы . а", "ями и ь я", "ам ы а", "ах ы а", "ях и", "ов ы", "ей я ь ья", "ом . о ое", "ем ь й е",
	"а . о", "я ь й е", "у . а о", "ю ь й я е", "ы а .", "и а я ь", "е . а я о ь й",
)

type ending struct {
	printed string
	may     []string
}

func endingsOf(rows ...string) []ending {
	var out []ending
	for _, r := range rows {
		f := strings.Fields(r)
		e := ending{printed: f[0]}
		for _, m := range f[1:] {
			e.may = append(e.may, strings.TrimPrefix(m, "."))
		}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b ending) int { return len(b.printed) - len(a.printed) })
	return out
}

// Bounds of what is tried for a name in another case.
const (
	declinedWords = 3 // of the name
	declinedForms = 6 // of a word
	declinedStem  = 4 // bytes that stay before an ending: two letters
)

// Declined gives what goes by the nominative of a Russian name printed in another
// case: "Норвегии", "Саудовской Аравией". nil when nothing does.
func Declined(name string) []Entry {
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > declinedWords || !holdsCyrillic(name) {
		return nil
	}
	tried := []string{""}
	for _, w := range words {
		var longer []string
		for _, t := range tried {
			for _, n := range nominatives(w) {
				longer = append(longer, strings.TrimSpace(t+" "+n))
			}
		}
		tried = longer
	}
	for _, n := range tried {
		if found := Named(n); len(found) > 0 {
			return found
		}
	}
	return nil
}

// nominatives are a word as printed and what it may be in the nominative.
func nominatives(word string) []string {
	out := []string{word}
	for _, e := range endings {
		stem, has := strings.CutSuffix(word, e.printed)
		if !has || len(stem) < declinedStem {
			continue
		}
		for _, may := range e.may {
			if n := stem + may; len(out) < declinedForms && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}
