package decide

import (
	"cmp"
	"context"
	"fmt"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// hide leaves out a statement, or an entity.
func hide(ctx context.Context, a *store.Archive, w *Wanted) (corrections.Entry, string, error) {
	if !IsStatement(w.Of[0]) {
		n, err := NameEntity(ctx, a, w.Of[0])
		if err != nil {
			return corrections.Entry{}, "", err
		}
		e, err := n.Entry(ctx, corrections.Hide)
		return e, n.Line() + " is left out of lists, counts and exports of names, and withheld as the speaker of statements; what others say of it stays as printed: hide what you want left out, ARTICLE#N", err
	}
	p, err := PointAt(ctx, a, w.Of[0])
	if err != nil {
		return corrections.Entry{}, "", err
	}
	return p.Entry(corrections.Hide), p.Line() + " is left out", nil
}

// confirm says that a speaker, a suggested alias or a suggested telling is right.
func confirm(ctx context.Context, a *store.Archive, w *Wanted) (corrections.Entry, string, error) {
	switch {
	case len(w.Of) == 2 && IsClaim(w.Of[0]):
		return tellings(ctx, a, corrections.Confirm, w.Of[0], w.Of[1:], "is of")
	case len(w.Of) == 2:
		return alias(ctx, a, corrections.Confirm, w.Of)
	}
	p, err := PointAt(ctx, a, w.Of[0])
	if err != nil {
		return corrections.Entry{}, "", err
	}
	return p.Entry(corrections.Confirm), fmt.Sprintf("%s is by %s, confirmed", p.Line(), p.SpokenBy()), nil
}

// alias makes a decision on a suggested alias of an entity; to reject what is
// another entity's parts the two.
func alias(ctx context.Context, a *store.Archive, d corrections.Decision, args []string) (corrections.Entry, string, error) {
	n, err := NameEntity(ctx, a, args[0])
	if err != nil {
		return corrections.Entry{}, "", err
	}
	on, err := n.Listed(args[1:], true)
	if other, fault := NameEntity(ctx, a, args[1]); err != nil && d == corrections.Reject && fault == nil && other.ID != n.ID {
		return n.part(ctx, other)
	}
	if err != nil {
		return corrections.Entry{}, "", err
	}
	e, err := n.AliasEntry(ctx, d, on)
	verb := aliasOf
	if d == corrections.Reject {
		verb = " is not "
	}
	return e, args[1] + verb + n.Line(), err
}

// Undo takes a decision back, by its id or "last" for the last that holds.
func Undo(ctx context.Context, a *store.Archive, id string) (corrections.Entry, string, error) {
	find := a.Decision
	if id == "last" {
		find = func(ctx context.Context, _ string) (*store.Logged, error) { return a.LastDecision(ctx) }
	}
	l, err := find(ctx, id)
	if err != nil {
		return corrections.Entry{}, "", err
	}
	if l.Revoked {
		return corrections.Entry{}, "", news.Errorf(news.Usage, id, "undo the undo: its id is in hearsay corrections list", "this decision does not hold already")
	}
	e := corrections.Entry{Decision: corrections.Undo, Target: corrections.Log, Revokes: l.ID}
	words := EntryWords(&l.Entry)
	if l.OfCase() {
		if c, err := a.Case(ctx, l.Case); err == nil {
			words = caseWords(&l.Entry, AnchorWords(l.Anchors), "“"+c.Name+"”")
		}
	}
	return e, fmt.Sprintf("taken back: %s (decided by %s)", words, l.By), nil
}

// speaker gives a statement to somebody: to an entity of its article, to a name
// the article does not have, of a kind, or to nobody where the name is "".
func speaker(ctx context.Context, a *store.Archive, w *Wanted) (corrections.Entry, string, error) {
	p, err := PointAt(ctx, a, w.Of[0])
	if err != nil {
		return corrections.Entry{}, "", err
	}
	e := p.Entry(corrections.Speaker)
	if w.Name == "" {
		return e, fmt.Sprintf("%s is nobody's, was: %s", p.Line(), p.SpokenBy()), nil
	}
	p.Attribute(&e, w.Name, cmp.Or(w.Kind, news.Person))
	return e, fmt.Sprintf("%s is by %s, was: %s", p.Line(), e.Name, p.SpokenBy()), nil
}
