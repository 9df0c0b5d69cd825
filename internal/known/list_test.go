package known_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/news"
)

// readAll reads a list: the entries' IDs and the faults, in order.
func readAll(t *testing.T, list string) (entries []known.Entry, faults []*news.Error) {
	t.Helper()
	for e, err := range known.ReadList("people.jsonl", strings.NewReader(list)) {
		if err == nil {
			entries = append(entries, e)
			continue
		}
		var fault *news.Error
		if !errors.As(err, &fault) || fault.Mend == "" || !strings.HasPrefix(fault.ID, "people.jsonl") {
			t.Errorf("%v names no file and no mend", err)
		}
		faults = append(faults, fault)
	}
	return entries, faults
}

func TestReadList(t *testing.T) {
	entries, faults := readAll(t, "\ufeff"+`{"names": ["Orla  Venn", "Орла Венн", "Orla Venn"], "kind": "person", "ids": {"wikidata": "Q999999", "own-list": "7"}, "note": "mayor"}

{"names": ["Harbour Council"], "kind": "organisation"}
{"names": ["Nowhere"
{"names": ["The Harbour Council"], "kind": "organisation"}`)
	if len(faults) != 1 || faults[0].ID != "people.jsonl:4" || faults[0].Fault != news.Malformed {
		t.Errorf("got faults %v, want one of line 4", faults)
	}
	if len(entries) != 3 {
		t.Fatalf("got %d entries, want 3", len(entries))
	}
	want := known.Entry{ID: "wikidata:Q999999", Kind: news.Person, Names: []string{"Orla Venn", "Орла Венн"},
		IDs: []known.Identifier{{Scheme: "own-list", Value: "7"}, {Scheme: "wikidata", Value: "Q999999"}}, Note: "mayor"}
	if !reflect.DeepEqual(entries[0], want) {
		t.Errorf("got %+v, want %+v", entries[0], want)
	}
	if entries[1].ID != entries[2].ID || !strings.HasPrefix(entries[1].ID, "own:") {
		t.Errorf("one name written two ways: got the ids %s and %s", entries[1].ID, entries[2].ID)
	}
}

func TestReadListRefuses(t *testing.T) {
	tests := []struct {
		line  string
		fault news.Fault
		words string
	}{
		{`{"kind": "person"}`, news.Malformed, `no "names"`},
		{`{"names": "Orla Venn", "kind": "person"}`, news.Malformed, "no entry"},
		{`{"names": ["Orla Venn"]}`, news.Malformed, `"kind" is ""`},
		{`{"names": ["Orla Venn"], "kind": "ship"}`, news.Malformed, `"kind" is "ship"`},
		{`{"names": ["Orla Venn"], "kind": "person", "alias": []}`, news.Malformed, "alias"},
		{`{"names": ["Orla Venn"], "kind": "person"} {}`, news.Malformed, "something follows"},
		{`{"names": ["Orla Venn"], "kind": "person"}]`, news.Malformed, "something follows"},
		{`{"names": [""], "kind": "person"}`, news.Malformed, "no letter"},
		{`{"names": ["…"], "kind": "person"}`, news.Malformed, "no letter"},
		{`{"names": ["Orla\u0000Venn"], "kind": "person"}`, news.Malformed, "control characters"},
		{`{"names": ["Orla \u202eVenn"], "kind": "person"}`, news.Malformed, "control characters"},
		{`{"names": ["Orla \ud800"], "kind": "person"}`, news.Malformed, "control characters"},
		{`{"names": ["` + strings.Repeat("Orla ", 100) + `"], "kind": "person"}`, news.Malformed, "over 400 bytes"},
		{`{"names": ["Orla Venn"], "kind": "person", "ids": {"wikidata": "42"}}`, news.Malformed, "none of Wikidata's"},
		{`{"names": ["Orla Venn"], "kind": "person", "ids": {"My List": "42"}}`, news.Malformed, "no name of ids"},
		{`{"names": ["Orla Venn"], "kind": "person", "ids": {"list": "a b"}}`, news.Malformed, `"a b" is none`},
		{`{"names": ["Orla Venn"], "kind": "person", "note": "` + strings.Repeat("x", 3000) + `"}`, news.Malformed, "note is over"},
		{`{"names": [` + strings.Repeat(`"a",`, 1000) + `"b"], "kind": "person"}`, news.Malformed, "over 200 names"},
		{`{"names": ["` + strings.Repeat("x", 1<<17) + `"], "kind": "person"}`, news.TooLarge, "line is over"},
		{"{\"names\": [\"Orl\xff\"], \"kind\": \"person\"}", news.Encoding, "no UTF-8"},
		{`null`, news.Malformed, `no "names"`},
		{`[[[[`, news.Malformed, "no entry"},
	}
	good := `{"names": ["Tom Okker"], "kind": "person"}`
	for _, c := range tests {
		entries, faults := readAll(t, c.line+"\n"+good)
		if len(faults) != 1 || faults[0].Fault != c.fault || !strings.Contains(faults[0].Words, c.words) || faults[0].ID != "people.jsonl:1" {
			t.Errorf("%.90s: got %v, want %s with %q", c.line, faults, c.fault, c.words)
		}
		if len(entries) != 1 || entries[0].Names[0] != "Tom Okker" {
			t.Errorf("%.90s: the line behind it was not read", c.line)
		}
	}
}

