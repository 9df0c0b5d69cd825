package eval

import (
	"bytes"
	"strings"
	"testing"
)

const somePairs = `{"a":"Ada Brull","b":"ADA BRULL","match":true,"type":"Person","id":"x"}
{"a":"Ada Brull","b":"ada moss","match":false,"type":"Person"}
{"a":"Brull","b":"Ada Moss","match":true,"kind":"person"}
`

// sameOpening takes names of one first letter for one.
func sameOpening(p NamePair) JudgedPair {
	same := strings.EqualFold(p.A[:1], p.B[:1])
	return JudgedPair{NamePair: p, Suggested: same, Confirmed: strings.EqualFold(p.A, p.B), Decision: "likely"}
}

func TestPairs(t *testing.T) {
	pairs, err := NamePairs(strings.NewReader(somePairs), "pairs")
	if err != nil {
		t.Fatal(err)
	}
	f := FiguresOfNames(Judge(pairs, sameOpening), nil)
	if f.Pairs != 3 || f.Matches != 2 || f.Suggested.P != 0.5 || f.Suggested.R != 0.5 || f.Confirmed.P != 1 {
		t.Errorf("%+v", f)
	}
	var out bytes.Buffer
	if err := WriteJudged(&out, Judge(pairs[:1], sameOpening)); err != nil {
		t.Fatal(err)
	}
	if want := `{"a":"Ada Brull","b":"ADA BRULL","score":0,"match":true,"decision":"likely"}`; strings.TrimSpace(out.String()) != want {
		t.Errorf("%s", out.String())
	}
}

func TestHalvesDoNotDependOnTheOrderOfAPair(t *testing.T) {
	a, b := NamePair{A: "Ada", B: "Bea"}, NamePair{A: "Bea", B: "Ada"}
	if a.Tuning() != b.Tuning() {
		t.Error("one pair in both halves")
	}
}

// TestRetrieve asks two Latin names against three Cyrillic ones; the matcher
// knows the one whose first letter it can read.
func TestRetrieve(t *testing.T) {
	pairs := []NamePair{
		{A: "Tam", B: "Там", Match: true, Group: "1"},
		{A: "Kem", B: "Кем", Match: true, Group: "2"},
		{A: "Kem", B: "Кэм", Match: true, Group: "2"},
		{A: "Tam", B: "Кем", Match: false},
	}
	r := Retrieve(pairs, func(p NamePair) JudgedPair {
		if p.A == "Kem" && p.B == "Кэм" {
			return JudgedPair{Score: 1}
		}
		if p.A == "Tam" && p.B == "Кем" {
			return JudgedPair{Score: 0.5}
		}
		return JudgedPair{}
	}, nil)
	if want := (Retrieval{Queries: 2, Pool: 3, First: 0.5, RecallAt99: 0.5}); r != want {
		t.Errorf("%+v, want %+v", r, want)
	}
}
