package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// linesPage is one page flattened to bare lines, each labelled 1 when it is of
// the article.
type linesPage struct {
	Page  string   `json:"page"`
	Lines []string `json:"lines"`
	Keep  []int    `json:"keep"`
}

// Lines is how well the line filter keeps an article's lines.
type Lines struct {
	Pages   int     `json:"pages"`
	Words   float64 `json:"words"`   // mean over pages of the F1 of kept lines' words, as multisets
	Bodies  Bodies  `json:"bodies"`  // kept lines as a body, by shingles, against the labelled lines
	Refused int     `json:"refused"` // pages that could not be read; they count as nothing kept
}

// String gives the figures.
func (l Lines) String() string {
	return fmt.Sprintf("pages %d, refused %d\nkept lines' words, mean F1 over pages %.3f\nkept lines as bodies, four-word shingles: F1 %.3f  precision %.3f  recall %.3f  exact %.3f",
		l.Pages, l.Refused, l.Words, l.Bodies.F1, l.Bodies.P, l.Bodies.R, l.Bodies.Exact)
}

// ReadLines cleans each page's lines, joined by newlines, as plain text; a line
// is kept when most of it lies in the body. in holds one page a line.
func ReadLines(in io.Reader, name string, read Reader) (Lines, error) {
	var pages []linesPage
	err := eachLine(in, name, func(line []byte) error {
		var p linesPage
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		if len(p.Keep) != len(p.Lines) {
			return fmt.Errorf("%d labels for %d lines", len(p.Keep), len(p.Lines))
		}
		pages = append(pages, p)
		return nil
	})
	if err != nil {
		return Lines{}, err
	}
	words, bodies, refused := make([]float64, len(pages)), make([]bodyPage, len(pages)), make([]bool, len(pages))
	inParallel(len(pages), func(i int) {
		gold := pages[i].labelled()
		kept, ok := pages[i].kept(read)
		words[i], bodies[i], refused[i] = bagF1(wordsOf(gold), wordsOf(kept)), judgeBody(gold, kept), !ok
	})
	out := Lines{Pages: len(pages), Bodies: sumBodies(bodies)}
	for i := range pages {
		out.Words += words[i] / float64(len(pages))
		out.Refused += int(one(refused[i]))
	}
	return out, nil
}

func (p linesPage) labelled() string {
	var b strings.Builder
	for i, line := range p.Lines {
		if p.Keep[i] == 1 {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// kept gives the lines that cleaning leaves in the body.
func (p linesPage) kept(read Reader) (string, bool) {
	a, err := read(news.Blob{ID: p.Page, Media: news.MediaText, Charset: "utf-8", Bytes: []byte(strings.Join(p.Lines, "\n"))})
	if err != nil {
		return "", false
	}
	var b strings.Builder
	in := inBody(a)
	for _, line := range lineSpans(a.Text) {
		if mostly(in, line) {
			b.WriteString(line.Of(a.Text) + "\n")
		}
	}
	return b.String(), true
}

// lineSpans cuts a text at its newlines.
func lineSpans(text string) []news.Span {
	var out []news.Span
	start := 0
	for i := 0; i <= len(text); i++ {
		if i == len(text) || text[i] == '\n' {
			out = append(out, news.Span{Start: start, End: i})
			start = i + 1
		}
	}
	return out
}

// inBody marks the bytes of an article's text that lie in its body.
func inBody(a *news.Article) []bool {
	in := make([]bool, len(a.Text))
	for _, s := range a.Body {
		fill(in, s.Start, s.End)
	}
	return in
}

func mostly(in []bool, s news.Span) bool {
	n := 0
	for _, b := range in[s.Start:s.End] {
		if b {
			n++
		}
	}
	return 2*n > s.Len()
}

// bagF1 is the F1 of two lists of words as multisets; two empty ones agree.
func bagF1(gold, pred []string) float64 {
	if len(gold)+len(pred) == 0 {
		return 1
	}
	left := map[string]int{}
	for _, w := range gold {
		left[w]++
	}
	shared := 0.0
	for _, w := range pred {
		if left[w] > 0 {
			left[w]--
			shared++
		}
	}
	return prf(shared, float64(len(pred)), shared, float64(len(gold))).F1
}
