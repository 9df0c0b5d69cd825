package jsonl

import (
	"bytes"
	"iter"

	"github.com/hearsay-engine/hearsay/news"
)

// scanner walks the members of an object in a line already known to be valid
// JSON, and keeps their places, which encoding/json does not tell.
type scanner struct {
	line []byte
	i    int
}

func (s *scanner) space() {
	for s.i < len(s.line) && (s.line[s.i] == ' ' || s.line[s.i] == '\t' || s.line[s.i] == '\n' || s.line[s.i] == '\r') {
		s.i++
	}
}

func (s *scanner) at(c byte) bool { return s.i < len(s.line) && s.line[s.i] == c }

// members yields the keys of the object the scanner stands at, with the place
// of each value.
func (s *scanner) members() iter.Seq2[string, news.Span] {
	return func(yield func(string, news.Span) bool) {
		s.i++ // the brace
		for s.space(); s.at('"'); s.space() {
			from := s.i
			s.str()
			key, _ := Unquote(s.line[from:s.i]) // one that does not decode is no key of ours
			s.space()
			s.i++ // the colon
			s.space()
			from = s.i
			s.value()
			if !yield(key, news.Span{Start: from, End: s.i}) {
				return
			}
			s.space()
			if s.at(',') {
				s.i++
			}
		}
	}
}

// str moves behind the string literal the scanner stands at.
func (s *scanner) str() {
	s.i++
	for {
		s.i += bytes.IndexByte(s.line[s.i:], '"')
		escapes := 0
		for s.line[s.i-1-escapes] == '\\' {
			escapes++
		}
		s.i++
		if escapes%2 == 0 {
			return
		}
	}
}

// value moves behind the value the scanner stands at.
func (s *scanner) value() {
	depth := 0
	for s.i < len(s.line) {
		switch s.line[s.i] {
		case '"':
			s.str()
			if depth == 0 {
				return
			}
			continue
		case '{', '[':
			depth++
		case '}', ']':
			if depth == 0 {
				return // the end of the object around a number or a name
			}
			if depth--; depth == 0 {
				s.i++
				return
			}
		case ',', ' ', '\t', '\n', '\r':
			if depth == 0 {
				return
			}
		}
		s.i++
	}
}
