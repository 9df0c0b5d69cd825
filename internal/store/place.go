package store

import (
	"encoding/binary"
	"math/bits"
	"strconv"
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

// A statement's row number is, from the highest bit, when its article was
// published, a hash of the article's id, and the statement's number counted
// down: descending row numbers are newest first and in order within an article,
// without sorting, whatever order the articles came in. They are of 47 bits, six
// bytes in a row, and as near to each other as that allows: indexes hold them as
// differences.
const (
	dayBits    = 19 // day 0 is for what has no date, the next is the first of year 1600: until 3035
	secondBits = 17 // seconds of the day, from midnight on; what is below is for midnight itself
	hashBits   = 6
	numberBits = 5
	slotSize   = 1 << numberBits // statements one slot holds; longer articles take several
)

// midnight is how many values of secondBits seconds leave. Most that is published at
// midnight has a day and no time, and is much: it is spread over so many times more.
const midnight = 1<<secondBits - secondsOfDay

const secondsOfDay = 86400

// firstDated is the least row number of a statement whose article has a date.
const firstDated = 1 << (secondBits + hashBits + numberBits)

// place is the first row number of an article's slot before collisions.
func place(published news.Date, id string) int64 {
	digest := news.DigestOf(id)
	hash := int64(binary.BigEndian.Uint32(digest[:]))
	t, dated := instant(published)
	if !dated {
		return hash >> (32 - secondBits - hashBits) << numberBits
	}
	row, atMidnight := firstAt(t)
	if atMidnight {
		return row + hash*(midnight<<hashBits)>>32<<numberBits
	}
	return row + hash>>(32-hashBits)<<numberBits
}

// firstAt is the first row number of what was published at a moment.
func firstAt(t time.Time) (row int64, atMidnight bool) {
	seconds := min(max(t.Unix()-epoch, 0), secondsOfDay*(1<<dayBits-1)-1)
	row = (1 + seconds/secondsOfDay) << secondBits
	if atMidnight = seconds%secondsOfDay == 0; !atMidnight {
		row += midnight + seconds%secondsOfDay
	}
	return row << (hashBits + numberBits), atMidnight
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
	row, _ := firstAt(t.Add(off))
	return row
}

var epoch = time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC).Unix()

// rowOf is the row number of statement i of n in the slots that begin at place.
func rowOf(place int64, i, n int) int64 { return place + int64(n-1-i) }

// ofReading are the statements s of a reading r.
const ofReading = "s.statement_id >= r.place AND s.statement_id < r.place + r.statements"

// numbered is the one of them that has a number.
func numbered(number string) string {
	return "s.statement_id = r.place + r.statements - 1 - " + number + " AND s.article_id = r.article_id"
}

// tellingStatement joins the statement s of a telling t, by an index that has where
// an article's stand and little else.
var tellingStatement = " CROSS JOIN reading r INDEXED BY reading_of ON r.article_id = t.article_id CROSS JOIN statement s ON " + numbered("t.statement")

// freePlace finds slots for an article's n statements at or after place: another one
// may stand there by a collision of hashes. Behind it, it looks further and further,
// and each article elsewhere, so that thousands of one moment find theirs.
func (b *batch) freePlace(place int64, id string, n int) (int64, error) {
	digest := news.DigestOf(id)
	seed := binary.BigEndian.Uint64(digest[8:])
	for reach := uint64(1); ; reach *= 2 {
		var taken int64
		found, err := b.find("SELECT statement_id FROM statement WHERE statement_id >= ? AND statement_id < ? ORDER BY statement_id DESC LIMIT 1",
			[]any{place, place + int64(max(n, slotSize))}, &taken)
		if !found || err != nil {
			return place, err
		}
		place = (taken>>numberBits + 1 + int64(seed%reach)) << numberBits
		seed = bits.RotateLeft64(seed, 7)
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
