package eval

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hearsay-engine/hearsay/news"
)

// keepWithout reads a capture as its text, with every line that holds "VIEWS"
// out of the body. A capture that says "refuse" is refused.
func keepWithout(b news.Blob) (*news.Article, error) {
	a := &news.Article{ID: b.ID, Text: string(b.Bytes)}
	if a.Text == "refuse" {
		return nil, news.Errorf(news.Empty, b.ID, "", "refused")
	}
	for _, line := range lineSpans(a.Text) {
		if !strings.Contains(line.Of(a.Text), "VIEWS") {
			a.Body = append(a.Body, line)
		}
	}
	return a, nil
}

// The wanted figures are those of the project's reference script (Python).
func TestBodiesAgreeWithTheReference(t *testing.T) {
	pages := map[string][2]string{ // the body wanted, the body found
		"a": {"one two three four five six", "one two three four nine six"},
		"b": {"one two", "one two three"},
		"c": {"", ""},
		"d": {"x y z", "refuse"},
		"e": {"la la la la la la", "la la la la la"},
		"f": {"kept whole", "kept — whole!"},
	}
	folder, gold := fstest.MapFS{}, map[string]map[string]string{}
	for item, p := range pages {
		gold[item] = map[string]string{"articleBody": p[0]}
		folder["html/"+item+".html.gz"] = &fstest.MapFile{Data: packed(p[1])}
	}
	truth, err := json.Marshal(gold)
	if err != nil {
		t.Fatal(err)
	}
	folder["ground-truth.json"] = &fstest.MapFile{Data: truth}
	got, err := ReadBodies(folder, keepWithout)
	if err != nil {
		t.Fatal(err)
	}
	if want := "pages 6, missing 1\nF1 0.526  precision 0.556  recall 0.500  exact 0.333"; got.String() != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	delete(folder, "html/a.html.gz")
	if _, err := ReadBodies(folder, keepWithout); news.FaultOf(err) != news.NotFound || !strings.Contains(err.Error(), "html/a.html.gz") {
		t.Errorf("a page that is not there: %v", err)
	}
}

func packed(s string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.Bytes()
}

func TestLines(t *testing.T) {
	in := `{"page":"a","lines":["the river rose","VIEWS 12","two houses fell","read on"],"keep":[1,0,1,0]}
{"page":"b","lines":["VIEWS of the sea","calm"],"keep":[1,1]}
{"page":"c","lines":["refuse"],"keep":[1]}`
	got, err := ReadLines(strings.NewReader(in), "lines", keepWithout)
	if err != nil {
		t.Fatal(err)
	}
	// a: 6 of 8 kept words are right, none is missed: 2·6/(8+6). b: 1 word of 5 is kept: 2·1/(1+5). c: nothing.
	want := (12.0/14 + 2.0/6 + 0) / 3
	if diff := got.Words - want; diff > 1e-9 || diff < -1e-9 || got.Pages != 3 || got.Refused != 1 {
		t.Errorf("%+v, want words %.4f of 3 pages, 1 refused", got, want)
	}
	if _, err := ReadLines(strings.NewReader(`{"page":"a","lines":["x"],"keep":[]}`), "lines", keepWithout); err == nil || !strings.Contains(err.Error(), "0 labels for 1 lines") {
		t.Errorf("labels that do not fit: %v", err)
	}
}

func TestBoilerplate(t *testing.T) {
	// "Über" has a letter of two bytes, so that bytes and code points part.
	in := `{"id":"a","text":"Über uns\nVIEWS 12\nfor ever","body":[0,26],"boilerplate":[{"start":9,"end":17},{"start":18,"end":21}]}
{"id":"b","text":"VIEWS here too\nend","body":[0,18],"boilerplate":[]}`
	got, err := ReadBoilerplate(strings.NewReader(in), "seeds", keepWithout)
	if err != nil {
		t.Fatal(err)
	}
	// Of the first body "Überuns" and "ever" remain, of the second only "end" of "VIEWSheretoo" and "end".
	want := Boilerplate{Stretches: 2, LeftOut: 1, Body: 7 + 4 + 12 + 3, Kept: 7 + 4 + 3, In: []string{"a: for"}}
	if got.Stretches != want.Stretches || got.LeftOut != want.LeftOut || got.Body != want.Body || got.Kept != want.Kept || !equal(got.In, want.In) {
		t.Errorf("%+v, want %+v", got, want)
	}
}
