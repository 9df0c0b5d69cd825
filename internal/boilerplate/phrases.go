package boilerplate

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/internal/lexicon"
)

//go:embed model/boilerplate.txt
var phraseFile string

// Kinds of words the line filter knows.
const (
	functionWord lexicon.Mark = 1 << iota // of some language
	weekdayWord
	monthWord
)

// phraseList is the listed phrases with the words of every language's grammar
// and calendar.
var phraseList = sync.OnceValue(func() *lexicon.List {
	function := slices.Collect(lang.FunctionWords())
	calendar := strings.Count(monthNames+weekdayNames, " ")
	x := lexicon.New("line-", phraseFile, len(function)+calendar)
	for _, w := range function {
		x.Mark(lexicon.HashOf(w), functionWord)
	}
	markCalendar(x)
	return x
})

// match reads into f the longest phrase that begins at one of the starts and
// stands in the line's words, and counts those that do, hints too.
func (f *Facts) match(words []uint64, starts []phraseStart) {
	for _, s := range starts {
		for k := range s.entry.Phrases {
			p := &s.entry.Phrases[k]
			switch {
			case !p.StandsAt(words, s.at):
			case p.Rule == sectionRule:
				f.sections++
			default:
				f.hits++
				if p.Where != lexicon.Hint && (f.hit == nil || len(p.Words) > len(f.hit.Words)) {
					f.hit, f.hitAt = p, s.at
				}
			}
		}
	}
}

// sectionRule is the rule of the list's names of sections, as menus have them.
const sectionRule = "line-section"
