package web

import (
	"cmp"
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gorilla/feeds"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/trace"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// feedOf is how many statements a feed holds, the newest.
const feedOf = 100

// feed answers a search, a person or a claim as a feed: what is found next comes
// to whoever follows it.
func (s *Server) feed(write feedWriter) func(http.ResponseWriter, *http.Request) error {
	return func(w http.ResponseWriter, r *http.Request) error {
		x := follower{s: s, ctx: r.Context(), base: s.baseOf(r), singles: s.archive.Singles()}
		asked := r.URL.Query()
		make, of := x.search, asked.Get("q")
		switch {
		case asked.Has("claims"):
			make, of = x.claims, asked.Get("claims")
		case asked.Has("claim"):
			make, of = x.claim, asked.Get("claim")
		case asked.Has("who"):
			make, of = x.person, asked.Get("who")
		}
		f, err := make(of)
		if err != nil {
			return err
		}
		for _, it := range f.Items {
			if it.Updated.After(f.Updated) {
				f.Updated = it.Updated
			}
		}
		return write(f, x.base+r.URL.RequestURI(), w)
	}
}

// baseOf is where this server answers, as the reader asked for it.
func (s *Server) baseOf(r *http.Request) string {
	if s.https(r) {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

// follower makes one feed.
type follower struct {
	s       *Server
	ctx     context.Context
	base    string
	singles *store.Singles
}

// search follows what a query finds.
func (x *follower) search(text string) (*feeds.Feed, error) {
	q, err := store.ParseQuery(text)
	if err != nil {
		return nil, err
	}
	title := "hearsay: " + messages.Say(x.ctx, "all statements")
	if text != "" {
		title = "hearsay: " + text
	}
	f := x.empty(title, "/?"+url.Values{"q": {text}}.Encode())
	return f, x.found(f, q)
}

// person follows what somebody says and what is said about them.
func (x *follower) person(name string) (*feeds.Feed, error) {
	id, _, err := x.s.archive.WhoIs(x.ctx, name)
	if err != nil {
		return nil, err
	}
	if id == nil {
		return nil, news.Errorf(news.Usage, name, "name one by its id", "several go by this name")
	}
	f := x.empty("hearsay: "+messages.Say(x.ctx, "said by and about %s", id.Name), "/who?"+url.Values{"name": {id.ID}}.Encode())
	if id.One || id.Hidden {
		f.Title = "hearsay: " + id.ID
		return f, nil
	}
	for _, op := range []store.Operator{store.Speaker, store.About} {
		if err := x.found(f, store.Query{}.With(store.Term{Operator: op, Value: id.ID, Phrase: true})); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(f.Items, func(a, b *feeds.Item) int { return cmp.Or(b.Updated.Compare(a.Updated), cmp.Compare(a.Id, b.Id)) })
	f.Items = slices.CompactFunc(f.Items, func(a, b *feeds.Item) bool { return a.Id == b.Id })
	f.Items = f.Items[:min(len(f.Items), feedOf)]
	return f, nil
}

// claims follows the list of claims of what a query finds, those told last first.
func (x *follower) claims(text string) (*feeds.Feed, error) {
	q, err := store.ParseQuery(text)
	if err != nil {
		return nil, err
	}
	list, err := x.s.archive.ListClaims(x.ctx, q, store.ClaimList{Limit: feedOf})
	if err != nil {
		return nil, err
	}
	title := "hearsay: " + messages.Say(x.ctx, "Claims")
	if text != "" {
		title += ": " + text
	}
	f := x.empty(title, "/claims?"+url.Values{"q": {text}}.Encode())
	for i := range list.Claims {
		c := &list.Claims[i]
		at, told := x.base+"/claim?"+url.Values{"id": {c.ID}}.Encode(), feedTime(c.Article.Published)
		f.Items = append(f.Items, &feeds.Item{Id: at, Title: snippet(c.Words), Description: c.Words, Content: html.EscapeString(c.Words), Link: &feeds.Link{Href: at},
			Author: &feeds.Author{Name: x.where(c.Article)}, Updated: told, Created: told})
	}
	return f, nil
}

// claim follows who tells a claim, takes it up or carries its words.
func (x *follower) claim(id string) (*feeds.Feed, error) {
	c, err := keep.Course(x.ctx, x.s.archive, id)
	if err != nil {
		return nil, err
	}
	f := x.empty("hearsay: "+cmp.Or(snippet(c.LabelWords()), c.ID), "/claim?"+url.Values{"id": {c.ID}}.Encode())
	for i := len(c.Stations) - 1; i >= 0 && len(f.Items) < feedOf; i-- {
		st := &c.Stations[i]
		if st.Event != nil {
			continue
		}
		if left, err := x.leftOut(st); err != nil || left {
			if err != nil {
				return nil, err
			}
			continue
		}
		f.Items = append(f.Items, x.station(c.ID, st))
	}
	return f, nil
}

func (x *follower) empty(title, path string) *feeds.Feed {
	return &feeds.Feed{Title: title, Id: x.base + path, Link: &feeds.Link{Href: x.base + path}, Updated: undatedFeed,
		Description: messages.Say(x.ctx, "Machine-suggested, not reviewed, where nothing else is said: check each against its page.")}
}

// found adds the newest that a query finds.
func (x *follower) found(f *feeds.Feed, q store.Query) error {
	rs, err := x.s.archive.Search(x.ctx, q, store.Page{Limit: feedOf})
	if err != nil {
		return err
	}
	for i := range rs.Hits {
		h := &rs.Hits[i]
		if one, err := x.singles.Speaks(x.ctx, h); err != nil || one {
			if err != nil {
				return err
			}
			continue
		}
		f.Items = append(f.Items, x.item(h))
	}
	return nil
}

// leftOut reports whether a station's speaker is a person whom one text only
// names: feeds leave them out until somebody has decided something about them.
func (x *follower) leftOut(s *trace.Station) (bool, error) {
	if s.Telling == nil || s.Telling.Entity == nil {
		return false, nil
	}
	return x.singles.Has(x.ctx, s.Telling.Entity.ID)
}

// station is what somebody does with a claim as an item.
func (x *follower) station(claim string, s *trace.Station) *feeds.Item {
	at := x.base + articlePath(s.Article.ID)
	id := at
	if t := s.Telling; t != nil && t.Voice != news.OutletOwn && t.Number >= 0 {
		at, id = x.base+pages.StatementURL(s.Article.ID, t.Number), x.named(s.Article.ID, t.Number)
	}
	who, words := wire.StationWords(s)
	title := messages.Told(x.ctx, who)
	if words != "" {
		title += ": " + snippet(words)
	}
	name := fmt.Sprintf("%s#%s %s", id, url.PathEscape(claim), s.Relation())
	if t := s.Telling; t != nil && len(t.Content) > 0 {
		name += fmt.Sprintf(" %d", t.Content[0].Start)
	}
	return &feeds.Item{Id: strings.ReplaceAll(name, " ", "-"), Title: title, Description: words, Content: html.EscapeString(cmp.Or(words, title)), Link: &feeds.Link{Href: at},
		Author: &feeds.Author{Name: wire.StationPlace(s.Article)}, Updated: feedTime(s.Article.Seen.Best), Created: feedTime(s.Article.Seen.Best)}
}

func articlePath(id string) string { return tabAddress(id, "") }

// feedWriter writes a feed that is found at an address of its own.
type feedWriter func(f *feeds.Feed, self string, w http.ResponseWriter) error

// atom writes RFC 4287. Summaries would say again what the contents are.
func atom(f *feeds.Feed, self string, w http.ResponseWriter) error {
	out := struct {
		*feeds.AtomFeed
		Links []feeds.AtomLink
	}{(&feeds.Atom{Feed: f}).AtomFeed(), []feeds.AtomLink{{Href: f.Link.Href, Rel: "alternate", Type: "text/html"}, {Href: self, Rel: "self", Type: "application/atom+xml"}}}
	out.Link = nil
	for _, e := range out.Entries {
		e.Summary = nil
	}
	w.Header().Set("Content-Type", "application/atom+xml; charset=utf-8")
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	return e.Encode(out)
}

// jsonFeed writes JSON Feed 1.1, in which what has no date names none.
func jsonFeed(f *feeds.Feed, self string, w http.ResponseWriter) error {
	out := struct {
		*feeds.JSONFeed
		Items []*feeds.JSONItem `json:"items"`
	}{(&feeds.JSON{Feed: f}).JSONFeed(), []*feeds.JSONItem{}}
	out.FeedUrl = self
	for _, it := range out.JSONFeed.Items {
		if it.PublishedDate != nil && it.PublishedDate.Equal(undatedFeed) {
			it.PublishedDate, it.ModifiedDate = nil, nil
		}
		out.Items = append(out.Items, it)
	}
	w.Header().Set("Content-Type", "application/feed+json")
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

// named is the id of a statement's item: an address that never changes, so that it
// is not new again after a redo.
func (x *follower) named(article string, index int) string {
	return x.base + "/statement?" + url.Values{"article": {article}, "n": {strconv.Itoa(index)}}.Encode()
}

// item is a statement as an item.
func (x *follower) item(h *store.Hit) *feeds.Item {
	at := x.base + pages.StatementURL(h.Article.ID, h.Index)
	who := cmp.Or(h.Speaker, h.Statement.SpeakerName, messages.Say(x.ctx, "nobody named"))
	if w := h.Statement.Withheld; w != "" {
		who = messages.Told(x.ctx, wire.WithheldWords(w))
	}
	outlet := cmp.Or(h.Article.Outlet, messages.Say(x.ctx, "outlet unknown"))
	words := strings.Join(h.Content, " […] ")
	return &feeds.Item{
		Id: x.named(h.Article.ID, h.Index), Title: messages.Say(x.ctx, "%s is reported by %s as saying: %s", who, outlet, snippet(words)), Description: words, Content: html.EscapeString(words),
		Link: &feeds.Link{Href: at}, Author: &feeds.Author{Name: x.where(h.Article)}, Updated: feedTime(h.Article.Published), Created: feedTime(h.Article.Published),
	}
}

// where is an article's outlet and its time.
func (x *follower) where(h store.Head) string {
	outlet := cmp.Or(h.Outlet, messages.Say(x.ctx, "outlet unknown"))
	if d := wording.DateWords(h.Published); d != "" {
		return outlet + ", " + messages.Date(x.ctx, d)
	}
	return outlet
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
