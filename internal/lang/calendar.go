package lang

import (
	"strings"
	"sync"
)

// monthNames are the names of the months in the languages news is read in, as
// written in dates: whole, in the genitive, and short. No name means another
// month in another of these languages.
var monthNames = [12]string{
	"january jan januar jän jänner jänner janvier janv enero ene gennaio gen janeiro январь января янв січень січня студзень студзеня қаңтар ocak stycznia styczeń",
	"february feb februar februari février fév févr febrero febbraio fevereiro февраль февраля фев лютий лютого люты лютага ақпан şubat lutego luty",
	"march mar märz mrz mars marzo março март марта мар березень березня сакавік сакавіка наурыз mart marca marzec",
	"april apr avril avr abril abr aprile апрель апреля апр квітень квітня красавік красавіка сәуір nisan kwietnia kwiecień",
	"may mai mayo maggio maio май мая травень травня травеня мамыр mayıs maja maj",
	"june jun juni juin junio giugno junho июнь июня июн червень червня чэрвень чэрвеня маусым haziran czerwca czerwiec",
	"july jul juli juillet juil julio luglio julho июль июля июл липень липня ліпень ліпеня шілде temmuz lipca lipiec",
	"august aug août aout agosto ago август августа авг серпень серпня жнівень жніўня тамыз ağustos sierpnia sierpień",
	"september sep sept septembre septiembre settembre setembro сентябрь сентября сен сент вересень вересня верасень верасня қыркүйек eylül września wrzesień",
	"october oct oktober okt octobre octubre ottobre outubro октябрь октября окт жовтень жовтня кастрычнік кастрычніка қазан ekim października październik",
	"november nov novembre noviembre novembro ноябрь ноября ноя нояб листопад листопада лістапад лістапада қараша kasım listopada",
	"december dec dezember dez décembre déc diciembre dicembre dezembro декабрь декабря дек грудень грудня снежань снежня желтоқсан aralık grudnia grudzień",
}

// weekdayNames are the names of the days of the week, whole and short.
const weekdayNames = "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun " +
	"montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so " +
	"lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo " +
	"понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье пн вт ср чт пт сб вс " +
	"понеділок вівторок середа четвер п'ятниця субота неділя"

var months = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for i, names := range monthNames {
		for name := range strings.FieldsSeq(names) {
			m[name] = i + 1
		}
	}
	return m
})

var weekdays = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for name := range strings.FieldsSeq(weekdayNames) {
		m[name] = true
	}
	return m
})

// Month is the month that a word in lower case names, 1 to 12, and 0 for none.
func Month(lower string) int { return months()[lower] }

// IsWeekday tells whether a word in lower case names a day of the week.
func IsWeekday(lower string) bool { return weekdays()[lower] }

// WithinDates are words that stand between the parts of a date: "6th of March",
// "6 de marzo de 2022", "14:45 Uhr".
var WithinDates = map[string]bool{
	"th": true, "st": true, "nd": true, "rd": true, "of": true, "de": true, "del": true, "er": true, "º": true, "го": true, "г": true, "года": true, "року": true,
}

// BeforeTimes are words that lead from a date to its time of day.
var BeforeTimes = map[string]bool{
	"t": true, "at": true, "um": true, "в": true, "о": true, "à": true, "alle": true, "ore": true, "las": true, "a": true, "г": true, "года": true, "року": true, "год": true,
}

// Zones are the offsets of time zones named by their usual letters, where the
// letters mean one offset in news; "" where they mean two over the year.
var Zones = map[string]string{
	"z": "Z", "utc": "Z", "gmt": "Z", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "mez": "+01:00", "mesz": "+02:00", "eet": "+02:00", "eest": "+03:00",
	"est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
	"msk": "+03:00", "мск": "+03:00", "jst": "+09:00", "kst": "+09:00", "hkt": "+08:00", "aest": "+10:00", "aedt": "+11:00",
	"et": "", "ct": "", "mt": "", "pt": "", "ist": "", "cst": "",
}

