package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// Bounds on marked bylines: an article has one or two, its teasers have more.
const (
	maxByline  = 160 // bytes of what can be one: some names and a post
	maxBylines = 16  // candidates
)

// by stands before a name even where nothing else than the name is asked for.
const by = "by "

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
	title := best(f.titles).Span
	for _, m := range f.about.marks {
		s := m.span.Trim(f.text)
		if m.what == markByline && len(f.bylines) < maxBylines && s.Len() <= maxByline && !s.Overlaps(title) && !f.within(m.apart, "page-comments", "page-form", "page-related") {
			f.markedByline(s)
		}
	}
	if s := ledByline(f.text, f.belowTitle()); !s.Empty() {
		f.bylines = append(f.bylines, printedField(f.text, s))
	}
}

// markedByline adds the names in an element marked as byline. Names in scripts
// without capitals run to the first dash, bar or line break.
func (f *pageFacts) markedByline(s news.Span) {
	if lead, behind := bylineLead(f.text, s); lead != "" {
		s = behind
	}
	names, _ := authorNames(f.text, s)
	if names.Empty() {
		names = bylineNames(f.text, s)
	}
	if ps := f.persons([]string{fold(names.Of(f.text))}); len(ps) == 1 {
		f.bylines = append(f.bylines, candidate{Value: ps[0], Evidence: news.Evidence{Class: news.EvidenceMarkup, Span: names}})
	}
}

// belowTitle gives the lines from the title to the first running text, and what
// stands in them behind a comma: a date often stands before.
func (f *pageFacts) belowTitle() []news.Span {
	from := best(f.titles).Span.End
	var lines []news.Span
	for _, b := range f.blocks {
		if b.Start < from {
			continue
		}
		if prose(b.Of(f.text)) || len(lines) >= headLines {
			break
		}
		for start := b.Start; start < b.End; {
			end := b.End
			if i := strings.IndexByte(f.text[start:b.End], '\n'); i >= 0 {
				end = start + i
			}
			lines = append(lines, news.Span{Start: start, End: end})
			if i := strings.Index(f.text[start:end], ", "); i >= 0 {
				lines = append(lines, news.Span{Start: start + i + len(", "), End: end})
			}
			start = end + 1
		}
	}
	return lines
}

// persons keeps what can name an author: no address, no account, no sentence
// and not the outlet itself.
func (f *pageFacts) persons(names []string) (out []string) {
	for _, n := range names {
		if len(n) > len(by) && strings.EqualFold(n[:len(by)], by) {
			n = n[len(by):]
		}
		initial, _ := utf8.DecodeRuneInString(n)
		switch {
		case n == "" || len(n) > maxByline || strings.ContainsAny(n, "@/:<>\n") || prose(n):
		case !unicode.IsLetter(initial) || unicode.IsLower(initial) && !strings.Contains(n, " "):
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
