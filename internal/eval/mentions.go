package eval

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Marked is a text whose names are marked: sentences on a line each.
type Marked struct {
	ID        string
	Text      string
	Sentences []news.Span // in bytes, as all here
	Marks     []Mark      // by start
}

// Mark is a name in a text.
type Mark struct {
	news.Span
	Kind news.EntityKind // "" when the annotation has a kind that hearsay has not
}

// markedKinds are the kinds of Universal NER (Mayhew and others 2024, "Universal
// NER: A Gold-Standard Multilingual Named Entity Recognition Benchmark").
var markedKinds = map[string]news.EntityKind{"PER": news.Person, "ORG": news.Organisation, "LOC": news.Place, "OTH": ""}

// ReadMarked reads a file of Universal NER: "# newdoc id = …", for each sentence
// "# text = …" and a line for each token: number, word, B-, I- and O tags. name
// is the file's, for errors.
func ReadMarked(r io.Reader, name string) ([]Marked, error) {
	x := marking{}
	in := bufio.NewScanner(r)
	in.Buffer(nil, maxLine)
	for n := 1; in.Scan(); n++ {
		if err := x.line(in.Text()); err != nil {
			return nil, &news.Error{Fault: news.Malformed, ID: name, Err: err, Words: "line " + itoa(n) + ": " + err.Error(),
				Mend: "give a file of Universal NER: # newdoc id, # text, and a line of number, word and tag a token"}
		}
	}
	if err := in.Err(); err != nil {
		return nil, &news.Error{Fault: news.Malformed, ID: name, Words: err.Error(), Mend: "give a file of Universal NER", Err: err}
	}
	x.close()
	return x.docs, nil
}

// marking is a file as far as it is read.
type marking struct {
	docs []Marked
	text strings.Builder
	at   int  // byte behind the token before
	open bool // the token before was in a name
}

func (x *marking) line(l string) error {
	if id, ok := strings.CutPrefix(l, "# newdoc id = "); ok {
		x.close()
		x.docs = append(x.docs, Marked{ID: id})
		return nil
	}
	if words, ok := strings.CutPrefix(l, "# text = "); ok {
		return x.sentence(words)
	}
	if l == "" || l[0] == '#' {
		return nil
	}
	return x.token(strings.Split(l, "\t"))
}

func (x *marking) sentence(words string) error {
	if len(x.docs) == 0 {
		return fmt.Errorf("a sentence before the first document")
	}
	if x.text.Len() > 0 {
		x.text.WriteByte('\n')
	}
	x.at, x.open = x.text.Len(), false
	x.text.WriteString(words)
	d := &x.docs[len(x.docs)-1]
	d.Sentences = append(d.Sentences, news.Span{Start: x.at, End: x.text.Len()})
	return nil
}

func (x *marking) token(col []string) error {
	if len(col) < 3 || len(x.docs) == 0 {
		return fmt.Errorf("%d columns of a token, want 3", len(col))
	}
	k := strings.Index(x.text.String()[x.at:], col[1])
	if k < 0 {
		return fmt.Errorf("the sentence does not hold %q", col[1])
	}
	s := news.Span{Start: x.at + k, End: x.at + k + len(col[1])}
	x.at = s.End
	d := &x.docs[len(x.docs)-1]
	begin, kind, _ := strings.Cut(col[2], "-")
	known, named := markedKinds[kind]
	switch {
	case begin == "B" && named:
		d.Marks = append(d.Marks, Mark{s, known})
	case begin == "I" && x.open:
		d.Marks[len(d.Marks)-1].End = s.End
		return nil
	}
	x.open = begin == "B" && named
	return nil
}

// close ends a document.
func (x *marking) close() {
	if len(x.docs) > 0 {
		x.docs[len(x.docs)-1].Text = x.text.String()
	}
	x.text.Reset()
	x.open = false
}

// Mentions is how many names were found, and of the right kind.
type Mentions struct {
	Gold  int `json:"gold"`
	Found int `json:"found"`
	Spans int `json:"spans"` // from the right byte to the right byte
	Right int `json:"right"` // and of the right kind
}

// Typed gives precision, recall and F1 of names of the right kind.
func (m Mentions) Typed() PRF {
	return prf(float64(m.Right), float64(m.Found), float64(m.Right), float64(m.Gold))
}

