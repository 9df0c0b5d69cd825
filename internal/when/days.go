package when

import (
	"time"

	"github.com/hearsay-engine/hearsay/internal/lang"
)

// day counts the days of the civil calendar from 1 January 1970.
type day int

const secondsOfDay = 86400

// dayOf is the day of a date; ok is false for one that is in no calendar.
func dayOf(year, month, number int) (d day, ok bool) {
	t := time.Date(year, time.Month(month), number, 0, 0, 0, 0, time.UTC)
	return dayAt(t), int(t.Month()) == month && t.Day() == number
}

// dayAt is the day of a time in UTC.
func dayAt(t time.Time) day {
	seconds := t.Unix()
	if seconds < 0 {
		seconds -= secondsOfDay - 1
	}
	return day(seconds / secondsOfDay)
}

func (d day) time() time.Time { return time.Unix(int64(d)*secondsOfDay, 0).UTC() }

// weekday is 1 for a Monday to 7 for a Sunday.
func (d day) weekday() int { return (int(d.time().Weekday())+6)%7 + 1 }

// days is a stretch of days, both ends in it.
type days struct{ from, to day }

// unit is the week, month or year that holds d, n of them on.
func (d day) unit(unit, n int) days {
	t := d.time()
	switch unit {
	case lang.WeekUnit:
		monday := d - day(d.weekday()-1) + day(7*n)
		return days{monday, monday + 6}
	case lang.MonthUnit:
		return days{dayAt(time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)),
			dayAt(time.Date(t.Year(), t.Month()+time.Month(n)+1, 0, 0, 0, 0, 0, time.UTC))}
	case lang.YearUnit:
		return days{dayAt(time.Date(t.Year()+n, 1, 1, 0, 0, 0, 0, time.UTC)), dayAt(time.Date(t.Year()+n, 12, 31, 0, 0, 0, 0, time.UTC))}
	}
	return days{d + day(n), d + day(n)}
}

// back is the day n units before d.
func (d day) back(unit, n int) day {
	switch unit {
	case lang.WeekUnit:
		return d - day(7*n)
	case lang.MonthUnit:
		return dayAt(d.time().AddDate(0, -n, 0))
	case lang.YearUnit:
		return dayAt(d.time().AddDate(-n, 0, 0))
	}
	return d - day(n)
}

// third is the first, second or third part of s; all of it for 0.
func (s days) third(part int) days {
	if part == 0 {
		return s
	}
	n := s.to - s.from + 1
	cut := func(i int) day { return s.from + n*day(i)/3 }
	return days{cut(part - 1), cut(part) - 1}
}

// both is the stretch from the first day of either to the last.
func (s days) both(o days) days { return days{min(s.from, o.from), max(s.to, o.to)} }
