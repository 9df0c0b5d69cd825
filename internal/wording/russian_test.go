package wording

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/news"
)

// asItIs are words that Russian sentences keep: of English grammar, commands, loans.
var asItIs = strings.NewReplacer("“as”", "", "“that”", "", "“by”", "", "-ing", "", "cookie", "", "hearsay redo", "")

// TestEverySentenceHasARussianOne: whatever a rule's sentence is filled with, pages
// tell it in Russian, the words of the archive in it as they are.
func TestEverySentenceHasARussianOne(t *testing.T) {
	ru := messages.In(t.Context(), "ru")
	for _, table := range tables {
		for _, rule := range slices.Sorted(maps.Keys(table)) {
			for _, r := range []news.Reason{{Rule: rule, Words: "2031-03-06", Figure: 3}, {Rule: rule, Words: "Фонарь", Figure: .51}} {
				if strings.HasPrefix(rule, "DATE_") && r.Words == "Фонарь" {
					continue // the words are a date
				}
				says := Of(r)
				told := messages.Told(ru, says)
				if told == says || strings.ContainsFunc(asItIs.Replace(told), func(c rune) bool { return unicode.Is(unicode.Latin, c) }) {
					t.Errorf("%s: %q is told as %q; give internal/messages a message for it", rule, says, told)
				}
			}
		}
	}
}
