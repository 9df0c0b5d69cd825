package en

import (
	_ "embed"
	"strings"
)

// Frame is a set of ways in which a cue stands with what was said.
type Frame uint32

const (
	That   Frame = 1 << iota // "argued that the bridge is closed"
	Bare                     // "argued the bridge is closed"
	Wh                       // "asked whether the bridge is closed"
	Quoted                   // before or around a quotation
	After                    // "The bridge is closed, she argued"
	Person                   // an object between: "told reporters that"
	To                       // "promised to open it"
	Object                   // "criticised the plan"
	Plain                    // whatever follows is what was said: "said a few words"
	State                    // behind "be": "is convinced that"
	Claims                   // denies the claim that is its object: "rejected the claim that"
	Thing                    // its object is said only by things: "polls show a lead"
	Tree                     // only a verb with somebody for its subject by the parser
	Matter                   // what the parser has for its object is what was said: "explained the delay"
	Source                   // its object speaks in a clause of its own: "cites its source, who said"
)

// Stances that change how a cue is read.
const (
	Asks     Stance = "asks"
	Declines Stance = "declines"
	Denies   Stance = "denies"
)

// Stance is the polarity a cue gives what it reports; "" is assertion.
type Stance string

// Verb is a reporting verb: its forms, the particle behind it ("point out"), the
// prepositions that may lead to what was said, and its frames.
type Verb struct {
	Lemma                           string
	Third, Past, Participle, Gerund string
	Particle                        string
	NounLike                        bool // its base and -s forms are mostly nouns
	Frames                          Frame
	Prepositions                    []string
	Stance                          Stance
}

// Verbs are the reporting verbs of cues.txt, in its order.
func Verbs() []Verb {
	var verbs []Verb
	var head Verb
	for line := range strings.Lines(cuesText) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			head = parseHead(strings.Trim(line, "[]"))
		default:
			for _, word := range strings.Fields(line) {
				verbs = append(verbs, parseVerb(head, word))
			}
		}
	}
	return verbs
}

//go:embed cues.txt
var cuesText string

var frameNames = map[string]Frame{"that": That, "bare": Bare, "wh": Wh, "quote": Quoted, "after": After, "person": Person, "to": To,
	"object": Object, "plain": Plain, "state": State, "claims": Claims, "source": Source, "thing": Thing, "tree": Tree, "matter": Matter}

func parseHead(head string) (v Verb) {
	for _, word := range strings.Fields(head) {
		if stance, ok := strings.CutPrefix(word, "="); ok {
			v.Stance = Stance(stance)
		} else if f, ok := frameNames[word]; ok {
			v.Frames |= f
		} else {
			v.Prepositions = append(v.Prepositions, word)
		}
	}
	return v
}

// parseVerb reads one entry: base, base+particle, and after slashes the forms
// that are not regular: past, participle, gerund.
func parseVerb(head Verb, entry string) Verb {
	v := head
	forms := strings.Split(entry, "/")
	v.Lemma, v.Particle, _ = strings.Cut(forms[0], "+")
	v.Lemma, v.NounLike = strings.CutSuffix(v.Lemma, "!")
	v.Third, v.Past, v.Gerund = third(v.Lemma), past(v.Lemma), gerund(v.Lemma)
	if len(forms) > 1 {
		v.Past = forms[1]
	}
	v.Participle = v.Past
	if len(forms) > 2 {
		v.Participle = forms[2]
	}
	if len(forms) > 3 {
		v.Gerund = forms[3]
	}
	return v
}

func third(base string) string {
	switch {
	case endsIn(base, "s", "sh", "ch", "x", "z", "o"):
		return base + "es"
	case consonantY(base):
		return base[:len(base)-1] + "ies"
	}
	return base + "s"
}

func past(base string) string {
	switch {
	case endsIn(base, "e"):
		return base + "d"
	case consonantY(base):
		return base[:len(base)-1] + "ied"
	}
	return base + "ed"
}

func gerund(base string) string {
	if endsIn(base, "e") && !endsIn(base, "ee", "oe", "ye") {
		return base[:len(base)-1] + "ing"
	}
	return base + "ing"
}

func consonantY(base string) bool {
	n := len(base)
	return n > 1 && base[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(base[n-2]))
}

func endsIn(s string, tails ...string) bool {
	for _, t := range tails {
		if strings.HasSuffix(s, t) {
			return true
		}
	}
	return false
}
