package eval

import (
	"fmt"
	"io"
	"io/fs"

	"github.com/hearsay-engine/hearsay/news"
)

// Precision is the share of the denials found that are some: in articles read
// whole, and at cases that look like a denial.
func (d *Denials) Precision() float64 { return ratio(float64(d.Right), float64(d.Right+d.Wrong)) }

// AtCases is the same with the cases of articles that were not read whole.
func (d *Denials) AtCases() float64 {
	return ratio(float64(d.Right+d.Placed), float64(d.Right+d.Placed+d.Wrong+d.Missed))
}

// Recall is the share of the cases of denying that are found with their
// relation and what they are about.
func (d *Denials) Recall() float64 {
	r := d.rate(string(news.RelDenies))
	return ratio(float64(r.Labeled), float64(r.Of))
}

// Holders is the share of all cases found whose holder is right.
func (d *Denials) Holders() float64 {
	r := d.rate(All)
	return ratio(float64(r.Held), float64(r.Found))
}

// Print writes the figures as a table.
func (d *Denials) Print(w io.Writer) {
	fmt.Fprintf(w, "%-10s %6s %6s %6s %7s %7s\n", "relation", "cases", "seen", "found", "holder", "relation")
	for _, relation := range denialRows {
		if r := d.Cases[relation]; r != nil && r.Of > 0 {
			fmt.Fprintf(w, "%-10s %6d %6d %6d %7d %7d\n", relation, r.Of, r.Seen, r.Found, r.Held, r.Labeled)
		}
	}
	fmt.Fprintf(w, "denies: recall %.3f, precision %.3f (%d right, %d wrong), at cases %.3f (%d more right, %d about other words)\n",
		d.Recall(), d.Precision(), d.Right, d.Wrong, d.AtCases(), d.Placed, d.Missed)
}

var denialRows = []string{string(news.RelDenies), string(news.RelCorrects), string(news.RelDoubts), string(news.RelAsks), string(news.RelDistances), All}

// Measured lists the figures under the names floors know them by.
func (d *Denials) Measured(set string) []Measured {
	return []Measured{{set + "/recall", 100 * d.Recall()}, {set + "/precision", 100 * d.Precision()}, {set + "/at-cases", 100 * d.AtCases()}, {set + "/holder", 100 * d.Holders()}}
}

// PrintFaults writes up to n faults with their words.
func (d *Denials) PrintFaults(w io.Writer, n int, text func(id string) string) {
	for _, f := range d.Faults[:min(n, len(d.Faults))] {
		f.print(w, []rune(text(f.Article)))
	}
}

func (f *DenialFault) print(w io.Writer, text []rune) {
	words := func(s [2]int) string { return string(text[s[0]:s[1]]) }
	about := func(of [][2]int) (out []string) {
		for _, s := range of {
			out = append(out, words(s))
		}
		return out
	}
	holder := func(h *[2]int) string {
		if h == nil {
			return "-"
		}
		return words(*h)
	}
	fmt.Fprintf(w, "%s %s at %d %q\n", f.Article, f.What, f.Cue[0], words([2]int{max(f.Cue[0]-faultLook, 0), min(f.Cue[1]+faultLook, len(text))}))
	if c := f.Case; c != nil {
		fmt.Fprintf(w, "    case  %s %q by %q of %q\n", c.Relation, words(c.Cue), holder(c.Holder), about(c.Of))
	}
	if t := f.Told; t != nil {
		fmt.Fprintf(w, "    found %s %q by %q of %q\n", t.Relation, words(t.Cue), holder(t.Holder), about(t.Of))
	}
}

// faultLook is how many code points around a cue are shown.
const faultLook = 90

func (b *Board) denials(data fs.FS, e Engine, tell func(string)) error {
	if len(e.Cases) == 0 {
		return nil
	}
	tell("denials")
	f, err := data.Open(DenialBodies)
	if err != nil {
		return news.Errorf(news.NotFound, "--data", "name the folder that holds matching/fnc1, or say --cases \"\"", "%s cannot be opened: %v", DenialBodies, err)
	}
	defer f.Close()
	docs, err := Documents(f, DenialBodies)
	if err != nil {
		return err
	}
	texts := make(map[string]string, len(docs))
	for _, d := range docs {
		texts[d.ID] = d.Text
	}
	b.Denials = JudgeDenials(OfHalf(e.Cases, "a"), func(id string) string { return texts[id] }, e.Stances)
	return nil
}

// DenialBodies is where a data folder holds the articles of the cases.
const DenialBodies = "matching/fnc1/bodies.jsonl"

func (b *Board) denialsTable(p *sheet) {
	d := b.Denials
	if d == nil {
		return
	}
	p.line("\n## Stances (cases of denials.jsonl, half a)\n")
	p.line("| relation | cases | seen | found | right holder | right relation |\n|---|---:|---:|---:|---:|---:|")
	for _, relation := range denialRows {
		if r := d.Cases[relation]; r != nil && r.Of > 0 {
			p.line("| %s | %d | %d | %d | %d | %d |", relation, r.Of, r.Seen, r.Found, r.Held, r.Labeled)
		}
	}
	p.line("\nOf the stances that deny: in articles read whole and at cases that are none %d right, %d wrong; at the other cases %d about the right words, %d about others.", d.Right, d.Wrong, d.Placed, d.Missed)
}
