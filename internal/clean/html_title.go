package clean

import (
	"strings"
	"unicode"

	"github.com/hearsay-engine/hearsay/news"
)

// addTitles takes the title as stated, preferring a statement that a heading of
// the page bears out: then the heading's own words are the title, where they
// stand. Without any statement the first heading is the title.
func (f *pageFacts) addTitles() {
	stated := []candidate{}
	state(&stated, news.EvidenceJSONLD, f.linked.headline)
	state(&stated, news.EvidenceMeta, f.about.stated("og:title", "twitter:title", "dc.title", "parsely-title", "headline"))
	state(&stated, news.EvidenceMarkup, f.about.title)
	for _, c := range stated {
		if h, shown := f.heading(c.Value); shown {
			f.titles = append(f.titles, candidate{Value: fold(h.Of(f.text)), Evidence: news.Evidence{Class: c.Class, Span: h}})
		}
	}
	if len(f.titles) > 0 {
		return
	}
	for _, c := range stated {
		c.Value = f.withoutOutlet(c.Value)
		f.titles = append(f.titles, c)
	}
	for _, m := range f.about.marks {
		if s := m.span.Trim(f.text); m.what == markTitle && !s.Empty() {
			f.titles = append(f.titles, candidate{Value: fold(s.Of(f.text)), Evidence: news.Evidence{Class: news.EvidenceByline, Span: s}})
			return
		}
	}
}

// heading finds the heading that shows a stated title: what stands before the
// name of a site behind it, or all of it, or what stands behind such a name.
func (f *pageFacts) heading(stated string) (news.Span, bool) {
	for _, m := range titleMarks {
		if i := strings.LastIndex(stated, m); i > 0 {
			if s, ok := f.shows(stated[:i]); ok {
				return s, true
			}
		}
	}
	if s, ok := f.shows(stated); ok {
		return s, true
	}
	_, behind, _ := strings.Cut(stated, ": ")
	return f.shows(behind)
}

// shows finds the heading that shows a title and is not the outlet's name.
func (f *pageFacts) shows(title string) (news.Span, bool) {
	for _, m := range f.about.marks {
		s := m.span.Trim(f.text)
		if m.what == markTitle && !s.Empty() && s.Len() <= maxStated && sameTitle(title, s.Of(f.text)) && !f.isOutlet(s.Of(f.text)) {
			return s, true
		}
	}
	return news.Span{}, false
}

// sameTitle reports whether a heading shows a stated title: the one holds the
// other, letters and digits alone, and is not much longer. A title element
// often holds the outlet's name besides.
func sameTitle(stated, heading string) bool {
	a, b := letters(stated), letters(heading)
	if len(a) < len(b) {
		a, b = b, a
	}
	return b != "" && 2*len(b) >= len(a) && strings.Contains(a, b)
}

// letters are the letters and digits of s in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// titleMarks part an outlet's name from a title.
var titleMarks = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " « "}

// withoutOutlet is a stated title without the outlet's name at its end.
func (f *pageFacts) withoutOutlet(title string) string {
	cut := -1
	for _, m := range titleMarks {
		cut = max(cut, strings.LastIndex(title, m))
	}
	if cut < 0 {
		return title
	}
	tail := letters(title[cut:])
	for _, o := range f.outlets {
		name := letters(o.Value)
		if tail != "" && (strings.Contains(name, tail) || name != "" && strings.Contains(tail, name)) {
			return strings.TrimSpace(title[:cut])
		}
	}
	return title
}
