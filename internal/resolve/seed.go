package resolve

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// seed is the core's name by which the entity is shown: one that says what it is,
// the most used by articles, of equal use that in the script of most of them, the
// fullest, not in capitals throughout, the most mentioned, the canonically first.
func (g *grouping) seed(core []int) int {
	inLatin := g.mostlyLatin(core)
	best := core[0]
	for _, n := range core[1:] {
		if g.betterShown(n, best, inLatin) {
			best = n
		}
	}
	return best
}

func (g *grouping) betterShown(n, best int, inLatin bool) bool {
	a, b := g.names[g.nodes[n].name].Form, g.names[g.nodes[best].name].Form
	return cmp.Or(
		order(a.Entity, b.Entity),
		order(a.Kind != "", b.Kind != ""),
		g.uses(n)-g.uses(best),
		order(latin(a.Folded) == inLatin, latin(b.Folded) == inLatin),
		fullWords(a.Folded)-fullWords(b.Folded),
		order(!shouted(a.Name), !shouted(b.Name)),
		g.mentions(n)-g.mentions(best)) > 0
}

// order puts what holds behind what does not.
func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// mostlyLatin reports whether most uses of names are in Latin letters, as those
// of articles in which names are found mostly are; it settles a tie.
func (g *grouping) mostlyLatin(nodes []int) bool {
	in, out := 0, 0
	for _, n := range nodes {
		if latin(g.names[g.nodes[n].name].Folded) {
			in += g.uses(n)
		} else {
			out += g.uses(n)
		}
	}
	return in >= out
}

// fullWords counts the words of a folded name, less initials, "the" and "of".
func fullWords(folded string) (n int) {
	for w := range strings.FieldsSeq(folded) {
		if utf8.RuneCountInString(w) > 1 && !strings.HasSuffix(w, ".") && w != "the" && w != "of" {
			n++
		}
	}
	return n
}

// shouted reports whether a name of several words is in capitals throughout.
func shouted(name string) bool {
	return strings.ContainsFunc(name, unicode.IsSpace) && name == strings.ToUpper(name)
}
