package en

import (
	_ "embed"
	"strings"
)

// StanceWord is an entry of stances.txt.
type StanceWord struct {
	Kind     string   // "verb", "verdict", …: what its section's head says
	Frames   []string // of a verb
	Relation string   // "" where the head names none
	Words    []string // as they stand; of a verb those behind its first
	Verb     Verb     // of the kinds "verb", "split" and "calls"
}

//go:embed stances.txt
var stancesText string

// Stances are the entries of stances.txt, in its order.
func Stances() []StanceWord {
	var out []StanceWord
	var head StanceWord
	for line := range strings.Lines(stancesText) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			head = stanceHead(strings.Trim(line, "[]"))
		default:
			for _, entry := range strings.Fields(line) {
				out = append(out, stanceWord(head, entry))
			}
		}
	}
	return out
}

func stanceHead(head string) (w StanceWord) {
	for i, word := range strings.Fields(head) {
		if relation, ok := strings.CutPrefix(word, "="); ok {
			w.Relation = relation
		} else if i == 0 {
			w.Kind = word
		} else {
			w.Frames = append(w.Frames, word)
		}
	}
	return w
}

func stanceWord(head StanceWord, entry string) StanceWord {
	w := head
	if w.Kind != "verb" && w.Kind != "calls" && w.Kind != "split" {
		w.Words = strings.Split(entry, "+")
		return w
	}
	w.Verb = parseVerb(Verb{}, entry)
	if w.Verb.Particle != "" {
		w.Words = strings.Split(w.Verb.Particle, "+")
	}
	return w
}
