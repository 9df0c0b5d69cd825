package wire

import (
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/hearsay-engine/hearsay/internal/copies"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// Sides says how two texts are laid out side by side.
type Sides struct {
	Width    int  // columns, at least Narrowest
	Passages int  // shown, the first ones, and of each the first lines; all when 0
	Marked   bool // words of one side only are underlined, as a terminal does
}

// leastColumn is the narrowest column of two: below it one stands under the other.
const leastColumn = 32

// WriteSides prints the passages of a copy, the earlier article's words on the
// left: from and to are the texts.
func (l Sides) WriteSides(out io.Writer, c news.Copy, from, to string) error {
	a, b := news.NewRuler(from), news.NewRuler(to)
	for i, p := range c.Passages {
		if l.Passages > 0 && i == l.Passages {
			_, err := fmt.Fprintf(out, "   … and %s more (--passages 0 for all)\n", wording.Count(len(c.Passages)-i, "passage"))
			return err
		}
		head := fmt.Sprintf("passage %d of %d: %s the same", i+1, len(c.Passages), wording.Count(p.Words, "word"))
		if p.Quoted > 0 {
			head += fmt.Sprintf(", %d of them in quotation marks", p.Quoted)
		}
		head += fmt.Sprintf(" · there %d to %d, here %d to %d", a.CodePoints(p.From.Start), a.CodePoints(p.From.End), b.CodePoints(p.To.Start), b.CodePoints(p.To.End))
		if _, err := fmt.Fprintln(out, "   "+head); err != nil {
			return err
		}
		if err := l.passage(out, p.From.Of(from), p.To.Of(to)); err != nil {
			return err
		}
	}
	return nil
}

// passage prints the words of both sides, those of one side only underlined.
func (l Sides) passage(out io.Writer, from, to string) error {
	from, to = Printable(from), Printable(to)
	var inFrom, inTo []news.Span
	if l.Marked {
		inFrom, inTo = copies.Differing(from, to)
	}
	a, b := wordsOf(from, inFrom), wordsOf(to, inTo)
	const lead, middle = "   ", " │ "
	column := (l.Width - len(lead) - text.StringWidth(middle)) / 2
	if column < leastColumn {
		return l.stacked(out, a, b)
	}
	left, right := wrapWords(a, column), wrapWords(b, column)
	for i := range max(len(left), len(right)) {
		if l.cut(i) {
			line := lead + text.Pad("…", column, ' ') + middle + "…"
			_, err := fmt.Fprintf(out, "%s\n\n", line)
			return err
		}
		line := lead + text.Pad(lineOf(left, i), column, ' ') + middle + lineOf(right, i)
		if _, err := fmt.Fprintln(out, strings.TrimRight(line, " ")); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(out)
	return err
}

// fewLines is how many lines of a passage are shown unless all are asked for.
const fewLines = 12

func (l Sides) cut(line int) bool { return l.Passages > 0 && line >= fewLines }

func (l Sides) stacked(out io.Writer, from, to []string) error {
	for _, side := range []struct {
		mark  string
		words []string
	}{{"there", from}, {"here", to}} {
		for i, line := range wrapWords(side.words, l.Width-9) {
			if l.cut(i) {
				fmt.Fprintln(out, "         …")
				break
			}
			mark := side.mark
			if i > 0 {
				mark = ""
			}
			if _, err := fmt.Fprintf(out, "   %-5s %s\n", mark, line); err != nil {
				return err
			}
		}
	}
	_, err := fmt.Fprintln(out)
	return err
}

func lineOf(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// wrapWords breaks words into lines of at most so many columns; a longer word is
// cut.
func wrapWords(words []string, column int) []string {
	var lines []string
	line := ""
	for _, w := range words {
		switch {
		case line == "":
			line = w
		case text.StringWidthWithoutEscSequences(line)+1+text.StringWidthWithoutEscSequences(w) <= column:
			line += " " + w
		default:
			lines, line = append(lines, line), w
		}
		for text.StringWidthWithoutEscSequences(line) > column {
			cut := text.Trim(line, column)
			if len(cut) == 0 || len(cut) >= len(line) {
				break
			}
			lines, line = append(lines, cut), line[len(cut):]
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// wordsOf are the words of a text; those that touch a span are underlined.
func wordsOf(words string, marked []news.Span) []string {
	var out []string
	at := 0
	for _, w := range strings.Fields(words) {
		start := at + strings.Index(words[at:], w)
		at = start + len(w)
		for len(marked) > 0 && marked[0].End <= start {
			marked = marked[1:]
		}
		if len(marked) > 0 && marked[0].Start < at {
			w = "\x1b[4m" + w + "\x1b[24m"
		}
		out = append(out, w)
	}
	return out
}
