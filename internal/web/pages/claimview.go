package pages

import (
	"net/url"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// Claims is the list of claims.
type Claims struct {
	Frame
	List []ClaimLine
}

// ClaimLine is a claim in a list.
type ClaimLine struct {
	ID, Words, Outlet, Published, Instant string
	Tellings, Articles, Denials           int
}

// Claim is the page of one claim: its course in time.
type Claim struct {
	Frame
	ID        string
	Aliases   []string
	Words     string // of its first telling
	First     string
	Counts    []CountRow
	Lanes     *Lanes // nil when there is nothing to draw
	Stations  []Station
	More      int // stations that are not shown
	Suggested []Station
	Drift     []Drift
	Gaps      []string
	Pick      Pick
}

// CountRow counts what does one thing with a claim.
type CountRow struct {
	What                                         string
	Articles, Outlets, Origins, Copies, Speakers int
}

// Station is one point of a claim's course.
type Station struct {
	Index    int
	Role     string // tells, takes, carries, event
	Relation string
	Hollow   bool // another's words only
	When     string

	Article, Headline, Outlet   string
	Number                      int
	Own                         bool
	Who, Printed, Cue, Remove   string
	Via                         []string
	Content, Says, Takes        string
	CopyOf, CopyWords, CopyKind string
	By                          string // who confirmed it and when
	Translated                  bool
	Reasons                     []string
	Articles                    int // that tell of an event
	Told                        []ToldBy
}

// ToldBy is a date as an article tells it.
type ToldBy struct{ Article, Outlet, Words string }

// Drift is a difference between two wordings.
type Drift struct {
	Change, From, To       string
	FromStation, ToStation int
	FromPlace, ToPlace     string
}

// Lanes is the picture of a course, in units of its own.
type Lanes struct {
	Wide, High int
	Axis       int // between those who tell and those who take up
	Lanes      []Lane
	Ticks      []Tick
	Marks      []Mark
	Links      []Link
}

// Lane is whose line it is.
type Lane struct {
	Label string
	Y     int
	Below bool
}

// Tick is a date under the lanes.
type Tick struct {
	X     int
	Label string
}

// Mark is a station on a lane.
type Mark struct {
	X, Y     int
	Station  int
	Hollow   bool
	Relation string
	Title    string
}

// Link ties a copy to whose words it has.
type Link struct {
	X1, Y1, X2, Y2 int
	Sure           bool // which was first is known
}

// laneLabelEnd is where lanes begin; laneLetters how much of a name stands before.
const (
	laneLabelEnd = 190
	laneLetters  = 28
)

func claimURL(id string) string { return "/claim?" + url.Values{"id": {id}}.Encode() }

func stationID(i int) string { return "station-" + count(i) }

func joined(list []string) string { return strings.Join(list, ", ") }

func shortened(words string, most int) string {
	r := []rune(words)
	if len(r) <= most {
		return words
	}
	return strings.TrimRight(string(r[:most-1]), " ") + "…"
}

// roleWords say what a station does with the claim.
func roleWords(s Station) string {
	switch {
	case s.Role == "carries":
		return "carries the words"
	case s.Hollow:
		return "told, as a copy"
	}
	return doneWords(s.Relation)
}

func doneWords(relation string) string { return wording.Done(news.Relation(relation)) }
