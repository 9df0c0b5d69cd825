package when

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/news"
)

// prose reads what a body tells of time, one paragraph after the other. Its
// methods take the index of a word, and give what they read there and the index
// behind it.
type prose struct {
	reader
	told    []lang.TimeWord // of each word
	telling *lang.Telling
	start   int // of the paragraph in the text
	listed  int // the word behind the last month or year by itself, for "2014 and 2015"

	year int // last told in the article; 0 when none is

	anchor  anchor
	sort    Order
	tongues []news.LangSpan // that are not yet behind
	tongue  string
	out     []news.Told
}

// paragraph reads one paragraph.
func (p *prose) paragraph(text string, s news.Span) {
	for len(p.tongues) > 0 && p.tongues[0].End <= s.Start {
		p.tongues = p.tongues[1:]
	}
	tongue := p.tongue
	if len(p.tongues) > 0 && p.tongues[0].Start < s.End && lang.Tells(p.tongues[0].Language) {
		tongue = p.tongues[0].Language
	}
	p.telling, p.start, p.listed = lang.TellingOf(tongue), s.Start, -1
	p.reader = reader{s: s.Of(text), words: p.words[:0], order: func() Order { return p.sort }}
	p.told = p.told[:0]
	for i := 0; i < len(p.s); {
		before := len(p.words)
		if i = p.read(i); len(p.words) > before {
			p.told = append(p.told, p.classed(before))
		}
	}
	for i := 0; i < len(p.words); {
		i = max(i+1, p.tell(i))
	}
}

// classed is what word i tells of time.
func (p *prose) classed(i int) lang.TimeWord {
	if w := &p.words[i]; w.digits == 0 {
		return p.telling.Word(w.lower)
	}
	return lang.TimeWord{}
}

// leads are the classes of words that begin what tells time; numbers do too.
const leads = lang.MonthWord | lang.WeekdayWord | lang.DayWord | lang.NumberWord | lang.VagueWord | lang.UnitWord | lang.AgoLead | lang.WhichWord |
	lang.RollingWord | lang.PartWord | lang.DaypartWord | lang.WeekendWord | lang.SeasonWord | lang.SinceWord | lang.UntilWord | lang.RangeLead | lang.NoonWord

// tell keeps what is told at word i and gives the index behind it.
func (p *prose) tell(i int) int {
	number := p.words[i].digits > 0
	if !number && !p.told[i].Has(leads) {
		return i
	}
	if n, ok := p.stretch(i); ok {
		return n
	}
	if number || p.told[i].Has(lang.NoonWord) {
		if pt, n, ok := p.clockFirst(i); ok {
			return p.keep(pt, i, n)
		}
	}
	pt, n, ok := p.point(i)
	if !ok {
		return p.refuseClock(i)
	}
	if last, m, ok := p.dashed(pt, n); ok {
		return p.keepStretch(pt, last, i, m)
	}
	return p.keep(pt, i, n)
}

// is reports whether word i is near its neighbour before and of a class.
func (p *prose) is(i int, c lang.TimeClass) bool { return p.near(i) && p.told[i].Has(c) }

// after reports whether the word before i is near and of a class.
func (p *prose) after(i int, c lang.TimeClass) bool {
	return i > 0 && p.near(i) && p.told[i-1].Has(c)
}

// near reports whether there is a word i with nothing but a space or one end of
// a line before it.
func (p *prose) near(i int) bool { return i > 0 && i < len(p.words) && blank(p.gap(i)) }

// widestBlank is the most bytes of white space inside a date.
const widestBlank = 6

func blank(gap string) bool {
	return gap == " " || gap != "" && len(gap) <= widestBlank && strings.Trim(gap, " \t\r\n\u00a0\u202f\u2009") == "" && strings.Count(gap, "\n") < 2
}

