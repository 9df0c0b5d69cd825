package name

import (
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// soundClass groups sounds that are written for one another, for keys: '1' to
// '6' as in Soundex. Weak sounds are written by one romanisation and left out
// by another.
func soundClass(c byte) (class byte, weak bool) {
	switch c {
	case 'b', 'p', 'f':
		return '1', false
	case 'v', 'w', 'W':
		return '1', true
	case 'h', 'x', 'j':
		return '2', true
	case 'k', 'g', 's', 'S', 'z', 'Z', 'c', 'C', 'J', 'T', 'Q', 'D':
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
	var room [usualKeys]uint64
	keys := room[:0]
	for i := range n.parts {
		if p := &n.parts[i]; n.blocks(i) {
			keys = p.keys(keys)
		}
	}
	for i := range n.parts {
		keys = n.neighbours(i, keys)
	}
	keys = n.couples(keys)
	keys = n.lacking(keys)
	if n.heads != 0 {
		keys = append(keys, n.heads)
	}
	n.keys = slices.Clone(compact(keys, 0)) // an archive holds a hundred thousand names
}

// usualKeys is how many keys most names have at most, before they are compacted.
const usualKeys = 32

// blocks reports whether part i gives keys: words that name, but no given name
// that stands before or, with a comma, behind a word that is none.
func (n *Name) blocks(i int) bool {
	p := &n.parts[i]
	if p.role != word || !p.given.any() || p.bound {
		return p.role == word
	}
	for j := range n.parts {
		if o := &n.parts[j]; o.role == word && !o.given.any() && (j > i || p.comma) {
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
	return p.hardened(out)
}

// hardened appends the keys of a word in which sounds of Belarusian are heard as
// the Russian ones that they may stand for.
func (p *part) hardened(out []uint64) []uint64 {
	var buf [maxSkeleton]uint8
	hard, heard := append(buf[:0], p.skeleton()...), false
	for i, s := range hard {
		if h := hardOf[s]; h != 0 {
			hard[i], heard = h, true
		}
	}
	if !heard {
		return out
	}
	out = append(out, bones(hard, true), bones(hard[:p.stem], true))
	if strong(hard) >= leastStrong {
		out = append(out, bones(hard, false))
	}
	return out
}

func bones(sounds []uint8, weakToo bool) uint64 {
	var buf [2 * maxSkeleton]byte
	return hashOf(classes(sounds, weakToo, buf[:0]))
}

// classes appends the classes of the consonants, neighbours of one class once.
func classes(sounds []uint8, weakToo bool, out []byte) []byte {
	for _, s := range sounds {
		class, weak := soundClass(alphabet[s-1])
		if class != 0 && (!weak || weakToo) && (len(out) == 0 || out[len(out)-1] != class) {
			out = append(out, class)
		}
	}
	return out
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

// maxCoupled bounds the words that couples are made of.
const maxCoupled = 5

// couples appends a key for every two words that name: what their sounds begin
// with, or the sets of a given name. They find names whose every word is
// spelled too differently for a key of its own.
func (n *Name) couples(out []uint64) []uint64 {
	if n.kind != news.Person {
		return out
	}
	var coupled [maxCoupled]*part
	count := 0
	for i := range n.parts {
		if p := &n.parts[i]; p.role == word && p.script != exact && count < maxCoupled {
			coupled[count] = p
			count++
		}
	}
	for i := range count {
		for j := range i {
			out = couple(coupled[j], coupled[i], out)
		}
	}
	return out
}

func couple(p, q *part, out []uint64) []uint64 {
	switch {
	case !p.given.any() && !q.given.any():
		return append(out, pairKey(opening(p, 2), opening(q, 2)))
	case !p.given.any():
		p, q = q, p
	}
	for _, set := range p.given {
		if set == 0 {
			break
		}
		out = append(out, pairKey(uint64(set)<<16, opening(q, 1)))
		for _, other := range q.given {
			if other != 0 {
				out = append(out, pairKey(uint64(set)<<16, uint64(other)<<16))
			}
		}
	}
	return out
}

// opening is the first n classes of a word's strong consonants.
func opening(p *part, n int) uint64 {
	var code, last uint64
	for _, s := range p.skeleton() {
		class, weak := soundClass(alphabet[s-1])
		if c := uint64(class); c != 0 && !weak && c != last && n > 0 {
			code, last, n = code<<8|c, c, n-1
		}
	}
	return code
}

// pairKey does not care which comes first.
func pairKey(x, y uint64) uint64 {
	const spread = 0x9E3779B97F4A7C15
	x, y = min(x, y), max(x, y)
	return (x*spread ^ y) * spread
}

// leastLacking is how many classes a word must have for the keys of lacking.
const leastLacking = 4

// lacking appends the keys of the one word that names an organisation with
// each of its classes left out: a slip of typing leaves one in common.
func (n *Name) lacking(out []uint64) []uint64 {
	var only *part
	for i := range n.parts {
		if p := &n.parts[i]; p.role == word && n.kind != news.Person {
			if only != nil {
				return out
			}
			only = p
		}
	}
	if only == nil {
		return out
	}
	var buf, less [maxSkeleton]byte
	b := classes(only.skeleton(), true, buf[:0])
	if len(b) < leastLacking {
		return out
	}
	for i := range b {
		out = append(out, ^hashOf(append(append(less[:0], b[:i]...), b[i+1:]...)))
	}
	return append(out, ^hashOf(b))
}
