package clean

import "github.com/hearsay-engine/hearsay/news"

// body is what the article says, in order, and what was left out of it.
func body(d *draft) ([]news.Span, []news.Dropped) {
	if !d.voted {
		return bareBody(d)
	}
	return bareBody(d)
}
