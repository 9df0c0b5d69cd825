// Package gen makes archives of invented news for benchmarks and tests: any
// number of articles with outlets, dates, people under several spellings,
// statements of every kind, boilerplate, copies of named kinds, and claims that
// are repeated, denied, doubted and asked about. The truth of each is told
// beside it.
//
// Article n is a function of the seed, the Config and n alone. It is the same
// in an archive of ten thousand and of a million, in whatever order and on
// however many processors articles are made, and nothing is kept between two.
//
// Every meaning is drawn from one stream and its wording from another, so a
// re-translation is the same meanings in other words.
package gen

import (
	"fmt"
	"iter"
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

// Config shapes an archive. The zero value is a usable one.
type Config struct {
	Bytes      int     // mean size of an article's body; 0 is 2,500
	Outlets    int     // 0 is 200
	People     int     // 0 is 5,000
	Cities     int     // 0 is 300
	PerDay     int     // articles a day; 0 is 500
	Originals  float64 // share of articles that are no copy; 0 is 0.6
	ClaimEvery int     // every so manieth article makes a claim others take up; 0 is 10
	Varied     bool    // more names, so that two articles share no long run of words by chance, as in real news
	Family     int     // most articles that carry one origin, in every 4*Family articles; 0 is no families
	Traces     float64 // share of copies that leave a trace of where they come from
	Window     int     // how far back, in articles, a copy's origin may stand; 0 is 2,000
}

func (c Config) filled() Config {
	fill := func(n *int, usual int) {
		if *n == 0 {
			*n = usual
		}
	}
	fill(&c.Bytes, 2500)
	fill(&c.Outlets, 200)
	fill(&c.People, 5000)
	fill(&c.Cities, 300)
	fill(&c.PerDay, 500)
	fill(&c.ClaimEvery, 10)
	fill(&c.Window, 2000)
	if c.Originals == 0 {
		c.Originals = 0.6
	}
	return c
}

// Archive is a seed with its shape. It is safe for concurrent use.
type Archive struct {
	Config
	seed  uint64
	words lexicon
}

// New gives the archive of a seed.
func New(seed uint64, c Config) *Archive {
	return &Archive{Config: c.filled(), seed: seed, words: parseWords(wordsFile)}
}

// Article is one generated article with what is true of it.
type Article struct {
	ID    string
	Text  string
	Given news.Given
	Truth Truth
}

// Truth is what is known of a generated article. Spans are bytes of its Text.
type Truth struct {
	Body   news.Span
	CopyOf string // id of the origin; "" for an original
	Kind   CopyKind
	Share  float64 // of the body's words that were taken from the origin and not edited
	Trace  Trace
	Claims []Taken
}

// Taken is a claim made or taken up in a sentence.
type Taken struct {
	Claim    int
	Relation Relation
	Speaker  string // as spelled here
	Sentence news.Span
}

// Relation is how a statement takes up a claim.
type Relation string

const (
	Makes   Relation = "makes" // the first to say it
	Repeats Relation = "repeats"
	Denies  Relation = "denies"
	Doubts  Relation = "doubts"
	Asks    Relation = "asks"
)

// Blob is the article as a capture.
func (a Article) Blob() news.Blob {
	return news.Blob{ID: a.ID, Media: news.MediaText, Charset: "utf-8", Bytes: []byte(a.Text), Given: a.Given}
}

// Articles gives the first count articles in order.
func (a *Archive) Articles(count int) iter.Seq[Article] {
	return func(yield func(Article) bool) {
		for n := range count {
			if !yield(a.Article(n)) {
				return
			}
		}
	}
}

// firstDay is the day of the first article.
var firstDay = time.Date(2031, time.March, 3, 6, 0, 0, 0, time.UTC)

func (a *Archive) published(n int) time.Time {
	return firstDay.Add(time.Duration(n) * 24 * time.Hour / time.Duration(a.PerDay)).Truncate(time.Second)
}

// ArticleID names article n.
func ArticleID(n int) string { return fmt.Sprintf(idForm, n) }

const idForm = "gen/%08d"

// ArticleOf makes the article of an id that ArticleID gave.
func (a *Archive) ArticleOf(id string) Article {
	var n int
	if _, err := fmt.Sscanf(id, idForm, &n); err != nil {
		return Article{}
	}
	return a.Article(n)
}

// Article makes article n.
func (a *Archive) Article(n int) Article {
	d := throw(a.seed, ofArticle, uint64(n), 1)
	o := a.outlet(d.few(a.Outlets))
	s := a.story(n, o)
	p := page{archive: a, n: n, outlet: o, published: a.published(n)}
	art := Article{ID: ArticleID(n), Truth: Truth{CopyOf: s.copyOf, Kind: s.kind, Share: s.share, Trace: s.trace}}
	art.Text = p.print(s, &art.Truth)
	art.Given = news.Given{
		URL:       fmt.Sprintf("https://%s/%s/%d", o.site, p.published.Format("2006/01/02"), n),
		Outlet:    o.name,
		Title:     s.title,
		Published: p.published.Format("2006-01-02T15:04:05Z"),
		Language:  "en",
	}
	return art
}
