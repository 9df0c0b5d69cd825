package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// Boilerplate is how much of the annotated boilerplate is left out of the body
// and how much of the annotated body is kept. Only characters that are no
// white space count.
type Boilerplate struct {
	Stretches int      `json:"stretches"` // of annotated boilerplate
	LeftOut   int      `json:"left_out"`  // wholly out of the body
	Body      int      `json:"body"`      // characters of annotated body, boilerplate within it set aside
	Kept      int      `json:"kept"`      // of them in the body
	In        []string `json:"in"`        // the stretches that are not left out, by document
}

// Share is the share of the annotated body's characters kept.
func (b Boilerplate) Share() float64 { return ratio(float64(b.Kept), float64(b.Body)) }

// String gives the figures.
func (b Boilerplate) String() string {
	return fmt.Sprintf("boilerplate left out of the body: %d of %d stretches\nrest of the body kept: %.2f %% of %d characters",
		b.LeftOut, b.Stretches, 100*b.Share(), b.Body)
}

// ReadBoilerplate reads the texts of a gold file whose lines hold "body" and
// "boilerplate".
func ReadBoilerplate(in io.Reader, name string, read Reader) (Boilerplate, error) {
	var sum Boilerplate
	err := eachLine(in, name, func(line []byte) error {
		g, err := boilerplateLine(line)
		if err != nil {
			return err
		}
		a, err := read(news.Blob{ID: g.ID, Media: news.MediaText, Charset: "utf-8", Bytes: []byte(g.Text)})
		if err != nil {
			return err
		}
		if a.Text != g.Text {
			return fmt.Errorf("%s was changed in reading, so offsets cannot be compared", g.ID)
		}
		sum.count(g, a)
		return nil
	})
	return sum, err
}

// boilerplateGold is one annotated text.
type boilerplateGold struct {
	ID          string   `json:"id"`
	Text        string   `json:"text"`
	Body        []int    `json:"body"` // start, end
	Boilerplate []Extent `json:"boilerplate"`
}

func boilerplateLine(line []byte) (boilerplateGold, error) {
	var g boilerplateGold
	if err := json.Unmarshal(line, &g); err != nil {
		return g, err
	}
	if len(g.Body) != 2 {
		return g, fmt.Errorf("%s has no body of two offsets", g.ID)
	}
	size := utf8.RuneCountInString(g.Text)
	for _, x := range append([]Extent{{Start: g.Body[0], End: g.Body[1]}}, g.Boilerplate...) {
		if x.Start < 0 || x.End < x.Start || x.End > size {
			return g, fmt.Errorf("%s: %d to %d is outside its text", g.ID, x.Start, x.End)
		}
	}
	return g, nil
}

func (b *Boilerplate) count(g boilerplateGold, a *news.Article) {
	text, in := []rune(a.Text), byCodePoint(a)
	dropped := make([]bool, len(text))
	for _, x := range g.Boilerplate {
		b.Stretches++
		if present(text, in, x) {
			b.In = append(b.In, g.ID+": "+string(text[x.Start:x.End]))
		} else {
			b.LeftOut++
		}
		fill(dropped, x.Start, x.End)
	}
	for i := g.Body[0]; i < g.Body[1]; i++ {
		if dropped[i] || isSpace(text[i]) {
			continue
		}
		b.Body++
		if in[i] {
			b.Kept++
		}
	}
}

// present reports whether any of x lies in the body.
func present(text []rune, in []bool, x Extent) bool {
	for i := x.Start; i < x.End; i++ {
		if in[i] && !isSpace(text[i]) {
			return true
		}
	}
	return false
}

// byCodePoint is inBody by code points.
func byCodePoint(a *news.Article) []bool {
	bytes := inBody(a)
	var out []bool
	for i := range a.Text {
		out = append(out, bytes[i])
	}
	return out
}
