package eval

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hearsay-engine/hearsay/news"
)

// oneFact is a document in the form of factRuEval: spans by code points, objects
// of spans.
var oneFact = map[string]string{
	".txt": "Министр Анна Брулль покинула город Орлана. Совет Тумана Орланы и «Туман» молчат.",
	".spans": "1 job 0 7 1 1  # 1 Министр\n2 name 8 4 2 1  # Анна\n3 surname 13 6 3 1\n4 loc_descr 29 5 5 1\n5 loc_name 35 6 6 1\n" +
		"6 org_name 43 12 7 2\n7 loc_name 56 6 9 1\n8 org_descr 43 5 7 1\n9 org_name 66 5 10 1\n",
	".objects": "1 Person 2 3 # Анна Брулль\n2 LocOrg 4 5 # Орлана\n3 Org 6 7 8\n4 LocOrg 7\n5 Org 8\n6 Project 9\n",
}

func TestReadFacts(t *testing.T) {
	folder := fstest.MapFS{"list.txt": {Data: []byte("a\nb\n")}}
	for ending, words := range oneFact {
		for _, id := range []string{"a", "b", "c", "d", "e", "f"} {
			folder[id+ending] = &fstest.MapFile{Data: []byte(words)}
		}
	}
	for part, want := range map[Part]string{AllFacts: "abcdef", TrainFacts: "abcdf", DevFacts: "e"} {
		docs, err := ReadFacts(folder, part)
		if err != nil {
			t.Fatal(err)
		}
		ids := ""
		for _, d := range docs {
			ids += d.ID
			var got []string
			for _, m := range d.Marks {
				got = append(got, string(m.Kind)+" "+m.Of(d.Text))
			}
			if want := []string{"person Анна Брулль", "place Орлана", "organisation Совет Тумана Орланы", " Туман"}; !equal(got, want) {
				t.Errorf("%s: %q, want %q", d.ID, got, want)
			}
		}
		if ids != want {
			t.Errorf("part %d: %s, want %s", part, ids, want)
		}
	}
}

func TestBadFactsAreRefused(t *testing.T) {
	for words, spans := range map[string]string{"columns": "1 name 0", "no span": "1 name 70 40", "no span of": "1 name -1 2"} {
		folder := fstest.MapFS{"a.txt": {Data: []byte(oneFact[".txt"])}, "a.spans": {Data: []byte(spans)}, "a.objects": {Data: []byte("1 Person 1")}}
		_, err := ReadFacts(folder, AllFacts)
		if e, bad := err.(*news.Error); !bad || !strings.Contains(e.Words, words) || e.Mend == "" {
			t.Errorf("%q: %v, want one with %q", spans, err, words)
		}
	}
	if _, err := ReadFacts(fstest.MapFS{"a.spans": {Data: []byte("1 name 0 1")}}, AllFacts); err == nil {
		t.Error("a document without its text is read")
	}
}
