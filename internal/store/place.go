package store

import (
	"encoding/binary"
	"strconv"
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

// A statement's row number is, from the highest bit, when its article was
// published, a hash of the article's id, and the statement's number counted
// down: descending row numbers are newest first and in order within an article,
// without sorting, whatever order the articles came in.
const (
	dayBits    = 19 // days since year 1600: until 3035
	secondBits = 17 // seconds of the day
	hashBits   = 17
	numberBits = 10
	slotSize   = 1 << numberBits // statements one slot holds; longer articles take several
)

// firstDated is the least row number of a statement whose article has a date.
const firstDated = 1 << (hashBits + numberBits)

// place is the first row number of an article's slot before collisions.
func place(published news.Date, id string) int64 {
	when := int64(0)
	if t, ok := instant(published); ok {
		seconds := min(max(t.Unix()-epoch, 1), 86400<<dayBits-1)
		when = seconds/86400<<secondBits | seconds%86400
	}
	h := news.DigestOf(id)
	return (when<<hashBits | int64(binary.BigEndian.Uint32(h[:])>>(32-hashBits))) << numberBits
}

// dayMargin is more than zones set a day apart from the moment in UTC that rows go
// by.
const dayMargin = 5 * 24 * time.Hour

// rowAt is the first row number of what was published at a date, some time off.
func rowAt(date string, off time.Duration) int64 {
	t, ok := instant(news.Date{Value: date})
	if !ok {
		return 0
	}
	seconds := min(max(t.Add(off).Unix()-epoch, 1), 86400<<dayBits-1)
	return (seconds/86400<<secondBits | seconds%86400) << (hashBits + numberBits)
}

var epoch = time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC).Unix()

// rowOf is the row number of statement i of n in the slots that begin at place.
func rowOf(place int64, i, n int) int64 { return place + int64(n-1-i) }

// freePlace finds slots for n statements at or after place: another article
// may stand there by a collision of hashes.
func (b *batch) freePlace(place int64, n int) (int64, error) {
	for {
		var taken int64
		found, err := b.find("SELECT statement_id FROM statement WHERE statement_id >= ? AND statement_id < ? ORDER BY statement_id DESC LIMIT 1",
			[]any{place, place + int64(max(n, slotSize))}, &taken)
		if !found || err != nil {
			return place, err
		}
		place = (taken>>numberBits + 1) << numberBits
	}
}

// instant is the earliest moment a date can mean, in UTC; a date without a
// numeric zone is taken as UTC.
func instant(d news.Date) (time.Time, bool) {
	t, err := time.Parse("2006-01-02T15:04:05", earliest(d.Value))
	if err != nil {
		return time.Time{}, false
	}
	return t.Add(-offset(d.Zone)), true
}

// earliest completes an ISO date of any precision to its first second, or is "".
func earliest(v string) string {
	const least = "0000-01-01T00:00:00"
	v = strings.Replace(v, " ", "T", 1)
	if len(v) < len("2006") {
		return ""
	}
	v = v[:min(len(v), len(least))]
	full := v + least[len(v):]
	if _, err := time.Parse("2006-01-02T15:04:05", full); err != nil {
		return ""
	}
	return full
}

// offset is what a zone such as "+03:00" is ahead of UTC.
func offset(zone string) time.Duration {
	if len(zone) != len("+03:00") || zone[0] != '+' && zone[0] != '-' {
		return 0
	}
	h, errH := strconv.Atoi(zone[1:3])
	m, errM := strconv.Atoi(zone[4:6])
	if errH != nil || errM != nil {
		return 0
	}
	d := time.Duration(h)*time.Hour + time.Duration(m)*time.Minute
	if zone[0] == '-' {
		d = -d
	}
	return d
}
