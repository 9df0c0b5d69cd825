package when

import (
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/news"
)

// layouts are the forms of a date's value, by precision.
var layouts = map[news.Precision]string{
	news.Year: "2006", news.Month: "2006-01", news.Day: "2006-01-02", news.Minute: "2006-01-02T15:04", news.Second: "2006-01-02T15:04:05",
}

// The offsets of the world's clocks, in minutes ahead of UTC: a date of no known
// zone may be of any.
const (
	leastOffset = -12 * 60
	mostOffset  = 14 * 60
)

// assumed stands before a zone that the evidence does not state itself.
const assumed = "assumed "

// Window is the stretch of time that a date may mean, over every offset its
// zone may have. The zero Interval is that of a value that is no date.
func Window(d news.Date) news.Interval {
	from, err := time.Parse(layouts[d.Precision], d.Value)
	if err != nil || !inYears(from.Year()) {
		return news.Interval{}
	}
	least, most := offsets(d.Zone)
	return news.Interval{From: from.Add(-minutes(most)), Until: unitAfter(from, d.Precision).Add(-minutes(least))}
}

func minutes(n int) time.Duration { return time.Duration(n) * time.Minute }

// unitAfter is t and one unit of a precision.
func unitAfter(t time.Time, p news.Precision) time.Time {
	switch p {
	case news.Year:
		return t.AddDate(1, 0, 0)
	case news.Month:
		return t.AddDate(0, 1, 0)
	case news.Day:
		return t.AddDate(0, 0, 1)
	case news.Minute:
		return t.Add(time.Minute)
	}
	return t.Add(time.Second)
}

// offsets is between which minutes ahead of UTC a zone lies.
func offsets(zone string) (least, most int) {
	zone = strings.TrimPrefix(zone, assumed)
	if zone == "Z" {
		return 0, 0
	}
	if t, err := time.Parse("-07:00", zone); err == nil {
		_, seconds := t.Zone()
		return seconds / 60, seconds / 60
	}
	if least, most, known := lang.ZoneRange(strings.ToLower(strings.Join(strings.Fields(zone), " "))); known {
		return least, most
	}
	return leastOffset, mostOffset
}

// definite reports whether a zone leaves no more than the hour of summer time
// open.
func definite(zone string) bool {
	least, most := offsets(zone)
	return most-least <= 60
}
