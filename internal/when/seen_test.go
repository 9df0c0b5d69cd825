package when

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// dated is a date written as "CLASS VALUE ZONE", "changed" or "saved" before it
// for one that is not of publication.
func dated(t *testing.T, words string) news.Date {
	t.Helper()
	of := news.Publication
	for _, e := range []news.Event{news.Change, news.Saved} {
		if rest, is := strings.CutPrefix(words, string(e)+" "); is {
			of, words = e, rest
		}
	}
	class, value, _ := strings.Cut(words, " ")
	value, zone, _ := strings.Cut(value, " ")
	m, ok := Parse(value, NoOrder)
	if !ok {
		t.Fatalf("%q states no date", words)
	}
	d := m.Date(news.Evidence{Class: news.EvidenceClass(class)})
	d.Zone, d.Of = zone, of
	return d
}

func TestSeen(t *testing.T) {
	for _, c := range []struct {
		name, dates, fetched string
		want, words, gaps    string
	}{
		{"a moment in its zone", "json-ld 2031-03-06T02:45 +03:00", "",
			"03-05T23:45 … 03-05T23:46", "2031-03-06 02:45 +03:00, time from the page's JSON-LD", ""},
		{"a day", "url 2031-03-06", "", "03-05T10:00 … 03-07T12:00", "2031-03-06, day from the address, ± 1 day", "DATE_DAY_ONLY"},
		{"a month", "given 2031-03", "", "02-28T10:00 … 04-01T12:00", "2031-03, month given with the file, ± 1 month", "DATE_MONTH_ONLY"},
		{"a time of no zone", "byline 2031-03-06T02:45", "", "03-05T12:45 … 03-06T14:46", "2031-03-06 02:45, time from the lines about the article, ± 1 day", "ZONE_UNKNOWN"},
		{"a zone of two offsets", "byline 2031-03-06T02:45 ET", "", "03-06T06:45 … 03-06T07:46", "2031-03-06 02:45 ET, time from the lines about the article", ""},
		{"a zone by a city's name", "byline 2031-03-06T02:45 Moscow time", "", "03-05T22:45 … 03-05T23:46", "2031-03-06 02:45 Moscow time, time from the lines about the article", ""},
		{"a zone of nowhere known", "byline 2031-03-06T02:45 Korva time", "", "03-05T12:45 … 03-06T14:46", "2031-03-06 02:45 Korva time, time from the lines about the article, ± 1 day", "ZONE_UNKNOWN"},
		{"the zone of another date", "meta 2031-03-06T02:45; changed meta 2031-03-06T09:00 +05:00", "",
			"03-05T21:45 … 03-05T21:46", "2031-03-06 02:45 assumed +05:00, time from the page's meta data", "ZONE_ASSUMED"},
		{"a weaker class narrows", "given 2031-03; meta 2031-03-06; byline 2031-03-06T02:45 Z", "",
			"03-06T02:45 … 03-06T02:46", "2031-03-06 02:45 Z, time from the lines about the article", ""},
		{"a fetch bounds it", "url 2031-03-06", "2031-03-06T08:00Z", "03-05T10:00 … 03-06T08:01", "2031-03-06, day from the address, ± 1 day", "DATE_DAY_ONLY"},
		{"a change bounds it", "url 2031-03; changed meta 2031-03-06T08:00 Z", "", "02-28T10:00 … 03-06T08:01", "2031-03, month from the address, ± 1 month", "DATE_MONTH_ONLY"},
		{"only a fetch", "", "2031-03-06", "? … 03-07T12:00", "not known, fetched 2031-03-06 (given with the file)", "DATE_UNKNOWN"},
		{"only a change", "changed byline 2031-03-06", "", "? … 03-07T12:00", "not known, changed 2031-03-06 (the lines about the article)", "DATE_UNKNOWN"},
		{"nothing", "", "", "? … ?", "not known", "DATE_UNKNOWN"},
		{"a file's time is no bound", "saved filetime 2031-03-06T02:45:00 Z", "", "? … ?", "not known", "DATE_UNKNOWN"},
		{"two that cannot both be", "json-ld 2031-03-06; byline 2031-03-12", "", "03-05T10:00 … 03-07T12:00", "2031-03-06, day from the page's JSON-LD, ± 1 day", "DATE_DAY_ONLY DATE_CONFLICT"},
		{"two within the hour", "json-ld 2031-03-06T02:45 Z; markup 2031-03-06T03:00 Z", "", "03-06T02:45 … 03-06T02:46", "2031-03-06 02:45 Z, time from the page's JSON-LD", ""},
		{"fetched before it was published", "json-ld 2031-03-06", "2031-03-02", "03-05T10:00 … 03-07T12:00", "2031-03-06, day from the page's JSON-LD, ± 1 day", "DATE_DAY_ONLY DATE_CONFLICT"},
		{"a file older than its article", "json-ld 2031-03-06; saved filetime 2031-01-06T02:45:00 Z", "", "03-05T10:00 … 03-07T12:00", "2031-03-06, day from the page's JSON-LD, ± 1 day", "DATE_DAY_ONLY DATE_CONFLICT"},
		{"a teaser's time contradicts nothing", "markup 2031-03-06; markup 2031-03-01", "", "03-05T10:00 … 03-07T12:00", "2031-03-06, day from the page's markup, ± 1 day", "DATE_DAY_ONLY"},
	} {
		var dates []news.Date
		for words := range strings.SplitSeq(c.dates, "; ") {
			if words != "" {
				dates = append(dates, dated(t, words))
			}
		}
		s := Seen(dates, news.Field{Value: c.fetched, Evidence: news.Evidence{Class: news.EvidenceGiven}})
		if got := bound(s.From) + " … " + bound(s.Until); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if got := wording.Seen(s); got != c.words {
			t.Errorf("%s reads %q, want %q", c.name, got, c.words)
		}
		if got := strings.Join(rules(s.Gaps), " "); got != c.gaps {
			t.Errorf("%s: gaps %q, want %q", c.name, got, c.gaps)
		}
	}
}

