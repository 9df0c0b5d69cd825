package text

import (
	"unicode"
	"unicode/utf8"
)

// mark takes one mark, or a run that is one mark: … --, ”, “.
func (s *scanner) mark(r rune, n int) {
	switch r {
	case '.', '!', '?', '…', '。':
		s.emit(s.run(s.at, isStop), Token{Kind: Stop})
	case ',':
		s.emit(s.at+n, Token{Kind: Comma})
	case ';':
		s.emit(s.at+n, Token{Kind: Semicolon})
	case ':':
		s.emit(s.at+n, Token{Kind: Colon})
	case '-', '–', '—', '―', '−':
		s.emit(s.run(s.at, isDash), Token{Kind: Dash})
	case '"', '“', '”', '„', '‟', '«', '»', '″', '＂', '「', '」', '『', '』':
		s.emit(s.at+n, Token{Kind: DoubleQuote})
	case '\'', '`', '‘', '’', '‚', '‛', '‹', '›', '´', 'ʼ':
		s.apostrophes(r, n)
	case '(', '[', '{':
		s.emit(s.at+n, Token{Kind: OpenBracket})
	case ')', ']', '}':
		s.emit(s.at+n, Token{Kind: CloseBracket})
	default:
		s.emit(s.at+n, Token{Kind: Symbol, Key: keyOfSymbol(r)})
	}
}

// apostrophes takes a single mark, or two of a kind as one double mark. Of
// three, the single one stands inside: after a space the double mark comes
// first, before one it comes last. A clitic torn from its word ("Korva 's") is
// a clitic.
func (s *scanner) apostrophes(r rune, n int) {
	two, three := s.same(s.at+n, r), s.same(s.at+n, r) && s.same(s.at+2*n, r)
	if two && r != '‹' && r != '›' && (!three || s.spaced) {
		s.emit(s.at+2*n, Token{Kind: DoubleQuote})
		return
	}
	if s.looseClitic(n) {
		s.emit(s.at+n+1, Token{Kind: Clitic, Key: KeyOf("'s"), Case: LowerCase})
		return
	}
	s.emit(s.at+n, Token{Kind: SingleQuote})
}

// looseClitic reports whether 's stands here, torn from the word or mark before.
func (s *scanner) looseClitic(n int) bool {
	i := s.at + n
	if len(s.dst) == 0 || i >= s.end || s.text[i] != 's' && s.text[i] != 'S' {
		return false
	}
	next, _ := s.rune(i + 1)
	return !isLetter(next) && !isDigit(next)
}

func (s *scanner) same(i int, r rune) bool { x, _ := s.rune(i); return x == r }

// run is the end of the run of runes that is holds for, from byte i on.
func (s *scanner) run(i int, is func(rune) bool) int {
	for {
		r, n := s.rune(i)
		if n == 0 || !is(r) {
			return i
		}
		i += n
	}
}

func isStop(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '…' || r == '。' }
func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' || r == '―' || r == '−' }

func keyOfSymbol(r rune) Key {
	if r < utf8.RuneSelf {
		return keySeed.add(byte(r))
	}
	return keyOfRunes(keySeed, string(r))
}

func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || r >= '\t' && r <= '\r'
	}
	return unicode.IsSpace(r) || r == 0xFEFF || r == 0x200B || isDirection(r)
}

// isDirection reports whether r only says which way text runs.
func isDirection(r rune) bool {
	return r == 0x200E || r == 0x200F || 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r)
}

func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.IsDigit(r)
}

func isDigitByte(c byte) bool { return '0' <= c && c <= '9' }
func isUpperByte(c byte) bool { return 'A' <= c && c <= 'Z' }
