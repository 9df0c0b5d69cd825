// Package resolve tells which names of many articles are one person,
// organisation, place or group. It has two pure halves: Bucket says which names
// are worth comparing, Group makes entities of one bucket. What comes out
// depends on the names and nothing else: not on the order they came in, nor on
// a row number.
//
// Names of one kind that are equal but for case, diacritics and spacing are one
// entity. A person known by a surname only is an entity of their own, and
// suggested to be the one person of that surname whom the same outlet names in
// full, where there is exactly one. A speaker without a name ("the guard") is
// nobody across articles.
package resolve

import (
	"encoding/hex"
	"slices"
	"strings"
	"unicode"

	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/news"
)

// Version is raised whenever the stage groups the same names otherwise.
const Version = "1"

// Rules of this stage; internal/wording has their sentences.
const (
	RuleSameName    = "same-name"
	RuleUnkind      = "same-name-of-unknown-kind"
	RuleOnlySurname = "only-full-name-in-outlet"
)

// Name is a name and the outlets it stands in.
type Name struct {
	Kind    news.EntityKind // "" when no article says what it is
	Name    string
	Outlets []string // folded, sorted; "" for articles without outlet
	Uses    int      // articles
}

// Entity is what several names stand for.
type Entity struct {
	ID      string // public, made of the kind and the folded name
	Kind    news.EntityKind
	Name    string // the most used of its confirmed names
	Aliases []Alias
}

// Alias is a name of the bucket that stands for an entity.
type Alias struct {
	Name      int    // index into the bucket
	Outlet    string // where it does, "" for everywhere
	Confirmed bool   // else suggested
	Reasons   []news.Reason
}

// Bucket is what names must share to be compared: the last word, a surname in
// most names of people.
func Bucket(name string) string { return surname(fold.Name(name)) }

func surname(folded string) string { return folded[strings.LastIndexByte(folded, ' ')+1:] }

// key is what the names of one entity share.
type key struct {
	kind   news.EntityKind
	folded string
}

// Group makes entities of one bucket, in order of their ids.
func Group(names []Name) []Entity {
	groups := map[key][]int{}
	for i, n := range names {
		if n.Uses > 0 {
			k := key{n.Kind, fold.Name(n.Name)}
			groups[k] = append(groups[k], i)
		}
	}
	joinUnkind(groups)
	keys := sortedKeys(groups)
	out := make([]Entity, 0, len(keys))
	for _, k := range keys {
		out = append(out, entity(k, groups[k], names))
	}
	suggest(keys, groups, names, out)
	slices.SortFunc(out, func(a, b Entity) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// joinUnkind gives names of unknown kind to the one entity of their name. The
// others stand for nobody: "the guard" of one article is not that of another.
func joinUnkind(groups map[key][]int) {
	for _, k := range sortedKeys(groups) {
		if k.kind != "" {
			continue
		}
		var same []key
		for _, kind := range []news.EntityKind{news.Person, news.Organisation, news.Place, news.Group} {
			if o := (key{kind, k.folded}); groups[o] != nil {
				same = append(same, o)
			}
		}
		if len(same) == 1 {
			groups[same[0]] = append(groups[same[0]], groups[k]...)
		}
		delete(groups, k)
	}
}

func sortedKeys(groups map[key][]int) []key {
	keys := make([]key, 0, len(groups))
	for k := range groups {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b key) int {
		if c := strings.Compare(a.folded, b.folded); c != 0 {
			return c
		}
		return strings.Compare(string(a.kind), string(b.kind))
	})
	return keys
}

func entity(k key, members []int, names []Name) Entity {
	members = slices.Clone(members)
	slices.SortFunc(members, func(a, b int) int {
		if names[a].Uses != names[b].Uses {
			return names[b].Uses - names[a].Uses
		}
		return strings.Compare(names[a].Name, names[b].Name)
	})
	e := Entity{ID: publicID(k), Kind: k.kind, Name: names[members[0]].Name}
	for _, i := range members {
		r := news.Reason{Rule: RuleSameName, Words: names[i].Name}
		if names[i].Kind != k.kind {
			r.Rule = RuleUnkind
		}
		e.Aliases = append(e.Aliases, Alias{Name: i, Confirmed: true, Reasons: []news.Reason{r}})
	}
	return e
}

// suggest adds to each person named in full the bare surnames that, in one
// outlet, can only be theirs. out is in the order of keys.
func suggest(keys []key, groups map[key][]int, names []Name, out []Entity) {
	full := map[string]int{} // by outlet: the one person named in full, -1 for several
	for at, k := range keys {
		if k.kind != news.Person || !strings.Contains(k.folded, " ") {
			continue
		}
		for _, outlet := range outletsOf(groups[k], names) {
			if _, several := full[outlet]; several {
				full[outlet] = -1
			} else {
				full[outlet] = at
			}
		}
	}
	for _, k := range keys {
		if k.kind == news.Person && !strings.Contains(k.folded, " ") {
			suggestSurname(groups[k], names, full, out)
		}
	}
}

func suggestSurname(members []int, names []Name, full map[string]int, out []Entity) {
	for _, i := range members {
		for _, outlet := range names[i].Outlets {
			at, known := full[outlet]
			if !known || at < 0 || outlet == "" {
				continue
			}
			r := news.Reason{Rule: RuleOnlySurname, Words: out[at].Name}
			out[at].Aliases = append(out[at].Aliases, Alias{Name: i, Outlet: outlet, Reasons: []news.Reason{r}})
		}
	}
}

func outletsOf(members []int, names []Name) []string {
	var out []string
	for _, i := range members {
		out = append(out, names[i].Outlets...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// publicID is "person:ada-quill". Where letters and digits alone do not tell
// the folded name, some of its SHA-256 follows, so that no two share an id.
func publicID(k key) string {
	slug, lossy := slugOf(k.folded)
	if lossy {
		d := news.DigestOf(string(k.kind) + "\n" + k.folded)
		slug += "-" + hex.EncodeToString(d[:5])
	}
	return string(k.kind) + ":" + slug
}

// maxSlug bounds an id's words, in runes: names longer than this are cut.
const maxSlug = 80

func slugOf(folded string) (slug string, lossy bool) {
	n := 0
	out := strings.Map(func(r rune) rune {
		switch n++; {
		case n > maxSlug:
			lossy = true
			return -1
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.M, r):
			return r
		case r == ' ':
			return '-'
		}
		lossy = true
		return '-'
	}, folded)
	return out, lossy
}
