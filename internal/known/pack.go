package known

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"

	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// Pack makes the two files of a base: its entries and their index. It sorts the
// entries. Equal entries in any order make equal files.
func Pack(entries []Entry) (packed, index []byte, err error) {
	lines, phrases, err := layOut(entries)
	if err != nil {
		return nil, nil, err
	}
	w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, nil, err
	}
	defer w.Close()
	packed = w.EncodeAll([]byte(lines), nil)
	return packed, packIndex(phrases, sha256.Sum256(packed)), nil
}

// layOut sorts entries and gives their lines and phrases.
func layOut(entries []Entry) (string, *phrases, error) {
	slices.SortFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(b.Population, a.Population), cmp.Compare(a.ID, b.ID))
	})
	var lines strings.Builder
	for i := range entries {
		if err := check(&entries[i]); err != nil {
			return "", nil, err
		}
		writeLine(&lines, &entries[i])
	}
	all, err := phrasesOf(entries)
	return lines.String(), all, err
}

func check(e *Entry) error {
	if bits.OnesCount16(uint16(e.Role)) != 1 || len(e.Names) == 0 || e.English > len(e.Names) {
		return fmt.Errorf("entry %q has no name or not one role", e.ID)
	}
	for _, s := range append([]string{e.ID, e.In}, e.Names...) {
		if strings.ContainsAny(s, "\t\n\x00"+nameMark) || len(s) > maxNameBytes {
			return fmt.Errorf("entry %q holds %q, which a line cannot", e.ID, s)
		}
	}
	return nil
}

func writeLine(b *strings.Builder, e *Entry) {
	fmt.Fprintf(b, "%s\t%d\t%s\t%d\t%d\t%s\n", e.ID, bits.TrailingZeros16(uint16(e.Role)), e.In, e.Population, e.English, strings.Join(e.Names, nameMark))
}

// phrase is what the index holds of a key.
type phrase struct {
	key     text.Key // whole, to see two phrases meet in the part that is kept
	flags   Role
	cased   bool  // an English name of it has small letters
	entries []int // ascending
}

// phrases are all phrases by the part of their key that is kept.
type phrases struct {
	of  map[uint64]*phrase
	err error
}

// phrasesOf gives what each key stands for: the comparable forms of all names,
// and English names as they are written, for texts.
func phrasesOf(entries []Entry) (*phrases, error) {
	all := &phrases{of: map[uint64]*phrase{}}
	for n := range entries {
		e := &entries[n]
		for i, name := range e.Names {
			form := Form(name)
			if k, _ := keyOf(form); k != 0 {
				all.at(k).add(n)
			}
			if i < e.English {
				cased := strings.ToUpper(name) != name
				for _, written := range []string{name, fold.Name(name), form} {
					all.write(e.Role, written, cased)
				}
			}
		}
	}
	return all, all.err
}

// at is the phrase of a key.
func (all *phrases) at(k text.Key) *phrase {
	p := all.of[shortKey(k)]
	if p == nil {
		p = &phrase{key: k}
		all.of[shortKey(k)] = p
	}
	if p.key != k {
		all.err = fmt.Errorf("two phrases share the key %x: keep more of it", shortKey(k))
	}
	return p
}

func (p *phrase) add(entry int) {
	if len(p.entries) == 0 || p.entries[len(p.entries)-1] != entry {
		p.entries = append(p.entries, entry)
	}
}

// write enters an English name and its beginnings; names with other marks than
// words are none that texts have.
func (all *phrases) write(role Role, name string, cased bool) {
	if _, whole := keyOf(name); !whole {
		return
	}
	tokens := text.Tokens(name, news.Span{End: len(name)}, nil)
	var k text.Key
	for i, t := range tokens {
		k = join(k, t.Key)
		p := all.at(k)
		if i < len(tokens)-1 {
			p.flags |= goesOn
			continue
		}
		p.flags |= role
		p.cased = p.cased || cased
	}
}

// packIndex writes the columns; index.go says how.
func packIndex(all *phrases, sum [sha256.Size]byte) []byte {
	order := make([]uint64, 0, len(all.of))
	for k := range all.of {
		order = append(order, k)
	}
	slices.Sort(order)
	var keys, flags, posts, lists []byte
	for _, k := range order {
		p := all.of[k]
		keys = append(keys, byte(k>>32), byte(k>>24), byte(k>>16), byte(k>>8), byte(k))
		if p.flags&allRoles != 0 && !p.cased {
			p.flags |= capitalsOnly
		}
		flags = append(flags, byte(p.flags>>8), byte(p.flags))
		posts = appendThree(posts, post(p.entries, len(lists)/postBytes))
		if len(p.entries) > 1 {
			lists = appendThree(lists, len(p.entries))
			for _, n := range p.entries {
				lists = appendThree(lists, n)
			}
		}
	}
	out := append([]byte(magic), sum[:]...)
	out = binary.BigEndian.AppendUint32(out, uint32(len(order)))
	return slices.Concat(out, keys, flags, posts, lists)
}

// post is what a slot holds of its entries, given where its list would begin.
func post(entries []int, list int) int {
	switch len(entries) {
	case 0:
		return noPost
	case 1:
		return entries[0]
	}
	return list | postIsList
}

func appendThree(b []byte, n int) []byte { return append(b, byte(n>>16), byte(n>>8), byte(n)) }
