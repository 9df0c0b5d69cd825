package eval_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hearsay-engine/hearsay/internal/eval"
)

func TestReadCopies(t *testing.T) {
	folder := fstest.MapFS{
		"harbours/bodies.jsonl":      {Data: []byte(`{"id":"a","text":"1"}` + "\n" + `{"id":"b","text":"1"}` + "\n" + `{"id":"c","text":"2"}` + "\n" + `{"id":"d","text":"1"}`)},
		"harbours/stories.jsonl":     {Data: []byte(`{"story":"s","body_ids":["a","b","c"]}` + "\n" + `{"story":"t","body_ids":["d"]}`)},
		"harbours/reuse_pairs.jsonl": {Data: []byte(`{"id1":"b","id2":"a","label":"republication"}` + "\n" + `{"id1":"a","id2":"c","label":"republication"}`)},
		"versions/docs.jsonl": {Data: []byte(`{"doc":"x","pair":"ru-en","version":"v1","kind":"ref","text":"1"}` + "\n" +
			`{"doc":"x","pair":"ru-en","version":"v2","kind":"hyp","text":"1"}` + "\n" + `{"doc":"x","pair":"ru-en","version":"src","kind":"src","text":"1"}` + "\n" +
			`{"doc":"y","pair":"ru-en","version":"v1","kind":"hyp","text":"2"}` + "\n" + `{"doc":"y","pair":"ru-en","version":"v2","kind":"hyp","text":"3"}`)},
	}
	report, err := eval.ReadCopies(folder, equalTexts)
	if err != nil {
		t.Fatal(err)
	}
	want := "labelled pairs 2, republications 2, found 1: precision 1.000 recall 0.500 F1 0.667\n" +
		"pairs of different stories 3, taken for copies 2: 26666.67 in 40,000\n" +
		"re-translations ru-en, pairs 2: recall at precision .99 0.5000"
	if got := report.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var lines bytes.Buffer
	if err := report.WriteDecisions(&lines); err != nil {
		t.Fatal(err)
	}
	if want := `{"id1":"a","id2":"b","kind":"republished","direction":"unknown","score":1}`; !strings.HasPrefix(lines.String(), want+"\n") {
		t.Errorf("got %s, want first %s", lines.String(), want)
	}
	if _, err := eval.ReadCopies(fstest.MapFS{}, equalTexts); err == nil {
		t.Error("an empty folder gives figures")
	}
}

// equalTexts takes texts of the same words for copies.
func equalTexts(texts []eval.CopyText) []eval.Copy {
	var out []eval.Copy
	for i := range texts {
		for j := i + 1; j < len(texts); j++ {
			if texts[i].Text == texts[j].Text {
				out = append(out, eval.Copy{A: i, B: j, Kind: "republished", Direction: "unknown", Score: 1})
			}
		}
	}
	return out
}
