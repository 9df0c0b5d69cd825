package eval_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hearsay-engine/hearsay/internal/eval"
)

func TestReadStories(t *testing.T) {
	folder := fstest.MapFS{
		"set/bodies.jsonl":  {Data: []byte(`{"id":"a","text":"wall"}` + "\n" + `{"id":"b","text":"wall"}` + "\n" + `{"id":"c","text":"market"}` + "\n" + `{"id":"d","text":"no story"}`)},
		"set/stories.jsonl": {Data: []byte(`{"story":"s","body_ids":["a"]}` + "\n" + `{"story":"t","body_ids":["b","c"]}`)},
	}
	byWords := func(texts []string) []int {
		out := make([]int, len(texts))
		for i := range texts {
			out[i] = strings.Count(texts[i], "m") // wall 0, market 1
		}
		return out
	}
	report, err := eval.ReadStories(folder, byWords)
	if err != nil {
		t.Fatal(err)
	}
	// a and b stand together wrongly: precision (1/2+1/2+1)/3, recall (1+1/2+1/2)/3.
	want := "set all: texts 3, stories 2, groups 2: B³ precision 0.667 recall 0.667 F1 0.667"
	if got, _, _ := strings.Cut(report.String(), "\n"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(report.Decisions) != 3 || report.Decisions[2] != (eval.StoryDecision{ID: "c", Cluster: 1}) {
		t.Errorf("got %+v", report.Decisions)
	}
	if _, err := eval.ReadStories(fstest.MapFS{}, byWords); err == nil {
		t.Error("an empty folder gives figures")
	}
}
