package gen

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lifted2Edited is an own article with two sentences of the origin in which
// some words were edited.
const Lifted2Edited CopyKind = "lifted-2-edited"

// Edits lists the ways in which Edit makes copies.
var Edits = []CopyKind{Truncated50, Truncated25, Shuffled, NewLede, Edited10, Edited20, Edited30,
	Half, Lifted3, Lifted2, Lifted1, Lifted2Edited}

const (
	liftedEdits = 0.15 // of the words of Lifted2Edited
	// leastLifted is the fewest letters and digits of a sentence that is lifted
	// alone: a shorter one may be anybody's.
	leastLifted = 60
	// spread is the odds of an edit: a word replaced, left out, or one put in.
	replacedEdits, droppedEdits = 0.6, 0.8
)

// Edit makes the copy of a text that the seed and the kind name: origin is
// what is copied, own the copier's article, from which words and sentences
// come that are not the origin's. It is empty when the texts are too short for
// the kind. Nothing is known of the texts but their sentences and words.
func Edit(seed uint64, kind CopyKind, origin, own string) string {
	d := throw(seed, ofCopy)
	from, mine := sentences(origin), sentences(own)
	if len(from) < 4 || len(mine) < 4 {
		return ""
	}
	out := from
	switch kind {
	case Edited10, Edited20, Edited30:
		out = edited(&d, from, mine, map[CopyKind]float64{Edited10: .1, Edited20: .2, Edited30: .3}[kind])
	case Truncated50:
		out = front(from, .5)
	case Truncated25:
		out = front(from, .25)
	case Shuffled:
		out = mixed(&d, from)
	case NewLede:
		out = joined(mine[:2], front(from, .7)[1:])
	case Half:
		out = joined(front(mine, .5), front(from, .5))
	case Lifted1, Lifted2, Lifted3, Lifted2Edited:
		out = lifted(&d, kind, from, mine)
	}
	return strings.Join(out, " ")
}

// lifted puts neighbouring sentences of the origin into the middle of mine.
func lifted(d *dice, kind CopyKind, from, mine []string) []string {
	n := map[CopyKind]int{Lifted1: 1, Lifted2: 2, Lifted3: 3, Lifted2Edited: 2}[kind]
	var starts []int
	for i := 0; i+n <= len(from); i++ {
		if letters(from[i]) >= leastLifted {
			starts = append(starts, i)
		}
	}
	if len(starts) == 0 {
		return nil
	}
	at := starts[d.n(len(starts))]
	taken := from[at : at+n]
	if kind == Lifted2Edited {
		taken = edited(d, taken, mine, liftedEdits)
	}
	middle := len(mine) / 2
	return joined(mine[:middle], joined(taken, mine[middle:]))
}

// edited replaces, leaves out and puts in words, a share of all of them; new
// ones come from mine.
func edited(d *dice, from, mine []string, share float64) []string {
	stock := strings.Fields(strings.Join(mine, " "))
	out := make([]string, len(from))
	for i, s := range from {
		var words []string
		for _, w := range strings.Fields(s) {
			other := stock[d.n(len(stock))]
			switch what := d.share(); {
			case !d.chance(share):
				words = append(words, w)
			case what < replacedEdits:
				words = append(words, other)
			case what < droppedEdits:
			default:
				words = append(words, other, w)
			}
		}
		out[i] = strings.Join(words, " ")
	}
	return out
}

// front is the first sentences that make up a share of all bytes.
func front(list []string, share float64) []string {
	all := len(strings.Join(list, ""))
	n, sum := 0, 0
	for n < len(list) && float64(sum) < share*float64(all) {
		sum += len(list[n])
		n++
	}
	return list[:n]
}

// mixed cuts a fifth of the sentences and mixes the rest (Fisher, Yates 1938).
func mixed(d *dice, list []string) []string {
	out := joined(list, nil)
	for i := len(out) - 1; i > 0; i-- {
		j := d.n(i + 1)
		out[i], out[j] = out[j], out[i]
	}
	return out[:len(out)*4/5]
}

func joined(a, b []string) []string { return append(append([]string(nil), a...), b...) }

func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// sentences cuts a text at ends of paragraphs and behind full stops before a
// capital. It is coarse, and the same for all.
func sentences(text string) []string {
	var out []string
	for _, line := range strings.Split(text, "\n") {
		start := 0
		for i := 0; i < len(line); i++ {
			if line[i] == ' ' && ends(line[start:i]) && capitalAt(line, i+1) {
				out, start = appendSentence(out, line[start:i]), i+1
			}
		}
		out = appendSentence(out, line[start:])
	}
	return out
}

func ends(s string) bool {
	s = strings.TrimRight(s, `"”'’»)`)
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
}

func capitalAt(s string, i int) bool {
	r, n := utf8.DecodeRuneInString(s[i:])
	if strings.ContainsRune(`"“'‘«`, r) {
		r, _ = utf8.DecodeRuneInString(s[i+n:])
	}
	return unicode.IsUpper(r)
}

func appendSentence(out []string, s string) []string {
	if s = strings.TrimSpace(s); s != "" {
		out = append(out, s)
	}
	return out
}

// Own is the body of article n as its own, whether or not the archive has a
// copy in its place.
func (a *Archive) Own(n int) string { return a.retold(n, nil) }

// Retold is the body of article n told again in other words, as another
// translator would: the same meanings in the same order. Another teller,
// another wording.
func (a *Archive) Retold(n, teller int) string { return a.retold(n, &teller) }

func (a *Archive) retold(n int, teller *int) string {
	d := throw(a.seed, ofArticle, uint64(n), 1)
	s := a.own(n, a.outlet(d.few(a.Outlets)), teller)
	var out []string
	for _, x := range s.sentences {
		out = append(out, x.text)
	}
	return strings.Join(out, " ")
}
