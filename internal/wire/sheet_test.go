package wire

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNoCellOfASheetIsAFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row := rapid.SliceOfN(rapid.StringMatching(`[-=+@＝＋－＠"',;\t\n a1]{0,4}`), 2, 6).Draw(t, "row")
		var b strings.Builder
		s := NewSheet(&b)
		if err := s.Write(row); err != nil {
			t.Fatal(err)
		}
		if err := s.Flush(); err != nil {
			t.Fatal(err)
		}
		read, err := csv.NewReader(strings.NewReader(b.String())).Read()
		if err != nil {
			t.Fatal(err)
		}
		for i, cell := range read {
			if cell == "" {
				continue
			}
			if first := []rune(cell)[0]; slices.Contains([]rune("=+-@\t\n＝＋－＠"), first) {
				t.Errorf("%q is written as %q", row[i], cell)
			}
			if cell != row[i] && cell != "'"+row[i] {
				t.Errorf("%q is written as %q", row[i], cell)
			}
		}
	})
}

func TestPlainWordsOfASheetStandAsTheyAre(t *testing.T) {
	for cell, want := range map[string]string{"": "", "“=1” he said": "“=1” he said", "'=1": "'=1", "12": "12", "a=b": "a=b", " =1": " =1", "=1": "'=1", "@mill": "'@mill", "－1": "'－1"} {
		var b strings.Builder
		s := NewSheet(&b)
		if err := s.Write([]string{"id", cell}); err != nil {
			t.Fatal(err)
		}
		s.Flush()
		if read, err := csv.NewReader(strings.NewReader(b.String())).Read(); err != nil || read[1] != want {
			t.Errorf("%q is read as %q, %v", cell, read, err)
		}
	}
}
