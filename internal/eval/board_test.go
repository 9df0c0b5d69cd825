package eval

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hearsay-engine/hearsay/news"
)

// smallData is a data folder of the invented gold under every set's name.
func smallData(t *testing.T) fstest.MapFS {
	t.Helper()
	gold, err := os.ReadFile("testdata/gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	data := fstest.MapFS{}
	for _, s := range Sets {
		data[s.Path] = &fstest.MapFile{Data: gold}
	}
	data[seedsPath] = &fstest.MapFile{Data: []byte(`{"id":"a","text":"Fog, Ana Brull said.","body":[0,20],"boilerplate":[],"statements":[{"speaker_name":"Ana Brull","content":[{"start":0,"end":3,"text":"Fog"}]}]}`)}
	data[markedPath] = &fstest.MapFile{Data: []byte("# newdoc id = a\n# text = Ana Brull left Orlana.\n1\tAna\tB-PER\n2\tBrull\tI-PER\n3\tleft\tO\n4\tOrlana\tB-LOC\n5\t.\tO\n")}
	for ending, words := range oneFact {
		data[factsPath+"/a"+ending] = &fstest.MapFile{Data: []byte(words)}
	}
	data[linesPath] = &fstest.MapFile{Data: []byte(`{"page":"a","lines":["Fog","VIEWS"],"keep":[1,0]}`)}
	data[bodiesPath+"/ground-truth.json"] = &fstest.MapFile{Data: []byte(`{"a":{"articleBody":"Fog"}}`)}
	data[bodiesPath+"/html/a.html.gz"] = &fstest.MapFile{Data: packed("Fog")}
	return data
}

// oneStatement finds the first word of every text, said by nobody.
func oneStatement(b news.Blob) (*news.Article, error) {
	a, err := keepWithout(b)
	if err == nil && strings.HasPrefix(a.Text, "Fog,") {
		a.Statements = []news.Statement{{SpeakerName: "Brull", Content: []news.Span{{Start: 0, End: 3}}, Within: news.Outermost}}
	}
	return a, err
}

var invented = Engine{Read: oneStatement, Names: firstWords, Russian: firstWords}

// firstWords finds a person in the first nine bytes of every text.
func firstWords(text string) []Mark {
	return []Mark{{news.Span{Start: 0, End: 9}, news.Person}, {news.Span{Start: 15, End: 21}, news.Organisation}}
}

func TestBoard(t *testing.T) {
	var told []string
	b, err := ReadBoard(smallData(t), invented, 20, func(set string) { told = append(told, set) })
	if err != nil {
		t.Fatal(err)
	}
	var page bytes.Buffer
	if err := b.Markdown(&page); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"| PolNeAR dev, speech, outermost | en | end-to-end F1 | 0.0 | 0.0-0.0 |",
		"| seeds, resolved names, together | en | F1 | 100.0 | |",
		"| Zyte pages as bare lines | en | kept lines' words, mean F1 | 100.0 | |",
		"| UNER EWT dev, names of the right kind | en | F1 | 50.0 | |",
		"| all | 2 | 2 | 50.0 | 50.0 | 50.0 | 100.0 |",
		"## German Wikinews dev, outermost (de, 7 documents)",
		"| all | 21 | 0 | 0.0 | 0.0 | 0.0 | 0.0 | 0.0-0.0 | – | – |",
		"| text 1 | 1 | 1 | 1 | 1 | 100.0 | 100.0 | 100.0 |",
	} {
		if !strings.Contains(page.String(), want+"\n") {
			t.Errorf("no line %q in\n%s", want, page.String())
		}
	}
	if len(told) != len(Sets)+5 {
		t.Errorf("told of %q", told)
	}
}

func TestFloors(t *testing.T) {
	b, err := ReadBoard(smallData(t), invented, 0, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	floors, err := ReadFloors(strings.NewReader(`{"seeds-names/together":100,"zyte-bodies/f1":99.9,"polnear-dev-all/all":0.1,"german-dev/mixed":0,"moon/all":1}`), "floors")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"moon/all: no such figure is measured", "polnear-dev-all/all: 0.0, below the floor of 0.1"}
	if got := floors.Fallen(b.Measured()); !equal(got, want) {
		t.Errorf("fallen: %q, want %q", got, want)
	}
}

// The floors kept beside the scoreboard all name figures that are measured.
func TestFloorsNameFigures(t *testing.T) {
	f, err := os.Open("../../eval/floors.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	floors, err := ReadFloors(f, "floors.json")
	if err != nil {
		t.Fatal(err)
	}
	b, err := ReadBoard(smallData(t), invented, 0, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	b.Denials = &Denials{Cases: map[string]*DenialRate{}}
	names := &NameBoard{}
	for _, s := range NameSets {
		names.Sets = append(names.Sets, ScoredNames{NameSet: s})
	}
	fallen := append(floors.Section("").Fallen(b.Measured()), floors.Section("names").Fallen(names.Measured())...)
	for _, line := range fallen {
		if strings.Contains(line, "no such figure") {
			t.Error(line)
		}
	}
}

func TestMissingDataIsNamed(t *testing.T) {
	data := smallData(t)
	delete(data, linesPath)
	delete(data, "attribution/polnear/dev.jsonl")
	_, err := ReadBoard(data, invented, 0, func(string) {})
	want := "--data: the folder does not hold extraction/zyte_lines.jsonl, attribution/polnear/dev.jsonl (name the folder that holds attribution, extraction and ner)"
	if err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
	if _, err := ReadBoard(os.DirFS("testdata"), invented, 0, func(string) {}); news.FaultOf(err) != news.NotFound {
		t.Errorf("an empty folder: %v", err)
	}
}

// A text that the engine refuses or changes is told of and counts as empty.
func TestRefusedTexts(t *testing.T) {
	gold := []Document{{ID: "a", Text: "refuse"}, {ID: "b", Text: "fine"}, {ID: "c", Text: "changed"}}
	found, refused := Predict(gold, func(b news.Blob) (*news.Article, error) {
		if b.ID == "c" {
			return &news.Article{ID: "c", Text: "changes"}, nil
		}
		return keepWithout(b)
	})
	if len(found) != 1 || found[0].ID != "b" || len(refused) != 2 {
		t.Errorf("found %v, refused %v", found, refused)
	}
}
