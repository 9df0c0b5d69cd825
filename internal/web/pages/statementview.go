package pages

import (
	"context"
	"strconv"

	"github.com/hearsay-engine/hearsay/internal/messages"
)

// Statement is one statement as a page shows it: verbatim content, who is
// reported as saying it, and where.
type Statement struct {
	Article    string // id
	Headline   string
	Opening    string // the words it begins with, where it has no headline
	Language   string // of the article, "" when unknown
	Outlet     string
	Published  string
	Instant    string // Published as a machine reads it
	Index      int
	Name       string // resolved within the article, "" when unknown
	Printed    string // the words that name the speaker, "" when none do
	Withheld   string // that the speaker is not told, by whose decision; "" when it is
	Resolved   bool   // Name tells more than Printed
	Known      bool   // Name is an entity with a page of its own
	Across     string // who the speaker is suggested to be across articles, "" when confirmed or unknown
	AcrossID   string // that entity's id
	AcrossBy   string // why
	Cue        string
	Content    []string
	Marked     [][]Run // Content with what was sought marked; nil where nothing was
	Kind       string
	Polarity   string
	Own        bool // the outlet's own sentence
	Within     int  // index of the statement around it, -1 when none
	Depth      int  // how many statements stand around it
	Translated bool
	Reasons    []string
	Reviewed   string   // who decided on it and when, "" when nobody did
	Origins    string   // how many copies of its article there are; "" for none
	At         int      // its place in a list that is not its article's, from 1
	Claims     []string // ids of those it is a telling of, where something else tells them too
	Pick       Pick
}

// Run is a stretch of words; Found is one that was searched for.
type Run struct {
	Text  string
	Found bool
}

// Shown is one statement with what stands around it.
type Shown struct {
	Frame
	Statement
	Address  string // where its words stand at the outlet, with a text fragment; "" when unknown
	Language string
	Around   []Paragraph
	Refused  []Outside
	WhyNot   string // where Refused is told, where it is not read here
	Citation string
	Ref      string // how a decision names it
	Whole    bool   // it is a page of its own
}

// Results is the statements page.
type Results struct {
	Frame
	Order    string
	Found    int
	More     bool     // there are more than Found
	Notes    []string // what the search took for what was asked
	Chips    []Chip
	Facets   []Facet
	Said     SaidByName
	Shown    []Statement
	Together PickAll
	Next     string // the next page's address, "" on the last
	Fault    *QueryFault
}

// SaidByName is what speakers named with the words sought are reported as saying.
type SaidByName struct {
	Query string
	N     int
	More  bool // there is more than N
}

// orderNames are the orders of a list of statements.
var orderNames = []string{"newest", "oldest", "best"}

// Facet is one way to narrow a search, with what it would leave.
type Facet struct {
	Name   string
	Values []FacetValue
	Left   int // people of one origin, whom it leaves out
}

// FacetValue is one value of a facet; Query is the whole query with it added, or
// less it where it was chosen.
type FacetValue struct {
	Label  string
	Count  int
	Query  string
	Chosen bool
}

// Chip is one part of the query that can be taken away; Query is what remains.
type Chip struct {
	Label string
	Query string
}

// QueryFault is an error in a query; Words say the place. Before, At and Behind
// are the query, At being what is wrong.
type QueryFault struct{ Before, At, Behind, Words, Mend string }

// headline is what a statement's article is called.
func headline(ctx context.Context, s Statement) string {
	return Called(ctx, s.Headline, s.Opening, s.Article)
}

// Called is what an article is called: by its headline; where it has none, by the
// words its text begins with, marked so; by its id where it has no words.
func Called(ctx context.Context, headline, opening, id string) string {
	switch {
	case headline != "":
		return headline
	case opening != "":
		return messages.Say(ctx, "no headline: “%s”", opening)
	}
	return id
}

// cardClass tells style what a card holds.
func cardClass(s Statement) string {
	if s.Own {
		return "card p-" + s.Polarity + " own"
	}
	return "card p-" + s.Polarity
}

func citeID(s Statement) string { return "cite" + strconv.Itoa(s.Index) }
