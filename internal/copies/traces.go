package copies

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// traceWeights are those of what editing leaves behind.
var traceWeights = map[string]float64{
	RuleKeepsOutlet: weightKeeps,
	RuleLosesOutlet: weightLoses,
	RuleBreaksOff:   weightBreaks,
	RuleLostLink:    weightLost,
}

// traces are what editing has left in text of its coming from origin, each
// rule once.
func traces(text, origin Side, passages []Passage) []news.Reason {
	var out []news.Reason
	add := func(rule, words string) {
		for _, r := range out {
			if r.Rule == rule {
				return
			}
		}
		out = append(out, news.Reason{Rule: rule, Words: words})
	}
	for _, p := range passages {
		was, is := p.A.Of(origin.Full), p.B.Of(text.Full)
		switch kept, lost := nameIn(is, origin.Outlet), nameIn(was, origin.Outlet); {
		case kept != "" && lost != "" && nameIn(is, text.Outlet) == "":
			add(RuleKeepsOutlet, kept)
		case lost != "" && kept == "" && somebodyOf(is) != "" && somebodyOf(was) == "":
			add(RuleLosesOutlet, somebodyOf(is))
		}
		if breaksOff(text.Full, p.B.End) && goesOn(origin.Full, p.A.End) {
			add(RuleBreaksOff, lastWords(is))
		}
	}
	if words, ok := text.lostLink(); ok {
		if _, both := origin.lostLink(); !both {
			add(RuleLostLink, words)
		}
	}
	return out
}

// leastOutlet is the fewest bytes of an outlet's name that is looked for in
// what both texts say: a shorter one may be a word.
const leastOutlet = 5

// nameIn is the words in which one of the outlets is named, whole, in a text.
func nameIn(text string, outlets []string) string {
	folded := strings.ToLower(text)
	if len(folded) != len(text) {
		folded = text // a letter whose lower case is longer: offsets would not hold
	}
	for _, o := range outlets {
		if len(o) < leastOutlet {
			continue
		}
		for from := 0; ; {
			i := strings.Index(folded[from:], o)
			if i < 0 {
				break
			}
			start, end := from+i, from+i+len(o)
			if !letterBefore(folded, start) && !letterAt(folded, end, len(folded)) {
				return text[start:end]
			}
			from = end
		}
	}
	return ""
}

func letterBefore(s string, i int) bool {
	r, n := utf8.DecodeLastRuneInString(s[:i])
	return n > 0 && isLetter(r)
}

// somebody are the words that stand in for the name of an outlet.
var somebody = []string{"the agency", "the newspaper", "the paper", "the publication", "the outlet", "the channel", "the broadcaster",
	"reporters", "journalists", "агентству", "изданию", "газете", "журналистам", "телеканалу", "корреспонденту", "der agentur", "der zeitung", "journalisten"}

func somebodyOf(s string) string { return nameIn(s, somebody) }

// breaksOff reports whether a text breaks off at byte i: its line ends there, or
// goes on with dots, and no sentence ends.
func breaksOff(text string, i int) bool {
	rest := strings.TrimLeft(text[i:], " \t")
	for _, dots := range []string{"…", "...", "[…]", "[...]", "(…)", "(...)"} {
		if strings.HasPrefix(rest, dots) {
			return true
		}
	}
	return rest == "" || rest[0] == '\n'
}

// goesOn reports whether the sentence goes on behind byte i with another word.
func goesOn(text string, i int) bool {
	rest := text[i:]
	trimmed := strings.TrimLeft(rest, " ,")
	r, _ := utf8.DecodeRuneInString(trimmed)
	return len(trimmed) < len(rest) && unicode.IsLower(r)
}

// lastWords is the end of what is shown.
func lastWords(s string) string {
	const shown = 40
	if len(s) <= shown {
		return s
	}
	cut := strings.IndexByte(s[len(s)-shown:], ' ')
	return s[len(s)-shown+cut+1:]
}

// lostLink is the words that point to an origin and name none: "Source link".
func (s *Side) lostLink() (string, bool) {
	for _, c := range s.Credits {
		if c.Whole && c.Name.Empty() {
			return c.Span.Of(s.Full), true
		}
	}
	return "", false
}

// turned is passages with their sides changed.
func turned(passages []Passage) []Passage {
	out := make([]Passage, len(passages))
	for i, p := range passages {
		out[i] = p
		out[i].A, out[i].B = p.B, p.A
	}
	return out
}