func TestReadListOfAFileThatBreaks(t *testing.T) {
	n := 0
	for _, err := range known.ReadList("people.jsonl", iotest.ErrReader(errors.New("the disk is gone"))) {
		if n++; news.FaultOf(err) != news.Denied {
			t.Errorf("got %v", err)
		}
	}
	if n != 1 {
		t.Errorf("it was told %d times", n)
	}
}

func TestNamedOfAList(t *testing.T) {
	entries, _ := readAll(t, `{"names": ["Orla Venn", "Орла Венн"], "kind": "person"}
{"names": ["Orla Venn", "MS Orla Venn"], "kind": "organisation"}`)
	l := known.NewList(entries)
	for name, want := range map[string]int{"orla venn": 2, "ОРЛА ВЕНН": 1, "Ms. Orla-Venn": 1, "Venn": 0, "": 0} {
		if got := l.Named(name); len(got) != want {
			t.Errorf("%q: got %d entries, want %d", name, len(got), want)
		}
	}
	var none *known.List
	if none.Named("Orla Venn") != nil {
		t.Error("no list holds something")
	}
}

func TestLinesAreReadAsTheyWereWritten(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		line := known.Entry{Kind: rapid.SampledFrom(news.EntityKinds).Draw(rt, "kind"), Note: rapid.StringMatching(`[a-zé<>& "\\]{0,20}`).Draw(rt, "note"),
			Names: rapid.SliceOfN(rapid.StringMatching(`[A-ZЖ][a-zë' -]{0,9}`), 1, 5).Draw(rt, "names")}
		if rapid.Bool().Draw(rt, "has id") {
			line.IDs = []known.Identifier{{Scheme: "wikidata", Value: rapid.StringMatching(`Q[1-9][0-9]{0,5}`).Draw(rt, "id")}}
		}
		first, err := known.ParseLine(line.Line())
		if err != nil {
			rt.Fatal(err)
		}
		again, err := known.ParseLine(first.Line())
		if err != nil || !reflect.DeepEqual(first, again) {
			rt.Errorf("got %+v, %v, want %+v", again, err, first)
		}
	})
}

func FuzzReadList(f *testing.F) {
	f.Add(`{"names": ["Orla Venn", "Орла Венн"], "kind": "person", "ids": {"wikidata": "Q7"}, "note": "mayor"}` + "\n\nnull\n{")
	f.Add("\ufeff{\"names\":[\"\xff\"]}\r\n[")
	f.Fuzz(func(t *testing.T, list string) {
		entries, _ := readAll(t, list)
		for _, e := range entries {
			again, err := known.ParseLine(e.Line())
			if err != nil || !reflect.DeepEqual(e, again) {
				t.Errorf("%+v is read again as %+v, %v", e, again, err)
			}
			if found := known.NewList(entries).Named(e.Name()); len(found) == 0 {
				t.Errorf("%q is not found by its name", e.Name())
			}
		}
	})
}
