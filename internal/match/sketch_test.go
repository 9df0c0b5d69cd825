package match_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/match"
)

var sketched = strings.Fields("harbour reservoir quarry wagon crown lantern orchard treasurer ammunition bridge gorge invoice satchel watchman pilot ferry 40 90 never built carried denied bought photographed")

// What Compare tells for one claim, or perhaps for one, may be alike by the sketch
// of either.
func TestASketchMissesNothingAlike(t *testing.T) {
	alike := 0
	rapid.Check(t, func(rt *rapid.T) {
		word := rapid.SampledFrom(sketched)
		words := rapid.SliceOfN(word, 3, 16).Draw(rt, "words")
		other := append([]string(nil), words...)
		for range rapid.IntRange(0, 4).Draw(rt, "changes") {
			other[rapid.IntRange(0, len(other)-1).Draw(rt, "place")] = word.Draw(rt, "word")
		}
		third := rapid.SliceOfN(word, 3, 16).Draw(rt, "third")
		var all []match.Dated
		for _, w := range [][]string{words, other, third} {
			for _, x := range match.Tell(said("Ada Quill", "", strings.Join(w, " ")), nil) {
				all = append(all, match.Dated{Gist: &x.Gist})
			}
		}
		for _, a := range all {
			for _, b := range all {
				if match.Compare(a, b).Certainty == "" {
					continue
				}
				alike++
				if !a.MayBeAlike(b.AppendSketch(nil)) {
					rt.Fatalf("%q and %q are alike, not by a sketch", words, other)
				}
			}
		}
	})
	if alike == 0 {
		t.Error("nothing was alike")
	}
}

// What shares two words of twelve is told without the gist.
func TestASketchTellsMostThatAreNotAlike(t *testing.T) {
	a := told(t, said("Ada Quill", "", "the harbour wall of the old town was built with sand and gravel from a reservoir beside the quarry"))
	b := told(t, said("Bo Marsh", "", "a treasurer has carried the invoice for the birthday lantern over the harbour bridge to the watchman of the orchard"))
	if a.MayBeAlike(b.AppendSketch(nil)) || b.MayBeAlike(a.AppendSketch(nil)) {
		t.Error("two that share the harbour may be alike")
	}
}
