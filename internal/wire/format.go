package wire

import (
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Writer prints articles one after another in one format.
type Writer interface {
	Article(*news.Article) error
	Close() error
}

// Formats names what NewWriter takes.
const Formats = "table, jsonl or csv"

// NewWriter prints to w in the named format; width is the terminal's, in
// columns, and matters to tables only.
func NewWriter(w io.Writer, format string, c Choice, width int) (Writer, error) {
	switch format {
	case "table":
		return &tableWriter{out: w, choice: c, width: width}, nil
	case "jsonl", "json":
		return &jsonLines{NewEncoder(w), c}, nil
	case "csv":
		return newSheet(w, c), nil
	}
	return nil, news.Errorf(news.Usage, "--format "+format, "take "+Formats, "no such format")
}

// NewEncoder writes JSON values a line each, with <, > and & as they are.
func NewEncoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

type jsonLines struct {
	enc    *json.Encoder
	choice Choice
}

func (j *jsonLines) Article(a *news.Article) error { return j.enc.Encode(NewArticle(a, j.choice)) }
func (j *jsonLines) Close() error                  { return nil }

// sheet is a CSV file with one row a statement.
type sheet struct {
	out    Sheet
	choice Choice
	headed bool
}

func newSheet(w io.Writer, c Choice) *sheet { return &sheet{out: NewSheet(w), choice: c} }

// SheetColumns heads the CSV of statements; offsets are code points.
var SheetColumns = []string{"article", "outlet", "title", "published", "index", "start", "end", "speaker_name", "speaker", "cue", "content",
	"type", "voice", "within", "polarity"}

func (s *sheet) head() error {
	if s.headed {
		return nil
	}
	s.headed = true
	return s.out.Write(SheetColumns)
}

func (s *sheet) Article(a *news.Article) error {
	if err := s.head(); err != nil {
		return err
	}
	for _, st := range NewStatements(a, s.choice.Outlet) {
		row := append([]string{a.ID, a.Outlet.Value, a.Title.Value, a.Published.Value}, SheetRow(st)...)
		if err := s.out.Write(row); err != nil {
			return err
		}
	}
	return s.out.Flush()
}

func (s *sheet) Close() error {
	if err := s.head(); err != nil {
		return err
	}
	return s.out.Flush()
}

// SheetRow is the part of a CSV row that a statement fills, from "index" on.
func SheetRow(s Statement) []string {
	words := each(s.Content, func(q Quote) string { return q.Text })
	speaker, cue, within := "", "", ""
	if s.Speaker != nil {
		speaker = s.Speaker.Text
	}
	if s.Cue != nil {
		cue = s.Cue.Text
	}
	if s.Within != nil {
		within = strconv.Itoa(*s.Within)
	}
	last := s.Content[len(s.Content)-1]
	return []string{strconv.Itoa(s.Index), strconv.Itoa(s.Content[0].Start), strconv.Itoa(last.End), orEmpty(s.SpeakerName), speaker, cue,
		strings.Join(words, " […] "), s.Type, s.Voice, within, s.Polarity}
}

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
