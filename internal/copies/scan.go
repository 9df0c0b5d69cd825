package copies

import (
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// scan reads a body into words.
type scan struct {
	text       *Text
	marks      marks
	paragraphs []paragraph
	colon      bool // the last mark of the paragraph under reading
}

// read takes one span of the body. A cut inside a character is left out.
func (s *scan) read(b news.Span) {
	text, start, key := s.text.text, -1, uint32(0)
	for i := b.Start; i < b.End; {
		if l := plainLetters[text[i]]; l != 0 {
			if start < 0 {
				start, key = i, seed
			}
			key = step(key, rune(l))
			i++
			continue
		}
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:b.End])
		}
		switch {
		case isLetter(r):
			if start < 0 || alone(r) {
				s.endWord(start, i, key)
				start, key = i, seed
			}
			key = step(key, lower(r))
		case start >= 0 && inner(r) && letterAt(text, i+n, b.End):
		default:
			s.endWord(start, i, key)
			start = -1
			s.mark(r, i, b)
		}
		i += n
	}
	s.endWord(start, b.End, key)
	s.endParagraph()
}

// mark takes a character that is no letter.
func (s *scan) mark(r rune, i int, b news.Span) {
	switch {
	case r == '\n':
		s.endParagraph()
	case !unicode.IsSpace(r):
		s.colon = r == ':'
		s.marks.see(r, s.text.text, i, b)
	}
}

func (s *scan) endParagraph() {
	s.marks.end()
	from := 0
	if n := len(s.paragraphs); n > 0 {
		from = s.paragraphs[n-1].to
	}
	if to := len(s.text.words); to > from {
		s.paragraphs = append(s.paragraphs, paragraph{from, to, s.colon})
	}
	s.colon = false
}

func (s *scan) endWord(start, end int, key uint32) {
	if start >= 0 {
		s.colon = false
		s.text.words = append(s.text.words, word{int32(start), int32(end), key, s.marks.inside()})
	}
}

// seed and step make a hash of letters (FNV-1a, over code points).
const seed = uint32(2166136261)

func step(h uint32, r rune) uint32 { return (h ^ uint32(r)) * 16777619 }

// plainLetters are the letters and digits of one byte, in lower case; 0 for all others.
var plainLetters = func() (all [256]byte) {
	for c := range byte(utf8.RuneSelf) {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			all[c] = c
		case 'A' <= c && c <= 'Z':
			all[c] = c + 'a' - 'A'
		}
	}
	return all
}()

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return plainLetters[r] != 0
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func lower(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case r == 'ё', r == 'Ё':
		return 'е'
	case r < utf8.RuneSelf:
		return r
	}
	return unicode.ToLower(r)
}

// alone reports whether a character is a word by itself: scripts without spaces.
func alone(r rune) bool {
	return r >= 0x2E80 && (unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r))
}

// inner reports whether a mark between letters leaves them one word: "don’t".
func inner(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == 0xAD }

func letterAt(text string, i, end int) bool {
	if i >= end {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i:end])
	return isLetter(r)
}
