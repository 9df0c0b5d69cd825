package wire

import (
	"slices"
	"time"

	"github.com/hearsay-engine/hearsay/internal/trace"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// CoursePart says which of a course's stations are shown: Limit of them from
// index After on, all of them when Limit is 0.
type CoursePart struct {
	After     int
	Limit     int
	Suggested bool // the suggested ones too
}

// of are the bounds of the part among a course's stations.
func (p CoursePart) of(c *trace.Course) (first, last int) {
	first, last = max(0, min(p.After, len(c.Stations))), len(c.Stations)
	if p.Limit > 0 {
		last = min(last, first+p.Limit)
	}
	return first, last
}

// Articles are the ids of those whose texts the part is cut from, each once.
func (p CoursePart) Articles(c *trace.Course) []string {
	first, last := p.of(c)
	shown := c.Stations[first:last:last]
	if p.Suggested {
		shown = append(shown, c.Suggested...)
	}
	var out []string
	for i := range shown {
		if a := shown[i].Article; a != nil {
			out = append(out, a.ID)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// NewCourse gives a part of a course its outer form. text gives an article's
// text by its id, for code points.
func NewCourse(c *trace.Course, part CoursePart, text func(id string) (string, error)) (Course, error) {
	f := courseFormer{text: text, formers: map[string]former{}}
	first, last := part.of(c)
	out := Course{ID: c.ID, Aliases: orNone(c.Aliases), First: newFirst(c.First), Counts: newCounts(c.Counts),
		Voices: each(c.Voices, newVoice), Gaps: each(c.Gaps, newGap), Drift: []CourseDrift{}, Stations: f.stations(c.Stations[:last], first)}
	if last < len(c.Stations) {
		out.Next = last
	}
	if part.Suggested {
		out.Suggested = f.stations(c.Suggested, 0)
	}
	if label := c.Label(); label != nil {
		out.Words = &CourseWords{label.Article.ID, f.quote(label.Article, label.Telling.Content[0])}
	}
	for _, d := range c.Drift {
		out.Drift = append(out.Drift, CourseDrift{string(d.Change), f.drawn(c, d.From, d.FromSays), f.drawn(c, d.To, d.ToSays)})
	}
	out.Articles = each(f.used, newCourseArticle)
	return out, f.err
}

// courseFormer turns spans of many articles into code points.
type courseFormer struct {
	text    func(id string) (string, error)
	formers map[string]former
	used    []*trace.Article // in the order they were met
	err     error            // the first
}

func (f *courseFormer) of(a *trace.Article) former {
	got, known := f.formers[a.ID]
	if !known {
		text, err := f.text(a.ID)
		if err != nil && f.err == nil {
			f.err = err
		}
		got = former{text, news.NewRuler(text)}
		f.formers[a.ID], f.used = got, append(f.used, a)
	}
	return got
}

// quote is empty after the first error, which NewCourse gives.
func (f *courseFormer) quote(a *trace.Article, q trace.Quote) Quote {
	t := f.of(a)
	if f.err != nil || q.Start < 0 || q.End > len(t.text) || q.Start > q.End {
		return Quote{}
	}
	return t.quote(q.Span)
}

func (f *courseFormer) quotes(a *trace.Article, all []trace.Quote) []Quote {
	return each(all, func(q trace.Quote) Quote { return f.quote(a, q) })
}

func (f *courseFormer) maybe(a *trace.Article, q *trace.Quote) *Quote {
	if q == nil {
		return nil
	}
	out := f.quote(a, *q)
	return &out
}

func (f *courseFormer) stations(all []trace.Station, first int) []Station {
	out := make([]Station, 0, len(all)-first)
	for i := first; i < len(all); i++ {
		out = append(out, f.station(i, &all[i]))
	}
	return out
}

func (f *courseFormer) station(i int, s *trace.Station) Station {
	out := Station{Index: i, Role: string(s.Role), Status: string(news.Confirmed), Via: []CourseVia{}, Content: []Quote{}, Reasons: []Reason{}}
	if s.Event != nil {
		out.Event = f.event(s.Event)
		return out
	}
	relation := string(s.Relation())
	out.Article, out.Relation = &s.Article.ID, &relation
	out.Passage = f.maybe(s.Article, s.Passage)
	if s.Copy != nil {
		out.Copy = &CourseCopy{s.Copy.From, s.Copy.Directed, string(s.Copy.Kind), s.Copy.Share, each(s.Copy.Reasons, NewReason)}
	}
	if s.Telling != nil {
		f.telling(&out, s.Article, s.Telling)
	}
	return out
}

func (f *courseFormer) telling(out *Station, a *trace.Article, t *trace.Telling) {
	out.Status, out.ConfirmedBy = string(t.Certainty), t.By
	if t.Number >= 0 {
		out.Statement = &t.Number
	}
	remove := string(t.Remove())
	out.Voice, out.Remove, out.Polarity = known(string(t.Voice)), &remove, known(string(t.Polarity))
	out.Via = each(t.Via, func(v trace.Speaker) CourseVia { return CourseVia{known(v.Name), f.maybe(a, v.Words)} })
	out.Speaker, out.SpeakerName, out.Cue = f.maybe(a, t.Speaker), known(t.Name), f.maybe(a, t.Cue)
	out.Entity = newCourseEntity(t.Entity)
	out.Content, out.Takes, out.Says = f.quotes(a, t.Content), f.maybe(a, t.Takes), f.quotes(a, t.Says)
	out.Reasons = each(t.Reasons, NewReason)
}

func (f *courseFormer) event(e *trace.Happening) *CourseEvent {
	out := &CourseEvent{First: known(e.First), Last: known(e.Last), From: e.From, Until: moment(e.Until), Precision: string(e.Precision), Articles: e.Articles}
	for i := range e.Told {
		t := &e.Told[i]
		out.Told = append(out.Told, CourseTold{CourseWords{t.Article.ID, f.quote(t.Article, trace.Quote{Span: t.Told.Span, Words: t.Told.Words})}, NewReason(t.Told.Reason)})
	}
	return out
}

func (f *courseFormer) drawn(c *trace.Course, station int, q trace.Quote) CourseDrawn {
	a, status := c.Station(station).Article, news.Confirmed
	if n := len(c.Stations); station >= n {
		station, status = station-n, news.Suggested
	}
	return CourseDrawn{station, string(status), CourseWords{a.ID, f.quote(a, q)}}
}

func newFirst(f trace.First) CourseFirst {
	return CourseFirst{moment(f.From), moment(f.Until), idOf(f.By), idOf(f.UntilBy), orNone(f.May), f.Undated}
}

func idOf(a *trace.Article) *string {
	if a == nil {
		return nil
	}
	return &a.ID
}

func newCounts(c trace.Counts) CourseCounts {
	out := CourseCounts{CourseCount(c.All), map[string]CourseCount{}, map[string]SuggestCount{}}
	for _, rc := range c.By {
		out.By[string(rc.Relation)] = CourseCount(rc.Count)
	}
	for _, rc := range c.Suggested {
		out.Suggested[string(rc.Relation)] = SuggestCount{rc.Articles}
	}
	return out
}

func newVoice(v trace.Voice) CourseVoice {
	voice := news.Attributed
	if v.Own {
		voice = news.OutletOwn
	}
	return CourseVoice{string(v.Relation), v.Who, newCourseEntity(v.Entity), string(voice), v.Articles, v.Origins, v.First}
}

func newCourseEntity(e *trace.Entity) *CourseEntity {
	if e == nil {
		return nil
	}
	status := news.Confirmed
	if !e.Confirmed {
		status = news.Suggested
	}
	return &CourseEntity{e.ID, e.Name, string(status)}
}

func newCourseArticle(a *trace.Article) CourseArticle {
	return CourseArticle{a.ID, a.SHA256.String(), known(a.Title), known(a.Outlet), known(a.Group), known(a.URL), known(a.Language), a.Translated, newPublication(a.Seen)}
}

func newPublication(s news.Seen) Publication {
	return Publication{From: moment(s.From), Until: moment(s.Until), Best: newDated(s.Best), FromBy: newDated(s.FromBy), UntilBy: newDated(s.UntilBy),
		Conflicts: each(s.Conflicts, func(c news.DateConflict) Conflict {
			return Conflict{newDated(c.Kept), newDated(c.Other), c.Apart.Hours()}
		}), Gaps: each(s.Gaps, NewReason), Says: wording.Seen(s)}
}

// newDated is nil for no date.
func newDated(d news.Date) *Dated {
	if d.Value == "" {
		return nil
	}
	return &Dated{d.Value, string(d.Precision), known(d.Zone), string(d.Class)}
}

func newGap(g trace.Gap) CourseGap {
	return CourseGap{g.Rule, g.Figure, g.Articles, GapWords(g)}
}

// GapWords is a gap as a person reads it.
func GapWords(g trace.Gap) string {
	if g.Articles == 0 {
		return wording.Of(g.Reason)
	}
	return wording.InArticles(g.Articles, g.Rule)
}

// moment is nil for one that is not known.
func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

// orNone is never nil, so that an empty list reads [] and not null.
func orNone[T any](in []T) []T { return append([]T{}, in...) }
