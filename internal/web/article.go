package web

import (
	"fmt"
	"net/http"
	"net/url"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

func (s *Server) article(r *http.Request, f pages.Frame) (templ.Component, error) {
	a, err := s.archive.Article(r.Context(), r.URL.Query().Get("id"))
	if err != nil {
		return nil, err
	}
	f.Title = a.Title.Value
	if f.Title == "" {
		f.Title = a.ID
	}
	shown, cards := cards(a.Article)
	return pages.ArticlePage(pages.Article{
		Frame: f, ID: a.ID, Headline: f.Title, Address: webAddress(a.URL), Fields: fields(a), Provenance: provenance(a), Language: a.Language,
		Translated: a.Translated.Class != "", Text: mark(a.Article, shown), Cards: cards,
	}), nil
}

// webAddress is address if it is one a reader may follow, else "".
func webAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return address
}

// cards are the attributed statements, as indexes into a.Statements and as they
// are drawn; Within and Index count in this list.
func cards(a *news.Article) (shown []int, list []pages.Statement) {
	place := make([]int, len(a.Statements))
	known := map[string]bool{}
	for _, e := range a.Entities {
		known[e.Name] = true
	}
	for i := range a.Statements {
		s := &a.Statements[i]
		around := news.Outermost
		if s.Within != news.Outermost {
			around = place[s.Within]
		}
		if s.Voice == news.OutletOwn || s.Hidden {
			place[i] = around
			continue
		}
		place[i] = len(list)
		p := statement(s, contents(a, s))
		p.Index, p.Known = place[i], known[s.SpeakerName]
		if s.Speaker != nil {
			p.Printed = s.Speaker.Of(a.Text)
			p.Resolved = wire.Resolved(p.Name, p.Printed)
		}
		if s.Cue != nil {
			p.Cue = s.Cue.Of(a.Text)
		}
		if around != news.Outermost {
			p.Within = around
			p.Depth = list[around].Depth + 1
		}
		shown, list = append(shown, i), append(list, p)
	}
	return shown, list
}

func contents(a *news.Article, s *news.Statement) []string {
	out := make([]string, 0, len(s.Content))
	for _, c := range s.Content {
		out = append(out, c.Of(a.Text))
	}
	return out
}

// field shows a fact with its evidence; what is not known reads "unknown".
func field(label, value string, e news.Evidence) pages.Field {
	f := pages.Field{Label: label, Value: value}
	if value == "" {
		f.Value = "unknown"
	}
	if e.Class != "" {
		f.Evidence = wording.Evidence(e.Class)
	}
	return f
}

func fields(a *store.Stored) []pages.Field {
	out := []pages.Field{field("Outlet", a.Outlet.Value, a.Outlet.Evidence)}
	if a.Byline.Value != "" {
		out = append(out, field("Byline", a.Byline.Value, a.Byline.Evidence))
	}
	return append(out, field("Published", wording.DateWords(a.Published), a.Published.Evidence))
}

// provenance is where the article came from and what else speaks for its date.
func provenance(a *store.Stored) []pages.Field {
	out := []pages.Field{{Label: "Article", Value: a.ID}}
	for _, d := range a.Dates {
		if d.Value != a.Published.Value {
			out = append(out, field("Other date", wording.DateWords(d), d.Evidence))
		}
	}
	return append(out, pages.Field{Label: "SHA-256 of the text", Value: a.SHA256.String()},
		pages.Field{Label: "SHA-256 of the capture", Value: a.CaptureSHA256.String()},
		pages.Field{Label: "Version", Value: fmt.Sprintf("%d of %d", a.Version, a.Of)},
		pages.Field{Label: "Read by", Value: a.Makers.Clean.Stage + " " + a.Makers.Clean.Version + ", " + a.Makers.Attribute.Stage + " " + a.Makers.Attribute.Version + ", " + a.Makers.Stance.Stage + " " + a.Makers.Stance.Version})
}
