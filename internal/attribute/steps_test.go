package attribute

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	cut "github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
	"pgregory.net/rapid"
)

// looksAToken bounds how often a token is looked at on average, whatever the text:
// every rule's look-back and look-ahead is bounded. News takes about
// twelve, a page of nothing but "said" 1,900.
const looksAToken = 4000

func checkSteps(t interface{ Fatalf(string, ...any) }, text string) {
	a := article(text)
	words := cut.Read(a)
	tokens := len(words.Tokens)
	if _, looks := read(a, words); looks > looksAToken*(tokens+1) {
		t.Fatalf("%d looks at %d tokens in %.200q", looks, tokens, text)
	}
}

func TestStepsOnHostileTexts(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(hostile)) {
		t.Run(name, func(t *testing.T) { checkSteps(t, hostile[name](1<<14)) })
	}
}

func TestStepsDoNotGrowWithTheText(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(hostile)) {
		_, short := readAll(article(hostile[name](1 << 13)))
		_, long := readAll(article(hostile[name](1 << 15)))
		if long > 6*short+looksAToken {
			t.Errorf("%s: %d looks at one length, %d at four times it", name, short, long)
		}
	}
}

func TestStepsOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		piece := strings.Join(rapid.SliceOfN(words, 1, 6).Draw(t, "words"), " ") + " "
		checkSteps(t, strings.Repeat(piece, rapid.IntRange(1, 200).Draw(t, "times")))
	})
}

func FuzzSteps(f *testing.F) {
	f.Add("she said, “that (he said: ", 100)
	f.Add("a man who thought, adding, and ", 80)
	f.Fuzz(func(t *testing.T, piece string, times int) {
		if utf8.ValidString(piece) && len(piece) < 200 && times > 0 && times <= 500 {
			checkSteps(t, strings.Repeat(piece, times))
		}
	})
}

func readAll(a *news.Article) (Findings, int) { return read(a, cut.Read(a)) }
