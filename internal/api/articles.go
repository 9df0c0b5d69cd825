package api

import (
	"github.com/hearsay-engine/hearsay/internal/clean"
	"github.com/hearsay-engine/hearsay/internal/flow"
	"github.com/hearsay-engine/hearsay/internal/intake"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/when"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

// ArticleList is a page of articles.
type ArticleList struct {
	Articles []ArticleHead `json:"articles"`
	Next     *string       `json:"next"`
}

// ArticleHead is an article in a list.
type ArticleHead struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Opening   string `json:"opening,omitempty"` // of one without a title: the words its text begins with
	Outlet    string `json:"outlet"`
	URL       string `json:"url"`
	Language  string `json:"language"`
	Published string `json:"published"`
}

func newHead(h store.Head) ArticleHead {
	return ArticleHead{h.ID, h.Title, h.Opening, h.Outlet, h.URL, h.Language, h.Published.Value}
}

func articles(c *call) (any, error) {
	if name := c.text("outlet"); name != "" {
		if c.text("after") != "" {
			return nil, usage("after", "leave it out, or the outlet", "the articles of one outlet have no further pages")
		}
		all, err := c.archive.ArticlesOf(c.Context(), name, c.number("limit"))
		return ArticleList{Articles: each(all, newHead)}, err
	}
	all, after, err := c.archive.Heads(c.Context(), c.text("after"), c.number("limit"))
	return ArticleList{each(all, newHead), next(after)}, err
}

// ArticleShown is an article as the archive holds it.
type ArticleShown struct {
	wire.Article
	Version  int        `json:"version"` // of Versions, counted from 1; the last is read
	Versions int        `json:"versions"`
	Given    news.Given `json:"given"`
	Fetched  string     `json:"fetched"`
	MadeBy   []Maker    `json:"made_by"`
	Origin   string     `json:"origin"` // the earliest article that is one origin with it
	Family   int        `json:"family"` // articles that are, itself too
	Original string     `json:"original"`
}

func article(c *call) (any, error) {
	ctx := c.Context()
	a, err := c.archive.Article(ctx, c.text("id"))
	if err != nil {
		return nil, err
	}
	if err := c.archive.Withhold(ctx, a); err != nil {
		return nil, err
	}
	f, err := c.archive.Family(ctx, a.ID, 1)
	if err != nil {
		return nil, err
	}
	return ArticleShown{Article: wire.NewArticle(a.Article, wire.Choice{Outlet: c.flag("outlet")}), Version: a.Version, Versions: a.Of, Given: a.Given, Fetched: a.Fetched.Value,
		MadeBy: makersOf(a), Origin: f.Origin, Family: f.Articles, Original: wire.OriginalAddress(a.ID)}, nil
}

// Job is how far an addition has come.
type Job struct {
	ID       string       `json:"id"`
	Ended    bool         `json:"ended"`
	Says     string       `json:"says"`
	Done     int          `json:"done"` // inputs dealt with
	Added    int          `json:"added"`
	Renewed  int          `json:"renewed"`
	Skipped  int          `json:"skipped"` // known already
	Failed   int          `json:"failed"`
	Failures []JobFailure `json:"failures"`
	Fault    string       `json:"fault,omitempty"` // why it ended early
}

// JobFailure is an input that could not be read.
type JobFailure struct {
	ID    string `json:"id"`
	Words string `json:"words"`
	Mend  string `json:"mend"`
}

func newJob(j *intake.Job) Job {
	s, _ := j.Now()
	out := Job{ID: j.ID, Ended: s.Ended, Says: s.Words(), Done: s.Done, Added: s.Added, Renewed: s.Renewed, Skipped: s.Skipped, Failed: s.Failed,
		Failures: each(s.Failures, func(f intake.Failure) JobFailure { return JobFailure(f) })}
	if s.Fault != nil {
		out.Fault = intake.NewFailure("", s.Fault).Words
	}
	return out
}

func add(c *call) (any, error) {
	if mediaOf(c.Request) == "multipart/form-data" {
		j, err := c.jobs.Form(c.writer, c.Request)
		if err != nil {
			return nil, err
		}
		return newJob(j), nil
	}
	var b intake.Batch
	if err := c.readBody(&b); err != nil {
		return nil, err
	}
	j, err := c.jobs.Take(&b)
	if err != nil {
		return nil, err
	}
	return newJob(j), nil
}

func job(c *call) (any, error) {
	j, known := c.jobs.Find(c.text("id"))
	if !known {
		return nil, news.Errorf(news.NotFound, c.text("id"), "see what is in the archive: "+Root+"/articles", "this server does not remember the job")
	}
	return newJob(j), nil
}

func copiesOf(c *call) (any, error) {
	a, err := c.archive.Article(c.Context(), c.text("id"))
	if err != nil {
		return nil, err
	}
	found, err := c.archive.Meetings(c.Context(), a.ID, c.number("limit"))
	if err != nil {
		return nil, err
	}
	return compared(c, a.Article, found)
}

func compared(c *call, of *news.Article, found []store.Meeting) (any, error) {
	ids := each(found, func(m store.Meeting) string { return m.Other.ID })
	origins, err := c.archive.OriginsAmong(c.Context(), ids)
	return wire.NewCompared(of, found, origins), err
}

// compare reads a text and asks what it shares words with; nothing of it is kept.
func compare(c *call) (any, error) {
	var t intake.Text
	if err := c.readBody(&t); err != nil {
		return nil, err
	}
	b, err := t.Blob()
	if err != nil {
		return nil, err
	}
	a, err := flow.Guarded(clean.Article)(b)
	if err != nil {
		return nil, err
	}
	found, err := c.archive.MeetingsOf(c.Context(), a, when.Seen(a.Dates, a.Fetched).Interval, c.number("limit"))
	if err != nil {
		return nil, err
	}
	return compared(c, a, found)
}

// Family is the articles that are one origin with an article.
type Family struct {
	Origin   string   `json:"origin"`
	Articles int      `json:"articles"`
	Outlets  int      `json:"outlets"` // that are known
	Members  []string `json:"members"` // in canonical order, the origin first
}

func family(c *call) (any, error) {
	f, err := c.archive.Family(c.Context(), c.text("id"), c.number("limit"))
	return Family{f.Origin, f.Articles, f.Outlets, append([]string{}, f.Members...)}, err
}
