package boilerplate

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/lexicon"
)

// Names of days and months as calendars on news pages print them.
const (
	weekdayNames = `mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
пн вт ср чт пт сб вс нд понедельник вторник среда четверг пятница суббота воскресенье
дүй сей сәр бей жұм сен жек
mo di mi do fr sa so lun mar mer jeu ven sam dim lu ma me je ve di
montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
lunes martes miércoles jueves viernes sábado domingo`
	monthNames = `january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан
januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre`
)

// markCalendar marks the names of months and days in the list; "mar" and "mai",
// which may be either, as months.
func markCalendar(x *lexicon.List) {
	for w := range strings.FieldsSeq(monthNames) {
		x.Mark(lexicon.HashOf(w), monthWord)
	}
	for w := range strings.FieldsSeq(weekdayNames) {
		h := lexicon.HashOf(w)
		if known := x.Find(h); known == nil || known.Marks&monthWord == 0 {
			x.Mark(h, weekdayWord)
		}
	}
}

const (
	weekdaysOfCalendar = 4  // names in one line that make it a calendar's head
	longestMonth       = 31 // days
)

// isCalendarHead tells a line of weekday names.
func (f *Facts) isCalendarHead() bool {
	return f.weekdays >= weekdaysOfCalendar && f.Words <= 2*f.weekdays
}

// isDayRow tells a row of day numbers, run together or apart: "6789101112",
// "3 4 5 6". Days count up by one.
func isDayRow(s string) bool {
	digits := make([]byte, 0, 2*longestMonth)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case lexicon.IsDigit(rune(c)):
			if len(digits) == cap(digits) {
				return false
			}
			digits = append(digits, c)
		case c != ' ' && c != '\t' && c != '|':
			return false
		}
	}
	return countsUp(string(digits))
}

func countsUp(digits string) bool {
	for first := range 2 { // the first day has one digit or two
		rest, day, n := digits, 0, 0
		for len(rest) > 0 {
			width := 1
			if day == 0 && first == 1 || day >= 9 {
				width = 2
			}
			if len(rest) < width {
				break
			}
			next := int(rest[0] - '0')
			if width == 2 {
				next = next*10 + int(rest[1]-'0')
			}
			if next < 1 || next > longestMonth || day > 0 && next != day+1 {
				break
			}
			day, n, rest = next, n+1, rest[width:]
		}
		if rest == "" && n >= 2 {
			return true
		}
	}
	return false
}

// calendarReach is how many lines of a calendar may follow its line of weekdays.
const calendarReach = 14

// dropCalendars takes out the rows and month names around a line of weekdays.
func dropCalendars(text string, lines []scrapedLine) {
	for i := range lines {
		if lines[i].rule != "line-calendar" && !initialsOverDays(text, lines[i:]) {
			continue
		}
		lines[i].drop("line-calendar", lines[i].Of(text))
		for k := max(0, i-2); k < min(len(lines), i+calendarReach); k++ {
			if l := &lines[k]; isDayRow(l.Of(text)) || l.Words > 0 && l.Words <= 5 && l.months > 0 && l.months+l.digits == l.Words {
				l.drop("line-calendar", l.Of(text))
			}
		}
	}
}

// initialsOverDays tells a calendar's head of initials, "M T W T F S S", by the
// row of days below it.
func initialsOverDays(text string, lines []scrapedLine) bool {
	l := &lines[0]
	return l.Words >= 5 && l.Words <= 8 && l.letters == l.Words && l.Capitals == l.Words &&
		len(lines) > 2 && (isDayRow(lines[1].Of(text)) || isDayRow(lines[2].Of(text)))
}
