// Package pages draws the local pages: values in, HTML out. It looks nothing
// up; package web fills its values.
package pages

import (
	"context"
	"net/url"
	"strconv"
	"strings"
)

// Frame is what every page shows around its content.
type Frame struct {
	Title    string
	Query    string // what stands in the search box
	Articles int
	Said     int // attributed statements in the archive
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

// orderNames are the orders of a list of statements.
var orderNames = []string{"newest", "oldest", "best"}

// Statement is one statement as a page shows it: verbatim content, who is
// reported as saying it, and where.
type Statement struct {
	Article    string // id
	Headline   string
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
	Reviewed   string // who decided on it and when, "" when nobody did
	Origins    string // how many copies of its article there are; "" for none
	At         int    // its place in a list that is not its article's, from 1
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
}

// Facet is one way to narrow a search, with what it would leave.
type Facet struct {
	Name   string
	Values []FacetValue
	Left   int // people of one origin, whom it leaves out
}

// FacetValue is one value of a facet; Query is the whole query with it added.
type FacetValue struct {
	Label string
	Count int
	Query string
}

// Chip is one part of the query that can be taken away; Query is what remains.
type Chip struct {
	Label string
	Query string
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
	Shown    []Statement
	Together PickAll
	Next     string // the next page's address, "" on the last
	Fault    *QueryFault
}

// QueryFault is an error in a query; Words say the place. Before, At and Behind
// are the query, At being what is wrong.
type QueryFault struct{ Before, At, Behind, Words, Mend string }

// Field is one fact about an article with the evidence for it, and the words it
// was read from where they stand in the text.
type Field struct{ Label, Value, Evidence, Words string }

// Tab leads to a part of a page.
type Tab struct {
	Label, Path string
	Now         bool
	Count       int // 0 where there is nothing to count
}

// Piece is a run of an article's text inside the same statements.
type Piece struct {
	Text    string
	Depth   int   // how many statements hold it; 0 outside of all
	Speaker bool  // words that name a speaker
	Cue     bool  // words that say that somebody speaks
	Here    bool  // inside the one statement the page is about
	Opens   []int // statements whose content begins here, as places in Cards
}

// Paragraph is one paragraph of the article, or neighbouring lines outside it.
type Paragraph struct {
	Pieces  []Piece
	Outside []Outside // set instead of Pieces
}

// Outside is a line that stands outside the article, and why.
type Outside struct{ Text, Why string }

// Article is the page of one article.
type Article struct {
	Frame
	ID         string
	Headline   string
	Tabs       []Tab
	Fields     []Field
	Provenance []Field // of every field
	Language   string
	Translated bool
	Text       []Paragraph
	Cards      []Statement
	Pick       Pick
	Family     string // how many carry its words, of how many origins
	Copies     []Copy
	MoreCopies int
}

// Copy is another article that shares words with the one that is shown.
type Copy struct {
	ID, Headline, Outlet, Published, Instant string

	Words    string // what the shown one is to it
	Kind     string
	Status   string // confirmed or suggested
	Share    string
	Reasons  []string
	Passages []Passage
	More     int // passages that are not shown
}

// Passage is a stretch both have: the words of the shown article, and the other's.
type Passage struct {
	Here, There   []Compared
	Words, Quoted int
}

// Compared is words of one side of a passage, in order; what Differs the other side
// lacks there.
type Compared struct {
	Text    string
	Differs bool
}

// Alias is one way a name is written, and what joins it.
type Alias struct {
	Name    string
	Status  string
	Count   int
	Reasons []string
	Article string // id of one that prints it, "" for none
	Printed string // the words there
}

// Person is the page of one entity.
type Person struct {
	Frame
	ID      string
	Name    string
	Kind    string
	Notes   []string // what to know before passing it on
	Aliases []Alias
	Said    []Statement
	Denied  []Statement
	About   []Statement
	SaidN   int
	DeniedN FacetValue
	AboutN  int

	Months  []Bar
	Opposed []Pair
	Pick    Pick

	SaidSuggested  int // by names that are only suggested
	AboutSuggested int
}

// Pair is two statements of one speaker on one claim, one telling and one denying
// it, in the order of time.
type Pair struct {
	Claim      string
	One, Other Statement
}

// Bar is one count of a line in time; Query finds what it counts.
type Bar struct {
	Label string
	Count int
	Query string
}

// A bar's width and the greatest bar's height, in pixels.
const (
	barWide = 12
	barHigh = 48
)

func barsBox(list []Bar) string { return "0 0 " + count(len(list)*barWide) + " " + count(barHigh) }

// barOf is a bar's height; what is there at all is seen.
func barOf(list []Bar, b Bar) int {
	most := 1
	for _, x := range list {
		most = max(most, x.Count)
	}
	if b.Count == 0 {
		return 0
	}
	return max(2, b.Count*barHigh/most)
}

func barWords(ctx context.Context, b Bar) string {
	return b.Label + ": " + counted(ctx, b.Count, "%d statement", "%d statements")
}

// Listed is one line of the list of names.
type Listed struct {
	ID, Name, Kind string
	Articles       int
}

// People is the list of names, or the candidates for one that was asked for.
type People struct {
	Frame
	Asked string
	List  []Listed
	Next  string
	Left  int    // people of one origin that are not listed
	All   string // where they are
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
	Failures []Outside
}

// ArticleLine is an article in a list.
type ArticleLine struct{ ID, Headline, Published, Instant string }

// Review is the page on which questions are answered.
type Review struct {
	Frame
	What      string // the kind of questions
	Kinds     []Tab
	Skipped   string
	Undo      string // the last decision of this sitting
	Told      string // what it did
	MayDecide bool
	Left      int
	Question  *Question // nil when nothing is left to ask
	Unsure    string    // where it is left undecided
}

// Question is something to decide.
type Question struct {
	Key, What, Effect, Article, Words string

	Reasons []string
}

// SignIn is the page on which one signs in.
type SignIn struct {
	Frame
	To      string // where one wanted to go
	Name    string
	Refused bool
}

// Problem is a page that says what went wrong and the mend.
type Problem struct {
	Frame
	Words, Mend string
}

// searchURL leads to what a query finds; the newest come first unless an order
// is named.
func searchURL(q string, order ...string) string {
	if len(order) > 0 && order[0] != orderNames[0] {
		return "/?order=" + queryOf(order[0]) + "&q=" + queryOf(q)
	}
	return "/?q=" + queryOf(q)
}

// StatementURL leads to one statement by itself.
func StatementURL(article string, index int) string {
	return "/statement?article=" + queryOf(article) + "&n=" + strconv.Itoa(index)
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

// named is a query for an operator and a name.
func named(operator, name string) string { return operator + `"` + name + `"` }

func copiesURL(id string) string { return articleURL(id) + "&tab=copies" }

func statementPart(s Statement) string { return statementURL(s) + "&part=1" }

func statementURL(s Statement) string { return StatementURL(s.Article, s.Index) }

// feedURL is the address of a feed; form is atom or json.
func feedURL(form, of string) string { return "/feed." + form + "?" + of }

// headline is what an article is called, its id where it has no title.
func headline(s Statement) string {
	if s.Headline != "" {
		return s.Headline
	}
	return s.Article
}

// cardClass tells style what a card holds.
func cardClass(s Statement) string {
	if s.Own {
		return "card p-" + s.Polarity + " own"
	}
	return "card p-" + s.Polarity
}

func citeID(s Statement) string { return "cite" + strconv.Itoa(s.Index) }

// current marks the link to the page that is shown, as ARIA wants it.
func current(f Frame, path string) string {
	if f.Path == path {
		return "page"
	}
	return "false"
}

func yes(b bool) string { return strconv.FormatBool(b) }

func articleURL(id string) string  { return "/article?id=" + queryOf(id) }
func whoURL(name string) string    { return "/who?name=" + queryOf(name) }
func outletURL(name string) string { return "/outlet?name=" + queryOf(name) }
func queryOf(s string) string      { return url.QueryEscape(s) }
func cardID(i int) string          { return "s" + strconv.Itoa(i) }
func markID(i int) string          { return "m" + strconv.Itoa(i) }

// refID names a mark in its article's own page; elsewhere several articles may show.
func refID(base string, i int) string {
	if base != "" {
		return ""
	}
	return markID(i)
}
func number(i int) string { return strconv.Itoa(i + 1) }

// speakerURL leads to the page of who speaks or, where a speaker has no name, to
// all that is printed as said by the same words.
func speakerURL(s Statement) string {
	if s.Known {
		return whoURL(s.Name)
	}
	return searchURL(`speaker:"` + strings.ReplaceAll(s.Name, `"`, " ") + `"`)
}

func count(n int) string { return strconv.Itoa(n) }

// articleAt leads to the statement's card in its article.
func articleAt(s Statement) string { return articleURL(s.Article) + "#" + cardID(s.Index) }
