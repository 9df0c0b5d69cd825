package eval

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// DevEvery is which documents of factRuEval's demonstration part are kept from
// training, to be measured on: every fifth by name.
const DevEvery = 5

// Part is which documents of a folder are read.
type Part uint8

const (
	AllFacts   Part = iota
	TrainFacts      // but every fifth
	DevFacts        // every fifth
)

func (p Part) has(i int) bool {
	return p == AllFacts || (i%DevEvery == DevEvery-1) == (p == DevFacts)
}

// ReadFacts reads a folder of factRuEval-2016 (Starostin and others 2016): for
// each document its text, NAME.txt, the spans NAME.spans and the objects they
// make, NAME.objects; texts without spans are none. Of an object the name is
// marked: from the first span that is a name to the last that goes on with it, a
// post or "the company" before it left out. Objects without a name of their own
// are none.
func ReadFacts(folder fs.FS, part Part) ([]Marked, error) {
	spans, err := fs.Glob(folder, "*.spans")
	if err != nil {
		return nil, err
	}
	var out []Marked
	for i, path := range spans {
		if !part.has(i) {
			continue
		}
		m, err := readFact(folder, strings.TrimSuffix(path, ".spans"))
		if err != nil {
			return nil, &news.Error{Fault: news.Malformed, ID: path, Words: err.Error(), Mend: "give a folder of factRuEval-2016: NAME.txt, NAME.spans, NAME.objects", Err: err}
		}
		out = append(out, m)
	}
	return out, nil
}

func readFact(folder fs.FS, id string) (Marked, error) {
	in, err := fs.ReadFile(folder, id+".txt")
	if err != nil {
		return Marked{}, err
	}
	m := Marked{ID: id, Text: string(in)}
	spans, err := readFactSpans(folder, id+".spans", m.Text)
	if err != nil {
		return m, err
	}
	var all []Mark
	err = eachRow(folder, id+".objects", func(col []string) error {
		kind, known := factKinds[col[1]]
		var parts []factSpan
		for _, s := range col[2:] {
			parts = append(parts, spans[s])
		}
		if span, named := nameOf(m.Text, parts); known && named {
			all = append(all, Mark{span, kind})
		}
		return nil
	})
	m.Marks = apart(all)
	return m, err
}

var factKinds = map[string]news.EntityKind{
	"Person": news.Person, "Org": news.Organisation, "LocOrg": news.Place, "Location": news.Place, "Facility": "", "Project": "",
}

// factSpan is a span of an object.
type factSpan struct {
	news.Span
	names bool // it is a name or part of one
}

// factNames are the spans that name; the others describe.
var factNames = map[string]bool{"name": true, "surname": true, "patronymic": true, "nickname": true, "org_name": true, "loc_name": true, "prj_name": true}

// readFactSpans reads rows of id, type, start and length, the two in code points.
func readFactSpans(folder fs.FS, path, text string) (map[string]factSpan, error) {
	at := make([]int, 0, len(text)+1) // byte of each code point
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	spans := map[string]factSpan{}
	err := eachRow(folder, path, func(col []string) error {
		if len(col) < 4 {
			return fmt.Errorf("%d columns, want 4", len(col))
		}
		start, err1 := strconv.Atoi(col[2])
		n, err2 := strconv.Atoi(col[3])
		if err1 != nil || err2 != nil || start < 0 || n < 1 || start+n >= len(at) {
			return fmt.Errorf("no span of the text: %s %s", col[2], col[3])
		}
		spans[col[0]] = factSpan{news.Span{Start: at[start], End: at[start+n]}, factNames[col[1]]}
		return nil
	})
	return spans, err
}

// eachRow gives the columns of each row of a file, notes behind # left out.
func eachRow(folder fs.FS, path string, take func(col []string) error) error {
	file, err := fs.ReadFile(folder, path)
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(file)) {
		row, _, _ := strings.Cut(line, "#")
		if col := strings.Fields(row); len(col) > 1 {
			if err := take(col); err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
		}
	}
	return nil
}

// nameOf is the name of an object of these spans.
func nameOf(text string, parts []factSpan) (name news.Span, named bool) {
	slices.SortStableFunc(parts, func(a, b factSpan) int { return a.Start - b.Start })
	for _, p := range parts {
		switch {
		case !named && p.names:
			name, named = p.Span, true
		case named && strings.TrimSpace(text[min(name.End, p.Start):p.Start]) == "":
			name.End = max(name.End, p.End)
		}
	}
	return name, named
}

// apart sorts marks and leaves out those that overlap a longer one before them, or
// one as long given before.
func apart(all []Mark) []Mark {
	slices.SortStableFunc(all, func(a, b Mark) int { return b.Len() - a.Len() })
	var out []Mark
	for _, m := range all {
		if !slices.ContainsFunc(out, func(o Mark) bool { return o.Overlaps(m.Span) }) {
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b Mark) int { return a.Start - b.Start })
	return out
}
