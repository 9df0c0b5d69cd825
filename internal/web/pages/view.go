// Package pages draws the local pages: values in, HTML out. It looks nothing
// up; package web fills its values.
package pages

import "strconv"

// Frame is what every page shows around its content.
type Frame struct {
	Title    string
	Query    string // what stands in the search box
	Articles int
	Said     int // attributed statements in the archive
	Waiting  int // articles and tellings not yet compared with the others
	Style    string
	Script   string
	Paper    string   // another style sheet, of reports; "" for none
	Path     string   // of the page's own address
	Feed     string   // the parameters of the feed the page offers, "" for none
	Bare     bool     // for who is not signed in: nothing of the archive
	Editor   bool     // the reader may decide
	Here     string   // the page's own address, without what was decided
	Decided  string   // the decision just made on it, "" for none
	Told     string   // what that did
	Account  string   // who is signed in, "" where pages need no account
	Case     CaseHere // that picks go into
}

// room is a page that every page leads to.
type room struct{ Path, Label string }

var rooms = []room{{"/", "Statements"}, {"/claims", "Claims"}, {"/names", "Names"}, {"/outlets", "Outlets"}, {"/spread", "Spread"}, {"/watchlist", "Watchlist"}, {"/cases", "Cases"}, {"/review", "Review"}, {"/add", "Add"}}

// keyRow is a key and what it does.
type keyRow struct{ Key, Does string }

var keyRows = []keyRow{
	{"j k", "the next and the one before in a list"}, {"o", "open it"}, {"c", "copy its citation"}, {"p", "pick it into your case"}, {"/", "search"},
	{"y n", "in the review and before a decision: yes, no"}, {"u", "take the last answer or decision back"}, {"?", "these keys; in the review: unsure"},
}

// Adding is the page on which news are added.
type Adding struct {
	Frame
	Empty bool // nothing is in the archive
	Job   *Job // the addition that is looked at; nil for none
}

// Job is one addition.
type Job struct {
	ID       string
	Words    string
	Done     int
	Ended    bool
	Fault    string // why it ended early
	Failures []Failure
	Read     []Tab // the first articles of it
	Rest     int   // articles of it besides
}

// Failure is an input that could not be read, why, and what helps.
type Failure struct{ ID, Words, Mend string }

// SignIn is the page on which one signs in.
type SignIn struct {
	Frame
	To      string // where one wanted to go
	Name    string
	Refused string // why it was not to be, "" before a try
}

// Problem is a page that says what went wrong and the mend.
type Problem struct {
	Frame
	Words string
	Of    string // what they are about, "" for nothing that has a name
	Mend  Mend
	Seek  string // what to search for instead, "" for nothing
}

// Mend is what helps against a fault.
type Mend struct {
	Words string
	Path  string // where the words lead, "" for nowhere
	Seeks bool   // a search helps
}

// searchPath is where the search of a page's head leads: claims are searched
// from their list.
func searchPath(f Frame) string {
	if f.Path == "/claims" {
		return f.Path
	}
	return "/"
}

func searchLabel(f Frame) string {
	if f.Path == "/claims" {
		return "Search claims"
	}
	return "Search statements"
}

// current marks the link to the page that is shown, as ARIA wants it.
func current(f Frame, path string) string {
	if f.Path == path {
		return "page"
	}
	return "false"
}

func yes(b bool) string { return strconv.FormatBool(b) }

func count(n int) string  { return strconv.Itoa(n) }
func number(i int) string { return strconv.Itoa(i + 1) }
