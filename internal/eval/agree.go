package eval

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// namesAgree reports whether a predicted name will do for a gold one: the last
// words agree as skeletons, or two words do.
func namesAgree(gold, pred string) bool {
	g, p := nameWords(gold), nameWords(pred)
	if len(g) == 0 || len(p) == 0 {
		return len(g) == 0 && len(p) == 0
	}
	if near(g[len(g)-1], p[len(p)-1]) {
		return true
	}
	shared := 0
	for _, x := range g {
		for _, y := range p {
			if near(x, y) {
				shared++
				break
			}
		}
	}
	return shared >= 2
}

// small are words that tell nothing of a name.
var small = map[string]bool{"the": true, "of": true, "in": true, "a": true, "an": true, "to": true,
	"and": true, "for": true, "its": true, "his": true, "their": true}

// nameWords folds a name to ASCII (letters of other scripts fall away) and cuts
// it into its telling words.
func nameWords(name string) []string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ReplaceAll(name, "\u2019", "'")) {
		if r < 0x80 {
			b.WriteRune(r)
		}
	}
	folded := withoutPossessive(strings.ToLower(b.String()))
	var out []string
	for _, w := range strings.FieldsFunc(folded, func(r rune) bool { return !isWord(r) }) {
		if !small[w] {
			out = append(out, w)
		}
	}
	return out
}

// withoutPossessive drops every 's at a word's end.
func withoutPossessive(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\'' && i+1 < len(s) && s[i+1] == 's' && (i+2 == len(s) || !isWord(rune(s[i+2]))) {
			i++
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// romanisations are replaced one after the other.
var romanisations = [][2]string{{"sch", "s"}, {"shch", "s"}, {"sh", "s"}, {"zh", "z"}, {"kh", "h"}, {"ch", "c"}, {"ts", "c"},
	{"dj", "z"}, {"dzh", "z"}, {"j", "y"}, {"w", "v"}, {"q", "k"}, {"ck", "k"}, {"ya", "a"}, {"ia", "a"}, {"ye", "e"},
	{"yu", "u"}, {"y", ""}, {"ii", "i"}}

// skeleton folds the ways of writing a name in Latin letters.
func skeleton(w string) string {
	for _, r := range romanisations {
		w = strings.ReplaceAll(w, r[0], r[1])
	}
	return w
}

// near reports whether two words' skeletons are one, or one edit apart in words
// of four letters or more.
func near(a, b string) bool {
	a, b = skeleton(a), skeleton(b)
	if a == b {
		return true
	}
	if min(len(a), len(b)) < 4 || max(len(a), len(b))-min(len(a), len(b)) > 1 {
		return false
	}
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	restA, restB := a[min(i+1, len(a)):], b[min(i+1, len(b)):]
	return restA == restB || a[i:] == restB || restA == b[i:]
}
