package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/news"
)

// Tokens appends to dst the tokens of text within span.
func Tokens(text string, span news.Span, dst []Token) []Token {
	s := scanner{text: text, at: span.Start, end: span.End, spaced: true, dst: dst}
	for s.at < s.end {
		s.next()
	}
	return s.dst
}

type scanner struct {
	text    string
	at, end int
	spaced  bool
	dst     []Token
}

func (s *scanner) next() {
	r, n := s.rune(s.at)
	switch {
	case r == ' ':
		s.at++
		s.spaced = true
	case isSpace(r):
		s.at += n
		s.spaced = true
	case isLetter(r):
		s.word(Word)
	case isDigit(r):
		s.word(Number)
	default:
		s.mark(r, n)
	}
}

// rune is the code point at byte i and its length; 0 beyond the end.
func (s *scanner) rune(i int) (rune, int) {
	if i >= s.end {
		return 0, 0
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.text[i:s.end])
}

// emit takes text up to end as one token.
func (s *scanner) emit(end int, t Token) {
	t.Span = news.Span{Start: s.at, End: end}
	t.Spaced = s.spaced
	s.dst = append(s.dst, t)
	s.at, s.spaced = end, false
}

// word takes a word or number, its inner marks, its stop when it is an
// abbreviation, and then its clitic.
func (s *scanner) word(kind Kind) {
	var w writing
	i, apostrophe := s.at, -1
	key := keySeed
	for i < s.end {
		c := s.text[i]
		if 'a' <= c && c <= 'z' {
			w.addSmall()
			key, i = key.add(c), i+1
			continue
		}
		if c == ' ' {
			break
		}
		r, n := s.rune(i)
		if !isLetter(r) && !isDigit(r) {
			if r, n = s.inner(i, r, n); n == 0 {
				break
			}
			if r == '\'' {
				apostrophe = i
			}
		}
		key = w.add(key, r)
		i += n
	}
	if apostrophe > s.at {
		if cut := cliticAt(s.text, s.at, apostrophe, i); cut > s.at {
			s.emitWord(cut, kind)
			s.emit(i, Token{Kind: Clitic, Key: KeyOf(s.text[cut:i]), Case: LowerCase})
			return
		}
	}
	if i < s.end && s.text[i] == '.' && s.keepsStop(i, key, w) {
		i++
	}
	s.emit(i, Token{Kind: kind, Key: key, Case: w.is()})
}

func (s *scanner) emitWord(end int, kind Kind) {
	var w writing
	key := keySeed
	for i := s.at; i < end; {
		r, n := s.rune(i)
		key = w.add(key, r)
		i += n
	}
	s.emit(end, Token{Kind: kind, Key: key, Case: w.is()})
}

// inner tells whether the mark r at i joins what stands on its two sides into
// one word; n is 0 when it does not. An apostrophe of any shape is given as '.
func (s *scanner) inner(i int, r rune, n int) (rune, int) {
	next, _ := s.rune(i + n)
	prev := s.text[i-1]
	switch {
	case r >= utf8.RuneSelf && (unicode.Is(unicode.Mn, r) || r == 0xAD || r == 0x200D || r == 0x200C):
		return r, n
	case r == '-' || r == '‐' || r == '‑':
		if isLetter(next) || isDigit(next) {
			return '-', n
		}
	case isApostrophe(r) && r != '`' && r != '‘':
		if isLetter(next) {
			return '\'', n
		}
	case r == '.' || r == '@' || r == '_':
		if joinsDotted(prev, next) || r != '.' && isLetter(next) || isDigitByte(prev) && isDigit(next) {
			return r, n
		}
		if r == '.' && (i-s.at == 1 || s.text[i-2] == '.' || s.text[i-2] == '-' && isUpperByte(prev)) && isLetter(next) && s.letterStop(i+1) {
			return r, n // the first stop of "U.S.", of "D-N.Y."
		}
		if r == '.' && next == '-' && i-s.at > 1 && s.text[i-2] == '.' {
			return r, n // "U.S.-led"
		}
	case r == ',' || r == ':':
		if isDigitByte(prev) && isDigit(next) {
			return r, n
		}
	case r == '&':
		if isUpperByte(prev) && unicode.IsUpper(next) {
			return r, n
		}
	}
	return r, 0
}

