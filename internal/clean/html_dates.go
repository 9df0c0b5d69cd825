package clean

import (
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Bounds on visible date candidates: an article shows its own near its title;
// the times of teasers and comments are many and come later.
const (
	maxTimes     = 4  // time elements taken
	maxDateLines = 6  // blocks taken as date lines
	maxDateLine  = 90 // bytes of a block that can be a date line
)

// published and modified are the meta elements that state dates, surest first.
var (
	publishedMetas = []string{"article:published_time", "article:published", "datepublished", "og:published_time",
		"og:article:published_time", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publish-date",
		"pubdate", "publishdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "date"}
	modifiedMetas = []string{"article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "lastmod"}
)

// addDates gathers date candidates, each as its words stand. The date in the
// address is read with the other media's.
func (f *pageFacts) addDates() {
	f.date(f.linked.published, false, news.EvidenceJSONLD, news.Span{})
	f.date(f.linked.modified, true, news.EvidenceJSONLD, news.Span{})
	f.date(f.about.stated(publishedMetas...), false, news.EvidenceMeta, news.Span{})
	f.date(f.about.stated(modifiedMetas...), true, news.EvidenceMeta, news.Span{})
	f.timeElements()
	f.dateLines()
}

func (f *pageFacts) date(words string, modified bool, class news.EvidenceClass, s news.Span) {
	if words != "" && len(words) <= maxStated {
		f.dates = append(f.dates, dateCandidate{words: words, modified: modified, Evidence: news.Evidence{Class: class, Span: s}})
	}
}

// timeElements takes the first marked times from the title on.
func (f *pageFacts) timeElements() {
	taken, from := 0, best(f.titles).Span.Start
	for _, m := range f.about.marks {
		if m.what != markTime && m.what != markModified || m.span.Start < from || taken == maxTimes {
			continue
		}
		s := m.span.Trim(f.text)
		if s.Len() > maxDateLine {
			continue
		}
		words := m.value
		if words == "" {
			words = fold(s.Of(f.text))
		}
		f.date(words, m.what == markModified, news.EvidenceMarkup, s)
		taken++
	}
}

// dateLines takes the short blocks with digits around the title, above the
// first running text below it.
func (f *pageFacts) dateLines() {
	from, taken := best(f.titles).Span.Start, 0
	for _, b := range f.blocks {
		words := b.Of(f.text)
		if b.Start >= from && prose(words) || taken == maxDateLines {
			return
		}
		if b.Len() <= maxDateLine && b.Start+maxStated >= from && strings.ContainsAny(words, "0123456789") {
			f.date(words, false, news.EvidenceByline, b.Span)
			taken++
		}
	}
}
