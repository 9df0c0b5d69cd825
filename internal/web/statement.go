package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// aroundLines is how many lines before and after a statement its page shows.
const aroundLines = 1

// statement is the page of one statement, or the part of it that a list shows
// beside itself.
func (s *Server) statement(r *http.Request, f pages.Frame) (templ.Component, error) {
	asked := r.URL.Query()
	a, err := s.archive.Article(r.Context(), asked.Get("article"))
	if err != nil {
		return nil, err
	}
	shown, all := cards(a.Article)
	n, err := strconv.Atoi(asked.Get("n"))
	if err != nil || n < 0 || n >= len(all) {
		return nil, news.Errorf(news.NotFound, a.ID+"#"+asked.Get("n"), "see its article", "there is no such statement")
	}
	p := pages.Shown{Frame: f, Statement: all[n], Language: a.Language}
	p.Title = fmt.Sprintf("%s#%d", a.ID, n)
	p.Ref = p.Title
	p.Article, p.Headline, p.Outlet = a.ID, a.Title.Value, a.Outlet.Value
	p.Published, p.Instant, p.Translated = wording.DateWords(a.Published), instant(a.Published), a.Translated.Class != ""
	of := &a.Statements[shown[n]]
	if web := webAddress(a.URL); web != "" {
		p.Address = web + fragment(a.Text, of.Content[0])
	}
	p.Around = around(a.Article, shown, n)
	p.Citation = citation(a, &p)
	if p.Refused, err = s.refused(r, a, of); err != nil {
		return nil, err
	}
	if asked.Has("part") {
		return pages.StatementPart(p), nil
	}
	return pages.StatementPage(p), nil
}

// around is the lines of the article in which a statement stands, marked.
func around(a *news.Article, shown []int, card int) []pages.Paragraph {
	m := newMarker(a, shown)
	m.about = card
	of := &a.Statements[shown[card]]
	all := lines(a.Text)
	near := func(i int) bool {
		for k := max(0, i-aroundLines); k <= min(i+aroundLines, len(all)-1); k++ {
			for _, c := range of.Content {
				if all[k].Overlaps(c) {
					return true
				}
			}
		}
		return false
	}
	var out []pages.Paragraph
	for i, line := range all {
		p := m.paragraph(line)
		if near(i) && m.outside(line) == "" {
			out = append(out, p)
		}
	}
	return out
}

// refused tells what near a statement looked like one and was not taken.
func (s *Server) refused(r *http.Request, a *store.Stored, of *news.Statement) ([]pages.Outside, error) {
	all, err := keep.Refused(r.Context(), s.archive, a)
	if err != nil {
		return nil, err
	}
	var out []pages.Outside
	for _, x := range all {
		for _, line := range lines(a.Text) {
			if line.Overlaps(x.Span) && line.Overlaps(of.Content[0]) {
				out = append(out, pages.Outside{Text: x.Span.Of(a.Text), Why: wording.Of(x.Reason)})
			}
		}
	}
	return out, nil
}

// fragmentWords is how many words at each end of a quotation name it in an
// address: enough to be the only place on a page.
const fragmentWords = 6

// fragment points at words on the outlet's page (Text Fragments, WICG).
func fragment(text string, at news.Span) string {
	words := strings.Fields(at.Of(text))
	if len(words) <= 2*fragmentWords {
		return "#:~:text=" + fragmentPart(words)
	}
	return "#:~:text=" + fragmentPart(words[:fragmentWords]) + "," + fragmentPart(words[len(words)-fragmentWords:])
}

// fragmentPart escapes what the directive's own syntax uses besides what every
// address escapes.
func fragmentPart(words []string) string {
	return strings.ReplaceAll(url.PathEscape(strings.Join(words, " ")), "-", "%2D")
}

// citation is a statement with everything that leads back to it.
func citation(a *store.Stored, p *pages.Shown) string {
	var b strings.Builder
	for i, c := range p.Content {
		if i > 0 {
			b.WriteString(" […] ")
		}
		b.WriteString(c)
	}
	who := p.Printed
	if who == "" {
		who = "nobody named"
	}
	if p.Resolved && p.Name != "" {
		who += " (resolved: " + p.Name + ")"
	}
	fmt.Fprintf(&b, " — %s", who)
	for _, part := range []string{p.Outlet, quoted(p.Headline), p.Published, p.Address} {
		if part != "" {
			b.WriteString(", " + part)
		}
	}
	fmt.Fprintf(&b, " [%s#%d, text SHA-256 %s]", a.ID, p.Index, a.SHA256)
	return b.String()
}

func quoted(title string) string {
	if title == "" {
		return ""
	}
	return "“" + title + "”"
}