// Span gives those of names of whatever kind.
func (m Mentions) Span() PRF {
	return prf(float64(m.Spans), float64(m.Found), float64(m.Spans), float64(m.Gold))
}

// Plus adds counts of other texts.
func (m Mentions) Plus(o Mentions) Mentions {
	return Mentions{m.Gold + o.Gold, m.Found + o.Found, m.Spans + o.Spans, m.Right + o.Right}
}

// MarkedKinds are the kinds that are counted.
var MarkedKinds = []news.EntityKind{news.Person, news.Organisation, news.Place}

// CountMentions compares the names found in a text with the marked ones, for all
// kinds counted and, with a kind, for names of that kind alone. Others, groups
// and works, neither help nor hurt.
func CountMentions(gold Marked, found []Mark, kind news.EntityKind) (m Mentions) {
	at := map[news.Span]news.EntityKind{}
	for _, g := range gold.Marks {
		at[g.Span] = g.Kind
		if ofKinds(g.Kind, kind) {
			m.Gold++
		}
	}
	for _, f := range found {
		if !ofKinds(f.Kind, kind) {
			continue
		}
		m.Found++
		if k, marked := at[f.Span]; marked && ofKinds(k, kind) {
			m.Spans++
			if k == f.Kind {
				m.Right++
			}
		}
	}
	return m
}

func ofKinds(k, kind news.EntityKind) bool {
	return k != "" && k != news.Group && (kind == "" || k == kind)
}

// Named is how well names are found in a set of marked texts.
type Named struct {
	Documents int
	Kinds     map[news.EntityKind]Mentions // "" for all kinds counted
}

// Finder finds the names in a text that is body throughout.
type Finder func(text string) []Mark

// FindMentions compares the names found in marked texts with the marks.
func FindMentions(gold []Marked, find Finder) Named {
	found := make([][]Mark, len(gold))
	inParallel(len(gold), func(i int) { found[i] = find(gold[i].Text) })
	out := Named{len(gold), map[news.EntityKind]Mentions{}}
	for _, kind := range append([]news.EntityKind{""}, MarkedKinds...) {
		var sum Mentions
		for i := range gold {
			sum = sum.Plus(CountMentions(gold[i], found[i], kind))
		}
		out.Kinds[kind] = sum
	}
	return out
}

// Print writes the figures, a line for all kinds and one for each.
func (n Named) Print(w io.Writer) {
	fmt.Fprintf(w, "%d texts\n%-14s %6s %6s %6s %6s %6s %6s\n", n.Documents, "kind", "gold", "found", "P", "R", "typed", "span")
	for _, kind := range append([]news.EntityKind{""}, MarkedKinds...) {
		m := n.Kinds[kind]
		t := m.Typed()
		fmt.Fprintf(w, "%-14s %6d %6d %6.1f %6.1f %6.1f %6.1f\n", kindName(kind), m.Gold, m.Found, 100*t.P, 100*t.R, 100*t.F1, 100*m.Span().F1)
	}
}

// kindName is a kind's name on a page, "all" for all counted.
func kindName(kind news.EntityKind) string {
	if kind == "" {
		return All
	}
	return string(kind)
}

// Differences lists each name found or marked that the other side has not, or
// has of another kind, one line each with the words around it.
func Differences(gold Marked, found []Mark) []string {
	at := map[news.Span]news.EntityKind{}
	for _, f := range found {
		at[f.Span] = f.Kind
	}
	var out []string
	for _, g := range gold.Marks {
		if k := at[g.Span]; k != g.Kind && g.Kind != "" {
			out = append(out, difference("missed", g, string(k), gold.Text))
		}
		delete(at, g.Span)
	}
	for _, f := range found {
		if _, extra := at[f.Span]; extra && ofKinds(f.Kind, "") {
			out = append(out, difference("extra", f, "", gold.Text))
		}
	}
	return out
}

// surround is how many bytes of text stand on either side of a difference.
const surround = 40

func difference(what string, m Mark, instead, text string) string {
	if instead != "" {
		instead = ", found as " + instead
	}
	from, to := max(0, m.Start-surround), min(len(text), m.End+surround)
	line := text[from:m.Start] + "[" + m.Of(text) + "]" + text[m.End:to]
	return fmt.Sprintf("%s %s%s: %s", what, m.Kind, instead, strings.ToValidUTF8(strings.ReplaceAll(line, "\n", " / "), ""))
}
