package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// articleTabs are the parts of an article's page by the name in its address.
var articleTabs = []struct{ name, label string }{{"", "Text"}, {"copies", "Copies"}, {"original", "Original"}, {"provenance", "Provenance"}}

func (s *Server) article(r *http.Request, f pages.Frame) (templ.Component, error) {
	asked := r.URL.Query()
	a, err := s.read(r.Context(), asked.Get("id"))
	if err != nil {
		return nil, err
	}
	f.Title = pages.Called(r.Context(), a.Title.Value, a.Opening(), a.ID)
	p := pages.Article{Frame: f, ID: a.ID, Headline: f.Title, Fields: fields(a), Language: a.Language, Translated: a.Translated.Class != ""}
	shared, err := s.archive.CopiesOf(r.Context(), a.ID)
	if err != nil {
		return nil, err
	}
	for _, t := range articleTabs {
		tab := pages.Tab{Label: t.label, Path: tabAddress(a.ID, t.name), Now: t.name == asked.Get("tab")}
		if t.name == "copies" {
			tab.Count = len(shared)
		}
		p.Tabs = append(p.Tabs, tab)
	}
	o, err := s.offer(r, f)
	if err != nil {
		return nil, err
	}
	p.Pick = o.pick(a.ID, "")
	switch asked.Get("tab") {
	case "":
		shown, cards := cards(a.Article)
		claims, err := s.claimsOf(r.Context(), a.ID)
		if err != nil {
			return nil, err
		}
		for i := range cards {
			n := cards[i].Index
			cards[i].Claims = claims[shown[i].of]
			cards[i].Pick = o.pick(fmt.Sprintf("%s#%d", a.ID, n), fmt.Sprintf("s%d", n))
		}
		p.Text, p.Cards, p.Voices, p.Named = mark(a.Article, shown), cards, voices(cards), onlyNamed(a.Article, cards)
		return pages.ArticleText(p), nil
	case "copies":
		if p.Copies, err = s.copies(r.Context(), a, shared); err != nil {
			return nil, err
		}
		p.MoreCopies = len(shared) - len(p.Copies)
		f, err := s.archive.Family(r.Context(), a.ID, 1)
		p.Family = wire.FamilyWords(f)
		return pages.ArticleCopies(p), err
	case "original":
		return pages.ArticleOriginal(p), nil
	case "provenance":
		copies, resolve, err := s.archive.AcrossMakers(r.Context(), a)
		p.Provenance = append(provenance(a), placed(a.Makers.Match, copies, resolve)...)
		return pages.ArticleProvenance(p), err
	}
	return nil, news.Errorf(news.NotFound, "tab "+asked.Get("tab"), "see the text", "an article has no such part")
}

func tabAddress(id, tab string) string {
	v := url.Values{"id": {id}}
	if tab != "" {
		v.Set("tab", tab)
	}
	return "/article?" + v.Encode()
}

// read gives an article as it is shown: less the speakers that a person hid.
func (s *Server) read(ctx context.Context, id string) (*store.Stored, error) {
	a, err := s.archive.Article(ctx, id)
	if err == nil {
		err = s.archive.Withhold(ctx, a)
	}
	return a, err
}

// card is a statement that is shown: its place in a.Statements, and its index as
// export counts it, by which a person names it.
type card struct{ of, index int }

// cards are the attributed statements that are shown, and as they are drawn.
func cards(a *news.Article) (shown []card, list []pages.Statement) {
	around := make([]int, len(a.Statements)) // the place in list of the one that holds a statement, or is it
	index := 0
	known := map[string]bool{}
	for _, e := range a.Entities {
		known[e.Name] = true
	}
	for i := range a.Statements {
		s := &a.Statements[i]
		around[i] = news.Outermost
		if s.Within != news.Outermost {
			around[i] = around[s.Within]
		}
		if s.Voice == news.OutletOwn {
			continue
		}
		index++
		if s.Hidden {
			continue
		}
		p := cardOf(a, s)
		p.Article, p.Language, p.Index, p.Known = a.ID, a.Language, index-1, known[s.SpeakerName]
		if around[i] != news.Outermost {
			p.Within, p.Depth = list[around[i]].Index, list[around[i]].Depth+1
		}
		around[i] = len(list)
		shown, list = append(shown, card{i, index - 1}), append(list, p)
	}
	return shown, list
}

// cardOf is a statement as its article prints it.
func cardOf(a *news.Article, s *news.Statement) pages.Statement {
	p := statement(s, contents(a, s))
	if s.Withheld != "" {
		p.Withheld, p.Printed = wire.WithheldWords(s.Withheld), ""
	}
	if s.Speaker != nil {
		p.Printed = s.Speaker.Of(a.Text)
		p.Resolved = wire.Resolved(p.Name, p.Printed)
	}
	if s.Cue != nil {
		p.Cue = s.Cue.Of(a.Text)
	}
	return p
}

