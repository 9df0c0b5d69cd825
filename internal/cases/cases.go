// Package cases replays what people decided about cases: named selections of
// statements, articles, claims and entities, with notes and tags, each a decision
// of the one log. A pick that was taken back, a tag that went, a case that was
// opened again have no form of their own: they are undone entries.
package cases

import (
	"slices"
	"time"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/fold"
)

// Case is a named selection as the log leaves it.
type Case struct {
	ID     string // of the entry that opened it
	Name   string
	By     string // who opened it, when and why
	At     time.Time
	Reason string
	Closed *Mark // nil while it is open
	Notes  []Mark
	Tags   []Mark
	Picks  []Pick // in the order people gave them, else as they were picked
	Lost   int    // picks of articles that were forgotten
}

// Mark is a note, a tag or the closing of a case, with who made it.
type Mark struct {
	ID    string // the entry's, by which it is taken back
	Words string // closing: the reason
	By    string
	At    time.Time
}

// Pick is one item of a case.
type Pick struct {
	IDs     []string // of the entries that picked it: more than one where logs were brought together
	Target  corrections.Target
	Anchors []corrections.Anchor
	By      string
	At      time.Time
	Reason  string
	Notes   []Mark
	Tags    []Mark
}

// Replay makes cases of the entries of a log that hold, in the order of the log
// (corrections.Effective); other decisions are passed over. What is said of a
// case that nobody opened, or of an item that is not in it, says nothing. Cases
// come in the order they were opened in.
func Replay(entries []corrections.Entry) []Case {
	r := replay{place: map[string]int{}}
	for i := range entries {
		if e := &entries[i]; e.Decision == corrections.Open {
			r.place[e.ID] = len(r.cases)
			r.cases = append(r.cases, Case{ID: e.ID, Name: e.Name, By: e.By, At: e.At, Reason: e.Reason})
		}
	}
	for i := range entries {
		e := &entries[i]
		if at, known := r.place[e.Case]; known {
			r.cases[at].take(e)
		}
	}
	return r.cases
}

type replay struct {
	cases []Case
	place map[string]int // by id
}

func (c *Case) take(e *corrections.Entry) {
	if e.Target == corrections.Case {
		c.change(e)
		return
	}
	if len(e.Anchors) == 0 { // its article was forgotten
		if e.Decision == corrections.Pick {
			c.Lost++
		}
		return
	}
	at := c.Find(e.Target, e.Anchors)
	switch {
	case e.Decision == corrections.Pick && at < 0:
		c.Picks = append(c.Picks, Pick{IDs: []string{e.ID}, Target: e.Target, Anchors: e.Anchors, By: e.By, At: e.At, Reason: e.Reason})
	case at < 0:
	case e.Decision == corrections.Pick:
		c.Picks[at].IDs = append(c.Picks[at].IDs, e.ID)
	case e.Decision == corrections.Place:
		moved := c.Picks[at]
		c.Picks = slices.Insert(slices.Delete(c.Picks, at, at+1), min(e.Place, len(c.Picks))-1, moved)
	case e.Decision == corrections.Note:
		c.Picks[at].Notes = append(c.Picks[at].Notes, mark(e))
	case e.Decision == corrections.Tag:
		c.Picks[at].Tags = tagged(c.Picks[at].Tags, e)
	}
}

func (c *Case) change(e *corrections.Entry) {
	switch e.Decision {
	case corrections.Rename:
		c.Name = e.Name
	case corrections.Close:
		m := mark(e)
		m.Words = e.Reason
		c.Closed = &m
	case corrections.Note:
		c.Notes = append(c.Notes, mark(e))
	case corrections.Tag:
		c.Tags = tagged(c.Tags, e)
	}
}

func mark(e *corrections.Entry) Mark { return Mark{ID: e.ID, Words: e.Words, By: e.By, At: e.At} }

// tagged adds a tag that is not there yet.
func tagged(tags []Mark, e *corrections.Entry) []Mark {
	if Tagged(tags, e.Words) != nil {
		return tags
	}
	return append(tags, mark(e))
}

// Tagged is the tag of these words, in whatever case; nil when there is none.
func Tagged(tags []Mark, words string) *Mark {
	for i := range tags {
		if fold.Name(tags[i].Words) == fold.Name(words) {
			return &tags[i]
		}
	}
	return nil
}

// Find is the place among Picks of the item that stands at one of the anchors;
// -1 for none. Of a claim that was picked with several tellings one is enough.
func (c *Case) Find(t corrections.Target, anchors []corrections.Anchor) int {
	return slices.IndexFunc(c.Picks, func(p Pick) bool {
		return p.Target == t && slices.ContainsFunc(p.Anchors, func(a corrections.Anchor) bool {
			return slices.ContainsFunc(anchors, func(b corrections.Anchor) bool { return samePlace(t, a, b) })
		})
	})
}

// samePlace tells items apart. Articles of one text are different items.
func samePlace(t corrections.Target, a, b corrections.Anchor) bool {
	return a.SHA256 == b.SHA256 && a.Start == b.Start && a.End == b.End && a.Nth == b.Nth && (t != corrections.Article || a.Article == b.Article)
}

// Named are the cases that go by a name or an id, those that are open first.
func Named(all []Case, name string) []*Case {
	var open, closed []*Case
	for i := range all {
		c := &all[i]
		switch {
		case c.ID == name:
			return []*Case{c}
		case fold.Name(c.Name) != fold.Name(name):
		case c.Closed == nil:
			open = append(open, c)
		default:
			closed = append(closed, c)
		}
	}
	return append(open, closed...)
}
