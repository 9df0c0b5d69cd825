package match_test

import (
	"encoding/hex"
	"os"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/internal/shipped"
)

var kept = append([]string{"[Tarnhaven]", "Zzorvik", "said", "not", "yesterday", "he", "ferry-man", "мост"}, sketched...)

// A kept gist reads as it was, of a shelf or alone; a piece of one does not read.
func TestAKeptGistReadsAsItWas(t *testing.T) {
	shelf := match.NewShelf()
	rapid.Check(t, func(rt *rapid.T) {
		words := strings.Join(rapid.SliceOfN(rapid.SampledFrom(kept), 3, 40).Draw(rt, "words"), " ")
		a := said(rapid.SampledFrom([]string{"Ada Quill", ""}).Draw(rt, "speaker"), rapid.SampledFrom([]string{"", "2022-03-06"}).Draw(rt, "published"), words)
		a.Language = rapid.SampledFrom([]string{"en", "ru", "de"}).Draw(rt, "language")
		for _, x := range match.Tell(a, nil) {
			b := x.Gist.Append(nil)
			for _, read := range []func([]byte) (*match.Gist, error){match.ReadGist, shelf.Read} {
				g, err := read(b)
				if err != nil || g.ID() != x.Gist.ID() || !reflect.DeepEqual(*g, x.Gist) {
					rt.Fatalf("%v\n got %+v\nwant %+v", err, g, x.Gist)
				}
			}
			if g, err := match.ReadGist(b[:rapid.IntRange(0, len(b)-1).Draw(rt, "piece")]); err == nil {
				rt.Fatalf("a piece of %x reads as %+v", b, g)
			}
		}
	})
}

// What an archive of before has spelled out is what is told today, by the same id.
func TestAGistSpelledOutIsTheSame(t *testing.T) {
	const before = "000116a315a39d0120d8ebaec0b3d1eef0010d8baad40c0a8bdbfd85020cffa6a64e08a9829ec20109cf88b76690aefbcaff01079fe2912e098db0ae7809ec9ac3960108ebb7a57810cc80a76709d0df999d010df58199750b01d3df9bc609029685d292028a98e8a50b01b10102b101d7c602"
	g := told(t, said("Ada Quill", "2022-03-06", "the harbour wall of [Tarnhaven] was not built with 340 tons of gravel yesterday, and 12 wagons of Zzorvik stone were lost"))
	b, err := hex.DecodeString(before)
	if err != nil {
		t.Fatal(err)
	}
	packed, err := match.Respelled(b)
	if err != nil || string(packed) != string(g.Append(nil)) || g.ID() != 1125559947076497259 {
		t.Errorf("%v: %x, id %d, want %x", err, packed, g.ID(), g.Append(nil))
	}
	if len(packed)*5 > len(b)*3 {
		t.Errorf("%d bytes of %d", len(packed), len(b))
	}
	for _, wrong := range [][]byte{nil, b[:len(b)-1], append(b, 0)} {
		if _, err := match.Respelled(wrong); err == nil {
			t.Errorf("%x reads", wrong)
		}
	}
}

// Archives tell stems by their numbers in the files of them: these stay as they are,
// also where the lists of words that they were made of change.
func TestListsOfStemsStay(t *testing.T) {
	for language, want := range map[string]string{"en": "b1dc4db0", "ru": "e45f080f"} {
		is, err := os.ReadFile("data/" + language + ".stems")
		if err != nil || shipped.Digest(is) != want {
			t.Errorf("%s: %s (%v), want %s", language, shipped.Digest(is), err, want)
		}
	}
}
