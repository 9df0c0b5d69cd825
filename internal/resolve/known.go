package resolve

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/news"
)

// knownAs is what the world, or a person's list, knows by a name.
type knownAs struct {
	id      string // "" for nothing
	name    string
	role    known.Role
	certain bool            // nothing else of note goes by the name, and its kind is the article's
	listed  news.EntityKind // what a person's list has it for, whatever articles do; "" for what no list has
}

// roleRank orders what a name may stand for: "Georgia" in the news of the world
// is the state.
var roleRank = []known.Role{known.Country, known.Capital, known.Organisation, known.Area, known.City, known.Region, known.Demonym, known.Town, 0}

// lookUp finds what is known by a name of a kind: what a person listed, of that
// kind if there is any, else what the world knows. Of several that are listed
// the name alone decides nothing. People's names are asked of lists only: the
// base knows none.
func lookUp(kind news.EntityKind, words string, listed []known.Entry) knownAs {
	alike := slices.DeleteFunc(slices.Clone(listed), func(e known.Entry) bool { return kind != "" && e.Kind != kind })
	if len(alike) > 0 {
		listed = alike
	}
	switch {
	case len(listed) > 1:
		return knownAs{}
	case len(listed) == 1:
		return fromList(&listed[0])
	case kind == news.Person || kind == "":
		return knownAs{}
	}
	return inWorld(kind, words)
}

// fromList is what a person's list says of a name: what the world knows, too,
// when it knows one of the entry's names for the same kind of thing.
func fromList(e *known.Entry) knownAs {
	out := knownAs{id: e.ID, name: e.Name(), certain: e.Kind != "", listed: e.Kind}
	if e.Kind == news.Person || e.Kind == "" {
		return out
	}
	for _, n := range e.Names {
		if k := inWorld(e.Kind, n); k.certain {
			out.id, out.role = k.id, k.role
			return out
		}
	}
	return out
}

func inWorld(kind news.EntityKind, words string) knownAs {
	entries := known.Named(words)
	if len(entries) == 0 {
		entries = known.Declined(words)
	}
	entries = slices.DeleteFunc(entries, func(e known.Entry) bool { return (e.Role == known.Demonym) != (kind == news.Group) })
	if len(entries) == 0 {
		return knownAs{}
	}
	best, rivals := &entries[0], 0
	for i := range entries {
		switch a, b := rank(entries[i].Role), rank(best.Role); {
		case a < b:
			best, rivals = &entries[i], 1
		case a == b:
			rivals++
		}
	}
	certain := best.Kind == kind && (rivals == 1 || best.Role&notable != 0) && best.Role != known.Town
	return knownAs{id: best.ID, name: best.Name(), role: best.Role, certain: certain}
}

// world is the id by which the world knows a name; that of a list tells of no
// other name.
func (k *knownAs) world() string {
	if k.listed != "" {
		return ""
	}
	return k.id
}

// listedWord reports whether a list has a name for a person's that alone does not
// say who.
func (f *Form) listedWord() bool {
	return f.known.listed == news.Person && shortName(news.Person, f.Folded, &f.words)
}

// notable are the roles in which a name is taken for the largest of several.
const notable = known.Country | known.Capital | known.Organisation

func rank(r known.Role) int { return slices.Index(roleRank, r) }

// weight is what naming the thing tells of an article.
func (k *knownAs) weight() uint32 {
	switch k.role {
	case known.City, known.Region, known.Town:
		return weighCity
	case 0:
		return weighName
	}
	return weighState
}
