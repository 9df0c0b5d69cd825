package trace

import (
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

// First is when the claim was first told in this collection, as far as dates
// tell: the least of times of which each is only known within bounds.
type First struct {
	news.Interval
	By      *Article // whose date sets From; nil when no article has one
	UntilBy *Article // whose date sets Until; nil when no article has one
	May     []int    // the stations that can be the first one: indexes, in canonical order
	Undated int      // articles without a lower bound: they may be earlier still
}

func first(all []Station) First {
	var f First
	told := set{}
	for i := range all {
		if all[i].tells() {
			told.add(all[i].Article.ID)
		}
	}
	undated := set{}
	for i := range all {
		s := &all[i]
		if !s.tells() || s.follows(told) {
			continue
		}
		seen := s.Article.Seen
		if seen.From.IsZero() {
			undated.add(s.Article.ID)
		} else if f.By == nil || seen.From.Before(f.From) {
			f.From, f.By = seen.From, s.Article
		}
		if !seen.Until.IsZero() && (f.UntilBy == nil || seen.Until.Before(f.Until)) {
			f.Until, f.UntilBy = seen.Until, s.Article
		}
	}
	f.Undated = len(undated)
	for i := range all {
		if s := &all[i]; s.tells() && !s.follows(told) && mayBeFirst(s.Article.Seen, f.Until) {
			f.May = append(f.May, i)
		}
	}
	return f
}

// tells reports whether the claim is told at the station.
func (s *Station) tells() bool { return s.Role != Event && s.Relation() == news.RelRepeats }

// follows reports whether the station carries the words of another that tells
// the claim.
func (s *Station) follows(told set) bool { return s.Hollow() && s.Copy.Directed && told[s.Copy.From] }

// oppositeClocks is how much two days two days apart overlap where nobody knows
// their zones: only clocks at opposite ends of the world would make the later one
// the first.
const oppositeClocks = 6 * time.Hour

// mayBeFirst reports whether nothing known puts another, which was there before
// until, before what was published as seen.
func mayBeFirst(seen news.Seen, until time.Time) bool {
	if seen.From.IsZero() || until.IsZero() {
		return true
	}
	if seen.Best.Precision == news.Day && seen.Until.After(until) {
		return seen.From.Add(oppositeClocks).Before(until)
	}
	return seen.From.Before(until)
}
