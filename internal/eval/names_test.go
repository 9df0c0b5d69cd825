package eval

import "testing"

// The wanted lines are those of the project's reference script (Python).
func TestResolvedNamesAgreeWithTheReference(t *testing.T) {
	gold, pred := documents(t, "testdata/names_gold.jsonl"), documents(t, "testdata/names_predictions.jsonl")
	all := ResolvedNames(gold, pred)
	if got, want := all.String(), "gold 6 predicted 6 content matched 5 with speaker 4  P 66.7 R 66.7 F1 66.7"; got != want {
		t.Errorf("all: %s, want %s", got, want)
	}
	if got, want := ResolvedNames(gold, pred, "depot").String(), "gold 5 predicted 6 content matched 5 with speaker 4  P 66.7 R 80.0 F1 72.7"; got != want {
		t.Errorf("one text: %s, want %s", got, want)
	}
	want := []string{"wrong speaker: Iouri Shcherba <> Zhanna Tsoi", "extra: Zhanna Tsoi | asked him", "missed: Ede Orm | Rain"}
	if !equal(all.Wrong(), want) {
		t.Errorf("wrong ones: %q, want %q", all.Wrong(), want)
	}
}

func TestNamesAgree(t *testing.T) {
	for _, c := range []struct {
		gold, pred string
		want       bool
	}{
		{"Ilya Zhukhov", "Ilia Zhukhov", true},
		{"Zhukhov", "Jukhov", true},
		{"Tsoi", "Coi", true},
		{"Olena Kravets", "Kravec", true},
		{"Olena Kravets", "Kravecs", true}, // one letter off in a long word
		{"Olena Kravets", "Kravetz", false},
		{"Ede Orm", "Ada Orn", false}, // short words must be the same
		{"the mayor of Dolna", "mayor", false},
		{"the mayor of Dolna", "Dolna's mayor", true}, // two words shared
		{"José Marín", "Jose Marin", true},
		{"Ferry Post’s source", "the source of the Ferry Post", true},
		{"", "", true},
		{"", "somebody", false},
		{"Лада", "", true}, // letters of other scripts fall away
	} {
		if got := namesAgree(c.gold, c.pred); got != c.want {
			t.Errorf("%q, %q: %v", c.gold, c.pred, got)
		}
	}
}
