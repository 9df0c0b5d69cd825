package eval

import (
	"fmt"
	"io"

	"github.com/hearsay-engine/hearsay/news"
)

// Markdown writes the board as a page: the headlines first, then a table a
// set. It holds no clock time, so that two pages differ only in figures.
func (b *Board) Markdown(w io.Writer) error {
	p := &sheet{w: w}
	p.line("# Scores\n")
	p.line("Made by `hearsay eval all --data DIR --write eval/`. End to end: content matched (Dice of words ≥ 0.5) and")
	p.line("speaker overlapping. Intervals: 95 %%, bootstrap over documents. Floors that must hold: `floors.json`.\n")
	b.headlines(p)
	for _, s := range b.Attribution {
		s.table(p)
	}
	b.namesTable(p)
	b.mentionsTable(p)
	b.extractionTable(p)
	b.denialsTable(p)
	return p.err
}

// sheet is where lines of a page go; it keeps the first error.
type sheet struct {
	w   io.Writer
	err error
}

func (p *sheet) line(format string, args ...any) {
	if _, err := fmt.Fprintf(p.w, format+"\n", args...); p.err == nil {
		p.err = err
	}
}

func (b *Board) headlines(p *sheet) {
	p.line("| set | language | figure | value | 95 %% |\n|---|---|---|---:|---|")
	for _, s := range b.Attribution {
		p.line("| %s | %s | end-to-end F1 | %.1f | %s |", s.Title, s.Language, 100*s.Types[All].EndToEnd.F1, s.end(All))
	}
	p.line("| seeds, resolved names, together | en | F1 | %.1f | |", 100*b.Together.PRF().F1)
	p.line("| seeds, resolved names, the least | en | F1 | %.1f | |", 100*b.least())
	p.line("| UNER EWT dev, names of the right kind | en | F1 | %.1f | |", 100*b.Mentions.Kinds[""].Typed().F1)
	p.line("| UNER EWT dev, names of whatever kind | en | F1 | %.1f | |", 100*b.Mentions.Kinds[""].Span().F1)
	p.line("| factRuEval dev, names of the right kind | ru | F1 | %.1f | |", 100*b.Russian.Kinds[""].Typed().F1)
	p.line("| factRuEval dev, names of whatever kind | ru | F1 | %.1f | |", 100*b.Russian.Kinds[""].Span().F1)
	p.line("| Zyte pages | en | body F1 | %.1f | |", 100*b.Bodies.F1)
	p.line("| Zyte pages as bare lines | en | kept lines' words, mean F1 | %.1f | |", 100*b.Lines.Words)
	p.line("| seeds | en | boilerplate left out | %d of %d | |", b.Boilerplate.LeftOut, b.Boilerplate.Stretches)
	if d := b.Denials; d != nil {
		p.line("| cases of denials.jsonl, half a | en | denies: recall | %.1f | |", 100*d.Recall())
		p.line("| cases of denials.jsonl, half a | en | denies: precision | %.1f | |", 100*d.Precision())
	}
	p.line("| seeds | en | rest of the body kept | %.2f | |", 100*b.Boilerplate.Share())
}

// end is the interval of the end-to-end F1, blank when none was drawn.
func (s Scored) end(kind string) string {
	if s.Intervals == nil {
		return ""
	}
	return s.Intervals.EndToEnd[kind].String()
}

func (s Scored) table(p *sheet) {
	p.line("\n## %s (%s, %d documents)\n", s.Title, s.Language, s.Documents)
	p.line("| type | gold | found | content F1 | P | R | F1 | 95 %% | speaker | exact |\n|---|---:|---:|---:|---:|---:|---:|---|---:|---:|")
	for _, kind := range append([]string{All}, Types...) {
		t := s.Types[kind]
		if t.Gold == 0 && t.Predicted == 0 {
			continue
		}
		e := t.EndToEnd
		p.line("| %s | %d | %d | %.1f | %.1f | %.1f | %.1f | %s | %s | %s |", kind, t.Gold, t.Predicted, 100*t.Match.F1,
			100*e.P, 100*e.R, 100*e.F1, s.end(kind), cell(t.SpeakerAny), cell(t.SpeakerExact))
	}
}

func cell(r Rate) string {
	if r.Of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f", 100*r.Share)
}

func (b *Board) namesTable(p *sheet) {
	p.line("\n## Seeds, resolved speaker names\n")
	p.line("| text | gold | found | content right | speaker right | P | R | F1 |\n|---|---:|---:|---:|---:|---:|---:|---:|")
	row := func(id string, n Names) {
		x := n.PRF()
		p.line("| %s | %d | %d | %d | %d | %.1f | %.1f | %.1f |", id, n.Gold, n.Predicted, n.Matched, n.Right, 100*x.P, 100*x.R, 100*x.F1)
	}
	row("together", b.Together)
	for i, d := range b.Each {
		row(fmt.Sprintf("text %d", i+1), d.Names)
	}
}

func (b *Board) mentionsTable(p *sheet) {
	b.Mentions.table(p, "UNER EWT dev")
	b.Russian.table(p, "factRuEval dev")
}

func (n Named) table(p *sheet, set string) {
	p.line("\n## Names found (%s, %d documents)\n", set, n.Documents)
	p.line("| kind | gold | found | P | R | typed F1 | span F1 |\n|---|---:|---:|---:|---:|---:|---:|")
	for _, kind := range append([]news.EntityKind{""}, MarkedKinds...) {
		m := n.Kinds[kind]
		t := m.Typed()
		p.line("| %s | %d | %d | %.1f | %.1f | %.1f | %.1f |", kindName(kind), m.Gold, m.Found, 100*t.P, 100*t.R, 100*t.F1, 100*m.Span().F1)
	}
}

func (b *Board) extractionTable(p *sheet) {
	p.line("\n## Bodies\n")
	p.line("| set | pages | unread | P | R | F1 | exact |\n|---|---:|---:|---:|---:|---:|---:|")
	row := func(name string, x Bodies, unread int) {
		p.line("| %s | %d | %d | %.1f | %.1f | %.1f | %.1f |", name, x.Pages, unread, 100*x.P, 100*x.R, 100*x.F1, 100*x.Exact)
	}
	row("Zyte pages, four-word shingles", b.Bodies, b.Bodies.Missing)
	row("the same as bare lines, four-word shingles", b.Lines.Bodies, b.Lines.Refused)
}
