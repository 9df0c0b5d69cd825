package boilerplate

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/lexicon"
	"github.com/hearsay-engine/hearsay/news"
)

// RepeatedLeast is how many other texts of the outlet must hold a line for it to
// be dropped.
const RepeatedLeast = 3

// A line that several texts of one outlet share is the outlet's, not the
// article's, when it is short; long lines and quotations are shared by copies of
// one article and stay.
const (
	repeatedBytes = 150 // longer lines are no candidates
	repeatedRunes = 2   // shorter ones neither
	repeatedShare = 0.5 // of the body's bytes: a text that repeats more is a copy of others and stays whole
)

// RepeatKeys gives the key of each line of the body that may turn out to be the
// outlet's own furniture, each key once, in order of the text. Counted over the
// distinct texts of one outlet, the keys tell DropRepeated what to take out.
func RepeatKeys(a *news.Article) []uint64 {
	var keys []uint64
	taken := map[uint64]bool{}
	for _, b := range a.Body {
		for line := range linesIn(a.Text, b) {
			if key, ok := repeatKey(line.Of(a.Text)); ok && !taken[key] {
				taken[key] = true
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// DropRepeated moves the lines that stand in enough other texts of the same
// outlet from the body to the boilerplate and reports how many it moved. seen
// gives the number of other distinct texts with a key. Body and boilerplate stay
// in order and apart; a second call changes nothing.
func DropRepeated(a *news.Article, seen func(key uint64) int) int {
	var body []news.Span
	var moved []news.Dropped
	all, gone := 0, 0
	for _, b := range a.Body {
		open := false
		all += b.Len()
		for line := range linesIn(a.Text, b) {
			key, ok := repeatKey(line.Of(a.Text))
			if n := timesSeen(seen, key, ok); n >= RepeatedLeast {
				moved = append(moved, news.Dropped{Span: line, Reason: news.Reason{Rule: "line-repeated", Words: Clip(line.Of(a.Text)), Figure: float64(n)}})
				gone += line.Len()
				open = false
				continue
			}
			if open {
				body[len(body)-1].End = line.End
			} else {
				body, open = append(body, line), true
			}
		}
	}
	if len(moved) == 0 || float64(gone) > repeatedShare*float64(all) {
		return 0
	}
	a.Body, a.Boilerplate = body, merged(a.Boilerplate, moved)
	a.Languages = clipped(a.Languages, moved)
	return len(moved)
}

func timesSeen(seen func(uint64) int, key uint64, ok bool) int {
	if !ok {
		return 0
	}
	return seen(key)
}

// repeatKey hashes a line's words, so that white space and punctuation do not
// tell lines apart. ok is false for a line that may not be dropped.
func repeatKey(line string) (key uint64, ok bool) {
	if len(line) > repeatedBytes || quoted(line) {
		return 0, false
	}
	if r, _ := lexicon.RuneAt(line, 0); lexicon.IsDash(r) {
		return 0, false // a turn of an interview
	}
	key = lexicon.HashBasis
	runes := 0
	for w := range lexicon.Words(line) {
		key = (key ^ w.Hash) * lexicon.HashPrime
		runes += int(w.Runes)
	}
	return key, runes >= repeatedRunes && labelOf(line) == 0
}

// merged joins two lists of dropped spans by their place.
func merged(a, b []news.Dropped) []news.Dropped {
	out := make([]news.Dropped, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].Start < b[0].Start {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// clipped cuts the moved lines out of the language spans.
func clipped(spans []news.LangSpan, moved []news.Dropped) []news.LangSpan {
	var out []news.LangSpan
	for _, s := range spans {
		for len(moved) > 0 && moved[0].End <= s.Start {
			moved = moved[1:]
		}
		for len(moved) > 0 && moved[0].Overlaps(s.Span) {
			if s.Start < moved[0].Start {
				out = append(out, news.LangSpan{Span: news.Span{Start: s.Start, End: moved[0].Start}, Language: s.Language})
			}
			s.Start = min(moved[0].End, s.End)
			moved = moved[1:]
		}
		if !s.Empty() {
			out = append(out, s)
		}
	}
	return out
}

// linesIn gives the non-empty lines of a span, trimmed.
func linesIn(text string, s news.Span) func(yield func(news.Span) bool) {
	return func(yield func(news.Span) bool) {
		for s.Start < s.End {
			end := s.End
			if i := strings.IndexByte(s.Of(text), '\n'); i >= 0 {
				end = s.Start + i
			}
			if line := (news.Span{Start: s.Start, End: end}).Trim(text); !line.Empty() && !yield(line) {
				return
			}
			s.Start = end + 1
		}
	}
}
