package web

import (
	"cmp"
	"html"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/gorilla/feeds"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// feedOf is how many statements a feed holds, the newest.
const feedOf = 100

// feed answers a search as a feed: what it finds next comes to whoever follows it.
func (s *Server) feed(write func(*feeds.Feed, http.ResponseWriter) error) func(http.ResponseWriter, *http.Request) error {
	return func(w http.ResponseWriter, r *http.Request) error {
		text := r.URL.Query().Get("q")
		q, err := store.ParseQuery(text)
		if err != nil {
			return err
		}
		found, err := s.archive.Search(r.Context(), q, store.Page{Limit: feedOf})
		if err != nil {
			return err
		}
		shown, err := s.passedOn(r, found.Hits)
		if err != nil {
			return err
		}
		return write(feedForm(baseOf(r), text, shown), w)
	}
}

// passedOn are the statements a feed may hold: none of a person whom one text
// only names, until somebody has decided something about them.
func (s *Server) passedOn(r *http.Request, list []store.Hit) ([]store.Hit, error) {
	one := map[string]bool{}
	var out []store.Hit
	for _, h := range list {
		if h.Identity != nil {
			single, asked := one[h.Identity.ID]
			if !asked {
				var err error
				if single, err = s.archive.OneOrigin(r.Context(), h.Identity.ID); err != nil {
					return nil, err
				}
				one[h.Identity.ID] = single
			}
			if single {
				continue
			}
		}
		out = append(out, h)
	}
	return out, nil
}

func atom(f *feeds.Feed, w http.ResponseWriter) error {
	w.Header().Set("Content-Type", "application/atom+xml; charset=utf-8")
	return f.WriteAtom(w)
}

func jsonFeed(f *feeds.Feed, w http.ResponseWriter) error {
	w.Header().Set("Content-Type", "application/feed+json")
	return f.WriteJSON(w)
}

// baseOf is where this server answers, as the reader asked for it.
func baseOf(r *http.Request) string { return "http://" + r.Host }

func feedForm(base, query string, list []store.Hit) *feeds.Feed {
	title := "hearsay: all statements"
	if query != "" {
		title = "hearsay: " + query
	}
	self := base + "/?" + url.Values{"q": {query}}.Encode()
	f := &feeds.Feed{Title: title, Id: self, Link: &feeds.Link{Href: self}, Description: "Machine-suggested, not reviewed, where nothing else is said: check each against its page."}
	for i := range list {
		it := feedItem(base, &list[i])
		f.Items = append(f.Items, it)
		if it.Updated.After(f.Updated) {
			f.Updated = it.Updated
		}
	}
	return f
}

// feedItem is a statement as an item. Its id is its address, so that it is not
// new again after a redo.
func feedItem(base string, h *store.Hit) *feeds.Item {
	at := base + pages.StatementURL(h.Article.ID, h.Index)
	who := cmp.Or(h.Speaker, h.Statement.SpeakerName, "nobody named")
	if w := h.Statement.Withheld; w != "" {
		who = withheldWords(w)
	}
	outlet := cmp.Or(h.Article.Outlet, "outlet unknown")
	words := strings.Join(h.Content, " […] ")
	where := []string{outlet}
	if d := wording.DateWords(h.Article.Published); d != "" {
		where = append(where, d)
	}
	return &feeds.Item{
		Id: at, Title: who + " is reported by " + outlet + " as saying: " + snippet(words), Description: words, Content: html.EscapeString(words),
		Link: &feeds.Link{Href: at}, Author: &feeds.Author{Name: strings.Join(where, ", ")}, Updated: feedTime(h.Article.Published), Created: feedTime(h.Article.Published),
	}
}

// undatedFeed is the time of what has none: a feed wants one of every item.
var undatedFeed = time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)

func feedTime(d news.Date) time.Time {
	for _, form := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(form, instant(d)); err == nil {
			return t
		}
	}
	return undatedFeed
}

// snippetOf is how many characters of a statement a title shows.
const snippetOf = 120

func snippet(words string) string {
	runes := []rune(words)
	if len(runes) <= snippetOf {
		return words
	}
	return strings.TrimSpace(string(runes[:snippetOf])) + " …"
}
