package wire

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/hearsay-engine/hearsay/internal/trace"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// Timeline says how a course is laid out for a terminal.
type Timeline struct {
	Width     int  // columns, at least Narrowest
	Limit     int  // stations shown, the first and the last; all when 0
	Suggested bool // the suggested ones too, apart
}

// WriteCourse prints a course as a person reads it: what it comes to, then day
// by day who did what with the claim, then what changed and what is not known.
func WriteCourse(out io.Writer, c *trace.Course, layout Timeline) error {
	layout.Width = max(layout.Width, Narrowest)
	t := timeline{out: out, Timeline: layout}
	t.head(c)
	t.course(c.Stations)
	if layout.Suggested && len(c.Suggested) > 0 {
		t.line("")
		t.wrapped("", "MACHINE-SUGGESTED, NOT REVIEWED: perhaps of this claim, in no count above")
		t.course(c.Suggested)
	}
	t.drift(c)
	t.gaps(c)
	return t.err
}

type timeline struct {
	Timeline
	out   io.Writer
	err   error  // the first
	label string // the claim's words, which stand at the head
}

// Columns of a timeline: what is done stands in the margin.
const (
	margin    = 12
	longQuote = 400 // code points of one quotation; the rest is left to exports
)

func (t *timeline) line(s string) {
	if t.err == nil {
		_, t.err = fmt.Fprintln(t.out, strings.TrimRight(Printable(s), " "))
	}
}

// put writes words beside a mark in the margin.
func (t *timeline) put(mark, words string) { t.wrapped(text.Pad(mark, margin, ' '), words) }

// wrapped writes words behind a lead, the further lines as far in.
func (t *timeline) wrapped(lead, words string) {
	wide := text.StringWidth(lead)
	for i, l := range strings.Split(text.WrapSoft(Printable(words), t.Width-wide), "\n") {
		if i > 0 {
			lead = strings.Repeat(" ", wide)
		}
		t.line(lead + strings.TrimSpace(l))
	}
}

func (t *timeline) head(c *trace.Course) {
	if label := c.Label(); label != nil {
		t.label = quoted(label.Telling.Content)
		t.wrapped("", t.label)
	}
	id := c.ID
	if len(c.Aliases) > 0 {
		id += ", also " + strings.Join(c.Aliases, ", ")
	}
	t.line(id)
	t.line("")
	t.first(c)
	t.line("")
	t.counts(&c.Counts)
	for _, r := range trace.Relations {
		t.voices(r, c)
	}
}

// mostFirst bounds the articles named that may be earlier than the earliest.
const mostFirst = 3

// first names the article that was most likely there first, and those that may
// have been as early.
func (t *timeline) first(c *trace.Course) {
	if len(c.First.May) == 0 {
		t.put("Earliest", "nothing in this collection tells it")
		return
	}
	lead := c.Stations[c.First.May[0]].Article
	for _, i := range c.First.May {
		if a := c.Stations[i].Article; likely(a.Seen).Before(likely(lead.Seen)) {
			lead = a
		}
	}
	t.put("Earliest", "in this collection: "+wording.Seen(lead.Seen))
	t.put("", outletWords(lead)+refMark+lead.ID)
	var others []string
	met := map[*trace.Article]bool{lead: true}
	for _, i := range c.First.May {
		if a := c.Stations[i].Article; !met[a] {
			met[a] = true
			others = append(others, placeOf(a)+" ("+a.ID+")")
		}
	}
	if n := len(others); n > mostFirst {
		others = append(others[:mostFirst], fmt.Sprintf("and %d more", n-mostFirst))
	}
	if len(others) > 0 {
		t.put("", "may be as early, as far as dates go: "+strings.Join(others, "; "))
	}
}

// latest stands for what has no date.
var latest = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)

// likely is the middle of what a date may mean.
func likely(s news.Seen) time.Time {
	switch {
	case s.From.IsZero():
		return latest
	case s.Until.IsZero():
		return s.From
	}
	return s.From.Add(s.Until.Sub(s.From) / 2)
}

// done names what is done with the claim, for a count and in the margin: in
// capitals where somebody takes it up.
func done(r news.Relation) string {
	if r == news.RelRepeats {
		return wording.Done(r)
	}
	return strings.ToUpper(wording.Done(r))
}