// ZoneEnds are words behind the name of a place whose time is meant: "Moscow
// time".
var ZoneEnds = map[string]bool{"time": true, "времени": true, "время": true, "zeit": true, "ortszeit": true, "heure": true}

// zoneRanges are the least and the most minutes ahead of UTC that a zone named
// without its offset has had since 2000, by the words that name it.
var zoneRanges = map[[2]int]string{
	{-300, -240}: "et,eastern time,new york time,washington time", {-360, -300}: "ct,central time", {-420, -360}: "mt,mountain time",
	{-480, -420}: "pt,pacific time", {0, 60}: "london time,uk time", {60, 120}: "central european time,berlin time,paris time,brussels time",
	{120, 180}: "kyiv time,kiev time,eastern european time,киевскому времени,киевское время", {480, 480}: "beijing time", {540, 540}: "tokyo time",
	{180, 240}: "moscow time,московскому времени,московское время,по московскому времени,moskauer zeit", {330, 330}: "indian time,delhi time",
}

var zones = sync.OnceValue(func() map[string][2]int {
	m := map[string][2]int{}
	for span, names := range zoneRanges {
		for name := range strings.SplitSeq(names, ",") {
			m[name] = span
		}
	}
	return m
})

// ZoneRange is between which minutes ahead of UTC a zone lies that words in
// lower case name without its offset: "moscow time", "et".
func ZoneRange(lower string) (least, most int, known bool) {
	r, known := zones()[lower]
	return r[0], r[1], known
}

// DayFirst tells whether 03/04/2022 is the third of April in a language, given
// as an IETF tag; decided is false where its writers differ, as in English of
// no named country.
func DayFirst(tag string) (first, decided bool) {
	tag = strings.ToLower(strings.ReplaceAll(tag, "_", "-"))
	language, region, _ := strings.Cut(tag, "-")
	switch {
	case language == "":
		return false, false
	case strings.HasSuffix(region, "us"):
		return false, true
	case language == "en":
		return true, region != "" && region != "ca" && region != "ph"
	case language == "zh" || language == "ja" || language == "ko" || language == "hu":
		return false, false // the year comes first, or the form is foreign
	}
	return true, true
}

// DateLabel says what a word in front of a date tells of it.
type DateLabel byte

const (
	NoLabel DateLabel = iota
	PublishedLabel
	ModifiedLabel
)

var dateLabels = map[DateLabel]string{
	PublishedLabel: "published publication posted date pubdate released issued created опубликовано опубликована опубликован дата размещено " +
		"опубліковано жарияланды veröffentlicht erschienen datum publié publiée publicado publicada pubblicato opublikowano",
	ModifiedLabel: "updated update modified edited revised corrected обновлено обновлена изменено оновлено жаңартылды " +
		"aktualisiert geändert stand actualizado actualizada aggiornato modifié zaktualizowano",
}

var labelWords = sync.OnceValue(func() map[string]DateLabel {
	m := map[string]DateLabel{}
	for label, words := range dateLabels {
		for w := range strings.FieldsSeq(words) {
			m[w] = label
		}
	}
	return m
})

// LabelOf is what a word in lower case tells of the date behind it. No word
// tells both.
func LabelOf(lower string) DateLabel { return labelWords()[lower] }

// BeforeLabels are words that stand before a label: "Last updated", "Article
// published".
var BeforeLabels = map[string]bool{
	"last": true, "first": true, "originally": true, "article": true, "story": true, "date": true, "дата": true, "статья": true, "zuletzt": true, "última": true,
}

// InProse are words that lead a date within a sentence: such a date is told,
// not the article's own.
var InProse = map[string]bool{
	"on": true, "since": true, "until": true, "till": true, "from": true, "of": true, "in": true, "before": true, "after": true, "to": true, "through": true, "for": true,
	"and": true, "с": true, "до": true, "от": true, "на": true, "к": true, "по": true, "после": true, "и": true, "від": true,
	"am": true, "vom": true, "seit": true, "bis": true, "ab": true, "zum": true, "le": true, "du": true, "el": true, "desde": true, "il": true, "dal": true,
}
