package keep

import (
	"context"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// decideNames tells the sweep over names what the log says of them by now.
func decideNames(ctx context.Context, a *store.Archive) error {
	have, want, err := decisionsOnNames(ctx, a)
	if err != nil || sameDecisions(have, want) {
		return err
	}
	return a.SetDecisions(ctx, want)
}

// namesDecided reports whether names are grouped by what the log says of them.
func namesDecided(ctx context.Context, a *store.Archive) (bool, error) {
	have, want, err := decisionsOnNames(ctx, a)
	return sameDecisions(have, want), err
}

// decisionsOnNames are those that names are grouped by, and those of the log.
func decisionsOnNames(ctx context.Context, a *store.Archive) (have, want resolve.Decisions, err error) {
	log, err := a.Log(ctx)
	if err != nil {
		return have, want, err
	}
	have, err = a.Decisions(ctx)
	return have, identityDecisions(log), err
}

func sameDecisions(a, b resolve.Decisions) bool {
	return slices.Equal(a.Ties, b.Ties) && slices.Equal(a.Labels, b.Labels)
}

// identityDecisions is what the log says of names, as the resolve stage wants
// it: of decisions that hold and whose words were found, in the order of the log.
func identityDecisions(log []store.Logged) resolve.Decisions {
	var d resolve.Decisions
	for i := range log {
		l := &log[i]
		if l.Target != corrections.Entity || l.OfCase() || !l.Found() {
			continue
		}
		of, others := uses(l, false), uses(l, true)
		switch {
		case len(of) == 0:
		case len(l.Others) == 0:
			d.Labels = append(d.Labels, label(l, of[0]))
		case len(others) > 0:
			d.Ties = append(d.Ties, tiesOf(l, of, others)...)
		}
	}
	return d
}

// tiesOf are the ties of a decision on two sides, of which neither is empty.
// What was joined goes to any name of its entity, full names first: the name
// most used then may be a short one, or be parted from it since.
func tiesOf(l *store.Logged, of, others []resolve.Use) []resolve.Tie {
	others = fullFirst(others)
	together := ties(l.ID, others[1:], others[:1], true)
	switch l.Decision {
	case corrections.Merge, corrections.Confirm:
		return append(ties(l.ID, others[:1], fullFirst(of), true), together...)
	case corrections.Split:
		return append(ties(l.ID, others, of, false), together...)
	}
	return ties(l.ID, others, of, false)
}

// uses are the names that the anchors of one side were found to be, in the order
// of the anchors, each once; an anchor of several articles by the first.
func uses(l *store.Logged, other bool) []resolve.Use {
	list := l.Anchors
	if other {
		list = l.Others
	}
	var out []resolve.Use
	for _, p := range l.Places {
		if p.Other != other || p.Name == "" || p.Part >= len(list) {
			continue
		}
		u := resolve.Use{Kind: p.Kind, Name: p.Name}
		if list[p.Part].Only {
			u.Article = p.Article
		}
		if !slices.Contains(out, u) {
			out = append(out, u)
		}
	}
	return out
}

func fullFirst(uses []resolve.Use) []resolve.Use {
	short := func(u resolve.Use) bool { return resolve.NewForm(u.Kind, u.Name, nil).Short }
	out := slices.DeleteFunc(slices.Clone(uses), short)
	return append(out, slices.DeleteFunc(slices.Clone(uses), func(u resolve.Use) bool { return !short(u) })...)
}

func ties(by string, some, others []resolve.Use, same bool) []resolve.Tie {
	var out []resolve.Tie
	for _, a := range some {
		for _, b := range others {
			if a != b {
				out = append(out, resolve.Tie{A: a, B: b, Same: same, By: by})
			}
		}
	}
	return out
}

func label(l *store.Logged, of resolve.Use) resolve.Label {
	out := resolve.Label{Of: of, By: l.ID}
	switch {
	case l.Decision == corrections.Rename:
		out.What, out.Value = resolve.Renamed, l.Name
	case l.Decision == corrections.Hide:
		out.What = resolve.Hidden
	case l.Kind == corrections.NoKind:
		out.What = resolve.NoEntity
	default:
		out.What, out.Value = resolve.Kinded, string(news.EntityKind(l.Kind))
	}
	return out
}
