package known

import (
	_ "embed"
	"encoding/binary"
	"encoding/hex"
	"sync"
)

// The index is a header and columns over its slots, which run by key:
//
//	magic, SHA-256 of the packed entries, number of slots
//	keys   5 bytes each, big-endian, ascending
//	flags  2 bytes each: English roles, goesOn, capitalsOnly
//	posts  3 bytes each: the entry, or where the list of entries begins
//	lists  3 bytes each: how many entries, then the entries
//
// Entries are numbered in the order of their file, larger populations first.
const (
	magic      = "hsknown1"
	headBytes  = len(magic) + 32 + 4
	flagBytes  = 2
	postBytes  = 3
	noPost     = 1<<24 - 1 // a beginning of names, none itself
	postIsList = 1 << 23
)

//go:embed data/places.index
var indexFile string

// index is the embedded index, read in place.
var index = sync.OnceValue(func() *slots { return newSlots(indexFile) })

// slots is an index ready to be searched.
type slots struct {
	n                        int
	sum                      string
	keys, flag, posts, lists string
	first                    [1<<bucketBits + 1]uint32 // where the keys of a bucket begin
}

// bucketBits of a key choose its bucket: about ten slots each.
const bucketBits = 14

func newSlots(file string) *slots {
	if len(file) < headBytes || file[:len(magic)] != magic {
		panic("known: the embedded index is none") // checked by TestEmbeddedFilesAreThePinnedOnes
	}
	head := []byte(file[:headBytes])
	x := &slots{sum: hex.EncodeToString(head[len(magic) : len(magic)+32])}
	x.n = int(binary.BigEndian.Uint32(head[len(magic)+32:]))
	rest := file[headBytes:]
	x.keys, rest = rest[:x.n*keyBytes], rest[x.n*keyBytes:]
	x.flag, rest = rest[:x.n*flagBytes], rest[x.n*flagBytes:]
	x.posts, x.lists = rest[:x.n*postBytes], rest[x.n*postBytes:]
	at := 0
	for b := range x.first {
		for at < x.n && x.key(at)>>(keyBits-bucketBits) < uint64(b) {
			at++
		}
		x.first[b] = uint32(at)
	}
	return x
}

func (x *slots) key(i int) uint64 {
	k := x.keys[i*keyBytes : i*keyBytes+keyBytes]
	return uint64(k[0])<<32 | uint64(k[1])<<24 | uint64(k[2])<<16 | uint64(k[3])<<8 | uint64(k[4])
}

// find gives the slot of a key.
func (x *slots) find(key uint64) (slot int, found bool) {
	b := key >> (keyBits - bucketBits)
	for i := int(x.first[b]); i < int(x.first[b+1]); i++ {
		if x.key(i) == key {
			return i, true
		}
	}
	return 0, false
}

func (x *slots) flags(slot int) Role {
	return Role(x.flag[slot*flagBytes])<<8 | Role(x.flag[slot*flagBytes+1])
}

// entries appends the numbers of a slot's entries.
func (x *slots) entries(slot int, dst []int) []int {
	post := threeBytes(x.posts, slot)
	switch {
	case post == noPost:
		return dst
	case post&postIsList == 0:
		return append(dst, post)
	}
	at := post &^ postIsList
	for i := range threeBytes(x.lists, at) {
		dst = append(dst, threeBytes(x.lists, at+1+i))
	}
	return dst
}

func threeBytes(s string, i int) int {
	return int(s[i*postBytes])<<16 | int(s[i*postBytes+1])<<8 | int(s[i*postBytes+2])
}

// Version tells one state of the embedded base from another: stages that find
// something by it join it to theirs.
func Version() string { return index().sum[:versionDigits] }

const versionDigits = 12
