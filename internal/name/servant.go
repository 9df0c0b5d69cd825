package name

import (
	"strings"
	"unicode/utf8"
)

// servants leaves out Abd, Abdul, Abdel and marks the word behind: together
// they are one given name, written as one word or as two or three.
func servants(words []token) []token {
	out := words[:0]
	for i := 0; i < len(words); i++ {
		w := words[i]
		if next, at := served(words, i); at > i {
			w, i = next, at
		} else if rest := cutServant(w.text); rest != "" {
			w.text, w.meaning, w.bound = rest, meaning{}, true
		}
		out = append(out, w)
	}
	return out
}

// served is the word that the servant at i is one of, and where it stands.
func served(words []token, i int) (token, int) {
	if !servant(words[i].text) {
		return token{}, i
	}
	at := i + 1
	if at+1 < len(words) && (words[at].small || words[at].joining) {
		at++
	}
	if at >= len(words) || short(words[at]) || words[at].comma {
		return token{}, i
	}
	w := words[at]
	w.comma, w.bound, w.meaning = words[i].comma, true, meaning{}
	return w, at
}

var (
	servantSounds = soundsOf("abdul")
	servantShorts = [][]uint8{soundsOf("abd"), soundsOf("abdu"), soundsOf("abdur"), soundsOf("abdus")}
)

// servantSlip is the most that a word may differ from Abdul: two letters swapped.
const servantSlip = 14

// servant reports whether w is Abd or Abdul in one of its spellings.
func servant(w string) bool {
	if !strings.HasPrefix(w, "a") && !strings.HasPrefix(w, "а") {
		return false
	}
	sounds := soundsOf(w)
	if n := len(sounds); n < 3 || n > 6 || sounds[0] != signs['a'] {
		return false
	}
	for _, s := range servantShorts {
		if string(sounds) == string(s) {
			return true
		}
	}
	return sounds[len(sounds)-1] == signs['l'] && within.distance(sounds, servantSounds, unit) <= servantSlip
}

func soundsOf(w string) []uint8 {
	var p part
	p.read(w)
	return p.skeleton()
}

// leastServed is how many letters must stand behind Abdul in one word.
const leastServed = 4

// cutServant is what stands behind Abdul in one word, "" when nothing does:
// Abdullah is a name of its own.
func cutServant(w string) string {
	w = strings.Map(once(), w)
	for _, s := range [...]string{"abdoul", "abdul", "abdel", "abdal", "abdol", "абдель", "абдуль", "абдул", "абдел"} {
		if rest, ok := strings.CutPrefix(w, s); ok && utf8.RuneCountInString(rest) >= leastServed && !strings.HasPrefix(rest, "ае") && !strings.HasPrefix(rest, "ae") {
			return rest
		}
	}
	return ""
}
