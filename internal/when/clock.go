package when

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/news"
)

// clock reads a time of day at word i: 02:45, 02:45:10.5, 2.45 p.m. behind says
// that a date stands before it and only a loose gap may part them.
func (r *reader) clock(i int, behind bool) (Moment, int, bool) {
	hour, okH := r.num(i, 2)
	minute, okM := r.num(i+1, 2)
	if !okH || !okM || r.words[i+1].digits != 2 || behind && !r.loose(i) {
		return Moment{}, 0, false
	}
	m := Moment{hour: hour, minute: minute, precision: news.Minute}
	next := i + 2
	mark := r.gap(i + 1)
	if second, ok := r.num(next, 2); ok && mark == ":" && r.gap(next) == ":" {
		m.second, m.precision = second, news.Second
		if next++; next < len(r.words) && r.words[next].digits > 0 && r.gap(next) == "." {
			next++ // parts of a second
		}
	}
	half, after := r.halfOfDay(next)
	if mark != ":" && !(mark == "." && (half != 0 || r.hours(next))) {
		return Moment{}, 0, false
	}
	if half != 0 {
		if hour < 1 || hour > 12 {
			return Moment{}, 0, false
		}
		m.hour = hour%12 + map[byte]int{'a': 0, 'p': 12}[half]
		next = after
	}
	if r.hours(next) {
		next++
	}
	return m, next, m.hour < 24 && m.minute < 60 && m.second < 60
}

// halfOfDay reads am, p.m. and the like: 'a', 'p', or 0 for none.
func (r *reader) halfOfDay(i int) (half byte, next int) {
	if i >= len(r.words) || strings.Trim(r.gap(i), " \u00a0\u202f") != "" {
		return 0, i
	}
	switch w := r.words[i].lower; {
	case w == "am" || w == "pm":
		return w[0], i + 1
	case (w == "a" || w == "p") && i+1 < len(r.words) && r.words[i+1].lower == "m" && r.gap(i+1) == ".":
		return w[0], i + 2
	}
	return 0, i
}

// hours reports whether word i says that hours were meant.
func (r *reader) hours(i int) bool {
	return i < len(r.words) && r.words[i].lower == "uhr"
}

// widestZone is the most words that name a zone: "по московскому времени".
const widestZone = 3

// zone reads the zone of a time at word i into m and gives the index behind it.
// iso allows offsets as in 02:45-05:00, which elsewhere is a span of time.
func (r *reader) zone(i int, m *Moment, iso bool) int {
	if i >= len(r.words) || len(r.gap(i)) > widestGap {
		return i
	}
	between := strings.Trim(r.gap(i), " \t\r\n\u00a0(,")
	if next, zone := r.offset(i, between, iso); zone != "" {
		m.zone = zone
		return next
	}
	if between != "" && between != "." {
		return i
	}
	if fixed, known := lang.Zones[r.words[i].lower]; known && (r.words[i].lower == "z" || r.words[i].Len() > 1) {
		if next, zone := r.offset(i+1, strings.TrimSpace(r.gapBefore(i+1)), true); zone != "" && fixed == "Z" {
			m.zone = zone
			return next
		}
		if m.zone = fixed; fixed == "" {
			m.zone = r.words[i].Of(r.s)
		}
		return i + 1
	}
	return r.placeTime(i, m)
}

// gapBefore is gap for an index that may lie behind the last word.
func (r *reader) gapBefore(i int) string {
	if i >= len(r.words) {
		return ""
	}
	return r.gap(i)
}

// widestOffset is the most hours a zone lies off UTC.
const widestOffset = 14

// offset reads +0300, +03:00, +3 at word i behind its sign.
func (r *reader) offset(i int, sign string, iso bool) (next int, zone string) {
	if sign == "−" {
		sign = "-"
	}
	if i >= len(r.words) || r.words[i].digits == 0 || sign != "+" && sign != "-" {
		return i, ""
	}
	w, next := r.words[i], i+1
	hours, minutes := w.value, 0
	if w.digits == 4 {
		hours, minutes = w.value/100, w.value%100
	} else if v, ok := r.num(next, 2); ok && r.gap(next) == ":" {
		minutes = v
		next++
	}
	if w.digits > 4 || w.digits == 3 || w.digits < 4 && sign == "-" && !iso || hours > widestOffset || minutes > 59 {
		return i, ""
	}
	return next, sign + twoDigits(hours) + ":" + twoDigits(minutes)
}

func twoDigits(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// placeTime reads "(Moscow time)": the zone is the words as printed.
func (r *reader) placeTime(i int, m *Moment) int {
	for last := i + 1; last < min(i+widestZone, len(r.words)); last++ {
		if strings.Trim(r.gap(last), " \u00a0") != "" || r.words[last].digits > 0 {
			return i
		}
		if lang.ZoneEnds[r.words[last].lower] {
			m.zone = r.s[r.words[i].Start:r.words[last].End]
			return last + 1
		}
	}
	return i
}
