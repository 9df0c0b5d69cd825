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
	report, err := eval.ReadCopies(folder, eval.CopyEngine{Find: equalTexts})
	if err != nil {
		t.Fatal(err)
	}
	want := "harbours: labelled pairs 2, republications 2, found 1: precision 1.000 recall 0.500 F1 0.667\n" +
		"harbours: pairs of different stories 3, taken for copies 2: 26666.67 in 40,000\n" +
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
	if _, err := eval.ReadCopies(fstest.MapFS{}, eval.CopyEngine{Find: equalTexts}); err == nil {
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

// sameLength takes texts for alike by the difference of their lengths.
func sameLength(asked, pool []eval.CopyText) [][]eval.Likeness {
	out := make([][]eval.Likeness, len(asked))
	for q, a := range asked {
		for _, p := range pool {
			apart := len(a.Text) - len(p.Text)
			score := 1 / float64(1+apart*apart)
			out[q] = append(out[q], eval.Likeness{Score: score, Suggested: score == 1})
		}
	}
	return out
}

func TestAcrossLanguages(t *testing.T) {
	folder := fstest.MapFS{"a/deep/docs.jsonl": {Data: []byte(
		`{"doc":"x","pair":"ru-en","version":"src","kind":"src","text":"12"}` + "\n" + `{"doc":"y","pair":"ru-en","version":"src","kind":"src","text":"12345"}` + "\n" +
			`{"doc":"x","pair":"ru-en","version":"v1","kind":"ref","text":"ab"}` + "\n" + `{"doc":"y","pair":"ru-en","version":"v1","kind":"ref","text":"abcde"}` + "\n" +
			`{"doc":"x","pair":"ru-en","version":"v2","kind":"hyp","text":"abcd"}` + "\n" + `{"doc":"y","pair":"ru-en","version":"v2","kind":"hyp","text":"abcde"}` + "\n" +
			`{"doc":"z","pair":"is-en","version":"v1","kind":"ref","text":"abc"}`)},
		"b/bodies.jsonl": {Data: []byte(`{"id":"o","text":"a"}`)}}
	report, err := eval.ReadCopies(folder, eval.CopyEngine{Find: equalTexts, Likeness: sameLength})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"ru-en, 2 sources, each among 4 texts, 2 versions: recall@1 0.7500, worst version 0.5000; suggested: precision 1.000 recall 0.750",
		"b/stories.jsonl is not in the folder: pairs of different stories are not judged",
		"b/reuse_pairs.jsonl is not in the folder: labelled pairs are not judged",
	} {
		if !strings.Contains(report.String(), want) {
			t.Errorf("got\n%s\nwant in it %s", report, want)
		}
	}
}

// An editor that keeps a copy as it is, and one that hides it.
func TestEdits(t *testing.T) {
	folder := fstest.MapFS{"bodies.jsonl": {Data: []byte(`{"id":"o","text":"one"}` + "\n" + `{"id":"p","text":"two"}`)},
		"stories.jsonl": {Data: []byte(`{"story":"s","body_ids":["o"]}` + "\n" + `{"story":"t","body_ids":["p"]}`)}}
	report, err := eval.ReadCopies(folder, eval.CopyEngine{Find: equalTexts, EditKinds: []string{"kept", "hidden"}, Edit: func(seed uint64, kind, origin, own string) string {
		if kind == "kept" {
			return origin
		}
		return origin + own
	}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"edits of ., kept: 2 of 2 found, 1.0000", "edits of ., hidden: 0 of 2 found, 0.0000", "pairs of different articles 1, taken for copies 0: 0.00 in 40,000"} {
		if !strings.Contains(report.String(), want) {
			t.Errorf("got\n%s\nwant in it %s", report, want)
		}
	}
	var page bytes.Buffer
	if err := report.Markdown(&page); err != nil || !strings.Contains(page.String(), "| . | 2 | kept | 2 | 2 | 1.0000 | 0 |") {
		t.Errorf("page %v:\n%s", err, page.String())
	}
}

func TestDirectionsByTrace(t *testing.T) {
	folder := fstest.MapFS{"bodies.jsonl": {Data: []byte(`{"id":"o","text":"one"}`)}}
	report, err := eval.ReadCopies(folder, eval.CopyEngine{Find: equalTexts, Directions: func() []eval.DirectedPair {
		return []eval.DirectedPair{{Trace: "none"}, {Trace: "credit", Told: true, Right: true}, {Trace: "credit", Told: true}, {Trace: "credit", Dated: true, Right: true}}
	}})
	if err != nil {
		t.Fatal(err)
	}
	want := "direction of generated copies, no dates, trace credit: told of 2 of 2, rightly of 1\n" +
		"direction of generated copies, no dates, trace none: told of 0 of 1, rightly of 0\n" +
		"direction of generated copies, days known, trace credit: told of 0 of 1, rightly of 0"
	if !strings.Contains(report.String(), want) {
		t.Errorf("got\n%s\nwant in it\n%s", report, want)
	}
	for _, m := range report.Measured() {
		if m.Name == "copies/directions/precision" && m.Percent == 50 {
			return
		}
	}
	t.Errorf("got %v, want a precision of 50", report.Measured())
}
