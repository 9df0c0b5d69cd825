package keep

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/internal/cases"
	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/report"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/trace"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

const reportDay = "2006-01-02"

// reportTime is when somebody decided: a report is read in every zone.
func reportTime(t time.Time) string { return t.UTC().Format("2006-01-02 15:04 UTC") }

// Report makes a case, by its name or id, into what is handed on. made is when,
// tool by what.
func Report(ctx context.Context, a *store.Archive, name string, made time.Time, tool string) (*report.Report, error) {
	c, err := a.Case(ctx, name)
	if err != nil {
		return nil, err
	}
	items, err := a.Selected(ctx, c)
	if err != nil {
		return nil, err
	}
	x := reporting{a: a, pages: map[string]int{}, read: map[string]*store.Stored{}, courses: map[string]*trace.Course{}}
	x.out = report.Report{Case: c.Name, ID: c.ID, By: c.By, Day: reportTime(c.At), Reason: c.Reason, Made: reportTime(made), Tool: tool,
		Notes: notesOf(c.Notes), Tags: tagsOf(c.Tags), Items: []report.Item{}, Gone: []report.Gone{}, Lost: c.Lost}
	if c.Closed != nil {
		x.out.Closed = reportTime(c.Closed.At) + ", " + c.Closed.By
	}
	if err := x.decisions(ctx); err != nil {
		return nil, err
	}
	for i := range items {
		if err := x.item(ctx, &items[i]); err != nil {
			return nil, err
		}
	}
	x.out.Counts, err = x.counts(ctx)
	return &x.out, err
}

// reporting is a report in the making.
type reporting struct {
	a       *store.Archive
	out     report.Report
	pages   map[string]int // by article: its place in out.Pages, from 1
	read    map[string]*store.Stored
	courses map[string]*trace.Course
	decided map[string]string // the day of a decision, by its id
	own     []string          // articles of picked statements
}

func notesOf(all []cases.Mark) []report.Note {
	out := []report.Note{}
	for _, m := range all {
		out = append(out, report.Note{Words: m.Words, By: m.By, Day: reportTime(m.At)})
	}
	return out
}

func tagsOf(all []cases.Mark) []string {
	out := []string{}
	for _, m := range all {
		out = append(out, m.Words)
	}
	return out
}

// decisions reads the days on which people decided.
func (x *reporting) decisions(ctx context.Context) error {
	log, err := x.a.Log(ctx)
	x.decided = map[string]string{}
	for i := range log {
		x.decided[log[i].ID] = log[i].At.Format(reportDay)
	}
	return err
}

func (x *reporting) item(ctx context.Context, s *store.Selected) (err error) {
	it := report.Item{Target: string(s.Target), By: s.By, Day: reportTime(s.At), Reason: s.Reason, Notes: notesOf(s.Notes), Tags: tagsOf(s.Tags)}
	if s.Standing != store.Applies {
		x.out.Gone = append(x.out.Gone, report.Gone{Target: it.Target, Words: s.Anchors[0].Words, Why: wire.ItemStanding(s), By: it.By, Day: it.Day})
		return nil
	}
	switch s.Target {
	case corrections.Statement:
		it.Said, err = x.said(ctx, s)
	case corrections.Article:
		it.Page, err = x.page(ctx, s.Article)
		x.own = append(x.own, s.Article)
	case corrections.Claim:
		it.Claim, err = x.claim(ctx, s.Claim, "")
	default:
		it.Name, err = x.name(ctx, s.Entity)
	}
	x.out.Items = append(x.out.Items, it)
	return err
}

// article reads an article once, less speakers whom a person hid.
func (x *reporting) article(ctx context.Context, id string) (*store.Stored, error) {
	if s := x.read[id]; s != nil {
		return s, nil
	}
	s, err := x.a.Article(ctx, id)
	if err == nil {
		err = x.a.Withhold(ctx, s)
	}
	x.read[id] = s
	return s, err
}

func (x *reporting) said(ctx context.Context, s *store.Selected) (*report.Said, error) {
	a, err := x.article(ctx, s.Article)
	if err != nil {
		return nil, err
	}
	st := &a.Statements[s.Number]
	ruler := news.NewRuler(a.Text)
	out := &report.Said{Who: st.SpeakerName, Kind: string(st.Kind), Polarity: string(st.Polarity), Remove: removeWords(a, st), Reviewed: x.reviewed(st),
		Start: ruler.CodePoints(st.Content[0].Start), End: ruler.CodePoints(st.Content[len(st.Content)-1].End), Claims: []report.Claim{}}
	for _, c := range st.Content {
		out.Content = append(out.Content, c.Of(a.Text))
	}
	if st.Speaker != nil {
		out.Printed = st.Speaker.Of(a.Text)
		out.Resolved = wire.Resolved(out.Who, out.Printed)
	}
	if st.Withheld != "" {
		out.Printed = "(speaker withheld: " + st.Withheld + ")"
	}
	if st.Cue != nil {
		out.Cue = st.Cue.Of(a.Text)
	}
	out.Address = wire.PlaceAddress(a.URL, a.Text, st.Content[0])
	x.own = append(x.own, a.ID)
	if out.Page, err = x.page(ctx, a.ID); err != nil {
		return nil, err
	}
	return out, x.claimsOf(ctx, s, out)
}