// dotted reports whether word i is near but for a full stop: "Jan. 10", "6. März".
func (p *prose) dotted(i int) bool {
	return i > 0 && i < len(p.words) && (p.near(i) || blank(strings.TrimPrefix(p.gap(i), ".")) || p.gap(i) == ".")
}

// comma reports whether word i is near but for a comma.
func (p *prose) comma(i int) bool {
	return i > 0 && i < len(p.words) && (p.near(i) || blank(strings.TrimPrefix(p.gap(i), ",")))
}

// hyphened reports whether a hyphen alone is before word i.
func (p *prose) hyphened(i int) bool { return i > 0 && i < len(p.words) && p.gap(i) == "-" }

// free reports whether the number at word i is one by itself, and no part of
// another, of a price or of a code.
func (p *prose) free(i int) bool {
	if i >= len(p.words) || p.words[i].digits == 0 {
		return false
	}
	before, after := p.s[:p.words[i].Start], p.s[p.words[i].End:]
	c, n := utf8.DecodeLastRuneInString(before)
	if strings.ContainsRune("$€£¥₽#№@&=_+", c) || unicode.IsLetter(c) || strings.ContainsRune("-–.,:/", c) && numeral(lastByte(before[:len(before)-n])) {
		return false
	}
	next, n := utf8.DecodeRuneInString(after)
	return !strings.ContainsRune("%°$€£₽", next) && !(strings.ContainsRune(".,/:", next) && len(after) > n && numeral(after[n]))
}

func lastByte(s string) byte {
	if s == "" {
		return 0
	}
	return s[len(s)-1]
}

func numeral(c byte) bool { return c >= '0' && c <= '9' }

// upper reports whether word i may be a name of a month or a weekday by its
// first letter.
func (p *prose) upper(i int) bool { return !p.telling.Capitals || p.capital(i) }

// monthWord is the month that word i names, 0 for none.
func (p *prose) monthWord(i int) int {
	if i >= len(p.words) || !p.told[i].Has(lang.MonthWord) || !p.upper(i) {
		return 0
	}
	return p.told[i].Value
}

// inList reports whether word i goes on a list of months or years.
func (p *prose) inList(i int) bool {
	return i > 0 && (p.listed == i && p.comma(i) && !p.near(i) || p.listed == i-1 && p.after(i, lang.RangeLink))
}

// begins reports whether a sentence begins at word i.
func (p *prose) begins(i int) bool {
	if i == 0 {
		return true
	}
	gap := p.gap(i)
	switch {
	case strings.Contains(gap, "\n\n"), strings.ContainsAny(gap, "!?…"):
		return true
	}
	return strings.Contains(gap, ". ") && len(p.words[i-1].lower) > shortened || strings.ContainsAny(gap, "\n") && strings.Contains(gap, ".")
}

// shortened is the most letters of a word that a full stop shortens: "Sept."
const shortened = 4

// reach is how many words away a verb may stand that tells whether a date is
// behind or ahead.
const reach = 12

// tense is where the words from i to n lie in time by the wording around them.
type tense int

const (
	past   tense = -1
	open   tense = 0 // nothing tells
	future tense = 1
)

// tense asks the nearest verb before the words from i to n, and behind them when
// there is none.
func (p *prose) tense(i, n int) tense {
	for j := i - 1; j >= max(0, i-reach); j-- {
		if t := p.verb(j); t != open {
			return t
		}
		if p.begins(j) {
			break
		}
	}
	for j := n; j < min(len(p.words), n+reach) && !p.begins(j); j++ {
		if t := p.verb(j); t != open {
			return t
		}
	}
	return open
}

func (p *prose) verb(i int) tense {
	switch {
	case p.told[i].Has(lang.FutureWord):
		return future
	case p.told[i].Has(lang.PastWord):
		return past
	}
	return open
}

// ahead reports whether the wording around the words from i to n looks ahead.
func (p *prose) ahead(i, n int) bool { return p.tense(i, n) == future }
