package when

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/news"
)

// next is the first date that begins at word i or behind it, before word end:
// the words from and to which it runs.
func (r *reader) next(i, end int) (m Moment, from, to int, ok bool) {
	for i < end {
		m, to, ok = r.at(i)
		if ok {
			return m, i, to, true
		}
		i = max(i+1, to) // past a day that is in no calendar
	}
	return Moment{}, 0, 0, false
}

// endOf is the end of the words before next, with the bracket that closes a
// zone's name.
func (r *reader) endOf(next int) int {
	end := r.words[next-1].End
	from := strings.LastIndexByte(r.s[:end], '(')
	if from >= 0 && !strings.Contains(r.s[from:end], ")") && strings.HasPrefix(r.s[end:], ")") {
		end++
	}
	return end
}

// at reads a date with its time of day at word i: the time behind the date, or
// before it.
func (r *reader) at(i int) (Moment, int, bool) {
	if c, next, ok := r.clock(i, false); ok {
		next = r.zone(next, &c, false)
		if m, after, ok := r.date(r.weekday(next)); ok && m.precision == news.Day {
			c.year, c.month, c.day = m.year, m.month, m.day
			return c, after, true
		}
		return Moment{}, 0, false
	}
	m, next, ok := r.date(r.weekday(i))
	if !ok || m.precision != news.Day {
		return m, next, ok
	}
	lead := r.over(next, lang.BeforeTimes)
	iso := lead == next+1 && r.words[next].lower == "t"
	c, after, ok := r.clock(lead, true)
	if !ok {
		return m, next, true
	}
	c.year, c.month, c.day = m.year, m.month, m.day
	return c, r.zone(after, &c, iso), true
}

// weekday is the index behind the name of a weekday at i.
func (r *reader) weekday(i int) int {
	if i < len(r.words) && lang.IsWeekday(r.words[i].lower) && (i+1 < len(r.words) && r.loose(i+1)) {
		return i + 1
	}
	return i
}

// forms read a date at a word and give the index behind it, or the word's
// own for none.
var forms = [...]func(*reader, int) (Moment, int){
	(*reader).yearFirst, (*reader).packed, (*reader).numbers, (*reader).dayThenName, (*reader).nameThenDay,
}

// date reads a date without a time at word i, in any form. Of a day that is in
// no calendar it gives the index behind it, and false.
func (r *reader) date(i int) (Moment, int, bool) {
	if i >= len(r.words) || i > 0 && r.words[i].digits > 0 && r.gap(i) == "" {
		return Moment{}, 0, false
	}
	for _, form := range forms {
		if m, next := form(r, i); next > i {
			return m, next, m.possible()
		}
	}
	return Moment{}, 0, false
}

// sign is the one mark between the words i-1 and i that may divide numbers of
// a date, 0 for anything else.
func (r *reader) sign(i int) byte {
	if i >= len(r.words) || len(r.gap(i)) != 1 || strings.IndexByte("-/._", r.gap(i)[0]) < 0 {
		return 0
	}
	return r.gap(i)[0]
}

// yearFirst reads 2022-03-06, 2022/3/6, 2022/mar/06 and, without a day, 2022-03.
func (r *reader) yearFirst(i int) (Moment, int) {
	if r.words[i].digits != 4 || r.sign(i+1) == 0 {
		return Moment{}, i
	}
	m := Moment{year: r.words[i].value, month: r.month(i + 1), precision: news.Month}
	if m.month == 0 {
		m.month, _ = r.num(i+1, 2)
	}
	if m.month == 0 {
		return Moment{}, i
	}
	if day, ok := r.num(i+2, 2); ok && r.sign(i+2) == r.sign(i+1) {
		m.day, m.precision = day, news.Day
		return m, i + 3
	}
	if r.words[i+1].digits == 1 || r.sign(i+1) != '/' && r.sign(i+2) == r.sign(i+1) {
		return Moment{}, i // 2022-3 is a score, 2022-03-abc a name
	}
	return m, i + 2
}

// packed reads 20220306.
func (r *reader) packed(i int) (Moment, int) {
	if !r.compact || r.words[i].digits != 8 {
		return Moment{}, i
	}
	v := r.words[i].value
	return Moment{year: v / 10000, month: v / 100 % 100, day: v % 100, precision: news.Day}, i + 1
}

// numbers reads 06.03.2022, 6/3/2022 and 06-03-2022. Behind dots the day comes
// first; else a part over 12 or the order decides, and failing that only the
// year is known: half a guess is none.
func (r *reader) numbers(i int) (Moment, int) {
	a, okA := r.num(i, 2)
	b, okB := r.num(i+1, 2)
	mark := r.sign(i + 1)
	if !okA || !okB || mark == 0 || mark == '_' || r.sign(i+2) != mark {
		return Moment{}, i
	}
	m := Moment{precision: news.Day}
	switch w := r.words[i+2]; {
	case w.digits == 4:
		m.year = w.value
	case w.digits == 2 && mark == '.':
		m.year = 2000 + w.value
	default:
		return Moment{}, i
	}
	switch {
	case mark == '.' || a > 12 || a == b:
		m.day, m.month = a, b
	case b > 12:
		m.month, m.day = a, b
	default:
		m.inOrder(a, b, r.order())
	}
	return m, i + 3
}

// inOrder sets day and month from the two numbers before the year; in no known
// order the date is as fine as the year.
func (m *Moment) inOrder(a, b int, order Order) {
	switch order {
	case DayBeforeMonth:
		m.day, m.month = a, b
	case MonthBeforeDay:
		m.month, m.day = a, b
	default:
		m.precision = news.Year
	}
}

// dayThenName reads 6 March 2022, 6. März 2022, 6 de marzo de 2022, 06-Mar-2022.
func (r *reader) dayThenName(i int) (Moment, int) {
	day, ok := r.num(i, 2)
	if !ok {
		return Moment{}, i
	}
	at := r.over(i+1, lang.WithinDates)
	month := r.month(at)
	if month == 0 {
		return Moment{}, i
	}
	at = r.over(at+1, lang.WithinDates)
	year, ok := r.year(at)
	if !ok {
		return Moment{}, i
	}
	return Moment{year: year, month: month, day: day, precision: news.Day}, at + 1
}

// nameThenDay reads March 6, 2022, Mar. 6th 2022 and, without a day, March 2022.
func (r *reader) nameThenDay(i int) (Moment, int) {
	month := lang.Month(r.words[i].lower)
	if month == 0 {
		return Moment{}, i
	}
	at := r.over(i+1, lang.WithinDates)
	if year, ok := r.year(at); ok {
		return Moment{year: year, month: month, precision: news.Month}, at + 1
	}
	day, ok := r.num(at, 2)
	if !ok || !r.loose(at) {
		return Moment{}, i
	}
	at = r.over(at+1, lang.WithinDates)
	year, ok := r.year(at)
	if !ok {
		return Moment{}, i
	}
	return Moment{year: year, month: month, day: day, precision: news.Day}, at + 1
}
