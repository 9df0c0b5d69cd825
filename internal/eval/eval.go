// Package eval scores what hearsay reads against annotated texts.
//
// Each scorer is the Go form of a script that the project is judged by and
// agrees with it on every printed figure: Attribution (content spans with their
// speakers), Names (resolved speaker names), Bodies (article bodies by
// four-word shingles). Lines and Boilerplate measure the line filter. Board
// runs them over a folder of sets and prints one stable page, so that a change
// of quality is a readable diff; Floors says what must not fall.
//
// Offsets of annotation are Unicode code points, so texts are held as runes
// here; Reader is the door to the engine and hands out bytes, which
// Prediction converts by news.Ruler.
package eval

import (
	"bufio"
	"encoding/json"
	"io"

	"github.com/hearsay-engine/hearsay/news"
)

// Reader reads one capture into an article: hearsay.Read.
type Reader func(news.Blob) (*news.Article, error)

// Extent is a stretch of a text, in code points, and its words.
type Extent struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text,omitempty"`
}

// Speaker is who a statement names. Start is nil when the annotation gives
// words without their place.
type Speaker struct {
	Start  *int   `json:"start"`
	End    int    `json:"end"`
	Text   string `json:"text,omitempty"`
	Entity string `json:"entity,omitempty"` // resolved name, in gold
	Name   string `json:"name,omitempty"`   // resolved name, in predictions
}

// Statement is one annotated or predicted statement, as the JSON of `extract`
// and of the gold files has it.
type Statement struct {
	Speaker     *Speaker `json:"speaker"`
	SpeakerName string   `json:"speaker_name,omitempty"`
	Accept      []string `json:"accept,omitempty"` // other right names, in gold
	Cue         *Extent  `json:"cue"`
	Content     []Extent `json:"content"`
	Type        string   `json:"type,omitempty"`
	Voice       string   `json:"voice,omitempty"`
	Within      *int     `json:"within,omitempty"`
	Scope       string   `json:"scope,omitempty"`
	Nested      bool     `json:"nested,omitempty"`
}

// Document is one line of a gold or prediction file.
type Document struct {
	ID         string      `json:"id"`
	Text       string      `json:"text,omitempty"`
	Statements []Statement `json:"statements"`
}

// maxLine bounds one line of a gold or prediction file: a 64 MiB article,
// escaped, with its statements.
const maxLine = 256 << 20

// Documents reads JSON lines; name is the file's, for errors. A line whose id
// came before replaces it, as a mapping would.
func Documents(r io.Reader, name string) ([]Document, error) {
	var docs []Document
	at := map[string]int{}
	err := eachLine(r, name, func(line []byte) error {
		var d Document
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		if i, again := at[d.ID]; again {
			docs[i] = d
			return nil
		}
		at[d.ID] = len(docs)
		docs = append(docs, d)
		return nil
	})
	return docs, err
}

func eachLine(r io.Reader, name string, take func([]byte) error) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 1<<20), maxLine)
	for n := 1; sc.Scan(); n++ {
		if blank(sc.Bytes()) {
			continue
		}
		if err := take(sc.Bytes()); err != nil {
			return &news.Error{Fault: news.Malformed, ID: name, Err: err,
				Words: "line " + itoa(n) + " is not the JSON wanted: " + err.Error(),
				Mend:  "one JSON object a line"}
		}
	}
	if err := sc.Err(); err != nil {
		return &news.Error{Fault: news.Malformed, ID: name, Words: err.Error(), Mend: "one JSON object a line", Err: err}
	}
	return nil
}
