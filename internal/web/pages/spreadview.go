package pages

import (
	"context"
	"strings"
)

// Spread is the page of who carried whose words.
type Spread struct {
	Frame
	Asked SpreadAsked
	Fault *QueryFault // nil when what is asked can be answered
	SpreadPart
}

// SpreadAsked is what the page was asked for, as its form has it.
type SpreadAsked struct {
	Query, Outlet, After, Before, Way string
	Top                               int
	Owners, Confirmed                 bool
	HasOwners                         bool // there are groups of outlets in the archive
}

// SpreadPart is who carried whose words: a picture, and tables of the same.
type SpreadPart struct {
	Whole   string         // the address of the page of its own; "" where this is it
	Picture *SpreadPicture // nil when there is nothing to draw
	Rows    []SpreadRow    // of the lines drawn, all of them
	Rest    []SpreadRow    // of what has no line of its own
	More    int            // rows of the rest that are not shown
	Newest  bool           // only the newest, or the most frequent, are counted
	Within  int            // articles that carry words of their own outlet, or group
	Hidden  int            // articles among the others
	Left    int            // lines that are not drawn
}

// SpreadRow counts the articles of To that carry words of From's.
type SpreadRow struct {
	From, To            SpreadEnd
	Way                 string
	Articles, Suggested int
	Copies              string // the address of the list of them; "" where one end is the others
}

// SpreadEnd is an outlet, a group or the others; Address is "" where it is not
// known, or the others.
type SpreadEnd struct {
	Name, Address string
	Others        int // outlets it stands for, 0 when for itself
}

// SpreadPicture is the graph, in units of its own.
type SpreadPicture struct {
	Wide, High, Shown int // Shown is how much of it fits a page
	Nodes             []SpreadNode
	Lines             []SpreadLine
}

// SpreadNode is an outlet, a group, or the others.
type SpreadNode struct {
	X, Y                int // its left upper corner
	Name                string
	Address             string
	Others              int
	Given, Taken, Words int
}

func (n SpreadNode) end() SpreadEnd { return SpreadEnd{n.Name, n.Address, n.Others} }

// SpreadLine is all that two nodes have of each other's words.
type SpreadLine struct {
	A, B        int // nodes
	Path        string
	Width       string
	Way         string
	Heads       []string // the paths of its arrow heads
	X, Y, Count int      // where the count stands
	Said        []SpreadSaid
	Address     string
}

// SpreadSaid counts articles of node To that carry words of node From's.
type SpreadSaid struct {
	From, To, Articles int
	Way                string
}

// SpreadCopies is the list of articles behind a count.
type SpreadCopies struct {
	Frame
	From, To string
	Way      string
	List     []CarriedLine
	More     bool
	Back     string // the address of the page that counts them
}

// CarriedLine is an article that carries another's words.
type CarriedLine struct {
	From, To   ArticleLine
	FromOutlet string
	ToOutlet   string
	Kind       string
	Way        string
	Suggested  bool
}

// Measures of a node in the picture.
const (
	SpreadWide = 178
	// SpreadFits is how wide a picture may be and fit a window of 1,280 pixels, and
	// SpreadShrunk how wide one is that can still be read when it is made to fit; a
	// wider one is scrolled.
	SpreadFits   = 1236
	SpreadShrunk = 1640
	SpreadHigh   = 44
)

// spreadLetters is how much of a name stands in a node.
const spreadLetters = 20

// wayWords say how it is known who carried whose words.
func wayWords(way string) string {
	if w, known := ways[way]; known {
		return w
	}
	return way
}

var ways = map[string]string{"credited": "names its source", "uncredited": "no source named", "by-words": "by words only"}

// wayOrder is the order they are offered in.
var wayOrder = []string{"credited", "uncredited", "by-words"}

func spreadNodeID(i int) string { return "outlet-" + count(i) }

// spreadDoes says in few words what a node has to do with words carried.
func spreadDoes(ctx context.Context, n SpreadNode) string {
	var parts []string
	if n.Given > 0 {
		parts = append(parts, say(ctx, "carried %d×", n.Given))
	}
	if n.Taken > 0 {
		parts = append(parts, say(ctx, "carries %d×", n.Taken))
	}
	if n.Words > 0 && len(parts) < 2 {
		parts = append(parts, say(ctx, "alike %d×", n.Words))
	}
	return strings.Join(parts, " · ")
}

func orUnknown(ctx context.Context, outlet string) string {
	if outlet == "" {
		return say(ctx, "outlet unknown")
	}
	return outlet
}

// nodeName is what a node goes by.
func nodeName(ctx context.Context, n SpreadNode) string {
	if n.Others > 0 {
		return say(ctx, "others (%d)", n.Others)
	}
	return orUnknown(ctx, n.Name)
}

// lineWords say what two nodes have of each other's words.
func lineWords(ctx context.Context, nodes []SpreadNode, l SpreadLine) string {
	parts := make([]string, len(l.Said))
	for i, x := range l.Said {
		form := "%s, carried by %s: %d, %s"
		if x.Way == "by-words" {
			form = "%s and %s: %d, %s"
		}
		parts[i] = say(ctx, form, nodeName(ctx, nodes[x.From]), nodeName(ctx, nodes[x.To]), x.Articles, say(ctx, wayWords(x.Way)))
	}
	return strings.Join(parts, "; ")
}
