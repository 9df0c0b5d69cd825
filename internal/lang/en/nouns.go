package en

import (
	"slices"
	"strings"
)

// Noun is a reporting noun: "the claim that", "his promise to", "calls for".
type Noun struct {
	Word         string
	Frames       Frame    // That, To
	Prepositions []string // that lead to what was said: "calls for"
	Stance       Stance
}

// Nouns are the reporting nouns.
func Nouns() []Noun {
	var nouns []Noun
	for _, list := range []struct {
		frames Frame
		stance Stance
		words  []string
	}{
		{That, "", []string{"claim", "claims", "statement", "statements", "assertion", "assertions", "argument", "arguments", "announcement", "comment", "comments",
			"remark", "remarks", "allegation", "allegations", "accusation", "accusations", "contention", "declaration", "acknowledgment", "acknowledgement",
			"admission", "insistence", "conclusion", "complaint", "complaints", "warning", "warnings", "belief", "view", "opinion", "promise", "pledge",
			"prediction", "predictions", "assurance", "assurances", "observation", "finding", "findings", "revelation", "explanation", "testimony", "boast", "rumor", "rumors",
			"rumour", "rumours", "notion", "idea", "report", "reports", "message", "information", "news", "charge", "charges", "concern", "concerns", "fear", "fears", "hope", "hopes"}},
		{That, "hedges", []string{"suggestion", "suggestions", "speculation", "hint", "suspicion", "suspicions"}},
		{That, "denies", []string{"denial", "denials"}},
	} {
		for _, w := range list.words {
			nouns = append(nouns, Noun{Word: w, Frames: list.frames, Stance: list.stance})
		}
	}
	for _, list := range []struct {
		prepositions string
		words        []string
	}{
		{"to", []string{"promise", "promises", "pledge", "pledges", "vow", "vows", "call", "calls", "threat", "threats", "refusal", "proposal"}},
		{"for", []string{"call", "calls", "demand", "demands", "proposal", "apology"}},
		{"of", []string{"criticism", "accusation", "accusations", "condemnation", "denunciation", "critique"}},
	} {
		for _, w := range list.words {
			i := slices.IndexFunc(nouns, func(n Noun) bool { return n.Word == w })
			if i < 0 {
				i, nouns = len(nouns), append(nouns, Noun{Word: w})
			}
			nouns[i].Prepositions = append(nouns[i].Prepositions, strings.Fields(list.prepositions)...)
		}
	}
	return nouns
}
