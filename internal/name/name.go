// Package name compares names: of people, organisations and places, in any
// script and romanisation. It knows nothing of articles; internal/resolve asks
// it which names of an archive may be one.
//
// Parse takes a name apart: each word gets a skeleton (how it sounds, see
// sound.go), a role (given, patronymic, initial, particle, title, legal form …)
// and the sets of given names it stands in. Compare aligns the words of two
// names and gives a score, a decision and the rules that spoke. Keys gives what
// names must share to be worth comparing: two names that Compare does not hold
// Apart share one.
//
// The data are ours, written from general knowledge: letters.txt (sounds of
// letters), given.txt (given names that are one), words.txt (titles, legal
// forms, words that name nothing). What names are alike is decided by a few
// constants set by hand; eval/identities.md has the figures.
package name

import (
	"encoding/hex"
	"sync"

	"github.com/hearsay-engine/hearsay/news"
)

// rules is raised whenever the same two names may be judged otherwise by the
// code; the data count by their hash.
const rules = "9"

// Version tells by what two names were judged: the code and the data.
var Version = sync.OnceValue(func() string {
	d := news.DigestOf(lettersText + givenText + wordsText)
	return rules + "-" + hex.EncodeToString(d[:4])
})

// Bounds. A name longer than maxBytes or of more than maxParts words is cut:
// no name of a person is that long, and alignment grows with the square.
const (
	maxBytes = 400
	maxParts = 14
)

// Name is a name taken apart. The zero Name matches nothing.
type Name struct {
	kind     news.EntityKind
	servants int // how often Abdul stands in it
	parts    []part
	keys     []uint64 // sorted
	heads    uint64   // hash of the first letters of its words, or of an acronym; 0 when too short
	short    bool     // the name is an acronym
	common   bool     // an organisation or place of common words only
}

// role is what a word does in a name.
type role uint8

const (
	word       role = iota // names: a given name, a surname, what an organisation is called
	initial                // stands for a word
	patronymic             // after the father
	generic                // of an organisation or place: "bank", "group"
	particle               // de, al-, bin
	legal                  // Ltd, GmbH
	suffix                 // Jr, III
	title                  // Dr, Sir
)

// part is a word of a name.
type part struct {
	sounds  [maxSkeleton]uint8
	n       uint8 // sounds
	stem    uint8 // sounds without a case ending, n when there is none
	role    role
	script  script
	bound   bool   // a given name made of Abd and what follows
	comma   bool   // stands behind a comma
	joined  bool   // a hyphen joins it to the word before
	form    uint8  // of a legal form: which
	rank    uint8  // of a suffix: who of the family, 1 the elder
	weight  uint16 // cost of all sounds
	given   givenSets
	bag     uint64            // hash of the letters as spelled, in any order
	letters [maxSkeleton]byte // as written in the alphabet, the first of them
	hash    uint64            // of the skeleton, or of the word itself when script is exact
}

func (p *part) skeleton() []uint8 { return p.sounds[:p.n] }
func (p *part) root() []uint8     { return p.sounds[:p.stem] }

// Common reports whether the name of an organisation or place is of common words
// only: "the Ministry" of one article is not that of another.
func (n *Name) Common() bool { return n.common }

// Kind is what the name is of, as Parse was told or guessed.
func (n *Name) Kind() news.EntityKind { return n.kind }

// Empty reports whether nothing in the name names.
func (n *Name) Empty() bool { return len(n.keys) == 0 }

// Keys appends the blocking keys of n to buf, ascending.
func (n *Name) Keys(buf []uint64) []uint64 { return append(buf, n.keys...) }
