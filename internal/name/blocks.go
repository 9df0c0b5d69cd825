package name

import (
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// Archives hold a hundred thousand names. For them Keys is too coarse between
// names of several words: Pairs asks that two words agree, each by its sound, or
// one of them as a given name. Names of several words that share no pair are
// seldom held the same, and names of one word have no pair.

// Words appends the keys of single words, for names of one word against others.
func (n *Name) Words(out []uint64) []uint64 {
	from := len(out)
	for i := range n.parts {
		if n.blocks(i) {
			out = n.parts[i].narrow(out)
		}
		out = n.neighbours(i, out)
	}
	return compact(out, from)
}

// Pairs appends the keys of two words each.
func (n *Name) Pairs(out []uint64) []uint64 {
	from := len(out)
	if n.kind == news.Person {
		out = n.personPairs(out)
	} else {
		out = n.bodyPairs(out)
	}
	return compact(out, from)
}

// compact sorts the keys behind from and leaves each once.
func compact(out []uint64, from int) []uint64 {
	slices.Sort(out[from:])
	return out[:from+len(slices.Compact(out[from:]))]
}

// personPairs couples each word that may be a surname with what every other
// word begins with, or with the sets of a given name.
func (n *Name) personPairs(out []uint64) []uint64 {
	var room [8]uint64
	for i := range n.parts {
		out = n.neighbours(i, out)
		if !n.blocks(i) {
			continue
		}
		surname := compact(n.parts[i].narrow(room[:0]), 0)
		for j := range n.parts {
			p := &n.parts[j]
			if j == i || p.role != word && p.role != initial {
				continue
			}
			for _, s := range surname {
				out = append(out, pairKey(s, opening(p, 2)))
				for _, set := range p.given {
					if set != 0 {
						out = append(out, pairKey(s, uint64(set)<<16))
					}
				}
			}
		}
	}
	return out
}

// bodyPairs couples the words of an organisation or place, common ones too. Its
// only word that is not common counts alone.
func (n *Name) bodyPairs(out []uint64) []uint64 {
	naming := 0
	for i := range n.parts {
		p := &n.parts[i]
		if p.role == word {
			naming++
		}
		for j := range i {
			if q := &n.parts[j]; couples(p) && couples(q) {
				out = append(out, pairKey(p.class(), q.class()))
			}
		}
	}
	for i := range n.parts {
		if p := &n.parts[i]; naming == 1 && p.role == word {
			out = p.narrow(out)
		}
	}
	if n.heads != 0 {
		out = append(out, n.heads)
	}
	return out
}

func couples(p *part) bool { return p.role == word || p.role == generic }

// class is the key of a word's strong consonants without its ending.
func (p *part) class() uint64 {
	if p.script == exact {
		return p.hash
	}
	return bones(p.root(), false)
}

// leastStrong is how many strong consonants a key without the weak ones takes:
// of fewer, too many words have it.
const leastStrong = 3

// narrow is keys without those of words that have few strong consonants.
func (p *part) narrow(out []uint64) []uint64 {
	if p.script == exact {
		return append(out, p.hash)
	}
	for _, sounds := range [...][]uint8{p.skeleton(), p.root()} {
		out = append(out, bones(sounds, true))
		if strong(sounds) >= leastStrong {
			out = append(out, bones(sounds, false))
		}
	}
	return p.hardened(out)
}

// strong counts the classes of strong consonants, neighbours of one class once.
func strong(sounds []uint8) (n int) {
	last := byte(0)
	for _, s := range sounds {
		if class, weak := soundClass(alphabet[s-1]); class != 0 && !weak && class != last {
			last = class
			n++
		}
	}
	return n
}
