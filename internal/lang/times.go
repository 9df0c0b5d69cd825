package lang

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// TimeClass is a set of what a word can be where prose tells time.
type TimeClass uint64

const (
	MonthWord   TimeClass = 1 << iota // value 1 to 12
	NamingWord                        // with a weekday it is a name: "Black Friday"
	ShyWord                           // a month's name that is something else as often
	WeekdayWord                       // value 1 to 7, Monday first
	DayWord                           // value is days from today
	NumberWord                        // value is the number
	VagueWord                         // some, a few
	UnitWord                          // value is one of the units below
	AgoWord                           // behind a count of units
	AgoLead                           // before a count of units
	WhichWord                         // value -1 for last, 0 for this, 1 for next
	RollingWord                       // before a count of units that ends today
	PluralWord                        // of more than one unit
	EveryWord
	PartWord    // value 1 early, 2 in the middle, 3 late
	PartOf      // such a word that wants "of" behind it
	DaypartWord // value one of the parts below
	NightTo     // from a night to the day it leads to
	WeekendWord
	SeasonWord  // value 1 spring to 4 winter
	BeforeDay   // may stand before a day
	BeforeMonth // may stand before a month alone
	BeforeShy   // may stand before a shy month alone
	BeforeYear  // may stand before a year alone
	Attributive // may stand before a year that tells which thing
	SinceWord
	UntilWord
	LimitWord     // before what may lie far ahead: "by 2050"
	RangeLead     // from, between
	RangeLink     // to, and
	OfWord        // between the parts of a date
	SameWord      // before a unit that has been told: "of that year"
	OrdinalEnd    // behind a day's number
	BeforeClock   // may stand before a time of day
	NoonWord      // value is the hour
	FutureWord    // tells that what is told is to come
	PastWord      // tells that it has been
	CountedWord   // what is counted behind a number, which then is no year
	UncountedWord // looks like one and is none
)

// Units of time, as values of a UnitWord.
const (
	DayUnit = iota + 1
	WeekUnit
	MonthUnit
	YearUnit
	HourUnit
	MinuteUnit
	DecadeUnit
)

// Night is the value of the DaypartWord for it: the one part of a day that
// reaches into the next.
const Night = 4

// timeClasses are the names of the classes in the data files.
var timeClasses = map[string]TimeClass{
	"month": MonthWord, "naming": NamingWord, "shy": ShyWord, "weekday": WeekdayWord, "day": DayWord, "number": NumberWord, "vague": VagueWord, "unit": UnitWord,
	"ago": AgoWord, "agolead": AgoLead, "which": WhichWord, "rolling": RollingWord, "plural": PluralWord, "every": EveryWord, "part": PartWord, "partof": PartOf, "daypart": DaypartWord,
	"nightto": NightTo, "weekend": WeekendWord, "season": SeasonWord, "beforeday": BeforeDay, "beforemonth": BeforeMonth, "beforeshy": BeforeShy,
	"beforeyear": BeforeYear, "attributive": Attributive, "since": SinceWord, "until": UntilWord, "limit": LimitWord, "rangelead": RangeLead, "rangelink": RangeLink,
	"of": OfWord, "same": SameWord, "ordinal": OrdinalEnd, "beforeclock": BeforeClock, "noon": NoonWord, "future": FutureWord, "past": PastWord,
	"counted": CountedWord, "uncounted": UncountedWord,
}

// TimeWord is what a word tells of time.
type TimeWord struct {
	Is    TimeClass
	Value int
}

// Has reports whether the word can be any of these classes.
func (w TimeWord) Has(c TimeClass) bool { return w.Is&c != 0 }

// Telling is how a language tells time in prose.
type Telling struct {
	words  map[string]TimeWord
	past   []string // ends of verbs that tell what has been
	joined bool     // a weekday and a part of it are one word

	Capitals   bool // months and weekdays are written with a capital
	MonthFirst bool // "March 6" is written
	Bare       bool // a weekday needs no word before it: "said Friday"
	BareYear   bool // nor does a year: "2031 wurde"
	BareUnit   bool // one of a unit needs no "a", and a year has its word behind it: "неделю назад", "2031 году"
}

