package pages

import (
	"net/url"
	"strconv"

	"github.com/hearsay-engine/hearsay/internal/report"
)

// CaseHere is the case that a reader's picks go into; its zero value is none.
type CaseHere struct {
	ID, Name string
	Items    int
}

// Pick offers to take something into a case.
type Pick struct {
	Offered bool
	What    string // as hearsay case names it
	To      string // the page to come back to
	In      bool   // the case has it already
	Case    CaseHere
}

// Remark is a note or a tag, with the decision that made it.
type Remark struct{ ID, Words, By, At string }

// CaseLine is a case in a list.
type CaseLine struct {
	ID, Name, By, At string

	Closed   string // when, "" while it is open
	ClosedBy string
	Items    int
	Tags     []Remark
	Here     bool // picks go into it
}

// Cases is the list of cases.
type Cases struct {
	Frame
	List []CaseLine
}

// CasePage is the page of one case.
type Case struct {
	Frame
	CaseLine
	Reason    string
	Notes     []Remark
	ByTime    bool // in the order of time, not the one that was given
	Orders    []Tab
	Counts    string
	Shown     []CaseItem
	Forgotten int
	Query     string // what finds all that belongs to it
}

// CaseItem is one item of a case. Of a statement Statement is set; others have a
// line that leads to their page.
type CaseItem struct {
	Place       int
	ID          string // of the pick
	Target      string
	Words, Link string
	Said        int  // statements of an entity
	Article     bool // it is one, of an outlet and a time

	Outlet, Published, Instant string

	Gone        string // why it is not found, "" when it is
	By, At      string
	Reason      string
	Statement   *Statement
	Notes, Tags []Remark
}

// Choosing is the page on which one says into which case something is picked.
type Choosing struct {
	Frame
	What     []string // as hearsay case names them
	Action   string   // the address of the form
	Line, To string
	List     []CaseLine
}

// PickAll offers to take all of a list into a case that it has not.
type PickAll struct {
	What []string
	To   string
	Case CaseHere
}

func caseURL(id string) string { return "/cases/" + url.PathEscape(id) }

func pickURL(p Pick) string {
	return "/pick?" + url.Values{"what": {p.What}, "to": {p.To}}.Encode()
}

func evidenceID(page int) string { return "e" + strconv.Itoa(page) }

func pageTitle(r *report.Report, page int) string {
	if page < 1 || page > len(r.Pages) {
		return ""
	}
	p := r.Pages[page-1]
	return p.Title + ", " + p.Outlet + ", " + p.Published
}

func itemID(place int) string { return "i" + strconv.Itoa(place) }

// cardAt names a card by its place in a list, so that a form leads back to it.
func cardAt(s Statement) string {
	if s.At == 0 {
		return ""
	}
	return "c" + strconv.Itoa(s.At)
}
