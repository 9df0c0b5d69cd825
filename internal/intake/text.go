package intake

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/when"
	"github.com/hearsay-engine/hearsay/news"
)

// Given is what is stated of a text beside it.
type Given news.Given

// check refuses a date that cannot be read.
func (g Given) check() (news.Given, error) {
	if _, ok := when.Parse(g.Published, when.NoOrder); !ok && g.Published != "" {
		return news.Given{}, news.Errorf(news.Usage, "published", "write it as 2031-03-06 or 2031-03-06T14:45+03:00", "“%s” is no date", g.Published)
	}
	return news.Given(g), nil
}

// Text is a text that is sent by itself, and what is stated of it. Its JSON is
// what programs send.
type Text struct {
	ID        string `json:"id,omitempty"` // made of the text where it is left out
	Text      string `json:"text"`         // or a saved page, HTML
	URL       string `json:"url,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	Title     string `json:"title,omitempty"`
	Byline    string `json:"byline,omitempty"`
	Published string `json:"published,omitempty"` // ISO 8601, of any precision
	Language  string `json:"language,omitempty"`  // ISO 639-1
}

// Blob is the text as a capture.
func (t *Text) Blob() (news.Blob, error) {
	if strings.TrimSpace(t.Text) == "" {
		return news.Blob{}, news.Errorf(news.Usage, "text", "send a text, or a saved page", "there is none")
	}
	given, err := Given{URL: t.URL, Outlet: t.Outlet, Title: t.Title, Byline: t.Byline, Published: t.Published, Language: t.Language}.check()
	b := news.Blob{ID: cmp.Or(t.ID, pastedName(t.Text)), Media: news.MediaText, Charset: "utf-8", Bytes: []byte(t.Text), Given: given}
	if pastedForm(t.Text) == ".html" {
		b.Media = news.MediaHTML
	}
	return b, err
}

// pastedName is the id of a text that nobody named.
func pastedName(text string) string {
	return "pasted-" + news.DigestOf(text).String()[:12] + pastedForm(text)
}

// Batch is texts that are sent together.
type Batch struct {
	Articles []Text `json:"articles"`
}

// maxBatch is how many texts are sent at once.
const maxBatch = 1000

// Take reads texts into the archive, all of them or none.
func (j *Queue) Take(b *Batch) (*Job, error) {
	if len(b.Articles) == 0 || len(b.Articles) > maxBatch {
		return nil, news.Errorf(news.Usage, "articles", fmt.Sprintf("send 1 to %d", maxBatch), "%d are sent", len(b.Articles))
	}
	blobs := make([]news.Blob, len(b.Articles))
	for i := range b.Articles {
		var err error
		if blobs[i], err = b.Articles[i].Blob(); err != nil {
			return nil, err
		}
	}
	return j.Start(func(yield func(news.Blob, error) bool) {
		for _, x := range blobs {
			if !yield(x, nil) {
				return
			}
		}
	}, func() {})
}
