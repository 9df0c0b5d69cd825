// Package known holds what the world knows by name: states, capitals, cities,
// regions, peoples and organisations in the languages of CLDR, condensed by
// cmd/hearsay-lists from licensed packages and from tables written for it, and
// the lists of names a person adds.
//
// The base has two embedded files. The index finds names by the hashes of their
// words; it is read in place and costs nothing to open. The entries themselves
// are packed, and unpacked when the first of them is asked for.
package known

import (
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Role is what an entry is to the world; as a set, what a name may stand for.
type Role uint16

const (
	Country      Role = 1 << iota // a state or a territory of its own ISO code
	Capital                       // the capital of one
	City                          // another city, of LargeCity inhabitants or more
	Town                          // a smaller one
	Region                        // a part of a state
	Area                          // a continent or another part of the world
	Organisation                  // of states, or otherwise known everywhere
	Demonym                       // a people, or who belongs to a place
)

// LargeCity is how many inhabitants make a city of a town.
const LargeCity = 100_000

// roleWords are the roles in order of their bits.
var roleWords = []string{"country", "capital", "city", "town", "region", "area", "organisation", "demonym"}

// String names the roles of a set, "" for none.
func (r Role) String() string {
	var words []string
	for i, w := range roleWords {
		if r&(1<<i) != 0 {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}

// Kind is what an entry of the role is as an entity.
func (r Role) Kind() news.EntityKind {
	switch {
	case r&Organisation != 0:
		return news.Organisation
	case r&Demonym != 0:
		return news.Group
	case r != 0:
		return news.Place
	}
	return ""
}

// Entry is one thing known by names.
type Entry struct {
	ID         string // stable: "iso:KZ", "iso:US-CA", "m49:150", "geonames:1526384", "people:KZ", "org:nato", or a person's own
	Kind       news.EntityKind
	Role       Role     // one role; none for an entry a person added
	Names      []string // the canonical one first, English ones before others
	English    int      // how many of Names are English or the place's own on English maps
	In         string   // ID of what it lies in or belongs to; "" for none
	Population int      // 0 when unknown

	IDs  []Identifier // elsewhere, as a person gave them
	Note string       // of the person who added it
}

// Identifier is an entry's id in another scheme: {"wikidata", "Q42"}.
type Identifier struct{ Scheme, Value string }

// Name is the canonical name.
func (e *Entry) Name() string { return e.Names[0] }

// Named gives what goes by a name in the base, whatever its case, diacritics,
// hyphens and script: larger populations first. nil when nothing does.
func Named(name string) []Entry { return base().named(name) }

// Get gives the entry of an ID.
func Get(id string) (Entry, bool) { return base().get(id) }
