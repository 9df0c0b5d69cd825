package wire

import (
	"fmt"
	"time"

	"github.com/hearsay-engine/hearsay/internal/cases"
	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// Case is the JSON of a case in a list, and the head of one.
type Case struct {
	ID       string     `json:"id"`
	Name     string     `json:"name"`
	Items    int        `json:"items"`
	OpenedBy string     `json:"opened_by"`
	OpenedAt string     `json:"opened_at"` // in UTC
	Closed   *CaseMark  `json:"closed"`    // null while it is open
	Notes    []CaseMark `json:"notes"`
	Tags     []CaseMark `json:"tags"`
}

// CaseMark is the JSON of a note, a tag, or the closing of a case.
type CaseMark struct {
	ID    string `json:"id"` // of the decision, by which it is taken back
	Words string `json:"words"`
	By    string `json:"by"`
	At    string `json:"at"`
}

// CaseItem is the JSON of an item of a case as it stands now. Ref names it: a
// statement as ARTICLE#N, else an id; that of its pick where it is not found.
type CaseItem struct {
	Place     int                  `json:"place"`
	Target    corrections.Target   `json:"target"`
	Ref       string               `json:"ref"`
	Standing  store.Standing       `json:"standing"`
	Words     string               `json:"words"` // it was picked with
	Now       string               `json:"now,omitempty"`
	By        string               `json:"by"`
	At        string               `json:"at"`
	Reason    string               `json:"reason"`
	Anchors   []corrections.Anchor `json:"anchors"`
	Notes     []CaseMark           `json:"notes"`
	Tags      []CaseMark           `json:"tags"`
	Statement *Hit                 `json:"statement,omitempty"`
}

// CaseView is the JSON of a case with its items.
type CaseView struct {
	Case
	Picks     []CaseItem `json:"picks"`
	Forgotten int        `json:"forgotten"` // picks of articles that were removed for good
}

// NewCase gives a case its outer form.
func NewCase(c *cases.Case) Case {
	out := Case{ID: c.ID, Name: c.Name, Items: len(c.Picks), OpenedBy: c.By, OpenedAt: inUTC(c.At), Notes: each(c.Notes, newCaseMark), Tags: each(c.Tags, newCaseMark)}
	if c.Closed != nil {
		m := newCaseMark(*c.Closed)
		out.Closed = &m
	}
	return out
}

func newCaseMark(m cases.Mark) CaseMark { return CaseMark{m.ID, m.Words, m.By, inUTC(m.At)} }

func inUTC(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05Z") }

// NewCaseView gives a case with its items its outer form; said are the
// statements of the items, as store.HitsOf gives them.
func NewCaseView(c *cases.Case, items []store.Selected, said map[string]*store.Hit) CaseView {
	out := CaseView{NewCase(c), []CaseItem{}, c.Lost}
	for i := range items {
		s := &items[i]
		h := said[s.IDs[0]]
		x := CaseItem{Place: i + 1, Target: s.Target, Ref: ItemRef(s, h), Standing: s.Standing, Words: s.Anchors[0].Words, Now: s.Now, By: s.By, At: inUTC(s.At), Reason: s.Reason,
			Anchors: s.Anchors, Notes: each(s.Notes, newCaseMark), Tags: each(s.Tags, newCaseMark)}
		if h != nil {
			form := NewHit(h, false) // somebody chose it
			x.Statement = &form
		}
		out.Picks = append(out.Picks, x)
	}
	return out
}

// ItemRef is how a person names an item of a case; h is the statement it is.
func ItemRef(s *store.Selected, h *store.Hit) string {
	switch {
	case s.Standing != store.Applies:
		return s.IDs[0]
	case h != nil:
		return StatementRef(h)
	case s.Claim != "":
		return s.Claim
	case s.Entity != "":
		return s.Entity
	}
	return s.Article
}

// StatementRef is how a person names a found statement: the outlet's own by its
// article.
func StatementRef(h *store.Hit) string {
	if h.Statement.Voice == news.OutletOwn {
		return h.Article.ID
	}
	return fmt.Sprintf("%s#%d", h.Article.ID, h.Index)
}

// ItemStanding says why an item is not found, "" when it is.
func ItemStanding(s *store.Selected) string {
	where := ""
	if s.Anchors[0].Article != "" {
		where = ", picked in " + s.Anchors[0].Article
	}
	switch {
	case s.Standing == store.Applies:
		return ""
	case s.Standing == store.Hidden:
		return "left out by a decision since"
	case s.Standing == store.NoText:
		return "no article of this archive has its text" + where
	case s.Now != "":
		return "not found any more" + where + "; there now: “" + excerpt(s.Now) + "”"
	}
	return "not found any more" + where
}
