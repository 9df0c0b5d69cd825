package web

import (
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/news"
)

// watchlist lists the searches that people keep.
func (s *Server) watchlist(r *http.Request, f pages.Frame) (templ.Component, error) {
	f.Title = "Watchlist"
	all, err := s.archive.SavedSearches(r.Context())
	if err != nil {
		return nil, err
	}
	p := pages.Watchlist{Frame: f}
	for _, x := range all {
		p.List = append(p.List, pages.SavedSearch{ID: strconv.FormatInt(x.ID, 10), Name: x.Name, Query: x.Query, By: x.By, At: x.At, Found: x.Found, All: x.Standing,
			More: x.Found - x.Seen, Unread: x.Unread, Feed: url.Values{"q": {x.Query}}.Encode()})
	}
	return pages.WatchlistPage(p), nil
}

// watch saves a search, removes one, or notes that it was looked at.
func (s *Server) watch(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	var err error
	switch do := r.FormValue("do"); do {
	case "save":
		err = s.archive.Save(ctx, r.FormValue("name"), r.FormValue("q"), editor(ctx), time.Now())
	case "remove", "seen":
		id, bad := strconv.ParseInt(r.FormValue("id"), 10, 64)
		if bad != nil {
			return news.Errorf(news.Usage, "the form", "go back to the watchlist", "it names no saved search")
		}
		if do == "seen" {
			err = s.archive.SeenSaved(ctx, id)
		} else {
			err = s.archive.Unsave(ctx, id)
		}
	default:
		return news.Errorf(news.Usage, "the form", "go back to the watchlist", "it says nothing that can be done")
	}
	return back(w, r, err, "/watchlist")
}
