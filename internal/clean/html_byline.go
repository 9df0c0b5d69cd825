package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// maxByline bounds, in bytes, what can be a byline: some names and a post.
const maxByline = 160

// addBylines takes the author as stated and as marked in the visible text. A
// stated name that a marked byline shows is placed there.
func (f *pageFacts) addBylines() {
	stated := []candidate{}
	state(&stated, news.EvidenceJSONLD, strings.Join(f.persons(f.linked.authors), ", "))
	state(&stated, news.EvidenceMeta, strings.Join(f.persons([]string{
		f.about.stated("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"),
	}), ", "))
	for _, c := range stated {
		c.Span = f.shownAs(c.Value)
		f.bylines = append(f.bylines, c)
	}
	for _, m := range f.about.marks {
		if m.what != markByline || f.within(m.apart, "page-comments", "page-form", "page-related") {
			continue
		}
		s := bylineNames(f.text, withoutBy(f.text, m.span.Trim(f.text)))
		if names := f.persons([]string{fold(s.Of(f.text))}); len(names) == 1 {
			f.bylines = append(f.bylines, candidate{Value: names[0], Evidence: news.Evidence{Class: news.EvidenceMarkup, Span: s}})
		}
	}
}

// persons keeps what can name an author: no address, no account, no sentence
// and not the outlet itself.
func (f *pageFacts) persons(names []string) (out []string) {
	for _, n := range names {
		n = fold(withoutBy(n, news.Span{Start: 0, End: len(n)}).Of(n))
		first, _ := utf8.DecodeRuneInString(n)
		switch {
		case n == "" || len(n) > maxByline || strings.ContainsAny(n, "@/:<>\n") || ended(n) && len(n) >= proseBytes:
		case !unicode.IsLetter(first) || unicode.IsLower(first) && !strings.Contains(n, " "):
		case f.isOutlet(n):
		default:
			out = append(out, n)
		}
	}
	return out
}

// bylineNames is the span of a byline before a dash, a bar, a line break or a
// date.
func bylineNames(text string, s news.Span) news.Span {
	for _, end := range [...]string{"\n", " | ", " — ", " – ", " - ", " · ", " • ", "|"} {
		if i := strings.Index(s.Of(text), end); i > 0 {
			s.End = s.Start + i
		}
	}
	return s.Trim(text)
}

// isOutlet reports whether a name is the outlet's.
func (f *pageFacts) isOutlet(name string) bool {
	for _, o := range f.outlets {
		if letters(o.Value) == letters(name) {
			return true
		}
	}
	return false
}

// shownAs is where a stated name stands in a marked byline; empty when none
// shows it.
func (f *pageFacts) shownAs(name string) news.Span {
	for _, m := range f.about.marks {
		if m.what != markByline || m.span.Len() > maxStated {
			continue
		}
		if i := strings.Index(m.span.Of(f.text), name); i >= 0 {
			return news.Span{Start: m.span.Start + i, End: m.span.Start + i + len(name)}
		}
	}
	return news.Span{}
}

// withoutBy is the span of a byline in text without "By".
func withoutBy(text string, s news.Span) news.Span {
	words := s.Of(text)
	for _, by := range [...]string{"by ", "автор: "} {
		if len(words) > len(by) && strings.EqualFold(words[:len(by)], by) {
			return news.Span{Start: s.Start + len(by), End: s.End}.Trim(text)
		}
	}
	return s
}
