// Package jsonl knows the form an article has as one line of a JSON Lines
// file: an object with "text", and perhaps "id" and given meta data. It finds
// where the text stands in the line, so that its offsets can be carried.
package jsonl

import (
	"encoding/json"
	"errors"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// Line is what one line states beside its text.
type Line struct {
	ID    string // "" when it states none; a number is taken as printed
	Given news.Given
	Text  news.Span // the string literal of "text" in the line, with its quotation marks
}

const mendLine = `write one article a line: {"id": "…", "text": "…"}`

// Parse reads one line. Of a key written twice the last counts; keys it does
// not know say nothing. The error is a *news.Error without an ID.
func Parse(line []byte) (Line, error) {
	if err := checkSyntax(line); err != nil {
		return Line{}, err
	}
	s := scanner{line: line}
	s.space()
	if !s.at('{') {
		return Line{}, news.Errorf(news.Malformed, "", mendLine, "a line of JSON that is not an object")
	}
	var l Line
	for key, value := range s.members() {
		if err := l.take(line, key, value); err != nil {
			return Line{}, err
		}
	}
	if l.Text.Empty() {
		return Line{}, news.Errorf(news.Malformed, "", mendLine, `a line of JSON without "text"`)
	}
	return l, nil
}

// Meta reads an object that states meta data only, as a sidecar file does: the
// fields of Given, and the charset of what it stands beside.
func Meta(object []byte) (g news.Given, charset string, err error) {
	if err := checkSyntax(object); err != nil {
		return g, "", err
	}
	s := scanner{line: object}
	s.space()
	if !s.at('{') {
		return g, "", news.Errorf(news.Malformed, "", `write {"outlet": "…", "published": "…"}`, "JSON that is not an object")
	}
	for key, value := range s.members() {
		field := fieldOf(&g, key)
		if key == "charset" {
			field = &charset
		}
		if field == nil {
			continue
		}
		if *field, err = stringField(object, key, value); err != nil {
			return g, "", err
		}
	}
	return g, charset, nil
}

func (l *Line) take(line []byte, key string, value news.Span) (err error) {
	switch key {
	case "text":
		if line[value.Start] != '"' {
			return notString(key)
		}
		l.Text = value
	case "id":
		if first := line[value.Start]; first == '-' || first >= '0' && first <= '9' {
			l.ID = string(line[value.Start:value.End])
			return nil
		}
		l.ID, err = stringField(line, key, value)
	default:
		if field := fieldOf(&l.Given, key); field != nil {
			*field, err = stringField(line, key, value)
		}
	}
	return err
}

// fieldOf is the field of g that a key names, nil for none.
func fieldOf(g *news.Given, key string) *string {
	switch key {
	case "url":
		return &g.URL
	case "outlet":
		return &g.Outlet
	case "title":
		return &g.Title
	case "byline":
		return &g.Byline
	case "published":
		return &g.Published
	case "fetched":
		return &g.Fetched
	case "language":
		return &g.Language
	}
	return nil
}

// stringField is the string at value; null states nothing.
func stringField(line []byte, key string, value news.Span) (string, error) {
	literal := line[value.Start:value.End]
	if string(literal) == "null" {
		return "", nil
	}
	if literal[0] != '"' {
		return "", notString(key)
	}
	return Unquote(literal)
}

func notString(key string) error {
	return news.Errorf(news.Malformed, "", "write it as a JSON string, or leave it out", "%q is not a string", key)
}

// checkSyntax holds line to be JSON in UTF-8.
func checkSyntax(line []byte) error {
	if !utf8.Valid(line) {
		at := firstInvalid(line)
		return news.Errorf(news.Encoding, "", "save it as UTF-8", "byte 0x%02X at offset %d of the line is not UTF-8", line[at], at)
	}
	if json.Valid(line) {
		return nil
	}
	var raw json.RawMessage
	err := json.Unmarshal(line, &raw)
	var syntax *json.SyntaxError
	at := int64(len(line))
	if errors.As(err, &syntax) {
		at = syntax.Offset
	}
	e := news.Errorf(news.Malformed, "", mendLine, "not JSON from byte %d of the line: %v", at, err)
	e.Err = err
	return e
}

// firstInvalid is the offset of the first byte of line that is not UTF-8.
func firstInvalid(line []byte) int {
	at := 0
	for {
		r, n := utf8.DecodeRune(line[at:])
		if r == utf8.RuneError && n <= 1 {
			return at
		}
		at += n
	}
}
