package web

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
)

// sought are the words of a query, folded, as marks in what it found want them.
type sought struct {
	whole  map[string]bool
	begins []string
}

func soughtIn(q store.Query) sought {
	out := sought{whole: map[string]bool{}}
	for _, t := range q.Terms {
		if t.Operator != store.Words || t.Not {
			continue
		}
		words := strings.FieldsFunc(t.Value, func(r rune) bool { return !wordly(r) })
		for i, w := range words {
			if t.Prefix && i == len(words)-1 {
				out.begins = append(out.begins, fold.Name(w))
			} else {
				out.whole[fold.Name(w)] = true
			}
		}
	}
	return out
}

func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func (s sought) none() bool { return len(s.whole) == 0 && len(s.begins) == 0 }

func (s sought) holds(word string) bool {
	word = fold.Name(word)
	if s.whole[word] {
		return true
	}
	for _, b := range s.begins {
		if strings.HasPrefix(word, b) {
			return true
		}
	}
	return false
}

// mark cuts words into runs, those that were sought marked. The runs together
// are the words, byte for byte.
func (s sought) mark(words string) []pages.Run {
	if s.none() {
		return []pages.Run{{Text: words}}
	}
	var out []pages.Run
	from := 0
	for i := 0; i < len(words); {
		r, n := utf8.DecodeRuneInString(words[i:])
		if !wordly(r) {
			i += n
			continue
		}
		end := i + n
		for end < len(words) {
			r, n := utf8.DecodeRuneInString(words[end:])
			if !wordly(r) {
				break
			}
			end += n
		}
		if s.holds(words[i:end]) {
			if i > from {
				out = append(out, pages.Run{Text: words[from:i]})
			}
			out = append(out, pages.Run{Text: words[i:end], Found: true})
			from = end
		}
		i = end
	}
	if from < len(words) || len(out) == 0 {
		out = append(out, pages.Run{Text: words[from:]})
	}
	return out
}

// markFound marks what a query sought in the cards it found.
func markFound(q store.Query, list []pages.Statement) {
	s := soughtIn(q)
	if s.none() {
		return
	}
	for i := range list {
		for _, c := range list[i].Content {
			list[i].Marked = append(list[i].Marked, s.mark(c))
		}
	}
}
