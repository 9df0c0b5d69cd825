package store

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/news"
)

func anyEdge(t *rapid.T) news.Copy {
	n := rapid.IntRange(0, 5000)
	span := func() news.Span {
		start := n.Draw(t, "start")
		return news.Span{Start: start, End: start + n.Draw(t, "length")}
	}
	c := news.Copy{Directed: rapid.Bool().Draw(t, "directed"), Share: float64(rapid.IntRange(0, shareUnit).Draw(t, "share")) / shareUnit,
		Certainty: rapid.SampledFrom([]news.Certainty{news.Confirmed, news.Suggested, ""}).Draw(t, "certainty")}
	for range rapid.IntRange(0, 4).Draw(t, "passages") {
		c.Passages = append(c.Passages, news.CopyPassage{From: span(), To: span(), Words: n.Draw(t, "words"), Quoted: n.Draw(t, "quoted")})
	}
	for range rapid.IntRange(0, 4).Draw(t, "reasons") {
		c.Reasons = append(c.Reasons, news.Reason{Rule: rapid.SampledFrom([]string{namesOutlet, citesOutlet, "copy-earlier", "a rule of tomorrow"}).Draw(t, "rule"),
			Words: rapid.SampledFrom([]string{"", "Tarvan Observer"}).Draw(t, "words"), Figure: rapid.Float64Range(-1, 1).Draw(t, "figure")})
	}
	return c
}

// An edge is read as it was written, and one of an archive of before as it was then.
func TestEdgesAreReadAsTheyWereWritten(t *testing.T) {
	a := emptyArchive(t)
	rapid.Check(t, func(t *rapid.T) {
		want := anyEdge(t)
		if got, err := unpackEdge(packEdge(&want)); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%v\n got %+v\nwant %+v", err, got, want)
		}
		before := jsonEdge{Directed: want.Directed, Share: want.Share, Certainty: want.Certainty, Reasons: packReasons(want.Reasons)}
		for _, p := range want.Passages {
			before.Passages = append(before.Passages, [6]int{p.From.Start, p.From.End, p.To.Start, p.To.End, p.Words, p.Quoted})
		}
		kept, _ := json.Marshal(before)
		var now []byte
		if err := a.read.QueryRow("SELECT hearsay_edge(?)", string(kept)).Scan(&now); err != nil {
			t.Fatal(err)
		}
		if got, err := unpackEdge(now); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("of %s: %v\n got %+v\nwant %+v", kept, err, got, want)
		}
	})
}

func FuzzUnpackEdge(f *testing.F) {
	f.Add(packEdge(&news.Copy{Directed: true, Share: .5, Certainty: news.Confirmed, Reasons: []news.Reason{{Rule: "copy-earlier", Figure: math.Pi}}}))
	f.Fuzz(func(t *testing.T, edge []byte) {
		c, err := unpackEdge(edge)
		if again, errAgain := unpackEdge(packEdge(&c)); err == nil && (errAgain != nil || len(again.Passages) != len(c.Passages) || len(again.Reasons) != len(c.Reasons)) {
			t.Errorf("%v: %+v is written as %+v", errAgain, c, again)
		}
	})
}
