package clean

import (
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/news"
)

// datesFound collects date candidates as they are read.
type datesFound struct {
	text     string
	order    func() dayOrder
	said     []news.Date // when it was published
	modified []news.Date // when it was changed
}

// dates reads every date candidate of the draft and of what was given, the
// strongest first, and which of them is when the article was published. Times
// of change stand behind those of publication and are never taken for one; nor
// is a file's time, which a copy of the file loses.
func dates(d *draft, b news.Blob) (all []news.Date, published news.Date) {
	f := &datesFound{text: d.text, order: sync.OnceValue(func() dayOrder { return orderOf(d) })}
	f.words(b.Given.Published, false, news.Evidence{Class: news.EvidenceGiven})
	for _, c := range d.dates {
		if c.Class == news.EvidenceByline {
			f.line(c)
		} else {
			f.words(c.words, c.modified, c.Evidence)
		}
	}
	if !d.voted {
		f.printed()
	}
	f.address(best(d.urls).Value)
	if b.Media != news.MediaJSONL { // a line's id is no file's name
		f.fileName(b.ID)
	}
	byRank := func(x, y news.Date) int { return rank(x.Class) - rank(y.Class) }
	slices.SortStableFunc(f.said, byRank)
	slices.SortStableFunc(f.modified, byRank)
	if len(f.said) > 0 {
		published = f.said[0]
	}
	all = append(f.said, f.modified...)
	if !b.Modified.IsZero() {
		all = append(all, fileTime(b.Modified))
	}
	return all, published
}

// orderOf is how the article's language writes 03/04/2022.
func orderOf(d *draft) dayOrder {
	tag := d.language
	if tag == "" && d.text != "" {
		tag = lang.Identify(d.text[:min(len(d.text), orderSample)]).Code
	}
	first, decided := lang.DayFirst(tag)
	switch {
	case !decided:
		return orderUnknown
	case first:
		return dayBeforeMonth
	}
	return monthBeforeDay
}

// orderSample is how many bytes show the language of a text whose day order is
// asked for.
const orderSample = 1024

// words adds the date that words state. Words that state none are no candidate.
func (f *datesFound) words(words string, modified bool, e news.Evidence) {
	if words == "" {
		return
	}
	if m, ok := parseDate(words, f.order); ok {
		f.add(m, modified, e)
	}
}

// line adds the date of a visible line that may be one about the article.
func (f *datesFound) line(c dateCandidate) {
	if p, ok := f.inLine(f.text, c.Span); ok {
		f.add(p.moment, c.modified || p.label == lang.ModifiedLabel, news.Evidence{Class: c.Class, Span: p.Span})
	}
}

// add adds a candidate once.
func (f *datesFound) add(m moment, modified bool, e news.Evidence) {
	to := &f.said
	if modified {
		to = &f.modified
	}
	date := m.date(e)
	same := func(o news.Date) bool { return o.Value == date.Value && o.Zone == date.Zone && o.Class == date.Class }
	if !slices.ContainsFunc(*to, same) {
		*to = append(*to, date)
	}
}

func fileTime(t time.Time) news.Date {
	return news.Date{Value: t.UTC().Format("2006-01-02T15:04:05"), Precision: news.Second, Zone: "Z",
		Evidence: news.Evidence{Class: news.EvidenceFileTime}}
}

// address adds the date in the path of a web address: /2022/03/06/, /2022/03/,
// -20220306.
func (f *datesFound) address(url string) {
	_, host, found := strings.Cut(url, "://")
	_, way, inside := strings.Cut(host, "/")
	if !found || !inside {
		return
	}
	way, _, _ = strings.Cut(way, "?")
	way, _, _ = strings.Cut(way, "#")
	if m, ok := pathDate(way); ok {
		f.add(m, false, news.Evidence{Class: news.EvidenceURL})
	}
}

// fileName adds the date in the name of a file: 2022-03-06-title.txt.
func (f *datesFound) fileName(id string) {
	if strings.Contains(id, "://") {
		f.address(id)
		return
	}
	if m, ok := pathDate(path.Base(strings.ReplaceAll(id, `\`, "/"))); ok {
		f.add(m, false, news.Evidence{Class: news.EvidenceFile})
	}
}

// Years that a web address or a file's name dates an article by: four digits
// are more often a number than an older year.
const (
	firstWebYear = 1990
	lastWebYear  = 2099
)

// pathDate reads a date that begins with its year. In /2022/03/10-ways/ the
// ten is no day: within slashes a day stands alone.
func pathDate(way string) (moment, bool) {
	r := newDateReader(way, noOrder)
	r.compact = true
	for i, w := range r.words {
		if w.digits != 4 && w.digits != longestNumber {
			continue
		}
		m, next, ok := r.date(i)
		if !ok || m.year < firstWebYear || m.year > lastWebYear {
			continue
		}
		if m.precision == news.Day && w.digits == 4 && r.sign(i+1) == '/' && !strings.HasPrefix(way[r.words[next-1].End:]+"/", "/") {
			m.day, m.precision = 0, news.Month
		}
		return m, true
	}
	return moment{}, false
}
