package ner

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// lessons are invented: names stand behind "near" and before "said".
func lessons() []Lesson {
	var out []Lesson
	for _, s := range []string{
		"{Orla Benn|p} said no .", "They live near {Tolva|l} .", "Then {Karl Moss|p} said that rain fell near {Lower Halm|l} .", "The ferry sank near {Orla|l} .",
		"{Jana Orlan|p} said so .", "Nothing was near .", "The {Union of Towns|o} met near {Norberg|l} .", "The {Union of Lakes|o} agreed .",
	} {
		plain, want := marked(s)
		l := Lesson{Document: document(plain)}
		for _, w := range want {
			_, rest, _ := strings.Cut(w, " ")
			words, kind := rest[:len(rest)-2], Kind(rest[len(rest)-1]-'0')
			from := strings.Count(plain[:strings.Index(plain, words)], " ")
			l.Names = append(l.Names, Name{from, from + len(strings.Fields(words)), kind})
		}
		out = append(out, l)
	}
	return out
}

func training() Training {
	return Training{Rounds: 5, Seeds: []uint64{1, 2}, Margin: 10, Miss: 10, Often: 1, Features: 5000, Plain: 2, PlainPurity: 10, Hidden: 50,
		Clusters: map[string]uint16{"orla": 3, "jana": 3, "karl": 4}, Log: func(string, ...any) {}}
}

func TestTrainedModelFindsItsLessons(t *testing.T) {
	m := Train(lessons(), training())
	for _, l := range lessons() {
		if got, _ := m.Find(l.Document); !slices.Equal(got, l.Names) {
			t.Errorf("%s: found %v, want %v", l.Text, got, l.Names)
		}
	}
}

func TestTrainingIsReproduced(t *testing.T) {
	a, b := Train(lessons(), training()).Encode(), Train(lessons(), training()).Encode()
	if !bytes.Equal(a, b) {
		t.Error("the same lessons gave another model")
	}
}

func TestEncodedModelIsTheSame(t *testing.T) {
	m := Train(lessons(), training())
	file := m.Encode()
	again, err := Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again.Encode(), file) || again.turns != m.turns || again.margin != m.margin {
		t.Error("decoded and encoded again it is another")
	}
	for _, l := range lessons() {
		a, _ := m.Find(l.Document)
		b, _ := again.Find(l.Document)
		if !slices.Equal(a, b) {
			t.Errorf("%s: %v before, %v after", l.Text, a, b)
		}
	}
}

func TestDamagedModelsAreRefused(t *testing.T) {
	file := Train(lessons(), training()).Encode()
	for _, bad := range [][]byte{nil, []byte(signature), file[:len(file)-1], append(slices.Clone(file), 0), bytes.Replace(file, []byte("model 1"), []byte("model 9"), 1)} {
		if _, err := Decode(bad); err == nil {
			t.Errorf("%d bytes are taken for a model", len(bad))
		}
	}
}

// Every feature put into a table is found with its row, and the sums of rows are
// those of their bytes.
func TestRowsSumUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row := rapid.SliceOfN(rapid.IntRange(-largest, largest), labels-1, labels-1)
		weights := rapid.MapOf(rapid.Uint64(), row).Draw(t, "weights")
		var all []laid
		var features []uint64
		marks := map[uint32]bool{}
		var want scores
		for _, f := range sortedKeys(weights) {
			if marks[markOf(f)] {
				continue // two features of one mark are one to the table
			}
			marks[markOf(f)] = true
			w := laid{feature: f}
			for i, x := range weights[f] {
				w.row[i] = byte(x + bias)
				want[i+1] += int32(x)
			}
			all, features = append(all, w), append(features, f)
		}
		table := newRows(all)
		var whole, rest sum
		half := len(features) / 2
		whole.add(&table, features[:half], new(probes))
		rest.add(&table, features[half:], new(probes))
		whole.join(&rest)
		var got scores
		if whole.scores(&got); got != want {
			t.Fatalf("sums %v, want %v", got, want)
		}
	})
}

func sortedKeys(m map[uint64][]int) []uint64 {
	var out []uint64
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out[:min(len(out), maxFeatures)]
}

func FuzzDecode(f *testing.F) {
	few := training()
	few.Features, few.Clusters = 30, nil
	file := Train(lessons(), few).Encode()
	f.Add(file)
	f.Add(file[:len(file)/2])
	f.Add([]byte(signature))
	d := document("Orla Benn said that rain fell near Lower Halm .")
	f.Fuzz(func(t *testing.T, file []byte) {
		if m, err := Decode(file); err == nil {
			checkFound(t, m, d)
		}
	})
}
