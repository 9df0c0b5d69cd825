package lang

import (
	"strings"
	"testing"
)

// TestTimeWords loads every language's words: a line that does not read panics.
func TestTimeWords(t *testing.T) {
	for code := range tellings {
		months, weekdays := map[int]bool{}, map[int]bool{}
		for word, w := range TellingOf(code).words {
			if word != strings.ToLower(word) {
				t.Errorf("%s: %q is not in lower case", code, word)
			}
			if w.Has(MonthWord) {
				months[w.Value] = true
			}
			if w.Has(WeekdayWord) {
				weekdays[w.Value] = true
			}
		}
		if len(months) != 12 || len(weekdays) != 7 {
			t.Errorf("%s names %d months and %d weekdays", code, len(months), len(weekdays))
		}
	}
	if w := TellingOf("").Word("monday"); w.Is != 0 {
		t.Error("a language of no data knows a word")
	}
}

func TestPastVerbs(t *testing.T) {
	for _, c := range []struct {
		code, word string
		past       bool
	}{
		{"en", "closed", true}, {"en", "need", false}, {"en", "said", true}, {"ru", "подчеркнул", true}, {"ru", "или", false},
		{"ru", "открылась", true}, {"de", "sagte", true}, {"de", "wird", false},
	} {
		if got := TellingOf(c.code).Word(c.word).Has(PastWord); got != c.past {
			t.Errorf("%s %q past: %v, want %v", c.code, c.word, got, c.past)
		}
	}
}
