package eval

import (
	"encoding/json"
	"fmt"
	"io"

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
		var g struct {
			ID          string   `json:"id"`
			Text        string   `json:"text"`
			Body        []int    `json:"body"`
			Boilerplate []Extent `json:"boilerplate"`
		}
		if err := json.Unmarshal(line, &g); err != nil {
			return err
		}
		if len(g.Body) != 2 {
			return fmt.Errorf("%s has no body of two offsets", g.ID)
		}
		a, err := read(news.Blob{ID: g.ID, Media: news.MediaText, Charset: "utf-8", Bytes: []byte(g.Text)})
		if err != nil {
			return err
		}
		sum.count(g.ID, a, Extent{Start: g.Body[0], End: g.Body[1]}, g.Boilerplate)
		return nil
	})
	return sum, err
}

func (b *Boilerplate) count(id string, a *news.Article, body Extent, boilerplate []Extent) {
	text, in := []rune(a.Text), byCodePoint(a)
	dropped := make([]bool, len(text))
	for _, x := range boilerplate {
		b.Stretches++
		if present(text, in, x) {
			b.In = append(b.In, id+": "+string(text[x.Start:x.End]))
		} else {
			b.LeftOut++
		}
		fill(dropped, x.Start, x.End)
	}
	for i := body.Start; i < body.End; i++ {
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