// voices are who speaks in an article's statements, by their numbers, each with what
// is counted of them there.
func voices(cards []pages.Statement) map[int]pages.Voice {
	said, denied := map[string]int{}, map[string]int{}
	for i := range cards {
		said[cards[i].Name]++
		if cards[i].Polarity == string(news.Denies) {
			denied[cards[i].Name]++
		}
	}
	out := make(map[int]pages.Voice, len(cards))
	for i := range cards {
		s := &cards[i]
		v := pages.Voice{Name: s.Name, Withheld: s.Withheld, Here: said[s.Name], Denies: denied[s.Name]}
		if s.Resolved {
			v.Printed = s.Printed
		}
		if s.Withheld == "" && s.Name != "" {
			v.Where = pages.SpeakerURL(*s)
		}
		out[s.Index] = v
	}
	return out
}

// onlyNamed are those an article names, in the order of the text, less its speakers.
func onlyNamed(a *news.Article, cards []pages.Statement) (list []pages.Named) {
	speaks := map[string]bool{}
	for i := range cards {
		speaks[cards[i].Name] = true
	}
	for _, e := range a.Entities {
		if !speaks[e.Name] {
			list = append(list, pages.Named{Name: e.Name, Kind: string(e.Kind)})
		}
	}
	return list
}

func contents(a *news.Article, s *news.Statement) []string {
	out := make([]string, 0, len(s.Content))
	for _, c := range s.Content {
		out = append(out, c.Of(a.Text))
	}
	return out
}

// field shows a fact with its evidence; what is not known reads "unknown".
func field(label, value string, e news.Evidence, text string) pages.Field {
	f := pages.Field{Label: label, Value: cmp.Or(value, "unknown")}
	if e.Class != "" {
		f.Evidence = wording.Evidence(e.Class)
	}
	if !e.Span.Empty() {
		f.Words = e.Span.Of(text)
	}
	return f
}

func dateField(label string, d news.Date, text string) pages.Field {
	f := field(label, wording.DateWords(d), d.Evidence, text)
	f.Instant = instant(d)
	return f
}

// fields are what the head of an article's page tells.
func fields(a *store.Stored) []pages.Field {
	out := []pages.Field{field("Outlet", a.Outlet.Value, a.Outlet.Evidence, a.Text)}
	if a.Outlet.Value != "" {
		out[0].Link = pages.OutletURL(a.Outlet.Value)
	}
	if a.Byline.Value != "" {
		out = append(out, field("Byline", a.Byline.Value, a.Byline.Evidence, a.Text))
	}
	out = append(out, dateField("Published", a.Published, a.Text))
	if web := wire.WebAddress(a.URL); web != "" {
		out = append(out, pages.Field{Label: "Captured from", Value: web, Link: web})
	}
	return out
}

// provenance is where every field was read, and what made it.
func provenance(a *store.Stored) []pages.Field {
	out := []pages.Field{{Label: "Article", Value: a.ID}, field("Title", a.Title.Value, a.Title.Evidence, a.Text),
		field("Outlet", a.Outlet.Value, a.Outlet.Evidence, a.Text), field("Byline", a.Byline.Value, a.Byline.Evidence, a.Text)}
	for i, d := range a.Dates {
		label := "Published"
		if i > 0 {
			label = "Other date"
		}
		out = append(out, dateField(label, d, a.Text))
	}
	if len(a.Dates) == 0 {
		out = append(out, field("Published", "", news.Evidence{}, ""))
	}
	out = append(out, field("Fetched", a.Fetched.Value, a.Fetched.Evidence, a.Text), pages.Field{Label: "Language", Value: cmp.Or(a.Language, "unknown")})
	for _, t := range a.TranslationCues {
		out = append(out, pages.Field{Label: "Translation", Value: wording.Of(t)})
	}
	return append(out, made(a)...)
}

// made tells the bytes and the stages an article was read by.
func made(a *store.Stored) []pages.Field {
	return []pages.Field{
		{Label: "SHA-256 of the text", Value: a.SHA256.String()},
		{Label: "SHA-256 of the capture", Value: a.CaptureSHA256.String()},
		{Label: "Version", Value: fmt.Sprintf("%d of %d", a.Version, a.Of)},
		{Label: "Fields read by", Value: a.Makers.Clean.Stage + " " + a.Makers.Clean.Version},
		{Label: "Statements read by", Value: a.Makers.Attribute.Stage + " " + a.Makers.Attribute.Version},
		{Label: "Stances read by", Value: a.Makers.Stance.Stage + " " + a.Makers.Stance.Version},
	}
}

// placed tells the stages that set an article beside the others; what one has not
// come to yet is waited for.
func placed(match, copies, resolve store.Maker) []pages.Field {
	by := func(label string, m store.Maker) pages.Field {
		return pages.Field{Label: label, Value: cmp.Or(strings.TrimSpace(m.Stage+" "+m.Version), "not compared yet")}
	}
	return []pages.Field{by("Copies found by", copies), by("Names told apart by", resolve), by("Tellings read by", match)}
}
