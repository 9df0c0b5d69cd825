package eval_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hearsay-engine/hearsay/internal/eval"
)

func TestReadClaims(t *testing.T) {
	folder := fstest.MapFS{
		"claims.jsonl":  {Data: []byte(`{"id":"a","text":"bridge"}` + "\n" + `{"id":"b","text":"wall"}` + "\n" + `{"id":"c","text":"roof"}`)},
		"queries.jsonl": {Data: []byte(`{"id":"1","text":"bridge"}` + "\n" + `{"id":"2","text":"wall"}` + "\n" + `{"id":"3","text":"roof"}` + "\n" + `{"id":"4","text":"tram"}`)},
		"qrels.jsonl":   {Data: []byte(`{"qid":"1","cid":"a"}` + "\n" + `{"qid":"2","cid":"b"}` + "\n" + `{"qid":"3","cid":"a"}` + "\n" + `{"qid":"4","cid":"c"}`)},
	}
	report, err := eval.ReadClaims(folder, equalClaims)
	if err != nil {
		t.Fatal(err)
	}
	got := report.Sets[0]
	// 1 and 2 find theirs first, 3 finds its own second, 4 finds nothing.
	if got.Set != "claims" || got.Queries != 4 || got.MAP != (1+1+0.5)/4 {
		t.Errorf("got %+v", got)
	}
	var lines bytes.Buffer
	if err := report.WriteDecisions(&lines); err != nil {
		t.Fatal(err)
	}
	want := `{"qid":"1","ranked":["a"],"linked":"a","score":1}`
	if first, _, _ := strings.Cut(lines.String(), "\n"); first != want {
		t.Errorf("got %s, want %s", first, want)
	}
	if !strings.Contains(lines.String(), `{"qid":"4","ranked":[],"linked":null,"score":0}`) {
		t.Errorf("a query without an answer is not told: %s", lines.String())
	}
	if _, err := eval.ReadClaims(fstest.MapFS{}, equalClaims); err == nil {
		t.Error("an empty folder gives figures")
	}
}

// equalClaims links equal words; "roof" also finds the bridge, second.
func equalClaims(claims []eval.ClaimText) func(eval.ClaimText) eval.ClaimLink {
	return func(q eval.ClaimText) eval.ClaimLink {
		link := eval.ClaimLink{Linked: -1}
		for i, c := range claims {
			if c.Text == q.Text {
				link.Ranked, link.Linked, link.Score = append([]int{i}, link.Ranked...), i, 1
			}
		}
		if q.Text == "roof" {
			for i, c := range claims {
				if c.Text == "bridge" {
					link.Ranked = append(link.Ranked, i)
				}
			}
		}
		return link
	}
}
