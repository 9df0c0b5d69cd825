package name

import "slices"

// soundClass groups sounds that are written for one another, for keys: '1' to
// '6' as in Soundex. Weak sounds are written by one romanisation and left out
// by another.
func soundClass(c byte) (class byte, weak bool) {
	switch c {
	case 'b', 'p', 'f':
		return '1', false
	case 'v', 'w':
		return '1', true
	case 'h', 'x', 'j':
		return '2', true
	case 'k', 'g', 's', 'S', 'z', 'Z', 'c', 'C', 'J':
		return '2', false
	case 'd', 't':
		return '3', false
	case 'l':
		return '4', false
	case 'm', 'n':
		return '5', false
	case 'r':
		return '6', false
	}
	if c >= '0' && c <= '9' {
		return c, false
	}
	return 0, false
}

// finish sorts out what the words of a name have in common with other names'.
func (n *Name) finish() {
	if !slices.ContainsFunc(n.parts, func(p part) bool { return p.role == word }) {
		for i := range n.parts { // nothing else names
			n.parts[i].role = word
		}
	}
	for i := range n.parts {
		if p := &n.parts[i]; n.blocks(i) {
			n.keys = p.keys(n.keys)
		}
	}
	for i := range n.parts {
		n.keys = n.neighbours(i, n.keys)
	}
	if n.heads != 0 {
		n.keys = append(n.keys, n.heads)
	}
	slices.Sort(n.keys)
	n.keys = slices.Compact(n.keys)
}

// blocks reports whether part i gives keys: words that name, but no given name
// beside a surname.
func (n *Name) blocks(i int) bool {
	p := &n.parts[i]
	if p.role != word {
		return false
	}
	if !p.given.any() {
		return true
	}
	for j := range n.parts {
		if o := &n.parts[j]; o.role == word && !o.given.any() {
			return false
		}
	}
	return true
}

// keys appends the keys of a word: the classes of its consonants, whole and
// without case ending, with and without the weak.
func (p *part) keys(out []uint64) []uint64 {
	if p.script == exact {
		return append(out, p.hash)
	}
	for _, sounds := range [...][]uint8{p.skeleton(), p.root()} {
		for _, strict := range [...]bool{true, false} {
			out = append(out, bones(sounds, strict))
		}
	}
	return out
}

func bones(sounds []uint8, weakToo bool) uint64 {
	var buf [maxSkeleton]byte
	b := buf[:0]
	for _, s := range sounds {
		class, weak := soundClass(alphabet[s-1])
		if class == 0 || weak && !weakToo || len(b) > 0 && b[len(b)-1] == class {
			continue
		}
		b = append(b, class)
	}
	return hashOf(b)
}

// neighbours appends the key of part i and the next written as one word.
func (n *Name) neighbours(i int, out []uint64) []uint64 {
	if i+1 >= len(n.parts) || !n.gluable(i) {
		return out
	}
	var buf [2 * maxSkeleton]uint8
	sounds := append(append(buf[:0], n.parts[i].skeleton()...), n.parts[i+1].skeleton()...)
	return append(out, bones(sounds, true))
}
