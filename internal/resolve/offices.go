package resolve

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/internal/known"
)

//go:embed offices.txt
var officesFile string

// offices has the English words for what an office is called in another language,
// folded.
var offices = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(officesFile) {
		english, others, _ := strings.Cut(line, " = ")
		if strings.HasPrefix(line, "#") {
			continue
		}
		for name := range strings.SplitSeq(strings.TrimSpace(others), "; ") {
			out[fold.Name(name)] = english
		}
	}
	return out
})

// maxOfficeWords is how many words an office of the list has at most, and those of
// the state behind or before it.
const (
	maxOfficeWords = 5
	maxStateWords  = 3
)

// inEnglish gives the words of an office that another language names, with the
// code of the state that it says it is of, "" for none; found is false for what is
// no such office, or somebody's besides.
func inEnglish(folded string) (words, code string, found bool) {
	all := strings.Fields(folded)
	if len(all) > maxOfficeWords+maxStateWords {
		return "", "", false
	}
	for n := min(len(all), maxOfficeWords); n > 0; n-- {
		for i := 0; i+n <= len(all); i++ {
			office, listed := offices()[strings.Join(all[i:i+n], " ")]
			if !listed {
				continue
			}
			if n == len(all) {
				return office, "", true
			}
			state, code := stateIn(append(append([]string(nil), all[:i]...), all[i+n:]...))
			return state + " " + office, code, code != ""
		}
	}
	return "", "", false
}

// stateIn is the state that words name in whatever case, by its canonical name.
func stateIn(words []string) (name, code string) {
	if len(words) > maxStateWords {
		return "", ""
	}
	for _, phrase := range append(nominatives(words), nominatives(words[len(words)-1:])...) {
		for _, e := range known.Named(phrase) {
			if c, state := strings.CutPrefix(e.ID, "iso:"); state && len(c) == known.StateCode && e.Role == known.Country {
				return e.Name(), c
			}
		}
	}
	return "", ""
}

// genitives are what the genitive of a state's name ends in, and what the name
// itself does, folded: России, Российской, Казахстана, Украины, Республики, Китая,
// Беларуси, Румунії, Kasachstans.
var genitives = [...][2]string{{"ии", "ия"}, {"скои", "ская"}, {"а", ""}, {"ы", "а"}, {"и", "а"}, {"я", "и"}, {"и", "ь"}, {"іі", "ія"}, {"s", ""}}

// nominatives are phrases whose genitive, or who themselves, words may be.
func nominatives(words []string) []string {
	out := []string{""}
	for _, w := range words {
		forms := []string{w}
		for _, g := range genitives {
			if stem, ends := strings.CutSuffix(w, g[0]); ends {
				forms = append(forms, stem+g[1])
			}
		}
		var more []string
		for _, phrase := range out {
			for _, f := range forms {
				more = append(more, strings.TrimSpace(phrase+" "+f))
			}
		}
		out = more
	}
	return out
}
