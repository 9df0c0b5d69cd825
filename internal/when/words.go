package when

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/news"
)

// word is a run of digits or of letters in words that may hold a date.
type word struct {
	news.Span
	digits int    // 0 for letters
	value  int    // of digits
	lower  string // of letters
}

// maxBytes bounds how much of a line is searched for a date.
const maxBytes = 400

// wordBytes is about how many bytes a word takes with what parts it from the next.
const wordBytes = 5

// longestNumber is the most digits that a part of a date has: 20220306.
const longestNumber = 8

// reader reads dates at the words of a text. Its methods take the index of
// a word and give the index behind what they read.
type reader struct {
	s       string
	words   []word
	order   func() Order // asked for only when a date needs it
	compact bool         // take 20220306 for a date
}

func newReader(s string, order func() Order) *reader {
	s = s[:min(len(s), maxBytes)]
	r := &reader{s: s, order: order, words: make([]word, 0, len(s)/wordBytes+1)}
	for i := 0; i < len(s); {
		i = r.read(i)
	}
	return r
}

// read reads the word at byte i, or passes over what begins none.
func (r *reader) read(i int) int {
	c, n := utf8.DecodeRuneInString(r.s[i:])
	switch {
	case c >= '0' && c <= '9':
		return r.number(i)
	case unicode.IsLetter(c) || c == 'º':
		return r.letters(i)
	}
	return i + n
}

func (r *reader) number(i int) int {
	w := word{Span: news.Span{Start: i}}
	for ; i < len(r.s) && r.s[i] >= '0' && r.s[i] <= '9'; i++ {
		if w.digits++; w.digits <= longestNumber {
			w.value = w.value*10 + int(r.s[i]-'0')
		}
	}
	w.End = i
	r.words = append(r.words, w)
	return i
}

func (r *reader) letters(i int) int {
	w := word{Span: news.Span{Start: i}}
	capital := false
	for i < len(r.s) {
		if b := r.s[i]; b|0x20 >= 'a' && b|0x20 <= 'z' && b < utf8.RuneSelf {
			capital = capital || b < 'a'
			i++
			continue
		}
		c, n := utf8.DecodeRuneInString(r.s[i:])
		if !unicode.IsLetter(c) && !unicode.IsMark(c) && c != 'º' {
			break
		}
		capital = true // perhaps
		i += n
	}
	w.End = i
	if w.lower = w.Of(r.s); capital {
		w.lower = strings.ToLower(w.lower)
	}
	r.words = append(r.words, w)
	return i
}

// gap is what stands between word i and the one before it.
func (r *reader) gap(i int) string {
	if i == 0 {
		return r.s[:r.words[0].Start]
	}
	return r.s[r.words[i-1].End:r.words[i].Start]
}

// widestGap is the most bytes between two parts of one date.
const widestGap = 8

// loose reports whether what stands before word i may stand between parts of
// a date.
func (r *reader) loose(i int) bool {
	gap := r.gap(i)
	return len(gap) <= widestGap && strings.Trim(gap, " \t\u00a0\u202f.,-/–—|·•_@()") == ""
}

// num is the number at word i of at most most digits, behind a loose gap.
func (r *reader) num(i, most int) (int, bool) {
	if i >= len(r.words) || r.words[i].digits == 0 || r.words[i].digits > most {
		return 0, false
	}
	return r.words[i].value, true
}

// year is the four-digit number at word i, behind a loose gap.
func (r *reader) year(i int) (int, bool) {
	if i >= len(r.words) || r.words[i].digits != 4 || !r.loose(i) {
		return 0, false
	}
	return r.words[i].value, true
}

// month is the month that word i names, behind a loose gap.
func (r *reader) month(i int) int {
	if i >= len(r.words) || r.words[i].digits > 0 || i > 0 && !r.loose(i) {
		return 0
	}
	return lang.Month(r.words[i].lower)
}

// over is the index behind words at i that the table has, two at most.
func (r *reader) over(i int, table map[string]bool) int {
	for n := 0; n < 2 && i < len(r.words) && r.words[i].digits == 0 && r.loose(i) && table[r.words[i].lower]; n++ {
		i++
	}
	return i
}
