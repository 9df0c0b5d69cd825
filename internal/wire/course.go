package wire

import "time"

// Course is the JSON of a claim's way through time; docs/trace.md documents it.
type Course struct {
	ID        string          `json:"id"`
	Aliases   []string        `json:"aliases"`
	Words     *CourseWords    `json:"words"`
	First     CourseFirst     `json:"first_seen"`
	Counts    CourseCounts    `json:"counts"`
	Voices    []CourseVoice   `json:"voices"`
	Articles  []CourseArticle `json:"articles"`
	Stations  []Station       `json:"stations"`
	Next      int             `json:"next,omitempty"` // the first station that is not here; 0 when all behind it are
	Suggested []Station       `json:"suggested,omitempty"`
	Drift     []CourseDrift   `json:"drift"`
	Gaps      []CourseGap     `json:"gaps"`
}

// CourseWords is a quote and the article it stands in.
type CourseWords struct {
	Article string `json:"article"`
	Quote
}

// CourseFirst is when the claim was first told in this collection. The bounds
// are null when they are not known.
type CourseFirst struct {
	From     *time.Time `json:"from"`
	Until    *time.Time `json:"until"`
	FromBy   *string    `json:"from_by"`  // the article whose date it is
	UntilBy  *string    `json:"until_by"` // the article whose date it is
	Stations []int      `json:"stations"` // that can be the first
	Undated  int        `json:"undated"`  // articles of no known date: they may be earlier
}

// CourseCount counts one kind of stations.
type CourseCount struct {
	Articles int `json:"articles"`
	Outlets  int `json:"outlets"`
	NoOutlet int `json:"outlet_unknown"`
	Origins  int `json:"origins"`
	Copies   int `json:"copies"`
	Speakers int `json:"speakers"`
}

// CourseCounts are the counts of a course.
type CourseCounts struct {
	All       CourseCount             `json:"all"`
	By        map[string]CourseCount  `json:"relations"`
	Suggested map[string]SuggestCount `json:"suggested"`
}

// SuggestCount counts what is suggested only.
type SuggestCount struct {
	Articles int `json:"articles"`
}

// CourseVoice is one who told the claim or took it up.
type CourseVoice struct {
	Relation string        `json:"relation"`
	Who      string        `json:"who"`
	Entity   *CourseEntity `json:"entity"`
	Voice    string        `json:"voice"`
	Articles int           `json:"articles"`
	Origins  int           `json:"origins"`
	Station  int           `json:"station"` // the first of theirs
}

// CourseEntity is who somebody is across articles.
type CourseEntity struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Status string `json:"status"`
}

// CourseArticle is an article of a course.
type CourseArticle struct {
	ID         string      `json:"id"`
	SHA256     string      `json:"sha256"`
	Title      *string     `json:"title"`
	Outlet     *string     `json:"outlet"`
	Group      *string     `json:"outlet_group"`
	URL        *string     `json:"url"`
	Language   *string     `json:"language"`
	Translated bool        `json:"translated"`
	Published  Publication `json:"published"`
}

// Publication is when an article was published: from From to before Until, in
// UTC, null where it is not known.
type Publication struct {
	From      *time.Time `json:"from"`
	Until     *time.Time `json:"until"`
	Best      *Dated     `json:"best"`
	FromBy    *Dated     `json:"from_by"`
	UntilBy   *Dated     `json:"until_by"`
	Conflicts []Conflict `json:"conflicts"`
	Gaps      []Reason   `json:"gaps"`
	Says      string     `json:"says"`
}

// Dated is a date and its evidence's class.
type Dated struct {
	Value     string  `json:"value"`
	Precision string  `json:"precision"`
	Zone      *string `json:"zone"`
	Class     string  `json:"class"`
}

// Conflict is two dates that cannot both be.
type Conflict struct {
	Kept  *Dated  `json:"kept"`
	Other *Dated  `json:"other"`
	Hours float64 `json:"hours_apart"`
}

// Station is one point of a course. What does not apply to its role is null.
type Station struct {
	Index       int           `json:"index"`
	Role        string        `json:"role"`
	Relation    *string       `json:"relation"`
	Status      string        `json:"status"`
	Article     *string       `json:"article"`
	Statement   *int          `json:"statement"`
	Voice       *string       `json:"voice"`
	Remove      *string       `json:"remove"`
	Via         []CourseVia   `json:"via"`
	Speaker     *Quote        `json:"speaker"`
	SpeakerName *string       `json:"speaker_name"`
	Entity      *CourseEntity `json:"entity"`
	Cue         *Quote        `json:"cue"`
	Polarity    *string       `json:"polarity"`
	Content     []Quote       `json:"content"`
	Takes       *Quote        `json:"takes"`
	Says        []Quote       `json:"says"`
	Passage     *Quote        `json:"passage"`
	Copy        *CourseCopy   `json:"copy"`
	Event       *CourseEvent  `json:"event"`
	ConfirmedBy string        `json:"confirmed_by,omitempty"`
	Reasons     []Reason      `json:"reasons"`
}

// CourseVia is somebody through whom words came.
type CourseVia struct {
	Name    *string `json:"name"`
	Speaker *Quote  `json:"speaker"`
}

// CourseCopy says whose words a station carries.
type CourseCopy struct {
	Of       string   `json:"of"`
	Directed bool     `json:"directed"`
	Kind     string   `json:"kind"`
	Share    float64  `json:"share"`
	Reasons  []Reason `json:"reasons"`
}

// CourseEvent is a time that tellings tell of; From and Until are in UTC.
type CourseEvent struct {
	First     *string      `json:"first"` // day or moment, as the words have it
	Last      *string      `json:"last"`
	From      time.Time    `json:"from"`
	Until     *time.Time   `json:"until"`
	Precision string       `json:"precision"`
	Articles  int          `json:"articles"`
	Told      []CourseTold `json:"told"`
}

// CourseTold is a date as an article tells it.
type CourseTold struct {
	CourseWords
	Reason Reason `json:"reason"`
}

// CourseDrift is a difference between the words of two stations.
type CourseDrift struct {
	Change string      `json:"change"`
	From   CourseDrawn `json:"from"`
	To     CourseDrawn `json:"to"`
}

// CourseDrawn is the words of a station: of one of Stations, or of one of
// Suggested where that is its status.
type CourseDrawn struct {
	Station int    `json:"station"`
	Status  string `json:"status"`
	CourseWords
}

// CourseGap is something that is not known.
type CourseGap struct {
	Code     string  `json:"code"`
	Figure   float64 `json:"figure,omitempty"`
	Articles int     `json:"articles,omitempty"`
	Says     string  `json:"says"`
}
