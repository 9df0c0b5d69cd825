package clean

import (
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Where a text without markup may print its own date: lines at its head, and
// labelled lines at its foot. A date further in is told, not the article's own.
const (
	headLines = 12
	footLines = 8
	// proseLine is the bytes from which a line is a paragraph; the head ends
	// with the first.
	proseLine = 300
)

// headOf gives the first lines of text that hold anything.
func headOf(text string) []news.Span {
	var lines []news.Span
	for start, long := 0, false; start < len(text) && len(lines) < headLines && !long; {
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		if line := (news.Span{Start: start, End: end}).Trim(text); !line.Empty() {
			lines = append(lines, line)
			long = line.Len() >= proseLine
		}
		start = end + 1
	}
	return lines
}

// footOf gives the last lines of text that hold anything, the last first.
func footOf(text string) []news.Span {
	var lines []news.Span
	for end := len(text); end > 0 && len(lines) < footLines; {
		start := strings.LastIndexByte(text[:end], '\n') + 1
		if line := (news.Span{Start: start, End: end}).Trim(text); !line.Empty() {
			lines = append(lines, line)
		}
		end = start - 1
	}
	return lines
}
