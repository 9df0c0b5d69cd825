package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// named is an entity that a person means.
type named struct {
	*store.Identity
	archive *store.Archive
}

// nameEntity finds the one entity that goes by a name or an id.
func nameEntity(cmd *cobra.Command, a *store.Archive, name string) (*named, error) {
	id, several, err := a.Who(cmd.Context(), name)
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
	return &named{id, a}, nil
}

func (n *named) words() string { return fmt.Sprintf("%s (%s)", n.Name, n.ID) }

// entry is a decision on the entity, keyed to mentions by its confirmed names.
func (n *named) entry(cmd *cobra.Command, d corrections.Decision) (corrections.Entry, error) {
	anchors, err := n.anchors(cmd, func(l store.Alias) bool { return l.Confirmed })
	return corrections.Entry{Decision: d, Target: corrections.Entity, Anchors: anchors}, err
}

func (n *named) anchors(cmd *cobra.Command, wanted func(store.Alias) bool) ([]corrections.Anchor, error) {
	out, err := n.archive.Anchors(cmd.Context(), n.Identity, wanted)
	if err == nil && len(out) == 0 {
		err = news.Errorf(news.NotFound, n.ID, "correct the speaker of its statements instead: hearsay correct speaker --help",
			"no article names it as such, so that there is nothing to key a decision to")
	}
	return out, err
}

// aliasEntry is a decision on some of an entity's names: the anchors are of the
// confirmed names that stay, the others of those the decision is on.
func (n *named) aliasEntry(cmd *cobra.Command, d corrections.Decision, on []store.Alias) (corrections.Entry, error) {
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
		return e, news.Errorf(news.Usage, n.ID, "rename it, or hide it: hearsay correct --help", "%s has no other name", n.words())
	}
	var err error
	if e.Anchors, err = n.anchors(cmd, func(l store.Alias) bool { return l.Confirmed && !in(l) }); err != nil {
		return e, err
	}
	e.Others, err = n.anchors(cmd, in)
	return e, err
}

// listed are those of the entity's names that a person wrote; suggested ones
// only where suggested says so.
func (n *named) listed(names []string, suggested bool) ([]store.Alias, error) {
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
			return nil, news.Errorf(news.NotFound, name, "see its names: hearsay who "+n.ID, "%s %s", n.words(), what)
		}
	}
	return out, nil
}

func newCorrectMerge() *cobra.Command {
	return newDecision("merge ENTITY ENTITY | CLAIM CLAIM", "Two entities, or two claims, are one", someArgs("correct merge", 2, 2, "two entities, by name or id, or two claims by id"),
		func(cmd *cobra.Command, a *store.Archive, args []string) (corrections.Entry, string, error) {
			if isClaim(args[0]) {
				return mergeClaims(cmd, a, args)
			}
			one, err := nameEntity(cmd, a, args[0])
			if err != nil {
				return corrections.Entry{}, "", err
			}
			other, err := nameEntity(cmd, a, args[1])
			if err != nil {
				return corrections.Entry{}, "", err
			}
			if one.ID == other.ID {
				return mergeSuggested(cmd, one, args)
			}
			return merge(cmd, one, other)
		})
}

// mergeSuggested confirms that of two names of an entity which is only suggested.
func mergeSuggested(cmd *cobra.Command, n *named, names []string) (corrections.Entry, string, error) {
	for _, name := range names {
		if on, err := n.listed([]string{name}, true); err == nil {
			e, err := n.aliasEntry(cmd, corrections.Confirm, on)
			return e, name + " is " + n.words(), err
		}
	}
	return corrections.Entry{}, "", news.Errorf(news.Usage, n.ID, "see its names: hearsay who "+n.ID, "they are one entity already")
}

func merge(cmd *cobra.Command, one, other *named) (corrections.Entry, string, error) {
	e, err := one.entry(cmd, corrections.Merge)
	if err != nil {
		return e, "", err
	}
	e.Others, err = other.anchors(cmd, func(l store.Alias) bool { return l.Confirmed })
	return e, one.words() + " and " + other.words() + " are one", err
}

