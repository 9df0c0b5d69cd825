package news

import "time"

// Interval is a stretch of time from From to before Until, in UTC. A zero bound
// is not known.
type Interval struct{ From, Until time.Time }

// Meets reports whether a moment lies in both.
func (i Interval) Meets(o Interval) bool { return i.before(o.Until) && o.before(i.Until) }

// before reports whether i can begin before t.
func (i Interval) before(t time.Time) bool {
	return i.From.IsZero() || t.IsZero() || i.From.Before(t)
}

// Seen is when an article was published, as far as its evidence goes. Its zero
// value knows nothing.
type Seen struct {
	Interval
	Best      Date           // the finest date that bounds it, of the strongest class; Value "" when unknown
	FromBy    Date           // the date that sets From; Value "" when From is not known
	UntilBy   Date           // the date that sets Until, one of a change or a fetch perhaps; Value "" when Until is not known
	Conflicts []DateConflict // in the order of the dates
	Gaps      []Reason       // what is not known: DATE_UNKNOWN, DATE_DAY_ONLY, …
}

// DateConflict is two dates of an article that cannot both be.
type DateConflict struct {
	Kept, Other Date
	Apart       time.Duration // at least; positive
}

// Compare is the canonical order of articles by date: by lower bound, those
// without one last.
func (s Seen) Compare(o Seen) int {
	switch {
	case s.From.IsZero() == o.From.IsZero():
		return s.From.Compare(o.From)
	case s.From.IsZero():
		return 1
	}
	return -1
}

// Told is a date or time that the body tells. From and To are the first and last
// day it may mean, "2022-03-01", or moment, "2022-03-06T02:45"; "" for one that
// is open or not known, and both "" for what was not understood or is refused.
type Told struct {
	Span
	From, To  string
	Precision Precision // the finest unit the words state
	Zone      string    // as in Date; of days told by themselves it is not known
	Window    Interval  // From to To over every offset the zone may have
	Anchor    string    // the article's date it was counted from; "" when the words needed none
	Reason    Reason
}