// joinsDotted tells whether a stop between two characters is one of a host
// name or of initials: "example.org", and the second stop of "U.S.A".
func joinsDotted(prev byte, next rune) bool {
	return prev != '.' && unicode.IsLower(next) && (prev >= utf8.RuneSelf || isLetter(rune(prev)) || isDigitByte(prev))
}

// letterStop reports whether one letter and a stop stand at i: "S." of "U.S."
func (s *scanner) letterStop(i int) bool {
	r, n := s.rune(i)
	if !isLetter(r) {
		return false
	}
	next, _ := s.rune(i + n)
	return next == '.' || !isLetter(next) && !isDigit(next)
}

// keepsStop tells whether the stop at i belongs to the word before it: an
// abbreviation, an initial, or letters with stops between them.
func (s *scanner) keepsStop(i int, key Key, w writing) bool {
	if after, _ := s.rune(i + 1); after == '.' {
		return false // an ellipsis
	}
	if numbered[key] { // "No. 5" against "No."
		return s.digitAfter(i + 1)
	}
	if titles[key] || abbreviations[key] {
		return w.upper > 0 || w.dots > 0 || smallAbbreviations[key]
	}
	if w.dots > 0 && (w.letters == w.dots+1 || s.text[i-2] == '.' && isUpperByte(s.text[i-1])) {
		return true
	}
	return w.letters == 1 && w.upper == 1 && i-s.at == 1 && s.text[s.at] != 'I'
}

func (s *scanner) digitAfter(i int) bool {
	r, n := s.rune(i)
	for isSpace(r) && n > 0 && r != '\n' {
		i += n
		r, n = s.rune(i)
	}
	return isDigit(r)
}

var (
	titles             = Keys(en.Titles...)
	abbreviations      = Keys(en.Abbreviations...)
	smallAbbreviations = Keys(en.SmallAbbreviations...)
	numbered           = Keys(en.Numbered...)
	openers            = Keys(en.Openers...)
)

// cliticAt is where the clitic at the end of the word [start, end) begins, given
// its last apostrophe; start when there is none.
func cliticAt(text string, start, apostrophe, end int) int {
	_, n := utf8.DecodeRuneInString(text[apostrophe:end])
	tail := text[apostrophe+n : end]
	switch {
	case strings.EqualFold(tail, "s"), strings.EqualFold(tail, "re"), strings.EqualFold(tail, "ve"), strings.EqualFold(tail, "d"),
		strings.EqualFold(tail, "ll"), strings.EqualFold(tail, "m"):
		return apostrophe
	case strings.EqualFold(tail, "t") && apostrophe-1 > start && lower(text[apostrophe-1]) == 'n':
		return apostrophe - 1
	}
	return start
}

// writing counts what tells a word's case and shape.
type writing struct {
	letters, upper, small, dots int
	firstSmall                  bool
}

func (w *writing) addSmall() {
	w.firstSmall = w.firstSmall || w.letters == 0
	w.letters++
	w.small++
}

func (w *writing) add(key Key, r rune) Key {
	if r < utf8.RuneSelf {
		c := byte(r)
		switch {
		case 'a' <= c && c <= 'z':
			w.addSmall()
		case 'A' <= c && c <= 'Z':
			w.letters++
			w.upper++
			c += 'a' - 'A'
		case c == '.':
			w.dots++
		}
		return key.add(c)
	}
	switch {
	case unicode.IsUpper(r):
		w.letters++
		w.upper++
		r = unicode.ToLower(r)
	case unicode.IsLower(r):
		w.addSmall()
	case unicode.IsLetter(r):
		w.letters++
	}
	var buf [utf8.UTFMax]byte
	for _, c := range buf[:utf8.EncodeRune(buf[:], r)] {
		key = key.add(c)
	}
	return key
}

func (w *writing) is() Case {
	switch {
	case w.upper+w.small == 0:
		return Caseless
	case w.firstSmall:
		return LowerCase
	case w.small == 0 && w.upper > 1:
		return UpperCase
	case w.upper <= 1:
		return TitleCase
	}
	return InnerCase
}
