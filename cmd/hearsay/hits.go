package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// hitWriter prints found statements in one format; one says that the speaker is a
// person of one origin.
type hitWriter interface {
	hit(h *store.Hit, one bool) error
	close() error
}

func newHitWriter(w io.Writer, format string, width int) (hitWriter, error) {
	switch format {
	case "table":
		return &hitTable{w, max(width, wire.Narrowest)}, nil
	case "jsonl", "json":
		return hitLines{wire.NewEncoder(w)}, nil
	case "csv":
		s := hitSheet{wire.NewSheet(w)}
		return s, s.out.Write(hitColumns)
	}
	return nil, news.Errorf(news.Usage, "--format "+format, "take "+wire.Formats, "no such format")
}

type hitLines struct{ enc *json.Encoder }

func (w hitLines) hit(h *store.Hit, one bool) error { return w.enc.Encode(wire.NewHit(h, one)) }
func (w hitLines) close() error                     { return nil }

type hitSheet struct{ out wire.Sheet }

var hitColumns = []string{"article", "outlet", "title", "published", "speaker_name", "speaker", "cue", "content", "type", "voice", "polarity", "single_origin"}

func (w hitSheet) hit(h *store.Hit, one bool) error {
	f := wire.NewHit(h, one)
	return w.out.Write([]string{f.Article, f.Outlet, f.Title, f.Published, f.SpeakerName, f.Speaker, f.Cue,
		strings.Join(f.Content, " […] "), f.Type, f.Voice, f.Polarity, strconv.FormatBool(f.One)})
}

func (w hitSheet) close() error { return w.out.Flush() }

// hitTable prints a statement as a person reads it: its words, then who is
// reported as saying them, where and when.
type hitTable struct {
	out   io.Writer
	width int
}

func (w *hitTable) hit(h *store.Hit, _ bool) error {
	words := make([]string, len(h.Content))
	for i, c := range h.Content {
		words[i] = strings.Join(strings.Fields(wire.Printable(c)), " ")
	}
	const indent = 2
	body := text.WrapSoft(strings.Join(words, " […] "), w.width-indent)
	body = strings.ReplaceAll(body, "\n", "\n"+strings.Repeat(" ", indent))
	_, err := fmt.Fprintf(w.out, "%s\n  %s\n  %s\n\n", wire.Printable(speakerWords(h)), body, wire.Printable(placeWords(h)))
	return err
}

func (w *hitTable) close() error { return nil }

// speakerWords is the speaker as printed, with the resolved name marked.
func speakerWords(h *store.Hit) string {
	s := h.Speaker
	if h.Statement.Voice == news.OutletOwn {
		return "(the outlet's own words)"
	}
	switch {
	case h.Statement.Withheld != "":
		s = "(speaker withheld: " + h.Statement.Withheld + ")"
	case s == "":
		s = "(no speaker named)"
	}
	if n := h.Statement.SpeakerName; n != "" && n != h.Speaker {
		s += " [" + n + "]"
	}
	if r := h.Identity; r != nil && !r.Confirmed {
		s += " [" + r.Name + "? suggested, not reviewed" + resolvedBy(r) + "]"
	}
	if h.Cue != "" {
		s += " · " + h.Cue
	}
	if p := h.Statement.Polarity; p != news.Asserts && p != "" {
		s += " · " + string(p)
	}
	if d := wire.NewDecided(h.Statement.Corrections).Words(); d != "" {
		s += " · " + d
	}
	return s
}

// resolvedBy is the first reason for taking a name for an entity.
func resolvedBy(r *store.Ref) string {
	if len(r.Reasons) == 0 {
		return ""
	}
	return "; resolved by: " + wording.Of(r.Reasons[0])
}

func placeWords(h *store.Hit) string {
	parts := []string{wording.DateWords(h.Article.Published), h.Article.Outlet, wire.StatementRef(h)}
	if parts[0] == "" {
		parts[0] = "date unknown"
	}
	if parts[1] == "" {
		parts[1] = "outlet unknown"
	}
	return strings.Join(parts, " · ")
}
