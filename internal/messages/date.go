package messages

import (
	"context"
	"strconv"
	"strings"
)

// date is a date as ISO 8601 writes it, and what stands behind it.
type date struct {
	year, month, day int // 0 for what is not stated
	rest             string
}

// cutDate cuts a date off the front of words; a year alone is one if nothing
// follows it.
func cutDate(words string) (date, bool) {
	year, rest, is := cutNumber(words, 4)
	if !is || year == 0 {
		return date{}, false
	}
	d := date{year: year, rest: rest}
	for _, part := range []*int{&d.month, &d.day} {
		if !strings.HasPrefix(d.rest, "-") {
			break
		}
		n, rest, is := cutNumber(d.rest[1:], 2)
		if !is {
			return date{}, false
		}
		*part, d.rest = n, rest
	}
	sound := d.month <= 12 && d.day <= 31 && (d.month > 0 || d.rest == "")
	return d, sound && (d.rest == "" || strings.HasPrefix(d.rest, " ") || strings.HasPrefix(d.rest, "T"))
}

// cutNumber cuts exactly so many digits off the front of words.
func cutNumber(words string, digits int) (n int, rest string, is bool) {
	if len(words) < digits || len(words) > digits && words[digits] >= '0' && words[digits] <= '9' {
		return 0, "", false
	}
	n, err := strconv.Atoi(words[:digits])
	return n, words[digits:], err == nil && words[0] != '-' && words[0] != '+'
}

// Date writes a date that stands as ISO 8601 at the front of words with the name
// of its month; the time and the zone behind it stay as they are. Of two, with a
// dash between them, it does both. Other words stay.
func Date(ctx context.Context, words string) string {
	first, last, two := strings.Cut(words, " – ")
	out, is := named(ctx, first)
	switch {
	case !is:
		return words
	case two:
		last, _ = named(ctx, last)
		return out + " – " + last
	}
	return out
}

// named is Date of one; words that are no date stay.
func named(ctx context.Context, words string) (out string, is bool) {
	d, is := cutDate(words)
	if !is {
		return words, false
	}
	if d.month == 0 {
		return words, true
	}
	time := strings.TrimLeft(d.rest, " T")
	if time != "" {
		time = ", " + zoned(time)
	}
	year := strconv.Itoa(d.year)
	if d.day == 0 {
		return Say(ctx, monthNames[d.month-1]) + " " + year + time, true
	}
	return strconv.Itoa(d.day) + " " + Month(ctx, d.month) + " " + year + time, true
}

// wholeMinute is how seconds are written that nobody counted: pages print them
// because their form wants some.
const wholeMinute = ":00"

// zoned says of an offset that it is one from UTC: "14:45 UTC+03:00".
func zoned(time string) string {
	clock, zone, has := strings.Cut(time, " ")
	if len(clock) == len("14:45:00") {
		clock = strings.TrimSuffix(clock, wholeMinute)
	}
	switch {
	case has && zone == "Z":
		return clock + " UTC"
	case has && (strings.HasPrefix(zone, "+") || strings.HasPrefix(zone, "-")):
		return clock + " UTC" + zone
	case has:
		return clock + " " + zone
	}
	return clock
}

// dated writes the date at the front of a sentence, up to its comma or bracket, as
// Date does.
func dated(ctx context.Context, sentence string) string {
	end := len(sentence)
	for _, mark := range []string{",", " ("} {
		if at := strings.Index(sentence, mark); at >= 0 {
			end = min(end, at)
		}
	}
	return Date(ctx, sentence[:end]) + sentence[end:]
}
