package decide

import (
	"context"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wording"
)

// becoming is what a decision on names makes of the statements by them.
var becoming = map[corrections.Decision]string{
	corrections.Merge:   "would be said by",
	corrections.Confirm: "would be said by",
	corrections.Split:   "would no longer be said by",
	corrections.Rename:  "would be shown as said by",
	corrections.Hide:    "would no longer be shown as said by",
}

// nothingMoves is said where no statement is by a name.
const nothingMoves = "no statement would change its speaker"

// movesWords say what becomes of statements of a person.
func movesWords(w store.Weight, becomes, whose string) string {
	if w.Statements == 0 {
		return nothingMoves
	}
	return weightWords(w) + " " + becomes + " " + whose + "; " + counted(w, w.Claims, "claim")
}

// toldWords say how much more would be of a claim.
func toldWords(w store.Weight) string { return weightWords(w) + " would be of this claim" }

func weightWords(w store.Weight) string {
	return counted(w, w.Statements, "statement") + " of " + counted(w, w.Articles, "article")
}

func counted(w store.Weight, n int, what string) string {
	if w.Least {
		return "at least " + wording.Count(n, what)
	}
	return wording.Count(n, what)
}

// Moves says how many statements a decision on an entity moves: those by its name
// alias or, where that is "", by its own names; of a merge those of other. It is ""
// of a decision that moves none, or of two names of one entity.
func Moves(ctx context.Context, a *store.Archive, e *corrections.Entry, of, other *store.Identity, alias string) (string, error) {
	becomes := becoming[e.Decision]
	if becomes == "" || of == nil || other != nil && other.ID == of.ID {
		return "", nil
	}
	from, whose := of, of.Name
	if other != nil {
		from = other
	}
	if e.Decision == corrections.Rename {
		whose = e.Name
	}
	n := Named{from, a}
	on := slices.DeleteFunc(slices.Clone(from.Aliases), func(l store.Alias) bool {
		if alias != "" && other == nil {
			return fold.Name(l.Name) != fold.Name(strings.TrimSpace(alias))
		}
		return !n.own(l)
	})
	w, err := a.WeighNames(ctx, from.ID, on)
	return movesWords(w, becomes, whose), err
}
