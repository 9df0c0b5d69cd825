package en

// Noun is a reporting noun: "the claim that", "his promise to", "calls for".
type Noun struct {
	Word   string
	Frames Frame
	Stance Stance
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
	return nouns
}
