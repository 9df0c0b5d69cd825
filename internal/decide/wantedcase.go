package decide

import (
	"context"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// CaseWanted is a change of a case as a program words it: what hearsay case takes.
type CaseWanted struct {
	Do     string `json:"do" enum:"open rename close reopen pick unpick place note tag untag"`
	Case   string `json:"case"`            // its name or id; open: the new name
	Item   string `json:"item,omitempty"`  // pick, unpick, place; note, tag, untag of an item: ARTICLE#N, an article's id, an entity, a claim's id
	Words  string `json:"words,omitempty"` // rename: the new name; note, tag, untag: its words
	Place  int    `json:"place,omitempty"` // place: counted from 1
	Reason string `json:"reason,omitempty"`
	Try    bool   `json:"try,omitempty"` // only tell what it would do
}

// caseMakers make a decision of what is wanted of a case.
var caseMakers = map[string]func(context.Context, *store.Archive, *CaseWanted) (corrections.Entry, string, error){
	"open": func(ctx context.Context, a *store.Archive, w *CaseWanted) (corrections.Entry, string, error) {
		return OpenCase(ctx, a, w.Case)
	},
	"rename": func(ctx context.Context, a *store.Archive, w *CaseWanted) (corrections.Entry, string, error) {
		return RenameCase(ctx, a, w.Case, w.Words)
	},
	"close": func(ctx context.Context, a *store.Archive, w *CaseWanted) (corrections.Entry, string, error) {
		return CloseCase(ctx, a, w.Case)
	},
	"reopen": func(ctx context.Context, a *store.Archive, w *CaseWanted) (corrections.Entry, string, error) {
		return ReopenCase(ctx, a, w.Case)
	},
	"pick": func(ctx context.Context, a *store.Archive, w *CaseWanted) (corrections.Entry, string, error) {
		return Pick(ctx, a, w.Case, w.Item)
	},
	"unpick": func(ctx context.Context, a *store.Archive, w *CaseWanted) (corrections.Entry, string, error) {
		return Unpick(ctx, a, w.Case, w.Item)
	},
	"place": func(ctx context.Context, a *store.Archive, w *CaseWanted) (corrections.Entry, string, error) {
		return PlaceItem(ctx, a, w.Case, w.Item, w.Place)
	},
	"note": func(ctx context.Context, a *store.Archive, w *CaseWanted) (corrections.Entry, string, error) {
		return Mark(ctx, a, corrections.Note, w.Case, w.Item, w.Words)
	},
	"tag": func(ctx context.Context, a *store.Archive, w *CaseWanted) (corrections.Entry, string, error) {
		return Mark(ctx, a, corrections.Tag, w.Case, w.Item, w.Words)
	},
	"untag": func(ctx context.Context, a *store.Archive, w *CaseWanted) (corrections.Entry, string, error) {
		return Untag(ctx, a, w.Case, w.Item, w.Words)
	},
}

// MakeCase makes the decision that is wanted of a case, and says what it does.
func MakeCase(ctx context.Context, a *store.Archive, w *CaseWanted) (corrections.Entry, string, error) {
	make, known := caseMakers[w.Do]
	switch {
	case !known:
		return corrections.Entry{}, "", news.Errorf(news.Usage, "do", "take open, rename, close, reopen, pick, unpick, place, note, tag or untag", "there is no such change of a case")
	case w.Case == "":
		return corrections.Entry{}, "", news.Errorf(news.Usage, "case", "give its name or id", "no case is named")
	}
	return make(ctx, a, w)
}
