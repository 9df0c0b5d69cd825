package eval

import (
	"strings"
	"testing"
)

func TestJudgeDenials(t *testing.T) {
	const text = "Korva denied that the bridge had sunk. The bridge was denied a licence."
	at := func(words string) [2]int {
		i := strings.Index(text, words)
		return [2]int{i, i + len(words)}
	}
	holder := at("Korva")
	cases := []DenialCase{
		{Article: "one", Whole: true},
		{Article: "one", Relation: "denies", Cue: at("denied"), Holder: &holder, Of: [][2]int{at("the bridge had sunk")}},
		{Article: "one", Relation: NoStance, Cue: at("was denied")},
	}
	right := Told{Relation: "denies", Cue: at("denied"), Holder: &holder, Of: [][2]int{at("that the bridge had sunk")}}
	other := Told{Relation: "denies", Cue: at("denied"), Of: [][2]int{at("a licence")}}
	nobody := Told{Relation: "doubts", Cue: at("denied"), Of: right.Of}
	wrong := Told{Relation: "denies", Cue: at("was denied"), Of: [][2]int{at("a licence")}}
	for _, c := range []struct {
		name                   string
		told                   []Told
		recall, precision      float64
		seen, found, held, bad int
	}{
		{"right", []Told{right}, 1, 1, 1, 1, 1, 0},
		{"about other words", []Told{other}, 0, 0, 1, 0, 0, 1},
		{"of another relation and holder", []Told{nobody}, 0, 0, 1, 1, 0, 0},
		{"right, and one that is none", []Told{right, wrong}, 1, 0.5, 1, 1, 1, 1},
		{"nothing", nil, 0, 0, 0, 0, 0, 0},
	} {
		d := JudgeDenials(cases, func(string) string { return text }, func(string) []Told { return c.told })
		r := d.Cases["denies"]
		if d.Recall() != c.recall || d.Precision() != c.precision || r.Seen != c.seen || r.Found != c.found || r.Held != c.held || d.Wrong != c.bad {
			t.Errorf("%s: recall %v, precision %v, %+v, %d wrong", c.name, d.Recall(), d.Precision(), *r, d.Wrong)
		}
	}
}

func TestAnythingIsWrongInAnArticleReadWholeWithoutCases(t *testing.T) {
	told := []Told{{Relation: "denies", Cue: [2]int{0, 5}, Of: [][2]int{{6, 12}}}}
	d := JudgeDenials([]DenialCase{{Article: "one", Whole: true}}, func(string) string { return "Korva denied it." }, func(string) []Told { return told })
	if d.Wrong != 1 || d.Right != 0 || d.Faults[0].Article != "one" {
		t.Errorf("%d wrong, %d right, faults %+v", d.Wrong, d.Right, d.Faults)
	}
}

func TestHalvesHoldWholeArticles(t *testing.T) {
	cases := []DenialCase{{Article: "one"}, {Article: "two"}, {Article: "one", Relation: NoStance}}
	a, b := OfHalf(cases, "a"), OfHalf(cases, "b")
	if len(a)+len(b) != len(cases) || len(OfHalf(cases, "")) != len(cases) {
		t.Errorf("%d and %d of %d", len(a), len(b), len(cases))
	}
	for _, c := range a {
		if Half(c.Article) != "a" {
			t.Errorf("%s stands in half a", c.Article)
		}
	}
}
