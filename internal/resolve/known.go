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
	certain bool // nothing else of note goes by the name, and its kind is the article's
}

// roleRank orders what a name may stand for: "Georgia" in the news of the world
// is the state.
var roleRank = []known.Role{known.Country, known.Capital, known.Organisation, known.Area, known.City, known.Region, known.Demonym, known.Town, 0}

// lookUp finds what is known by a name of a kind: what a person listed of that
// kind, else what the world knows. Of several that are listed the name alone
// decides nothing. People's names are asked of lists only: the base knows none.
func lookUp(kind news.EntityKind, words string, listed []known.Entry) knownAs {
	listed = slices.DeleteFunc(slices.Clone(listed), func(e known.Entry) bool { return kind != "" && e.Kind != kind })
	switch {
	case len(listed) > 1:
		return knownAs{}
	case len(listed) == 1:
		e := &listed[0]
		return knownAs{id: e.ID, name: e.Name(), certain: e.Kind == kind}
	case kind == news.Person || kind == "":
		return knownAs{}
	}
	entries := known.Named(words)
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
	return knownAs{best.ID, best.Name(), best.Role, best.Kind == kind && (rivals == 1 || best.Role&notable != 0) && best.Role != known.Town}
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
