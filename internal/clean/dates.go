package clean

import (
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/internal/when"
	"github.com/hearsay-engine/hearsay/news"
)

// datesFound collects date candidates as they are read.
type datesFound struct {
	text     string
	order    func() when.Order
	said     []news.Date // when it was published
	modified []news.Date // when it was changed
}

// dates reads every date candidate of the draft and of what was given, the
// strongest first, and which of them is when the article was published. Times
// of change stand behind those of publication and are never taken for one; nor
// is a file's time, which a copy of the file loses.
func dates(d *draft, b news.Blob) (all []news.Date, published news.Date) {
	f := &datesFound{text: d.text, order: sync.OnceValue(func() when.Order { return orderOf(d) })}
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
func orderOf(d *draft) when.Order {
	tag := d.language
	if tag == "" && d.text != "" {
		tag = lang.Identify(d.text[:min(len(d.text), orderSample)]).Code
	}
	first, decided := lang.DayFirst(tag)
	switch {
	case !decided:
		return when.UnknownOrder
	case first:
		return when.DayBeforeMonth
	}
	return when.MonthBeforeDay
}

// orderSample is how many bytes show the language of a text whose day order is
// asked for.
const orderSample = 1024

// words adds the date that words state. Words that state none are no candidate.
func (f *datesFound) words(words string, modified bool, e news.Evidence) {
	if words == "" {
		return
	}
	if m, ok := when.Parse(words, f.order); ok {
		f.add(m, modified, e)
	}
}

// line adds the date of a visible line that may be one about the article.
func (f *datesFound) line(c dateCandidate) {
	if p, ok := when.InLine(f.text, c.Span, f.order); ok {
		f.add(p.Moment, c.modified || p.Label == lang.ModifiedLabel, news.Evidence{Class: c.Class, Span: p.Span})
	}
}

// printed adds the dates that a text prints of itself.
func (f *datesFound) printed() {
	text := f.text
	head := headOf(text)
	var bare, labelled []when.Printed
	for i, line := range head {
		p, ok := when.InLine(text, line, f.order)
		switch {
		case !ok || p.AtEnd && i >= closeLines:
		case p.Label != lang.NoLabel:
			labelled = append(labelled, p)
		default:
			bare = append(bare, p)
		}
	}
	for _, line := range footOf(text) {
		if len(head) > 0 && line.Start < head[len(head)-1].End {
			continue
		}
		if p, ok := when.Labelled(text, line, f.order); ok {
			labelled = append(labelled, p)
		}
	}
	if !oneDay(bare) {
		bare = nil // a list of days: they date what it lists
	}
	for _, p := range append(labelled, bare...) {
		f.add(p.Moment, p.Label == lang.ModifiedLabel, news.Evidence{Class: news.EvidenceByline, Span: p.Span})
	}
}

// oneDay reports whether all dates name the same day.
func oneDay(dates []when.Printed) bool {
	for _, p := range dates {
		if !p.SameDay(dates[0].Moment) {
			return false
		}
	}
	return true
}

// closeLines is how near the top a headline ends in the article's date.
const closeLines = 3

// add adds a candidate once.
func (f *datesFound) add(m when.Moment, modified bool, e news.Evidence) {
	to := &f.said
	if modified {
		to = &f.modified
	}
	date := m.Date(e)
	if modified {
		date.Of = news.Change
	}
	same := func(o news.Date) bool { return o.Value == date.Value && o.Zone == date.Zone && o.Class == date.Class }
	if !slices.ContainsFunc(*to, same) {
		*to = append(*to, date)
	}
}

func fileTime(t time.Time) news.Date {
	return news.Date{Value: t.UTC().Format("2006-01-02T15:04:05"), Precision: news.Second, Zone: "Z", Of: news.Saved,
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
	if m, ok := when.InPath(way); ok {
		f.add(m, false, news.Evidence{Class: news.EvidenceURL})
	}
}

// fileName adds the date in the name of a file: 2022-03-06-title.txt.
func (f *datesFound) fileName(id string) {
	if strings.Contains(id, "://") {
		f.address(id)
		return
	}
	if m, ok := when.InPath(path.Base(strings.ReplaceAll(id, `\`, "/"))); ok {
		f.add(m, false, news.Evidence{Class: news.EvidenceFile})
	}
}

// printedDates is where a text prints its own dates, by place.
func printedDates(dates []news.Date) []news.Span {
	var out []news.Span
	for _, d := range dates {
		if d.Class == news.EvidenceByline {
			out = append(out, d.Span)
		}
	}
	slices.SortFunc(out, func(a, b news.Span) int { return a.Start - b.Start })
	return out
}
