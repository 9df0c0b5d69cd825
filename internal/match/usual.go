package match

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/shipped"
)

// usual are the stems of a language's frequent words, by hash. A kept gist tells them
// by their numbers in this list, so that a file of them that was ever shipped stays as
// it is, also where the lists of words change: what is not in it is told by its hash.
type usual []Stem

var (
	usualEnglish = sync.OnceValue(func() usual { return readUsual("data/en.stems") })
	usualRussian = sync.OnceValue(func() usual { return readUsual("data/ru.stems") })
)

func usualStems(language uint8) usual {
	switch language {
	case languages["en"]:
		return usualEnglish()
	case languages["ru"]:
		return usualRussian()
	}
	return nil
}

// number is where a stem stands in the list, just as it is.
func (u usual) number(s Stem) (at int, is bool) {
	at, is = slices.BinarySearchFunc(u, s.Hash, func(u Stem, hash uint32) int { return cmp.Compare(u.Hash, hash) })
	return at, is && u[at] == s
}

func (u usual) holds(s Stem) bool {
	_, is := u.number(s)
	return is
}

// UsualStems makes the file of a language's usual stems of its list of words.
func UsualStems(language string) []byte {
	var all usual
	for _, s := range vocabularyOf(languages[language]).known {
		if s.Bits > 0 {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b Stem) int { return cmp.Or(cmp.Compare(a.Hash, b.Hash), cmp.Compare(a.Bits, b.Bits)) })
	all = slices.CompactFunc(all, func(a, b Stem) bool { return a.Hash == b.Hash })
	var told, out []byte
	last := uint32(0)
	for _, s := range all {
		out, told = binary.AppendUvarint(out, uint64(s.Hash-last)), append(told, s.Bits)
		last = s.Hash
	}
	return shipped.Pack(slices.Concat(told, []byte{0}, out))
}

// readUsual reads what each tells, to a 0, then how far the hash of each lies behind
// the last.
func readUsual(name string) usual {
	return shipped.Model("match", file(name), func(content []byte) (usual, error) {
		told, rest, _ := bytes.Cut(content, []byte{0})
		out := make(usual, len(told))
		r, last := gistReader{rest: rest}, uint32(0)
		for i := range out {
			last += uint32(r.number())
			out[i] = Stem{Hash: last, Bits: told[i]}
		}
		if r.bad || len(r.rest) > 0 {
			return nil, errGist
		}
		return out, nil
	})
}
