package pages

import "context"

// Outlets is the list of outlets.
type Outlets struct {
	Frame
	List []Outlet
	More bool // there are more than the list holds

	OfNone int // articles whose outlet is unknown
	Unread Unread
}

// OfNone lists articles whose outlet is unknown.
type OfNone struct {
	Frame
	Articles int
	Newest   []ArticleLine // of them
}

// OfNoneURL leads to the articles whose outlet is unknown.
const OfNoneURL = "/outlets?unknown"

// Collected is how articles of an outlet came into the archive: those of one medium
// among its newest.
type Collected struct {
	Media    string // html, text, jsonl
	Articles int
	Last     string // the day on which the last of them was captured, "" when unknown
	Evidence string // for Last
}

// mediaWords say what articles were read from.
var mediaWords = map[string]string{"html": "saved pages", "text": "texts", "jsonl": "lines of JSON"}

// Unread are captures that could not be read; List are the first of All.
type Unread struct {
	List []Failure
	All  int
}

// Outlet is one outlet, in a list or with a page of its own.
type Outlet struct {
	Name                 string
	Articles, Statements int
	First, Last          string // days, "" when no article has a date
}

// OutletPage is the page of one outlet.
type OutletPage struct {
	Frame
	Outlet
	Newest  []ArticleLine
	Bars    []Bar
	Quoted  []Facet    // whom it reports as saying something
	Denials FacetValue // what others deny in its articles
	Taken   []Taken
	Group   string // of outlets that belong together, "" for none
	Sisters []Sister
	Sides   []Side
	Spread  SpreadPart

	Collected []Collected
	Addressed bool // it has an address, by which Unread was looked for
	Unread    Unread
}

// Taken is a sentence of an outlet's own that denies or corrects what is told.
type Taken struct {
	Statement
	Relation string
	Claims   []string // ids
}

// Sister is an outlet of the same group; it has a page where it has articles.
type Sister struct {
	Name string
	Here bool
}

// Side counts articles of an outlet that carry words of others', or the other way
// round.
type Side struct {
	What, Way           string
	Articles, Suggested int
	Where               string // the address of the page that tells more
}

// outletSize says how much of an outlet there is, and of which days.
func outletSize(ctx context.Context, o Outlet) string {
	out := counted(ctx, o.Articles, "%d article", "%d articles") + ", " + counted(ctx, o.Statements, "%d statement, its own sentences too", "%d statements, its own sentences too")
	switch {
	case o.First == "":
		return out
	case o.First == o.Last:
		return out + ", " + told(ctx, o.First)
	}
	return out + ", " + told(ctx, o.First) + " – " + told(ctx, o.Last)
}

// dayOrUnknown is a day as it is told; that there is none is told too.
func dayOrUnknown(ctx context.Context, day string) string {
	if day == "" {
		return say(ctx, "unknown")
	}
	return told(ctx, day)
}
