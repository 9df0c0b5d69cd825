package wire

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// tableWriter prints what a person reads: the article's head, then who said what.
type tableWriter struct {
	out    io.Writer
	choice Choice
	width  int
	shown  int
}

// Narrowest is the least width, in columns, a table is laid out for.
const Narrowest = 60

func (t *tableWriter) Article(a *news.Article) error {
	if t.shown > 0 {
		fmt.Fprintln(t.out)
	}
	t.shown++
	fmt.Fprintln(t.out, Printable(a.ID))
	t.head(a)
	t.statements(a)
	if t.choice.Explain {
		t.explain(a)
	}
	return nil
}

func (t *tableWriter) Close() error { return nil }

func (t *tableWriter) head(a *news.Article) {
	field := func(label, value string, e news.Evidence) {
		if value == "" {
			value = "unknown"
		} else if e.Class != "" {
			value += "  (from: " + wording.Evidence(e.Class) + ")"
		}
		fmt.Fprintf(t.out, "  %-9s %s\n", label, Printable(value))
	}
	field("title", a.Title.Value, a.Title.Evidence)
	field("outlet", a.Outlet.Value, a.Outlet.Evidence)
	if a.Byline.Value != "" {
		field("byline", a.Byline.Value, a.Byline.Evidence)
	}
	field("published", wording.DateWords(a.Published), a.Published.Evidence)
	for _, d := range a.Dates {
		if d.Value != a.Published.Value {
			field("also", wording.DateWords(d), d.Evidence)
		}
	}
	if a.Translated.Class != "" {
		fmt.Fprintf(t.out, "  %-9s reads as a translation: quotations may not be the speakers' own words\n", "note")
	}
}

func (t *tableWriter) statements(a *news.Article) {
	shown := NewStatements(a, t.choice.Outlet)
	if len(shown) == 0 {
		fmt.Fprintln(t.out, "  no statement found by these rules")
		return
	}
	w := table.NewWriter()
	w.SetStyle(quiet)
	wide := max(t.width, Narrowest) - 6
	how := 22
	who := max(16, wide/5)
	w.SetColumnConfigs([]table.ColumnConfig{
		{Number: 1, WidthMax: who, WidthMaxEnforcer: text.WrapSoft},
		{Number: 2, WidthMax: wide - who - how - 4, WidthMaxEnforcer: text.WrapSoft},
		{Number: 3, WidthMax: how, WidthMaxEnforcer: text.WrapSoft},
	})
	w.AppendHeader(table.Row{"who", "what", "how"})
	for _, s := range shown {
		w.AppendRow(table.Row{speakerWords(s, a), contentWords(s), howWords(s)})
		if t.choice.Explain {
			w.AppendRow(table.Row{"", reasonWords(s), ""})
		}
	}
	fmt.Fprintln(t.out)
	for _, line := range strings.Split(w.Render(), "\n") {
		fmt.Fprintln(t.out, strings.TrimRight("  "+line, " "))
	}
}

// quiet is a table without a frame: columns and one rule under the header.
var quiet = func() table.Style {
	s := table.StyleLight
	s.Options = table.Options{SeparateColumns: true, SeparateHeader: true, DoNotColorBordersAndSeparators: true}
	s.Format.Header = text.FormatDefault
	s.Box.MiddleVertical = " "
	s.Box.MiddleSeparator = " "
	s.Box.PaddingLeft, s.Box.PaddingRight = "", " "
	return s
}()

func speakerWords(s Statement, a *news.Article) string {
	if s.Voice == string(news.OutletOwn) {
		if a.Outlet.Value == "" {
			return "(the outlet)"
		}
		return "(" + Printable(a.Outlet.Value) + ")"
	}
	name := orEmpty(s.SpeakerName)
	switch {
	case s.Speaker == nil && name == "":
		return "(nobody named)"
	case s.Speaker == nil:
		return Printable(name + " (resolved)")
	case name == "" || !Resolved(name, s.Speaker.Text):
		return Printable(s.Speaker.Text)
	}
	return Printable(fmt.Sprintf("%s (as printed: %s)", name, s.Speaker.Text))
}

// Resolved reports whether a speaker's name tells more than the words printed
// for the speaker: an article before the name is no more.
func Resolved(name, printed string) bool {
	first, rest, _ := strings.Cut(printed, " ")
	switch strings.ToLower(first) {
	case "the", "a", "an":
		printed = rest
	}
	return name != printed
}

func contentWords(s Statement) string {
	words := each(s.Content, func(q Quote) string { return Printable(q.Text) })
	lead := ""
	if s.Within != nil {
		lead = "↳ "
	}
	return lead + strings.Join(words, " […] ")
}

func howWords(s Statement) string {
	how := s.Type
	if s.Polarity != string(news.Asserts) {
		how += ", " + s.Polarity
	}
	if s.Cue != nil {
		how += ": " + Printable(s.Cue.Text)
	}
	return how
}

func reasonWords(s Statement) string {
	says := each(s.Reasons, func(r Reason) string { return "· " + Printable(r.Says) })
	return strings.Join(says, "\n")
}

func (t *tableWriter) explain(a *news.Article) {
	fmt.Fprintf(t.out, "\n  left out of the body: %d\n", len(a.Boilerplate))
	for _, d := range a.Boilerplate {
		fmt.Fprintf(t.out, "    “%s” — %s\n", excerpt(d.Of(a.Text)), Printable(wording.Of(d.Reason)))
	}
	fmt.Fprintf(t.out, "  not taken for a statement: %d\n", len(a.Refused))
	for _, r := range a.Refused {
		fmt.Fprintf(t.out, "    “%s” — %s\n", excerpt(r.Of(a.Text)), Printable(wording.Of(r.Reason)))
	}
}

// excerptWidth is how many columns of refused words fit beside their reason.
const excerptWidth = 60

func excerpt(s string) string {
	return text.Trim(strings.Join(strings.Fields(Printable(s)), " "), excerptWidth)
}

// Printable is s with what could command a terminal, or turn the reading
// direction, made visible; line breaks become spaces.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
			return '\uFFFD'
		}
		return r
	}, s)
}
