package decide

import (
	"context"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// Wanted is a decision as a program words it: what hearsay correct takes.
type Wanted struct {
	Decision corrections.Decision `json:"decision"`
	Of       []string             `json:"of"`                // what it is on, as the command takes it: ARTICLE#N, an entity by name or id and its names, a claim by id and its tellings, a decision's id
	Name     string               `json:"name,omitempty"`    // rename: the new name; speaker: whose it is, "" for nobody's
	Kind     news.EntityKind      `json:"kind,omitempty"`    // kind: the new one; speaker: what a name is that the article does not have
	Article  string               `json:"article,omitempty"` // split: the article whose mentions are of another
	Reason   string               `json:"reason,omitempty"`
	Try      bool                 `json:"try,omitempty"` // only tell what it would do
}

// maker makes a decision of what is wanted, and says what it does.
type maker struct {
	least, most int // of Wanted.Of
	takes       string
	make        func(context.Context, *store.Archive, *Wanted) (corrections.Entry, string, error)
}

var makers = map[corrections.Decision]maker{
	corrections.Merge:   {2, 2, "two entities, or two claims", merge},
	corrections.Split:   {1, corrections.MaxAnchors, "an entity and its names that are another's, or a claim and its tellings", split},
	corrections.Rename:  {1, 1, "an entity", rename},
	corrections.Kind:    {1, 1, "an entity", ofKind},
	corrections.Speaker: {1, 1, "a statement, ARTICLE#N", speaker},
	corrections.Hide:    {1, 1, "a statement, ARTICLE#N, or an entity", hide},
	corrections.Confirm: {1, 2, "a statement; an entity and a suggested name; a claim and a suggested telling", confirm},
	corrections.Reject:  {2, 2, "an entity and a suggested name, two entities, or a claim and a telling", reject},
	corrections.Move:    {2, 2, "a telling, ARTICLE#N, and a claim", move},
	corrections.Undo: {1, 1, "a decision's id, or last", func(ctx context.Context, a *store.Archive, w *Wanted) (corrections.Entry, string, error) {
		return Undo(ctx, a, w.Of[0])
	}},
}

// Make makes the decision that is wanted, and says what it does.
func Make(ctx context.Context, a *store.Archive, w *Wanted) (corrections.Entry, string, error) {
	m, known := makers[w.Decision]
	switch {
	case !known:
		return corrections.Entry{}, "", news.Errorf(news.Usage, "decision", "take merge, split, rename, kind, speaker, hide, confirm, reject, move or undo", "there is no such decision")
	case len(w.Of) < m.least || len(w.Of) > m.most:
		return corrections.Entry{}, "", news.Errorf(news.Usage, "of", "give "+m.takes, "%d are given", len(w.Of))
	}
	return m.make(ctx, a, w)
}

func merge(ctx context.Context, a *store.Archive, w *Wanted) (corrections.Entry, string, error) {
	if IsClaim(w.Of[0]) {
		return mergeClaims(ctx, a, w.Of)
	}
	one, err := NameEntity(ctx, a, w.Of[0])
	if err != nil {
		return corrections.Entry{}, "", err
	}
	other, err := NameEntity(ctx, a, w.Of[1])
	switch {
	case err != nil:
		return corrections.Entry{}, "", err
	case one.ID == other.ID:
		return one.mergeSuggested(ctx, w.Of)
	}
	return one.merge(ctx, other)
}

func split(ctx context.Context, a *store.Archive, w *Wanted) (corrections.Entry, string, error) {
	if IsClaim(w.Of[0]) && len(w.Of) > 1 {
		return tellings(ctx, a, corrections.Split, w.Of[0], w.Of[1:], "is of another claim than")
	}
	n, err := NameEntity(ctx, a, w.Of[0])
	if err != nil {
		return corrections.Entry{}, "", err
	}
	return n.split(ctx, w.Of[1:], w.Article)
}

func rename(ctx context.Context, a *store.Archive, w *Wanted) (corrections.Entry, string, error) {
	if strings.TrimSpace(w.Name) == "" {
		return corrections.Entry{}, "", news.Errorf(news.Usage, "name", "give the new name", "there is none")
	}
	n, err := NameEntity(ctx, a, w.Of[0])
	if err != nil {
		return corrections.Entry{}, "", err
	}
	e, err := n.Entry(ctx, corrections.Rename)
	e.Name = w.Name
	return e, n.Line() + " is shown as " + e.Name, err
}

func ofKind(ctx context.Context, a *store.Archive, w *Wanted) (corrections.Entry, string, error) {
	if !corrections.IsKind(w.Kind) {
		return corrections.Entry{}, "", news.Errorf(news.Usage, "kind", "take "+EntityKinds+", or none", "there is no kind %q", w.Kind)
	}
	n, err := NameEntity(ctx, a, w.Of[0])
	if err != nil {
		return corrections.Entry{}, "", err
	}
	e, err := n.Entry(ctx, corrections.Kind)
	e.Kind = w.Kind
	return e, n.Line() + KindWords(e.Kind), err
}

func reject(ctx context.Context, a *store.Archive, w *Wanted) (corrections.Entry, string, error) {
	if IsClaim(w.Of[0]) {
		return tellings(ctx, a, corrections.Reject, w.Of[0], w.Of[1:], "is not of")
	}
	return alias(ctx, a, corrections.Reject, w.Of)
}

func move(ctx context.Context, a *store.Archive, w *Wanted) (corrections.Entry, string, error) {
	return tellings(ctx, a, corrections.Move, w.Of[1], w.Of[:1], "goes to")
}
