package wording

import (
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// dating has the sentences of what is not known of an article's date.
var dating = map[string]string{
	"DATE_UNKNOWN":    "nothing states when it was published",
	"DATE_YEAR_ONLY":  "only the year of publication is stated: {words}",
	"DATE_MONTH_ONLY": "only the month of publication is stated: {words}",
	"DATE_DAY_ONLY":   "only the day of publication is stated: {words}",
	"DATE_CONFLICT":   "another date of it cannot be beside this one: {words}, {figure} hours apart at least",
	"ZONE_UNKNOWN":    "no known zone is stated with the time of publication",
	"ZONE_ASSUMED":    "the time of publication is taken to be in the zone of another date of the article: {words}",
}

// NotKnown is what Seen says where nothing tells when.
const NotKnown = "not known"

// Seen is when an article was published, with the evidence and how far off it
// may be: "2022-03-06, day from the address, ± 1 day".
func Seen(s news.Seen) string {
	switch {
	case s.Best.Value != "":
		return strings.Join(append([]string{DateWords(s.Best), unit(s.Best.Precision) + origin(s.Best.Class)}, margin(s)...), ", ")
	case s.UntilBy.Of == news.Change:
		return "not known, changed " + DateWords(s.UntilBy) + " (" + Evidence(s.UntilBy.Class) + ")"
	case s.UntilBy.Of == news.Fetch:
		return "not known, fetched " + DateWords(s.UntilBy) + " (" + Evidence(s.UntilBy.Class) + ")"
	}
	return NotKnown
}

// DateWords is a date as a person reads it, with its zone; "" for none.
func DateWords(d news.Date) string {
	if d.Value == "" {
		return ""
	}
	s := strings.Replace(d.Value, "T", " ", 1)
	if d.Zone != "" {
		s += " " + d.Zone
	}
	return s
}

// origin is where a date was read, behind its unit.
func origin(c news.EvidenceClass) string {
	if c == news.EvidenceGiven {
		return " " + Evidence(c)
	}
	return " from " + Evidence(c)
}

func unit(p news.Precision) string {
	if p == news.Minute || p == news.Second {
		return "time"
	}
	return string(p)
}

// margin is how far off a date may be that states no moment; empty for one that
// does.
func margin(s news.Seen) []string {
	switch p := s.Best.Precision; {
	case p == news.Day || p == news.Month || p == news.Year:
		return []string{"± 1 " + string(p)}
	case hasGap(s, "ZONE_UNKNOWN"):
		return []string{"± 1 day"}
	}
	return nil
}

func hasGap(s news.Seen, rule string) bool {
	for _, g := range s.Gaps {
		if g.Rule == rule {
			return true
		}
	}
	return false
}
