package eval

import (
	"bytes"
	"io"
	"testing"
)

// Whatever stands in a gold or prediction file, every scorer answers with
// figures between 0 and 1 or with an error.
func FuzzDocuments(f *testing.F) {
	f.Add([]byte(`{"id":"a","text":"''Fog,'' said Ana.","statements":[{"content":[{"start":0,"end":8}],"speaker":{"start":14,"end":17}},{"content":[{"start":-5,"end":999999999999}],"speaker":{"start":null}}]}`))
	f.Add([]byte(`{"id":"b","text":"” “”","statements":[{"content":[]},{"content":[{"start":2,"end":1}],"type":"turn"}],"body":[0,4],"boilerplate":[{"start":3,"end":9}]}`))
	f.Add([]byte(`{"page":"a","lines":["x",""],"keep":[1,0]}`))
	f.Fuzz(func(t *testing.T, file []byte) {
		docs, err := Documents(bytes.NewReader(file), "fuzz")
		if err == nil {
			r := Attribution(docs, docs, Rules{Outer: true, SpeechOnly: true, Threshold: DefaultThreshold})
			if x := r.Score.Summary(All).EndToEnd.F1; x < 0 || x > 1 {
				t.Fatalf("F1 of %v", x)
			}
			r.Print(io.Discard, 3)
			if x := ResolvedNames(docs, docs).PRF().F1; x < 0 || x > 1 {
				t.Fatalf("names' F1 of %v", x)
			}
		}
		if b, err := ReadBoilerplate(bytes.NewReader(file), "fuzz", keepWithout); err == nil && b.Kept > b.Body {
			t.Fatalf("%d of %d characters kept", b.Kept, b.Body)
		}
		if l, err := ReadLines(bytes.NewReader(file), "fuzz", keepWithout); err == nil && (l.Words < 0 || l.Words > 1) {
			t.Fatalf("words' F1 of %v", l.Words)
		}
	})
}
