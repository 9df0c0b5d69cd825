package eval

import (
	"bytes"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

// twoDocuments is in the form of Universal NER: each token's number, word and tag.
const twoDocuments = "# newdoc id = a\n# text = Ana Brull left Orlana .\n1\tAna\tB-PER\n2\tBrull\tI-PER\n3\tleft\tO\n4\tOrlana\tB-LOC\n5\t.\tO\n\n" +
	"# text = Ana sang .\n1\tAna\tB-PER\n2\tsang\tO\n3\t.\tO\n\n# newdoc id = b\n# text = The Fog Board met Norlandians.\n1\tThe\tO\n2\tFog\tB-ORG\n3\tBoard\tI-ORG\n4\tmet\tB-O\n5\tNorlandians\tB-OTH\n6\t.\tO\n"

func TestReadMarked(t *testing.T) {
	docs, err := ReadMarked(strings.NewReader(twoDocuments), "made-up")
	if err != nil || len(docs) != 2 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	var got []string
	for _, d := range docs {
		got = append(got, d.ID+": "+d.Text)
		for _, m := range d.Marks {
			got = append(got, string(m.Kind)+" "+m.Of(d.Text))
		}
	}
	want := []string{"a: Ana Brull left Orlana .\nAna sang .", "person Ana Brull", "place Orlana", "person Ana", "b: The Fog Board met Norlandians.", "organisation Fog Board", " Norlandians"}
	if !equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
	if s := docs[0].Sentences; len(s) != 2 || s[1].Of(docs[0].Text) != "Ana sang ." {
		t.Errorf("sentences %v", s)
	}
}

func TestReadMarkedNamesTheBadLine(t *testing.T) {
	for words, file := range map[string]string{
		"line 1: a sentence before":          "# text = Fog.",
		"line 3: 2 columns":                  "# newdoc id = a\n# text = Fog.\n1\tFog",
		`line 3: the sentence does not hold`: "# newdoc id = a\n# text = Fog.\n1\tDog\tO",
	} {
		if _, err := ReadMarked(strings.NewReader(file), "made-up"); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%q gives %v", file, err)
		}
	}
}

func TestCountMentions(t *testing.T) {
	docs, err := ReadMarked(strings.NewReader(twoDocuments), "made-up")
	if err != nil {
		t.Fatal(err)
	}
	found := []Mark{{news.Span{Start: 0, End: 9}, news.Person}, {news.Span{Start: 15, End: 21}, news.Organisation}, {news.Span{Start: 10, End: 14}, news.Place}, {news.Span{Start: 24, End: 27}, news.Group}}
	if got, want := CountMentions(docs[0], found, ""), (Mentions{Gold: 3, Found: 3, Spans: 2, Right: 1}); got != want {
		t.Errorf("counted %+v, want %+v", got, want)
	}
	if got, want := CountMentions(docs[0], found, news.Person), (Mentions{Gold: 2, Found: 1, Spans: 1, Right: 1}); got != want {
		t.Errorf("people counted %+v, want %+v", got, want)
	}
	want := []string{
		"missed place, found as organisation: Ana Brull left [Orlana] . / Ana sang .",
		"missed person, found as group: Ana Brull left Orlana . / [Ana] sang .",
		"extra place: Ana Brull [left] Orlana . / Ana sang .",
	}
	if got := Differences(docs[0], found); !equal(got, want) {
		t.Errorf("differences %q, want %q", got, want)
	}
}

func FuzzMarked(f *testing.F) {
	f.Add([]byte(twoDocuments))
	f.Add([]byte("# newdoc id = a\n# text = \xff\n1\t\xff\tI-PER\n2\t\tB-LOC"))
	f.Fuzz(func(t *testing.T, file []byte) {
		docs, err := ReadMarked(bytes.NewReader(file), "fuzz")
		if err != nil {
			return
		}
		for _, d := range docs {
			m := CountMentions(d, d.Marks, "")
			if m.Right > m.Gold || m.Spans > m.Found {
				t.Fatalf("%+v", m)
			}
			for _, k := range d.Marks {
				if k.Start < 0 || k.End < k.Start || k.End > len(d.Text) {
					t.Fatalf("mark %v in %d bytes", k, len(d.Text))
				}
			}
			Differences(d, nil)
		}
	})
}
