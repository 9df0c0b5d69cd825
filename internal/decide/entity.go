// Package decide turns what a person decided, in words or by a click, into an
// entry of the log of corrections: which entity, statement or telling they mean,
// what the decision is keyed to, and what it does in words. It also knows what
// there is to decide: the questions of a review.
package decide

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// Named is an entity that a person means.
type Named struct {
	*store.Identity
	archive *store.Archive
}

// NameEntity finds the one entity that goes by a name or an id.
func NameEntity(ctx context.Context, a *store.Archive, name string) (*Named, error) {
	id, several, err := a.Who(ctx, name)
	if err != nil {
		return nil, err
	}
	if id == nil {
		ids := make([]string, len(several))
		for i, c := range several {
			ids[i] = c.ID
		}
		return nil, news.Errorf(news.Usage, name, "name one by its id: "+strings.Join(ids, ", "), "several go by this name")
	}
	return &Named{id, a}, nil
}

// Line names the entity in a line.
func (n *Named) Line() string { return n.Name }

// beside names the entity beside another: where they share a name, by its id too.
func (n *Named) beside(other *Named) string {
	if fold.Name(n.Name) == fold.Name(other.Name) {
		return n.Name + " (" + n.ID + ")"
	}
	return n.Name
}

// Entry is a decision on the entity, keyed to mentions by its own names.
func (n *Named) Entry(ctx context.Context, d corrections.Decision) (corrections.Entry, error) {
	anchors, err := n.anchors(ctx, n.own)
	return corrections.Entry{Decision: d, Target: corrections.Entity, Anchors: anchors}, err
}

// own reports whether a name is surely the entity's: a confirmed one or, of an
// entity that has none, the one it is shown by.
func (n *Named) own(l store.Alias) bool {
	if slices.ContainsFunc(n.Aliases, func(l store.Alias) bool { return l.Confirmed }) {
		return l.Confirmed
	}
	return l.Name == n.Name
}

func (n *Named) anchors(ctx context.Context, wanted func(store.Alias) bool) ([]corrections.Anchor, error) {
	out, err := n.archive.Anchors(ctx, n.Identity, wanted)
	if err == nil && len(out) == 0 {
		err = news.Errorf(news.NotFound, n.ID, "correct the speaker of its statements instead: hearsay correct speaker --help",
			"no article names it as such, so that there is nothing to key a decision to")
	}
	return out, err
}

// AliasEntry is a decision on some of an entity's names: the anchors are of the
// confirmed names that stay, the others of those the decision is on.
func (n *Named) AliasEntry(ctx context.Context, d corrections.Decision, on []store.Alias) (corrections.Entry, error) {
	e := corrections.Entry{Decision: d, Target: corrections.Entity}
	in := func(l store.Alias) bool {
		return slices.ContainsFunc(on, func(x store.Alias) bool { return x.Name == l.Name && x.Kind == l.Kind })
	}
	var rules []news.Reason
	for _, l := range on {
		rules = append(rules, l.Reasons...)
	}
	e.Rules = rulesOf(rules)
	if !slices.ContainsFunc(n.Aliases, func(l store.Alias) bool { return !in(l) }) {
		return e, news.Errorf(news.Usage, n.ID, "rename it, or hide it: hearsay correct --help", "%s has no other name", n.Line())
	}
	var err error
	if e.Anchors, err = n.anchors(ctx, func(l store.Alias) bool { return n.own(l) && !in(l) }); err != nil {
		return e, err
	}
	e.Others, err = n.anchors(ctx, in)
	return e, err
}

// Listed are those of the entity's names that a person wrote; suggested ones
// only where suggested says so.
func (n *Named) Listed(names []string, suggested bool) ([]store.Alias, error) {
	var out []store.Alias
	for _, name := range names {
		before := len(out)
		for _, l := range n.Aliases {
			if fold.Name(l.Name) == fold.Name(name) && !(suggested && l.Confirmed) {
				out = append(out, l)
			}
		}
		if len(out) == before {
			what := "goes by no such name"
			if suggested {
				what = "has no such suggested name"
			}
			return nil, news.Errorf(news.NotFound, name, "see its names: hearsay who "+n.ID, "%s %s", n.Line(), what)
		}
	}
	return out, nil
}

// mergeSuggested confirms that of two names of an entity which is only suggested.
func (n *Named) mergeSuggested(ctx context.Context, names []string) (corrections.Entry, string, error) {
	for _, name := range names {
		if on, err := n.Listed([]string{name}, true); err == nil {
			e, err := n.AliasEntry(ctx, corrections.Confirm, on)
			return e, name + aliasOf + n.Line(), err
		}
	}
	return corrections.Entry{}, "", news.Errorf(news.Usage, n.ID, "see its names: hearsay who "+n.ID, "they are one entity already")
}

// merge makes two entities one.
func (n *Named) merge(ctx context.Context, other *Named) (corrections.Entry, string, error) {
	e, err := n.Entry(ctx, corrections.Merge)
	if err != nil {
		return e, "", err
	}
	e.Others, err = other.anchors(ctx, other.own)
	return e, n.beside(other) + " and " + other.beside(n) + " are one", err
}

// part says that two entities are not one, whatever rules may make of them.
func (n *Named) part(ctx context.Context, other *Named) (corrections.Entry, string, error) {
	e, err := n.Entry(ctx, corrections.Reject)
	if err != nil {
		return e, "", err
	}
	e.Others, err = other.anchors(ctx, other.own)
	return e, other.beside(n) + " is not " + n.beside(other), err
}

// split gives names of an entity, or its mentions in one article, to another.
func (n *Named) split(ctx context.Context, names []string, article string) (corrections.Entry, string, error) {
	if (article == "") == (len(names) == 0) {
		return corrections.Entry{}, "", news.Errorf(news.Usage, "correct split", "give names, or --article ID", "it is not said what goes")
	}
	if article == "" {
		on, err := n.Listed(names, false)
		if err != nil {
			return corrections.Entry{}, "", err
		}
		e, err := n.AliasEntry(ctx, corrections.Split, on)
		return e, strings.Join(names, ", ") + " is not " + n.Line(), err
	}
	e, err := n.Entry(ctx, corrections.Split)
	if err != nil {
		return e, "", err
	}
	at, err := n.archive.AnchorIn(ctx, n.ID, article)
	if err == nil && at == nil {
		err = news.Errorf(news.NotFound, article, "see where it is named: hearsay who "+n.ID, "the article does not name %s", n.Line())
	}
	if err != nil {
		return e, "", err
	}
	at.Only = true
	e.Others = []corrections.Anchor{*at}
	e.Anchors = slices.DeleteFunc(e.Anchors, func(a corrections.Anchor) bool { return a.SHA256 == at.SHA256 })
	if len(e.Anchors) == 0 {
		return e, "", news.Errorf(news.Usage, article, "rename it, or hide it", "no other article names %s", n.Line())
	}
	return e, fmt.Sprintf("“%s” in %s is not %s", at.Words, article, n.Line()), nil
}
