package wire

import (
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// Compared is the JSON of a text and what it shares words with.
type Compared struct {
	Article  string    `json:"article"`
	Articles int       `json:"articles"` // listed below
	Origins  int       `json:"origins"`  // of those, independent ones
	Copies   []Meeting `json:"copies"`
}

// Meeting is the JSON of one of them; the shares are parts of either's words.
type Meeting struct {
	Copy
	Article   string  `json:"article"` // the other one
	Title     string  `json:"title"`
	Opening   string  `json:"opening,omitempty"` // of one without a title: the words its text begins with
	Outlet    string  `json:"outlet"`
	Published string  `json:"published"`
	FromShare float64 `json:"from_share"`
	FromPlain float64 `json:"from_share_outside_quotations"`
	ToShare   float64 `json:"to_share"`
	ToPlain   float64 `json:"to_share_outside_quotations"`
	Family    int     `json:"family"` // articles that are one origin with the other
}

// NewMeeting gives what an article shares with another its outer form.
func NewMeeting(of *news.Article, m *store.Meeting) Meeting {
	from, to := m.Text, of.Text
	if m.From == of.ID && m.To == m.Other.ID {
		from, to = to, from
	}
	return Meeting{NewCopy(m.Copy, from, to), m.Other.ID, m.Other.Title, m.Other.Opening, m.Other.Outlet, m.Other.Published.Value,
		m.Shares.From, m.Shares.FromPlain, m.Shares.To, m.Shares.ToPlain, m.Articles}
}

// NewCompared gives all of it its outer form; origins are those of what was found.
func NewCompared(of *news.Article, found []store.Meeting, origins int) Compared {
	c := Compared{of.ID, len(found), origins, []Meeting{}}
	for i := range found {
		c.Copies = append(c.Copies, NewMeeting(of, &found[i]))
	}
	return c
}

// ExportedCopy is the JSON of an edge of the forest, with the article that stands
// first of all that are one origin with To.
type ExportedCopy struct {
	Copy
	Origin string `json:"origin"`
}

// ClaimHead is the JSON of a claim in a list.
type ClaimHead struct {
	ID        string `json:"id"`
	Words     string `json:"words"`
	Article   string `json:"article"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
	Tellings  int    `json:"tellings"`
	Articles  int    `json:"articles"`
	Denials   int    `json:"denials"`
}

// ClaimCandidates is the JSON of several claims that fit a query, best first.
type ClaimCandidates struct {
	Candidates []ClaimHead `json:"candidates"`
}

// NewClaimCandidates gives claims that fit a query their outer form.
func NewClaimCandidates(fitting []store.ClaimHead) ClaimCandidates {
	return ClaimCandidates{each(fitting, func(h store.ClaimHead) ClaimHead {
		return ClaimHead{h.ID, h.Words, h.Article.ID, h.Article.Outlet, h.Article.Published.Value, h.Tellings, h.Articles, h.Denials}
	})}
}
