package clean

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds on a byline: names of so many words, so many authors.
const (
	maxNameWords = 5
	maxAuthors   = 6
)

// authorNames reads the names that s begins with: capitalised words, several names
// with "and" between them. They end at a mark, a number or the name of a month
// or day; what stands behind the mark is an author's post or place. whole says
// that nothing but such an end or the end of s follows; where a common word
// follows, they are no names, and the span is empty.
func authorNames(text string, s news.Span) (found news.Span, whole bool) {
	found = news.Span{Start: s.Start, End: s.Start}
	words, authors := 0, 1
	for at := s.Start; at < s.End; {
		field := nextField(text, news.Span{Start: at, End: s.End})
		if field.Empty() {
			break
		}
		word := trimMarks(text, field)
		switch lower := strings.ToLower(word.Of(text)); {
		case word.Empty() && lang.NameJoiners[field.Of(text)], lang.NameJoiners[lower]:
			if authors++; words == 0 || authors > maxAuthors {
				return news.Span{}, false
			}
			words = 0
		case word.Empty() || endsNames(lower) || word.Start > field.Start:
			return found, words > 0 // a mark, a number, a date
		case isNameWord(word.Of(text)) || words > 0 && particles()[lower]:
			if words++; words > maxNameWords {
				return news.Span{}, false
			}
			found.End = nameEnd(text, word, field)
		default:
			return news.Span{}, false
		}
		if at = field.End; found.End < at && !word.Empty() && found.End == word.End {
			return found, words > 0 // at a comma or a stop behind a name
		}
	}
	return found, words > 0
}

// nextField is the first run of s that holds no white space.
func nextField(text string, s news.Span) news.Span {
	s = s.Trim(text)
	if i := strings.IndexFunc(s.Of(text), unicode.IsSpace); i > 0 {
		s.End = s.Start + i
	}
	return s
}

// trimMarks is field without the marks at its ends.
func trimMarks(text string, field news.Span) news.Span {
	words := field.Of(text)
	left := strings.TrimLeftFunc(words, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	right := strings.TrimRightFunc(left, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	start := field.End - len(left)
	return news.Span{Start: start, End: start + len(right)}
}

// nameEnd is the end of a word of a name: an initial keeps its stop.
func nameEnd(text string, word, field news.Span) int {
	if utf8.RuneCountInString(word.Of(text)) <= 2 && strings.HasPrefix(text[word.End:field.End], ".") {
		return word.End + 1
	}
	return word.End
}

// endsNames tells words that no name holds: numbers, months, days, places'
// prepositions.
func endsNames(lower string) bool {
	r, _ := utf8.DecodeRuneInString(lower)
	switch lower {
	case "in", "for", "at", "on", "with", "of", "from":
		return true
	}
	return unicode.IsDigit(r) || lang.IsWeekday(lower) && len(lower) > len("mon") || lang.Month(lower) > 0 && lower != "may" && lower != "mai" && lower != "april" && lower != "june"
}

// isNameWord tells a capitalised word of letters, hyphens, apostrophes, stops.
func isNameWord(word string) bool {
	for i, r := range word {
		switch {
		case i == 0 && !unicode.IsUpper(r):
			return false
		case !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune("-'’.", r):
			return false
		}
	}
	return word != ""
}

// particles are words in lower case within names.
var particles = sync.OnceValue(func() map[string]bool { return wordsOf(en.NameParticles) })

// noNames are words that are a person's name only behind a given name.
var noNames = sync.OnceValue(func() map[string]bool {
	return wordsOf(en.CommonWords, en.OrganisationWords, en.PlaceWords, en.Calendar, en.Peoples)
})

var givenNames = sync.OnceValue(func() map[string]bool { return wordsOf(en.GivenNames) })

// places are names of states and cities, of any number of words.
var places = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, list := range []string{en.Countries, en.Cities} {
		for line := range strings.Lines(list) {
			m[strings.TrimSpace(line)] = true
		}
	}
	return m
})

// wordsOf is the set of words in lists whose notes begin with #.
func wordsOf(lists ...string) map[string]bool {
	m := map[string]bool{}
	for _, list := range lists {
		for line := range strings.Lines(list) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			for w := range strings.FieldsSeq(line) {
				m[w] = true
			}
		}
	}
	return m
}

// likeNames reports whether the capitalised words of s may be people: not the
// name of a place, and no common word but behind a given name.
func likeNames(text string, s news.Span) bool {
	words := strings.Fields(strings.ToLower(s.Of(text)))
	if len(words) == 0 || places()[strings.Join(words, " ")] {
		return false
	}
	if givenNames()[words[0]] {
		return true
	}
	for _, w := range words {
		if noNames()[w] && !lang.NameJoiners[w] && !particles()[w] {
			return false
		}
	}
	return true
}
