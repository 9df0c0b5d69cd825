package web

import (
	"context"
	"fmt"

	"github.com/hearsay-engine/hearsay/internal/copies"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of the page of copies: more texts are named, not laid side by side.
const (
	besideOf   = 20
	passagesOf = 40
)

// copies lays an article beside those it shares words with.
func (s *Server) copies(ctx context.Context, a *store.Stored, all []news.Copy) ([]pages.Copy, error) {
	var out []pages.Copy
	for i, c := range all {
		if i == besideOf {
			break
		}
		other := c.From
		if other == a.ID {
			other = c.To
		}
		b, err := s.archive.Article(ctx, other)
		if err != nil {
			return nil, err
		}
		out = append(out, beside(a, b, c))
	}
	return out, nil
}

// beside is a copy as the page of a shows it: a's words left, b's right.
func beside(a, b *store.Stored, c news.Copy) pages.Copy {
	p := pages.Copy{ID: b.ID, Headline: b.Title.Value, Opening: b.Opening(), Outlet: b.Outlet.Value, Published: wording.DateWords(b.Published), Instant: instant(b.Published),
		Words: wire.CopyWords(a.ID, c), Kind: string(c.Kind), Status: string(c.Certainty), Share: fmt.Sprintf("%.0f %%", 100*c.Share), More: max(0, len(c.Passages)-passagesOf)}
	for _, r := range c.Reasons {
		p.Reasons = append(p.Reasons, wording.Of(r))
	}
	for _, x := range c.Passages[:min(len(c.Passages), passagesOf)] {
		here, there := x.From, x.To
		if c.To == a.ID {
			here, there = x.To, x.From
		}
		p.Passages = append(p.Passages, pages.Passage{Lines: aligned(here.Of(a.Text), there.Of(b.Text)), Words: x.Words, Quoted: x.Quoted})
	}
	return p
}

// aligned lays two texts side by side, each of their paragraphs beside the other's.
func aligned(here, there string) []pages.Beside {
	var out []pages.Beside
	for _, row := range copies.Rows(here, there) {
		left, right := row.A.Of(here), row.B.Of(there)
		inHere, inThere := copies.Differing(left, right)
		out = append(out, pages.Beside{Here: sides(left, inHere), There: sides(right, inThere)})
	}
	return out
}

// sides cuts a passage at the words that differ.
func sides(words string, differing []news.Span) []pages.Compared {
	if words == "" {
		return nil
	}
	var out []pages.Compared
	at := 0
	for _, d := range differing {
		out = append(out, pages.Compared{Text: words[at:d.Start]}, pages.Compared{Text: d.Of(words), Differs: true})
		at = d.End
	}
	return append(out, pages.Compared{Text: words[at:]})
}
