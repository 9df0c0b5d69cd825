package decide

import (
	"context"
	"fmt"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/cases"
	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of a case: more than a person reads through, little enough that a case
// is drawn on one page.
const (
	maxPicks = 1000
	maxMarks = 200 // notes, or tags, of a case or an item
)

// OpenCase begins a case.
func OpenCase(ctx context.Context, a *store.Archive, name string) (corrections.Entry, string, error) {
	e := corrections.Entry{Decision: corrections.Open, Target: corrections.Case, Name: name}
	return e, "case “" + name + "” is open", freeName(ctx, a, name, "")
}

// freeName wants a name by which no other open case goes, and none that reads as
// an id.
func freeName(ctx context.Context, a *store.Archive, name, own string) error {
	if strings.TrimSpace(name) == "" || strings.ContainsAny(name, "\"\n") {
		return news.Errorf(news.Usage, "case", "give a name of one line without quotation marks", "this is no name for a case")
	}
	all, err := a.Cases(ctx)
	if err != nil {
		return err
	}
	for _, c := range cases.Named(all, name) {
		if c.ID != own && c.Closed == nil {
			return news.Errorf(news.Usage, "case:"+name, "take another name, or go on with it: hearsay case show "+c.ID, "an open case goes by this name")
		}
	}
	return nil
}

// RenameCase gives a case another name.
func RenameCase(ctx context.Context, a *store.Archive, name, other string) (corrections.Entry, string, error) {
	c, err := a.Case(ctx, name)
	if err != nil {
		return corrections.Entry{}, "", err
	}
	e := corrections.Entry{Decision: corrections.Rename, Target: corrections.Case, Case: c.ID, Name: other}
	return e, "case " + caseLine(c) + " is called “" + other + "”", freeName(ctx, a, other, c.ID)
}

// CloseCase says that a case is done with.
func CloseCase(ctx context.Context, a *store.Archive, name string) (corrections.Entry, string, error) {
	c, err := openCase(ctx, a, name)
	if err != nil {
		return corrections.Entry{}, "", err
	}
	return corrections.Entry{Decision: corrections.Close, Target: corrections.Case, Case: c.ID}, "case " + caseLine(c) + " is closed", nil
}

// ReopenCase takes the closing of a case back.
func ReopenCase(ctx context.Context, a *store.Archive, name string) (corrections.Entry, string, error) {
	c, err := a.Case(ctx, name)
	if err == nil && c.Closed == nil {
		err = news.Errorf(news.Usage, "case:"+c.Name, "see it: hearsay case show "+c.ID, "the case is open already")
	}
	if err != nil {
		return corrections.Entry{}, "", err
	}
	return undoing(c.Closed.ID), "case " + caseLine(c) + " is open again", nil
}

func caseLine(c *cases.Case) string { return "“" + c.Name + "”" }

func undoing(id string) corrections.Entry {
	return corrections.Entry{Decision: corrections.Undo, Target: corrections.Log, Revokes: id}
}

// openCase wants a case that is not closed.
func openCase(ctx context.Context, a *store.Archive, name string) (*cases.Case, error) {
	c, err := a.Case(ctx, name)
	if err == nil && c.Closed != nil {
		err = news.Errorf(news.Usage, "case:"+c.Name, "open it again: hearsay case reopen "+c.ID, "the case is closed")
	}
	return c, err
}

// Item is something that a person means to pick.
type Item struct {
	corrections.Target
	Anchors []corrections.Anchor
	Line    string // for people
}

// NameItem finds what a person means by a reference: a statement as ARTICLE#N, a
// claim by its id, an article by its id, else an entity by a name or its id.
func NameItem(ctx context.Context, a *store.Archive, ref string) (*Item, error) {
	switch {
	case IsClaim(ref):
		return claimItem(ctx, a, ref)
	case IsStatement(ref):
		p, err := PointAt(ctx, a, ref)
		if err != nil {
			return nil, err
		}
		return &Item{corrections.Statement, p.Entry(corrections.Pick).Anchors, p.Line()}, nil
	}
	s, err := a.Article(ctx, ref)
	switch {
	case err == nil:
		return articleItem(s)
	case news.FaultOf(err) != news.NotFound:
		return nil, err
	}
	n, err := NameEntity(ctx, a, ref)
	if news.FaultOf(err) == news.NotFound {
		return nil, news.Errorf(news.NotFound, ref, "name a statement as ARTICLE#N, an article or a claim by its id, an entity by a name", "nothing in the archive goes by this")
	}
	if err != nil {
		return nil, err
	}
	e, err := n.Entry(ctx, corrections.Pick)
	return &Item{corrections.Entity, e.Anchors, n.Line()}, err
}

func claimItem(ctx context.Context, a *store.Archive, id string) (*Item, error) {
	c, err := NameClaim(ctx, a, id)
	if err != nil {
		return nil, err
	}
	anchors, err := a.ClaimAnchors(ctx, c.Claim, func(*store.Telling) bool { return false })
	return &Item{corrections.Claim, anchors, c.Line()}, err
}

func articleItem(s *store.Stored) (*Item, error) {
	at, fine := corrections.NewSurveyor(s.Article).Line()
	if !fine {
		return nil, news.Errorf(news.Usage, s.ID, "pick another", "the article has no words to key a pick to")
	}
	return &Item{corrections.Article, []corrections.Anchor{at}, Marked(at.Words)}, nil
}

// Pick takes an item into a case.
func Pick(ctx context.Context, a *store.Archive, name, ref string) (corrections.Entry, string, error) {
	c, err := openCase(ctx, a, name)
	if err != nil {
		return corrections.Entry{}, "", err
	}
	it, err := NameItem(ctx, a, ref)
	if err != nil {
		return corrections.Entry{}, "", err
	}
	switch {
	case c.Find(it.Target, it.Anchors) >= 0:
		err = news.Errorf(news.Usage, ref, "see it: hearsay case show "+c.ID, "the case %s has it already", caseLine(c))
	case len(c.Picks) >= maxPicks:
		err = news.Errorf(news.TooLarge, "case:"+c.Name, "go on in another case", "the case has %d items already", maxPicks)
	}
	e := corrections.Entry{Decision: corrections.Pick, Target: it.Target, Anchors: it.Anchors, Case: c.ID}
	return e, it.Line + " is in the case “" + c.Name + "”", err
}

// Unpick takes an item out of a case again.
func Unpick(ctx context.Context, a *store.Archive, name, ref string) (corrections.Entry, string, error) {
	c, at, err := picked(ctx, a, name, ref)
	if err != nil {
		return corrections.Entry{}, "", err
	}
	p := &c.Picks[at]
	return undoing(p.IDs[len(p.IDs)-1]), PickWords(p) + " is no more in the case “" + c.Name + "”", nil
}

// picked finds an item of an open case by a reference, or by the id of the
// decision that picked it: what is not found any more has no other.
func picked(ctx context.Context, a *store.Archive, name, ref string) (*cases.Case, int, error) {
	c, err := openCase(ctx, a, name)
	if err != nil {
		return nil, 0, err
	}
	for i := range c.Picks {
		for _, id := range c.Picks[i].IDs {
			if id == ref {
				return c, i, nil
			}
		}
	}
	it, err := NameItem(ctx, a, ref)
	if err != nil {
		return nil, 0, err
	}
	at := c.Find(it.Target, it.Anchors)
	if at < 0 {
		err = news.Errorf(news.NotFound, ref, "see its items: hearsay case show "+c.ID, "the case %s has no such item", caseLine(c))
	}
	return c, at, err
}

// PickWords name an item by the words it was picked with.
func PickWords(p *cases.Pick) string { return AnchorWords(p.Anchors[:1]) }

// PlaceItem moves an item to a place of its case, counted from 1.
func PlaceItem(ctx context.Context, a *store.Archive, name, ref string, place int) (corrections.Entry, string, error) {
	c, at, err := picked(ctx, a, name, ref)
	if err != nil {
		return corrections.Entry{}, "", err
	}
	if place < 1 || place > len(c.Picks) {
		err = news.Errorf(news.Usage, "--place", fmt.Sprintf("take 1 to %d", len(c.Picks)), "the case has no such place")
	}
	p := &c.Picks[at]
	e := corrections.Entry{Decision: corrections.Place, Target: p.Target, Anchors: p.Anchors, Case: c.ID, Place: place}
	return e, fmt.Sprintf("%s is item %d of the case “%s”", PickWords(p), place, c.Name), err
}

// Mark puts a note or a tag on a case, or on an item of it where ref names one.
func Mark(ctx context.Context, a *store.Archive, d corrections.Decision, name, ref, words string) (corrections.Entry, string, error) {
	e := corrections.Entry{Decision: d, Target: corrections.Case, Words: strings.TrimSpace(words)}
	what := "the case"
	var notes, tags []cases.Mark
	if ref == "" {
		c, err := openCase(ctx, a, name)
		if err != nil {
			return e, "", err
		}
		e.Case, notes, tags, what = c.ID, c.Notes, c.Tags, what+" “"+c.Name+"”"
	} else {
		c, at, err := picked(ctx, a, name, ref)
		if err != nil {
			return e, "", err
		}
		p := &c.Picks[at]
		e.Case, e.Target, e.Anchors = c.ID, p.Target, p.Anchors
		notes, tags, what = p.Notes, p.Tags, PickWords(p)+" in the case “"+c.Name+"”"
	}
	if d == corrections.Tag {
		e.Words = strings.Join(strings.Fields(e.Words), " ")
	}
	switch {
	case e.Words == "":
		return e, "", news.Errorf(news.Usage, string(d), "write it", "there are no words in it")
	case d == corrections.Tag && cases.Tagged(tags, e.Words) != nil:
		return e, "", news.Errorf(news.Usage, e.Words, "take it away with --remove", "%s has this tag already", what)
	case len(notes) >= maxMarks || len(tags) >= maxMarks:
		return e, "", news.Errorf(news.TooLarge, string(d), "take one away first", "%s has %d already", what, maxMarks)
	case d == corrections.Tag:
		return e, what + " is tagged “" + e.Words + "”", nil
	}
	return e, "noted on " + what, nil
}

// Untag takes a tag of a case, or of an item of it, away.
func Untag(ctx context.Context, a *store.Archive, name, ref, tag string) (corrections.Entry, string, error) {
	var tags []cases.Mark
	c, err := openCase(ctx, a, name)
	if err == nil {
		tags = c.Tags
	}
	if err == nil && ref != "" {
		var at int
		if c, at, err = picked(ctx, a, name, ref); err == nil {
			tags = c.Picks[at].Tags
		}
	}
	if err != nil {
		return corrections.Entry{}, "", err
	}
	m := cases.Tagged(tags, tag)
	if m == nil {
		return corrections.Entry{}, "", news.Errorf(news.NotFound, tag, "see its tags: hearsay case show "+c.ID, "there is no such tag")
	}
	return undoing(m.ID), "the tag “" + m.Words + "” is away", nil
}
