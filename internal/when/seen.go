package when

import (
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

// Gaps in what is known of when an article was published.
const (
	GapUnknown   = "DATE_UNKNOWN"    // nothing states it
	GapYearOnly  = "DATE_YEAR_ONLY"  // no month is stated
	GapMonthOnly = "DATE_MONTH_ONLY" // no day is stated
	GapDayOnly   = "DATE_DAY_ONLY"   // no time is stated
	GapConflict  = "DATE_CONFLICT"   // two dates that cannot both be
	GapZone      = "ZONE_UNKNOWN"    // a time of no known zone
	GapAssumed   = "ZONE_ASSUMED"    // a time in the zone of another date of the article
)

// oneEvent is how far apart two dates of one publication lie at most: a page is
// queued, saved and sent within the hour. Farther apart is a gap.
const oneEvent = time.Hour

// Seen is when an article was published: what its dates, strongest class first,
// leave open. A date of a change or a fetch bounds it from behind; a file's time
// bounds nothing, but one before the article's own date speaks against it.
// fetched is when the article was fetched, if that is known.
func Seen(dates []news.Date, fetched news.Field) news.Seen {
	s := sighting{asked: map[asked]bool{}, zone: zoneOf(dates)}
	for _, d := range dates {
		switch d.Of {
		case news.Publication:
			s.own(d)
		case news.Saved:
			s.against(d, Window(d))
		default:
			s.behind(d)
		}
	}
	if m, ok := Parse(fetched.Value, NoOrder); ok {
		d := m.Date(fetched.Evidence)
		d.Of = news.Fetch
		s.behind(d)
	}
	s.gaps()
	return s.Seen
}

// sighting is a news.Seen in the making.
type sighting struct {
	news.Seen
	zone  string // of times that state none
	asked map[asked]bool
}

// asked is a kind of evidence whose best date has been heard: others of the same
// kind, teasers' perhaps, narrow and do not contradict.
type asked struct {
	news.Event
	news.EvidenceClass
}

// zoneOf is the offset that another date of the article states, for times that
// state none; "" when none does. UTC is the zone of machines.
func zoneOf(dates []news.Date) string {
	for _, d := range dates {
		if len(d.Zone) == len("+00:00") && d.Zone != "+00:00" && definite(d.Zone) {
			return d.Zone
		}
	}
	return ""
}

// own takes a date of publication: it narrows what is known, or cannot be.
func (s *sighting) own(d news.Date) {
	if s.zone != "" && d.Zone == "" && (d.Precision == news.Minute || d.Precision == news.Second) {
		zoned := d
		zoned.Zone = assumed + s.zone
		if Window(zoned).Meets(s.Interval) {
			d = zoned
		}
	}
	w := Window(d)
	if w.From.IsZero() || s.against(d, w) {
		return
	}
	if w.From.After(s.From) {
		s.From, s.FromBy = w.From, d
	}
	s.until(d, w)
	if s.Best.Value == "" || finer(d.Precision, s.Best.Precision) {
		s.Best = d
	}
}

// behind takes the date of something that came after publication.
func (s *sighting) behind(d news.Date) {
	w := Window(d)
	if w.From.IsZero() || s.against(d, news.Interval{Until: w.Until}) {
		return
	}
	s.until(d, w)
}

func (s *sighting) until(d news.Date, w news.Interval) {
	if s.Until.IsZero() || w.Until.Before(s.Until) {
		s.Until, s.UntilBy = w.Until, d
	}
}

// against reports whether the date cannot be beside what is known, and keeps
// the first of its kind as a conflict.
func (s *sighting) against(d news.Date, w news.Interval) bool {
	key := asked{d.Of, d.Class}
	first := !s.asked[key]
	s.asked[key] = true
	if d.Of == news.Saved {
		w.From = time.Time{}
	}
	if w.Until.IsZero() || w.Meets(s.Interval) {
		return false
	}
	if first {
		kept, apart := s.FromBy, s.From.Sub(w.Until)
		if apart < 0 {
			kept, apart = s.UntilBy, w.From.Sub(s.Until)
		}
		s.Conflicts = append(s.Conflicts, news.DateConflict{Kept: kept, Other: d, Apart: max(apart, time.Second)})
	}
	return true
}

// finer reports whether p states more than o.
func finer(p, o news.Precision) bool { return fineness[p] > fineness[o] }

var fineness = map[news.Precision]int{news.Year: 1, news.Month: 2, news.Day: 3, news.Minute: 4, news.Second: 5}

var gapOf = map[news.Precision]string{"": GapUnknown, news.Year: GapYearOnly, news.Month: GapMonthOnly, news.Day: GapDayOnly}

// gaps tells what is not known.
func (s *sighting) gaps() {
	gap := func(rule, words string, figure float64) {
		s.Gaps = append(s.Gaps, news.Reason{Rule: rule, Words: words, Figure: figure})
	}
	zone, taken := strings.CutPrefix(s.Best.Zone, assumed)
	switch rule, coarse := gapOf[s.Best.Precision]; {
	case coarse:
		gap(rule, s.Best.Value, 0)
	case taken:
		gap(GapAssumed, zone, 0)
	case !definite(s.Best.Zone):
		gap(GapZone, zone, 0)
	}
	for _, c := range s.Conflicts {
		if c.Apart >= oneEvent {
			gap(GapConflict, c.Other.Value, c.Apart.Hours())
		}
	}
}