func bound(t time.Time) string {
	if t.IsZero() {
		return "?"
	}
	return t.Format("01-02T15:04")
}

func rules(reasons []news.Reason) (out []string) {
	for _, r := range reasons {
		out = append(out, r.Rule)
	}
	return out
}

func TestConflictNamesBoth(t *testing.T) {
	s := Seen([]news.Date{dated(t, "json-ld 2031-03-06T10:00 Z"), dated(t, "byline 2031-03-04T10:00 Z")}, news.Field{})
	if len(s.Conflicts) != 1 {
		t.Fatalf("%d conflicts, want 1", len(s.Conflicts))
	}
	c := s.Conflicts[0]
	if c.Kept.Class != news.EvidenceJSONLD || c.Other.Class != news.EvidenceByline || c.Apart != 48*time.Hour-time.Minute {
		t.Errorf("%s against %s, %v apart", c.Kept.Class, c.Other.Class, c.Apart)
	}
}

func TestCompareSeen(t *testing.T) {
	early, late := Seen([]news.Date{dated(t, "url 2031-03")}, news.Field{}), Seen([]news.Date{dated(t, "json-ld 2031-03-01T00:00 Z")}, news.Field{})
	unknown := Seen(nil, news.Field{Value: "2030-01-01"})
	if early.Compare(late) >= 0 || late.Compare(unknown) >= 0 || unknown.Compare(unknown) != 0 || unknown.Compare(early) <= 0 {
		t.Error("want the earlier lower bound first, and what has none last")
	}
}

func TestEveryGapHasASentence(t *testing.T) {
	for _, rule := range []string{GapUnknown, GapYearOnly, GapMonthOnly, GapDayOnly, GapConflict, GapZone, GapAssumed} {
		if !wording.Known(rule) {
			t.Errorf("%s has no sentence", rule)
		}
	}
}

// TestSeenHoldsTheMoment writes one moment in many ways, in the outlet's zone,
// in UTC and in none: what is made of them holds it, whatever their order, and
// nothing conflicts.
func TestSeenHoldsTheMoment(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "seconds"), 0).UTC()
		outlet := time.FixedZone("", rapid.IntRange(leastOffset, mostOffset).Draw(t, "offset")*60)
		var dates []news.Date
		for i := range rapid.IntRange(1, 5).Draw(t, "dates") {
			local := at.In(outlet)
			p := rapid.SampledFrom([]news.Precision{news.Year, news.Month, news.Day, news.Minute, news.Second}).Draw(t, "precision")
			d := news.Date{Value: local.Format(layouts[p]), Precision: p, Evidence: news.Evidence{Class: news.EvidenceClass("class " + string(rune('a'+i)))}}
			switch rapid.IntRange(0, 2).Draw(t, "zone") {
			case 0:
				d.Zone = local.Format("-07:00")
			case 1:
				d.Value, d.Zone = at.Format(layouts[p]), "Z"
			}
			dates = append(dates, d)
		}
		s := Seen(dates, news.Field{})
		var back []news.Date
		for _, d := range slices.Backward(dates) {
			back = append(back, d)
		}
		for _, s := range []news.Seen{s, Seen(back, news.Field{})} {
			if len(s.Conflicts) > 0 || at.Before(s.From) || !at.Before(s.Until) {
				t.Fatalf("%v is not in %v … %v, of %v: %v", at, s.From, s.Until, dates, s.Conflicts)
			}
		}
	})
}
