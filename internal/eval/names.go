package eval

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
)

// Names is how many statements were found with the right resolved speaker.
type Names struct {
	Gold      int `json:"gold"`
	Predicted int `json:"predicted"`
	Matched   int `json:"matched"` // content found
	Right     int `json:"right"`   // and its speaker's name agrees
	wrong     []string
}

// PRF gives precision, recall and F1 of statements with the right name.
func (n Names) PRF() PRF {
	return prf(float64(n.Right), float64(n.Predicted), float64(n.Right), float64(n.Gold))
}

// String gives the figures as the script prints them.
func (n Names) String() string {
	x := n.PRF()
	return fmt.Sprintf("gold %d predicted %d content matched %d with speaker %d  P %.1f R %.1f F1 %.1f",
		n.Gold, n.Predicted, n.Matched, n.Right, 100*x.P, 100*x.R, 100*x.F1)
}

// Wrong lists every error, one line each.
func (n Names) Wrong() []string { return n.wrong }

func (n Names) plus(o Names) Names {
	return Names{n.Gold + o.Gold, n.Predicted + o.Predicted, n.Matched + o.Matched, n.Right + o.Right, append(n.wrong, o.wrong...)}
}

// ResolvedNames judges the speakers' resolved names of the gold documents whose
// id begins with one of the prefixes, of all without prefixes. Predictions are
// found by the last element of their id's path. Contents are aligned greedily,
// best first.
func ResolvedNames(gold, pred []Document, prefixes ...string) Names {
	byID := map[string]Document{}
	for _, p := range pred {
		byID[path.Base(p.ID)] = p
	}
	var sum Names
	for _, g := range gold {
		if len(prefixes) == 0 || slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(g.ID, p) }) {
			sum = sum.plus(namesIn(g, byID[g.ID]))
		}
	}
	return sum
}

type candidate struct {
	dice float64
	pair
}

func namesIn(gold, pred Document) Names {
	var found []*Statement
	for i := range pred.Statements {
		if s := &pred.Statements[i]; s.Voice != "outlet" {
			found = append(found, s)
		}
	}
	sum := Names{Gold: len(gold.Statements), Predicted: len(found)}
	usedGold, usedPred := make([]bool, len(gold.Statements)), make([]bool, len(found))
	for _, c := range nameCandidates(gold.Statements, found) {
		if usedGold[c.gold] || usedPred[c.pred] {
			continue
		}
		usedGold[c.gold], usedPred[c.pred] = true, true
		sum.Matched++
		if g, name := &gold.Statements[c.gold], resolvedName(found[c.pred]); g.accepts(name) {
			sum.Right++
		} else {
			sum.wrong = append(sum.wrong, "wrong speaker: "+g.SpeakerName+" <> "+name)
		}
	}
	for i, used := range usedGold {
		if !used {
			sum.wrong = append(sum.wrong, "missed: "+opening(&gold.Statements[i]))
		}
	}
	for j, used := range usedPred {
		if !used {
			sum.wrong = append(sum.wrong, "extra: "+opening(found[j]))
		}
	}
	return sum
}

// nameCandidates lists pairs whose contents are alike enough, best first.
func nameCandidates(gold []Statement, found []*Statement) []candidate {
	bags := make([]map[string]int, len(found))
	for j, s := range found {
		bags[j] = contentWords(s)
	}
	var out []candidate
	for i := range gold {
		bag := contentWords(&gold[i])
		for j := range found {
			if d := bagDice(bag, bags[j]); d >= DefaultThreshold {
				out = append(out, candidate{d, pair{i, j}})
			}
		}
	}
	slices.SortFunc(out, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.dice, a.dice), cmp.Compare(b.gold, a.gold), cmp.Compare(b.pred, a.pred))
	})
	return out
}

// contentWords counts the words of a statement's content.
func contentWords(s *Statement) map[string]int {
	bag := map[string]int{}
	for _, c := range s.Content {
		for _, w := range wordsOf(strings.ToLower(c.Text)) {
			bag[w]++
		}
	}
	return bag
}

func bagDice(a, b map[string]int) float64 {
	shared, total := 0, 0
	for w, n := range a {
		shared += min(n, b[w])
		total += n
	}
	for _, n := range b {
		total += n
	}
	return ratio(2*float64(shared), float64(total))
}

// resolvedName is the name a prediction gives its speaker.
func resolvedName(s *Statement) string {
	switch {
	case s.SpeakerName != "":
		return s.SpeakerName
	case s.Speaker == nil:
		return ""
	case s.Speaker.Name != "":
		return s.Speaker.Name
	}
	return s.Speaker.Text
}

func (s *Statement) accepts(name string) bool {
	return namesAgree(s.SpeakerName, name) || slices.ContainsFunc(s.Accept, func(n string) bool { return namesAgree(n, name) })
}

// opening is a statement's speaker and the first words of its content.
func opening(s *Statement) string {
	if len(s.Content) == 0 {
		return resolvedName(s) + " |"
	}
	first := []rune(s.Content[0].Text)
	return resolvedName(s) + " | " + string(first[:min(80, len(first))])
}
