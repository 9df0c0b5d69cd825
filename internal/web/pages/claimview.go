package pages

import (
	"context"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// Claims is the list of claims.
type Claims struct {
	Frame
	Found  int
	Order  string
	Only   string
	Chips  []Chip
	Facets []Facet
	List   []ClaimLine
	Next   string // where the list goes on, "" on the last page
}

// ClaimLine is a claim in a list.
type ClaimLine struct {
	ID    string
	Words []Run
	Who   string // who told it first, "" for nobody named
	Own   bool   // the outlet did, in its own voice
	Taken string // what that telling does but tell it: its relation, "" for telling

	Outlet, Language, Published, Instant string
	Tellings, Origins, Copies, Denials   int
}

// claimOrders and claimOnlies are what a list of claims may be asked for, the
// usual first, with what a reader calls it; claimFirst says what comes first.
var (
	claimOrders = []choice{{"newest", "latest telling"}, {"oldest", "earliest telling"}, {"denied", "most denied"}, {"origins", "most origins"}}
	claimFirst  = map[string]string{
		"newest":  "What was told, denied or taken up last comes first; the date beside each is the earliest here.",
		"oldest":  "What has the earliest date here comes first.",
		"denied":  "What is denied most often comes first; the date beside each is the earliest here.",
		"origins": "What most independent origins tell comes first; the date beside each is the earliest here.",
	}
	claimOnlies = []choice{{"told", "told more than once, or denied"}, {"denied", "denied"}, {"corrected", "corrected"}, {"all", "all, also told once"}}
)

type choice struct{ Value, Label string }

// claimsURL leads to a list of claims.
func claimsURL(q, only, order string) string {
	v := url.Values{}
	for _, x := range []struct{ name, value, usual string }{{"q", q, ""}, {"of", only, claimOnlies[0].Value}, {"order", order, claimOrders[0].Value}} {
		if x.value != x.usual {
			v.Set(x.name, x.value)
		}
	}
	if len(v) == 0 {
		return "/claims"
	}
	return "/claims?" + v.Encode()
}

// nextClaims leads on in a list of claims.
func nextClaims(p Claims) string {
	at := claimsURL(p.Query, p.Only, p.Order)
	if strings.Contains(at, "?") {
		return at + "&after=" + p.Next
	}
	return at + "?after=" + p.Next
}

// Claim is the page of one claim: its course in time.
type Claim struct {
	Frame
	ID        string
	Aliases   []string
	Words     string // of its first telling
	First     string
	May       []Candidate // for the first
	From, To  string      // the days that are shown alone, "" where open
	Days      int         // that the whole course is told on
	Outside   int         // stations that the days leave out
	Counts    []CountRow
	Desk      *Lanes // the course as a picture; nil when there is nothing to draw
	Phone     *Lanes // the same where there is little room
	Stations  []Station
	More      int // stations that are not shown
	Suggested []Station
	Drift     []Drift
	Gaps      []string
	Spread    SpreadPart
	Pick      Pick
}

// Candidate is a station that may be where the claim was told first.
type Candidate struct {
	Station               int
	When, Instant, Outlet string
}

// CountRow counts what does one thing with a claim.
type CountRow struct {
	What                                         string
	Articles, Outlets, Origins, Copies, Speakers int
}

// countRows are what is counted of each, in the order it is told.
var countRows = []struct {
	label string
	of    func(CountRow) int
}{
	{"Origins", func(c CountRow) int { return c.Origins }}, {"Articles", func(c CountRow) int { return c.Articles }},
	{"of these only carried", func(c CountRow) int { return c.Copies }}, {"Outlets", func(c CountRow) int { return c.Outlets }},
	{"Speakers", func(c CountRow) int { return c.Speakers }},
}

// Station is one point of a claim's course.
type Station struct {
	Index    int
	Role     string // tells, takes, carries, event
	Relation string
	Hollow   bool // another's words only
	Marks    bool // the first that denies
	When     string
	Instant  string // that When tells of; "" for none

	Article, Headline, Opening  string
	Outlet                      string
	Number                      int
	Own                         bool
	Who, Printed, Cue, Remove   string
	Via                         []string
	Content, Says, Takes        string
	CopyOf, CopyWords, CopyKind string
	CopyTitle, CopyOutlet       string
	By                          string // who confirmed it and when
	Translated                  bool
	Reasons                     []string
	Articles                    int    // that tell of an event
	Ref                         string // how a decision names its telling; "" where none can
	Pick                        Pick
	Told                        []ToldBy
}

// ToldBy is a date as an article tells it.
type ToldBy struct{ Article, Headline, Opening, Outlet, Words string }

// Drift is a difference between two wordings.
type Drift struct {
	Change, From, To       string
	FromStation, ToStation int
	FromPlace, ToPlace     Place
}

// Place is where and when something was told; either may be unknown.
type Place struct {
	Outlet, Day string
	Suggested   bool // that it is told there is machine-suggested
}

// Lanes is the picture of a course, in units of its own.
type Lanes struct {
	Wide, High     int
	From           int // where lanes begin, their names before them; 0 where names stand above
	Lines, Letters int // of a name
	Axis           int // between those who tell and those who take up
	Lanes          []Lane
	Ticks          []Tick
	Marks          []Mark
	Links          []Link
}

// Lane is whose line it is.
type Lane struct {
	Label string
	Y     int
	Below bool
}

// Tick is a date under the lanes: of the moment at X, written around At.
type Tick struct {
	X, At int
	Label string
}

// Mark is a station on a lane.
type Mark struct {
	X, Y     int
	Station  int
	Hollow   bool
	Relation string
	At       Place
}

// Link ties a copy to whose words it has.
type Link struct {
	X1, Y1, X2, Y2 int
	Sure           bool // which was first is known
}

func claimURL(id string) string { return "/claim?" + url.Values{"id": {id}}.Encode() }

func stationID(i int) string { return "station-" + count(i) }

func joined(list []string) string { return joinedBy(", ", list) }

func joinedBy(between string, list []string) string { return strings.Join(list, between) }

// placeWords say where and when something was told.
func placeWords(ctx context.Context, p Place) string {
	day := messages.Date(ctx, p.Day)
	if day == "" {
		day = say(ctx, "no date")
	}
	return orUnknown(ctx, p.Outlet) + ", " + day
}

// markWords say what a mark stands for.
func markWords(ctx context.Context, m Mark) string {
	return placeWords(ctx, m.At) + ", " + say(ctx, doneWords(m.Relation))
}

// nameLine is a line of a name in a picture, with its middle.
type nameLine struct {
	Words string
	Y     int
}

const nameLeading = 13 // between two lines of a name

// nameLines set the name of a lane: in the middle before it, or above it.
func nameLines(ctx context.Context, l Lanes, x Lane) []nameLine {
	lines := broken(told(ctx, x.Label), l.Lines, l.Letters)
	y := x.Y + 4 - nameLeading*(len(lines)-1)/2
	if l.From == 0 {
		y = x.Y - nameLeading
	}
	out := make([]nameLine, len(lines))
	for i, words := range lines {
		out[i] = nameLine{words, y + i*nameLeading}
	}
	return out
}

// broken sets words on lines of some letters each, and cuts what is left.
func broken(words string, lines, letters int) []string {
	var out []string
	for len(out) < lines-1 && utf8.RuneCountInString(words) > letters {
		head := string([]rune(words)[:letters+1])
		at := strings.LastIndexByte(head, ' ')
		if at <= 0 {
			break
		}
		out = append(out, words[:at])
		words = words[at+1:]
	}
	return append(out, shortened(words, letters))
}

func shortened(words string, most int) string {
	r := []rune(words)
	if len(r) <= most {
		return words
	}
	return strings.TrimRight(string(r[:most-1]), " ") + "…"
}

// marked puts quotation marks around words that do not open with one.
func marked(ctx context.Context, words string) string {
	if first, _ := utf8.DecodeRuneInString(words); strings.ContainsRune("“„«\"‘‚‹", first) {
		return words
	}
	return say(ctx, "“") + words + say(ctx, "”")
}

// roleWords say what a station does with the claim.
func roleWords(s Station) string {
	switch {
	case s.Role == "carries":
		return "carries the words"
	case s.Hollow:
		return doneWords(s.Relation) + ", as a copy (by whom)"
	}
	return didWords(s.Relation)
}

// didWords is doneWords beside who did it: other languages have another form there.
func didWords(relation string) string { return doneWords(relation) + " (by whom)" }

func doneWords(relation string) string { return wording.Done(news.Relation(relation)) }