func newCorrectSplit() *cobra.Command {
	var x deciding
	var article string
	cmd := &cobra.Command{
		Use:   "split ENTITY ALIAS… | --article ID | CLAIM ARTICLE#N…",
		Short: "Some of an entity's names, its mentions in one article, or tellings of a claim are of another",
		Args:  someArgs("correct split", 1, corrections.MaxAnchors, "an entity, and the names that are not its own; or a claim and its tellings that are another's"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return x.decide(cmd, func(a *store.Archive) (corrections.Entry, string, error) {
				if isClaim(args[0]) && len(args) > 1 {
					return decideTelling(cmd, a, corrections.Split, args[0], args[1:], "is of another claim than")
				}
				n, err := nameEntity(cmd, a, args[0])
				if err != nil {
					return corrections.Entry{}, "", err
				}
				return split(cmd, n, args[1:], article)
			})
		},
	}
	cmd.Flags().StringVar(&article, "article", "", "the article whose mentions of it stand for another")
	x.register(cmd)
	return cmd
}

func split(cmd *cobra.Command, n *named, names []string, article string) (corrections.Entry, string, error) {
	if (article == "") == (len(names) == 0) {
		return corrections.Entry{}, "", news.Errorf(news.Usage, "correct split", "give names, or --article ID", "it is not said what goes")
	}
	if article == "" {
		on, err := n.listed(names, false)
		if err != nil {
			return corrections.Entry{}, "", err
		}
		e, err := n.aliasEntry(cmd, corrections.Split, on)
		return e, strings.Join(names, ", ") + " is not " + n.words(), err
	}
	e, err := n.entry(cmd, corrections.Split)
	if err != nil {
		return e, "", err
	}
	at, err := n.archive.AnchorIn(cmd.Context(), n.ID, article)
	if err == nil && at == nil {
		err = news.Errorf(news.NotFound, article, "see where it is named: hearsay who "+n.ID, "the article does not name %s", n.words())
	}
	if err != nil {
		return e, "", err
	}
	at.Only = true
	e.Others = []corrections.Anchor{*at}
	e.Anchors = slices.DeleteFunc(e.Anchors, func(a corrections.Anchor) bool { return a.SHA256 == at.SHA256 })
	if len(e.Anchors) == 0 {
		return e, "", news.Errorf(news.Usage, article, "rename it, or hide it", "no other article names %s", n.words())
	}
	return e, fmt.Sprintf("“%s” in %s is not %s", at.Words, article, n.words()), nil
}

func newCorrectRename() *cobra.Command {
	return newDecision("rename ENTITY NAME…", "Show an entity by another name", someArgs("correct rename", 2, 64, "an entity and its new name"),
		func(cmd *cobra.Command, a *store.Archive, args []string) (corrections.Entry, string, error) {
			n, err := nameEntity(cmd, a, args[0])
			if err != nil {
				return corrections.Entry{}, "", err
			}
			e, err := n.entry(cmd, corrections.Rename)
			e.Name = strings.Join(args[1:], " ")
			return e, n.words() + " is shown as " + e.Name, err
		})
}

func newCorrectKind() *cobra.Command {
	return newDecision("kind ENTITY KIND", "An entity is a "+entityKinds+", or none: no name at all",
		someArgs("correct kind", 2, 2, "an entity and its kind: "+entityKinds+", or none"),
		func(cmd *cobra.Command, a *store.Archive, args []string) (corrections.Entry, string, error) {
			n, err := nameEntity(cmd, a, args[0])
			if err != nil {
				return corrections.Entry{}, "", err
			}
			if !corrections.IsKind(news.EntityKind(args[1])) {
				return corrections.Entry{}, "", news.Errorf(news.Usage, args[1], "take "+entityKinds+", or none", "there is no kind %q", args[1])
			}
			e, err := n.entry(cmd, corrections.Kind)
			e.Kind = news.EntityKind(args[1])
			return e, fmt.Sprintf("%s is of the kind %s", n.words(), e.Kind), err
		})
}
