package trace

import (
	"cmp"
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// Course is a claim's way through time.
type Course struct {
	ID        string
	Aliases   []string
	First     First
	Stations  []Station // in canonical order, sure ones only
	Suggested []Station // in canonical order: for a person to look at, in no count
	Counts    Counts
	Voices    []Voice // who told it and who took it up, by relation, then by their first station
	Drift     []Drift
	Gaps      []Gap // what is not known, and what was looked for and not found
}

// Role is what a station is on the way.
type Role string

const (
	Tells   Role = "tells"   // the claim is told
	Takes   Role = "takes"   // somebody takes it up: denies, corrects, doubts, asks, holds it off
	Carries Role = "carries" // the words stand there in a passage of a copy; no statement was found
	Event   Role = "event"   // a day that the tellings tell of: told, not published
)

// Station is one point of a course.
type Station struct {
	Role    Role
	Article *Article // nil for an event
	Telling *Telling // nil where a passage only carries the words, and for an event
	Passage *Quote   // the words carried, where there is no telling; Words is "" when the text was not read
	Copy    *Carried // not nil: the words are another article's, and this is no source of its own
	Event   *Happening
}

// Carried says whose words a station carries.
type Carried struct {
	news.Copy
	Of *Article // where they stood, or the canonically earlier one when Directed is false
}

// Hollow reports whether the station only carries another's words.
func (s *Station) Hollow() bool { return s.Copy != nil }

// Relation is what the station does with the claim.
func (s *Station) Relation() news.Relation {
	if s.Telling == nil {
		return news.RelRepeats
	}
	return s.Telling.Relation
}

// Happening is a time that tellings tell of. First and Last are the first and
// last day or moment it may mean, in ISO 8601; "" for one that is open.
type Happening struct {
	news.Interval
	First, Last string
	Precision   news.Precision
	Told        []ToldBy // in canonical order of their articles, at most eventTellings
	Articles    int      // that tell of it
}

// ToldBy is a date as one article tells it.
type ToldBy struct {
	Article *Article
	In      *Telling
	Told    Told
}

// Station is one of Stations, or one of Suggested, which are counted on behind them.
func (c *Course) Station(i int) *Station {
	if n := len(c.Stations); i >= n {
		return &c.Suggested[i-n]
	}
	return &c.Stations[i]
}

// LabelWords are the words of Label; "" where there is none.
func (c *Course) LabelWords() string {
	if l := c.Label(); l != nil && l.Telling != nil {
		return Words(l.Telling.Content)
	}
	return ""
}

// Label is the station whose words stand for the claim: the first that tells it
// in words of its own, else the first with words; nil when there is none.
func (c *Course) Label() *Station {
	var label *Station
	for _, list := range [][]Station{c.Stations, c.Suggested} {
		for i := range list {
			switch s := &list[i]; {
			case s.Role == Tells && !s.Hollow():
				return s
			case label == nil && s.Telling != nil:
				label = s
			}
		}
		if label != nil {
			return label
		}
	}
	return nil
}

// Of puts a claim's tellings on its course.
func Of(c *Claim) *Course {
	w := newWork(c)
	out := &Course{ID: c.ID, Aliases: c.Aliases}
	w.tellings(out)
	sortStations(out.Stations)
	w.passages(out)
	w.events(out)
	sortStations(out.Stations)
	sortStations(out.Suggested)
	o := w.origins(out.Stations)
	out.First = first(out.Stations)
	out.Voices = voices(out.Stations, o)
	out.Counts = counts(out, o)
	out.Drift = drift(out)
	out.Gaps = w.gaps(out)
	return out
}

// work is one claim's articles and copies by id.
type work struct {
	claim   *Claim
	article map[string]*Article
	copies  []*news.Copy            // sure edges between articles, in canonical order
	from    map[string]*news.Copy   // of those, the edge to whose words an article carries
	at      map[string][]*news.Copy // of those, the edges an article is an end of
}

func newWork(c *Claim) *work {
	w := &work{claim: c, article: make(map[string]*Article, len(c.Articles)), from: map[string]*news.Copy{}, at: map[string][]*news.Copy{}}
	for i := range c.Articles {
		w.article[c.Articles[i].ID] = &c.Articles[i]
	}
	for i := range c.Copies {
		if e := &c.Copies[i]; w.article[e.From] != nil && w.article[e.To] != nil {
			w.copies = append(w.copies, e)
		}
	}
	slices.SortFunc(w.copies, func(a, b *news.Copy) int {
		return cmp.Or(earlier(w.article[a.From], w.article[b.From]), earlier(w.article[a.To], w.article[b.To]), cmp.Compare(a.Kind, b.Kind))
	})
	for _, e := range w.copies {
		if carries(e) && w.from[e.To] == nil {
			w.from[e.To] = e
			w.at[e.From], w.at[e.To] = append(w.at[e.From], e), append(w.at[e.To], e)
		}
	}
	return w
}

// tellings makes a station of each telling whose article is known.
func (w *work) tellings(out *Course) {
	for i := range w.claim.Tellings {
		t := &w.claim.Tellings[i]
		a := w.article[t.Article]
		if a == nil || len(t.Content) == 0 {
			continue
		}
		s := Station{Role: roleOf(t), Article: a, Telling: t, Copy: w.copyOf(t)}
		if t.Certainty == news.Confirmed {
			out.Stations = append(out.Stations, s)
		} else {
			out.Suggested = append(out.Suggested, s)
		}
	}
}

func roleOf(t *Telling) Role {
	if t.Relation == news.RelRepeats {
		return Tells
	}
	return Takes
}