// claimsOf adds what the statement is to claims that others tell or take up too.
func (x *reporting) claimsOf(ctx context.Context, s *store.Selected, out *report.Said) error {
	all, err := x.a.ClaimsOf(ctx, s.Article)
	if err != nil {
		return err
	}
	for _, ref := range all[s.Number] {
		c, err := x.claim(ctx, ref.ID, string(ref.Relation))
		if err != nil {
			return err
		}
		if c != nil {
			out.Claims = append(out.Claims, *c)
		}
	}
	return nil
}

// removeWords say how far a statement's words stand from the reader.
func removeWords(a *store.Stored, s *news.Statement) string {
	var via []string
	for at := s.Within; at != news.Outermost; at = a.Statements[at].Within {
		if w := &a.Statements[at]; w.Voice == news.Attributed {
			via = append(via, "“"+cmp.Or(w.SpeakerName, "nobody named")+"”")
		}
	}
	words := "quoted by " + cmp.Or(a.Outlet.Value, "an outlet that is not known")
	if len(via) > 0 {
		words += " via " + strings.Join(via, " via ")
	}
	return words
}

// reviewed says who decided on a statement, and when.
func (x *reporting) reviewed(s *news.Statement) string {
	if len(s.Corrections) == 0 {
		return "machine-suggested, not reviewed"
	}
	d := wire.NewDecided(s.Corrections)
	return d.Words() + ", " + x.decided[d.Correction]
}

func (x *reporting) name(ctx context.Context, id string) (*report.Name, error) {
	e, err := x.a.Entity(ctx, id)
	if err != nil {
		return nil, err
	}
	out := &report.Name{ID: e.ID, Name: e.Name, Kind: string(e.Kind), Said: e.Said, About: e.About}
	for _, l := range e.Aliases {
		out.Written = append(out.Written, fmt.Sprintf("%s (%s, %s)", l.Name, wording.Count(l.Articles, "article"), wire.Status(l.Confirmed)))
	}
	return out, nil
}

// page gives an article its place in the evidence.
func (x *reporting) page(ctx context.Context, id string) (int, error) {
	if at := x.pages[id]; at > 0 {
		return at, nil
	}
	a, err := x.article(ctx, id)
	if err != nil {
		return 0, err
	}
	p := report.Page{Article: a.ID, Title: called(a), Outlet: cmp.Or(a.Outlet.Value, "unknown"), Published: publishedWords(a), URL: wire.WebAddress(a.URL),
		Language: cmp.Or(a.Language, "unknown"), Text: a.SHA256.String(), Capture: a.CaptureSHA256.String(), Version: fmt.Sprintf("%d of %d captured", a.Version, a.Of)}
	if a.Translated.Class != "" {
		p.Note = "reads as a translation: its quotations may not be the speakers’ own words"
	}
	for _, m := range []store.Maker{a.Makers.Clean, a.Makers.Attribute, a.Makers.Stance, a.Makers.Match} {
		if m.Stage != "" {
			p.Stages = append(p.Stages, m.Stage+" "+m.Version)
		}
	}
	if err := x.copies(ctx, id, &p); err != nil {
		return 0, err
	}
	x.out.Pages = append(x.out.Pages, p)
	x.pages[id] = len(x.out.Pages)
	return len(x.out.Pages), nil
}

// publishedWords are an article's date with its evidence.
func publishedWords(a *store.Stored) string {
	if a.Published.Value == "" {
		return "unknown"
	}
	words := wording.DateWords(a.Published)
	if a.Published.Evidence.Class != "" {
		words += " (from: " + wording.Evidence(a.Published.Evidence.Class) + ")"
	}
	return words
}

func (x *reporting) copies(ctx context.Context, id string, p *report.Page) error {
	f, err := x.a.Family(ctx, id, 1)
	if err != nil {
		return err
	}
	p.Copies = wire.FamilyWords(f)
	all, err := x.a.CopiesOf(ctx, id)
	if err == nil && len(all) > 0 && all[0].To == id {
		p.Carries = strings.TrimSuffix(wire.CopyWords(id, all[0]), ":") + " " + all[0].From
	}
	return err
}

// counts say what is reported and of how many origins.
func (x *reporting) counts(ctx context.Context) (string, error) {
	origins, err := x.a.OriginsAmong(ctx, x.own)
	met := map[string]bool{}
	for _, id := range x.own {
		met[id] = true
	}
	words := wording.Count(len(x.out.Items), "item")
	if len(met) > 0 {
		words += fmt.Sprintf(", in %s of %s", wording.Count(len(met), "article"), wording.Count(origins, "origin"))
	}
	return words, err
}

// called is an article's headline, or the words it begins with, marked so.
func called(a *store.Stored) string {
	switch opening := a.Opening(); {
	case a.Title.Value != "":
		return a.Title.Value
	case opening != "":
		return "no headline: “" + opening + "”"
	}
	return a.ID
}
