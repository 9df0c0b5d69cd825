package clean

import (
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// gap is what stands between the last words written and the next.
type gap byte

const (
	gapNone  gap = iota // nothing: an inline element never breaks a word
	gapSpace            // one space
	gapLine             // one line break, as <br>
	gapBlock            // a blank line: another block
)

var gaps = [...]string{gapNone: "", gapSpace: " ", gapLine: "\n", gapBlock: "\n\n"}

// textWriter makes the visible text of a page with its runs and blocks.
type textWriter struct {
	out    strings.Builder
	gap    gap
	runs   []run
	blocks []block
}

// run is one stretch of character data: a segment before the capture's own
// offsets are known.
type run struct {
	text  news.Span // in the text made
	raw   news.Span // in the decoded page
	block int       // index of the block it stands in
}

// widen makes the gap before the next words at least g.
func (w *textWriter) widen(g gap) { w.gap = max(w.gap, g) }

// breakLine is a <br>: the second in a row makes a blank line.
func (w *textWriter) breakLine() {
	if w.gap >= gapLine {
		w.gap = gapBlock
		return
	}
	w.gap = gapLine
}

// write adds raw character data that stands at byte at of the decoded page and
// gives the index of its run, -1 when it shows nothing. c is where it stands.
func (w *textWriter) write(raw string, at int, c *context) int {
	trimmed, white := trimStart(raw)
	if white {
		w.widen(gapSpace)
	}
	at += len(raw) - len(trimmed)
	body := strings.TrimRight(trimmed, asciiWhite)
	data := unescape(body)
	before, after := whiteAtEnds(data)
	if before {
		w.widen(gapSpace)
	}
	words := fold(data)
	if words == "" {
		return -1
	}
	w.append(words, news.Span{Start: at, End: at + len(body)}, c)
	if after || len(body) < len(trimmed) {
		w.widen(gapSpace)
	}
	return len(w.runs) - 1
}

// trimStart is raw without the white space and byte-order marks it begins with,
// and whether there was white space. A mark at a segment's start would be taken
// for that of a whole capture.
func trimStart(raw string) (rest string, white bool) {
	const mark = "\ufeff"
	rest = raw
	for {
		trimmed := strings.TrimLeft(rest, asciiWhite)
		white = white || len(trimmed) < len(rest)
		rest = strings.TrimPrefix(trimmed, mark)
		if len(rest) == len(trimmed) {
			return rest, white
		}
	}
}

func (w *textWriter) append(words string, raw news.Span, c *context) {
	if len(w.runs) == 0 {
		w.gap = gapBlock
	} else {
		w.out.WriteString(gaps[w.gap])
	}
	start := w.out.Len()
	w.out.WriteString(words)
	text := news.Span{Start: start, End: w.out.Len()}
	if w.gap == gapBlock {
		w.blocks = append(w.blocks, block{Span: text, kind: c.kind, apart: c.apart})
	}
	b := &w.blocks[len(w.blocks)-1]
	b.End = text.End
	if c.linked {
		b.linked += text.Len()
	}
	w.gap = gapNone
	w.runs = append(w.runs, run{text: text, raw: raw, block: len(w.blocks) - 1})
}

// writeLines is write for preformatted text: its line breaks stay.
func (w *textWriter) writeLines(raw string, at int, c *context, each func(run int, raw string)) {
	for first := true; raw != "" || first; first = false {
		end := strings.IndexByte(raw, '\n')
		if end < 0 {
			each(w.write(raw, at, c), raw)
			return
		}
		each(w.write(raw[:end], at, c), raw[:end+1])
		w.breakLine()
		raw, at = raw[end+1:], at+end+1
	}
}