func (t *timeline) counts(c *trace.Counts) {
	row := func(what string, n trace.Count) {
		line := fmt.Sprintf("%-*s%8d%9d%9d", margin, what, n.Articles, n.Outlets, n.Origins)
		if n.Copies > 0 {
			line += fmt.Sprintf("   only carried: %d", n.Copies)
		}
		t.line(line)
	}
	t.line(fmt.Sprintf("%-*s%8s%9s%9s", margin, "", "articles", "outlets", "origins"))
	for _, rc := range c.By {
		row(done(rc.Relation), rc.Count)
	}
	if len(c.By) > 1 {
		row("in all", c.All)
	}
}

// mostVoices bounds the speakers named at the head.
const mostVoices = 6

func (t *timeline) voices(r news.Relation, c *trace.Course) {
	all := c.Voices
	var names []string
	more := 0
	for i := range all {
		if all[i].Relation != r {
			continue
		}
		if len(names) == mostVoices {
			more++
			continue
		}
		names = append(names, voiceWords(&all[i], c.Stations[all[i].First].Article))
	}
	if len(names) == 0 {
		return
	}
	if more > 0 {
		names = append(names, fmt.Sprintf("and %d more", more))
	}
	t.line("")
	t.put(done(r), "by "+strings.Join(names, "; "))
}

// voiceWords is who it is and in which outlet they are first read.
func voiceWords(v *trace.Voice, in *trace.Article) string {
	who := v.Who
	switch {
	case v.Own && who == "":
		who = "an unknown outlet in its own voice"
	case v.Own:
		who += " in its own voice"
	case who == "":
		who = "somebody not named"
	}
	if !v.Own && in.Outlet != "" {
		who += ", in " + in.Outlet
	}
	if v.Articles > 1 {
		who += fmt.Sprintf(" (%s, origins: %d)", wording.Count(v.Articles, "article"), v.Origins)
	}
	return who
}

func (t *timeline) drift(c *trace.Course) {
	if len(c.Drift) == 0 {
		return
	}
	t.line("")
	t.line("WORDING THAT CHANGED")
	for _, d := range c.Drift {
		t.put(string(d.Change), fmt.Sprintf("%s (%s) → %s (%s)", quoted([]trace.Quote{d.FromSays}), drawnFrom(c, d.From), quoted([]trace.Quote{d.ToSays}), drawnFrom(c, d.To)))
	}
}

// drawnFrom says where and when a station's words stand, and how sure that it tells
// the claim.
func drawnFrom(c *trace.Course, station int) string {
	place := placeOf(c.Station(station).Article)
	if station >= len(c.Stations) {
		return place + "; machine-suggested, not reviewed"
	}
	return place
}

func (t *timeline) gaps(c *trace.Course) {
	t.line("")
	t.line("WHAT IS NOT KNOWN")
	for _, g := range c.Gaps {
		t.wrapped("· ", GapWords(g))
	}
}

func placeOf(a *trace.Article) string {
	if d := dayOf(a.Seen); d != "" {
		return outletWords(a) + ", " + d
	}
	return outletWords(a) + ", date unknown"
}

func outletWords(a *trace.Article) string {
	if a.Outlet == "" {
		return "an unknown outlet"
	}
	return a.Outlet
}

// quoted is the words of several spans in quotation marks.
func quoted(all []trace.Quote) string {
	words := make([]string, len(all))
	for i, q := range all {
		words[i] = strings.Join(strings.Fields(q.Words), " ")
	}
	return Quoted(strings.Join(words, " […] "))
}

// Quoted is verbatim words in quotation marks, those they have of their own kept,
// cut when they are very long.
func Quoted(s string) string {
	if r := []rune(s); len(r) > longQuote {
		s = strings.TrimRight(string(r[:longQuote]), " ") + " […]"
	}
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, ".,!?…"))
	switch {
	case strings.ContainsRune(opening, first) && strings.ContainsRune(closing, last):
		return s
	case strings.ContainsAny(s, "“”„\""):
		return "‘" + s + "’"
	}
	return "“" + s + "”"
}

// Quotation marks at the two ends of what was quoted.
const (
	opening = "“„«»\"‘'`"
	closing = "”“»«\"’'"
)