// Silent reports whether the language's way of telling time is not known.
func (t *Telling) Silent() bool { return len(t.words) == 0 }

// Word is what a word in lower case tells of time; the zero TimeWord for
// nothing.
func (t *Telling) Word(lower string) TimeWord {
	w := t.words[lower]
	if w.Is == 0 && t.pastEnd(lower) {
		w.Is = PastWord
	}
	return w
}

// leastStem is the fewest letters before the end of a past verb: "need" and
// "или" are none.
const leastStem = 3

func (t *Telling) pastEnd(lower string) bool {
	for _, end := range t.past {
		if stem, is := strings.CutSuffix(lower, end); is && utf8.RuneCountInString(stem) >= leastStem {
			return true
		}
	}
	return false
}

// tellings are the languages whose prose is read for times.
var tellings = map[string]func() *Telling{
	"en": sync.OnceValue(func() *Telling {
		return (&Telling{past: []string{"ed"}, Capitals: true, MonthFirst: true, Bare: true}).load("en")
	}),
	"ru": sync.OnceValue(func() *Telling {
		return (&Telling{BareUnit: true, past: strings.Fields("ал ил ел ул ыл ял ёл ала ила ела ула ыла яла ало ило ело ыло али или ели ули ыли яли лось лась лся лись")}).load("ru")
	}),
	"de": sync.OnceValue(func() *Telling {
		return (&Telling{past: []string{"te", "ten"}, joined: true, Capitals: true, BareYear: true}).load("de")
	}),
}

// noTelling knows no word.
var noTelling = &Telling{}

// Tells reports whether a language's way of telling time is known.
func Tells(code string) bool { return tellings[code] != nil }

// TellingOf is how a language, given as an ISO 639-1 code, tells time; one that
// knows no word for the others.
func TellingOf(code string) *Telling {
	if t, known := tellings[code]; known {
		return t()
	}
	return noTelling
}

// load reads the language's data file.
func (t *Telling) load(code string) *Telling {
	b, err := Data.ReadFile("times/" + code + ".txt")
	if err != nil {
		panic("lang: " + err.Error())
	}
	t.words = map[string]TimeWord{}
	for line := range strings.Lines(string(b)) {
		if err := t.line(strings.TrimSpace(line)); err != nil {
			panic("lang: times/" + code + ".txt: " + err.Error())
		}
	}
	if t.joined {
		t.join()
	}
	return t
}

// line reads one line of a data file: class, value, words.
func (t *Telling) line(line string) error {
	f := strings.Fields(line)
	if len(f) == 0 || f[0] == "#" {
		return nil
	}
	if len(f) < 3 || timeClasses[f[0]] == 0 {
		return fmt.Errorf("%q is not a class, a value and words", line)
	}
	value, err := strconv.Atoi(f[1])
	if err != nil {
		return fmt.Errorf("%q: %w", line, err)
	}
	for _, word := range f[2:] {
		w := t.words[word]
		if w.Value != 0 && value != 0 && w.Value != value {
			return fmt.Errorf("%q has the values %d and %d", word, w.Value, value)
		}
		w.Is |= timeClasses[f[0]]
		if value != 0 {
			w.Value = value
		}
		t.words[word] = w
	}
	return nil
}

// join adds the words made of a weekday and a part of it: "freitagabend".
func (t *Telling) join() {
	days, parts := map[string]TimeWord{}, []string{}
	for word, w := range t.words {
		switch {
		case w.Has(WeekdayWord):
			days[word] = TimeWord{Is: WeekdayWord, Value: w.Value}
		case w.Has(DaypartWord):
			parts = append(parts, word)
		}
	}
	for day, w := range days {
		for _, part := range parts {
			t.words[day+part] = w
		}
	}
}
