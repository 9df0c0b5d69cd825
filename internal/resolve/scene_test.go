package resolve

import (
	"bytes"
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

// What a stored scene reads as is written as it was, but for what no scene has.
func FuzzParseScene(f *testing.F) {
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
	f.Add([]byte{1, 2})
	f.Fuzz(func(t *testing.T, stored []byte) {
		s := ParseScene(stored)
		if len(s.With) > maxCompanions {
			t.Fatalf("%d companions", len(s.With))
		}
		written := s.Append(nil)
		if len(stored) >= 8 && !bytes.HasPrefix(stored, written) {
			t.Errorf("%v reads as %v", stored, written)
		}
	})
}

func FuzzNewForm(f *testing.F) {
	for _, s := range []string{"Ada Quill", "J.-P. Marsh", "Norland's Ministry of Health", "Річка", "", "'s ", "of X"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, kind := range kindOrder {
			a := NewForm(kind, s, nil)
			if _, ok := Connect(a, NewForm(kind, s, nil)); !ok {
				t.Errorf("%q is not itself", s)
			}
			if len(a.Pairs) == 0 || len(a.Words) == 0 {
				t.Errorf("%q has no keys", s)
			}
		}
	})
}

func TestRoles(t *testing.T) {
	for text, want := range map[string]string{
		"заявил певицам сенатора Ada Quill":         "arts politics",
		"Ada Quill, нападающего клуба, видели":      "sport",
		"поэтому Ada Quill":                         "",
		"the striker Ada Quill said":                "sport",
		"Ada Quill, a senator from Arnholt, said":   "politics",
		"The senator left. Ada Quill said":          "",
		"Ada Quill and the striker said":            "",
		"the footballer and singer Ada Quill said.": "sport arts",
	} {
		at := bytes.Index([]byte(text), []byte("Ada Quill"))
		got := rolesOf(text, []news.Span{{Start: at, End: at + len("Ada Quill")}})
		var wanted Roles
		for w, example := range map[string]string{"sport": "striker", "politics": "senator", "arts": "singer"} {
			if bytes.Contains([]byte(want), []byte(w)) {
				wanted |= roleWords()[example]
			}
		}
		if got != wanted {
			t.Errorf("%q: got %b, want %b", text, got, wanted)
		}
	}
}
