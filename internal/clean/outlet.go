package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/internal/when"
	"github.com/hearsay-engine/hearsay/news"
)

// printedOutlet adds the outlet that a text without markup names as itself:
// "Subscribe to NAME news", "© 2031 NAME". The agency of a dateline is not the
// outlet: of the 68 such datelines in PolNeAR none names the publisher.
func printedOutlet(d *draft) {
	for start := 0; start < len(d.text); {
		end := len(d.text)
		if i := strings.IndexByte(d.text[start:], '\n'); i >= 0 {
			end = start + i
		}
		line := news.Span{Start: start, End: end}.Trim(d.text)
		if s := selfNamed(d.text, line); !s.Empty() {
			d.outlets = append(d.outlets, printedField(d.text, s))
			return
		}
		start = end + 1
	}
}

// maxSelfNaming bounds, in bytes, a line in which an outlet names itself.
const maxSelfNaming = 300

// selfNamed is the outlet's name in line, empty for none.
func selfNamed(text string, line news.Span) news.Span {
	if line.Empty() || line.Len() > maxSelfNaming {
		return news.Span{}
	}
	words := line.Of(text)
	if i := strings.Index(words, "©"); i >= 0 {
		return rightsHolder(text, news.Span{Start: line.Start + i + len("©"), End: line.End})
	}
	first, _ := utf8.DecodeRuneInString(words)
	if !unicode.IsUpper(first) {
		return news.Span{}
	}
	const copyright = "Copyright "
	if strings.HasPrefix(words, copyright) {
		return rightsHolder(text, news.Span{Start: line.Start + len(copyright), End: line.End})
	}
	for _, to := range lang.SubscribeTo {
		if len(words) > len(to) && strings.EqualFold(words[:len(to)], to) {
			return subscribedTo(text, news.Span{Start: line.Start + len(to), End: line.End})
		}
	}
	return news.Span{}
}

// rightsHolder is the name in "2031 NAME. All rights reserved" or "NAME, 2031".
// Without a year it is a picture's credit.
func rightsHolder(text string, s news.Span) news.Span {
	s = s.Trim(text)
	if !when.HasYear(s.Of(text)) {
		return news.Span{}
	}
	from := strings.IndexFunc(s.Of(text), unicode.IsLetter)
	if from < 0 {
		return news.Span{}
	}
	return outletName(text, news.Span{Start: s.Start + from, End: s.End})
}

// subscribedTo is the name in "NAME news at Telegram". "our news" has none, and
// a carrier of news is no outlet.
func subscribedTo(text string, s news.Span) news.Span {
	if after, found := strings.CutPrefix(s.Of(text), "the "); found {
		s.Start = s.End - len(after)
	}
	name := outletName(text, s)
	if name.Empty() || lang.Platforms[strings.ToLower(nextField(text, name).Of(text))] {
		return news.Span{}
	}
	next := strings.ToLower(nextField(text, news.Span{Start: name.End, End: s.End}).Of(text))
	if !lang.SelfNames[strings.TrimRight(next, ".,:!")] {
		return news.Span{}
	}
	return name
}

// maxOutletWords bounds an outlet's name.
const maxOutletWords = 5

// outletName is the run of capitalised words that s begins with, without marks
// at its end; empty when there is none or it is too long for a name.
func outletName(text string, s news.Span) news.Span {
	found := news.Span{Start: s.Start, End: s.Start}
	for words := 0; found.End < s.End; words++ {
		field := nextField(text, news.Span{Start: found.End, End: s.End})
		first, _ := utf8.DecodeRuneInString(field.Of(text))
		if field.Empty() || !unicode.IsUpper(first) {
			break
		}
		if words == maxOutletWords {
			return news.Span{}
		}
		word := trimMarks(text, field)
		found.End = word.End
		if word.End < field.End {
			break
		}
	}
	return found
}
