package clean

import "github.com/hearsay-engine/hearsay/news"

// body is what the article says, in order, and what was left out of it.
func body(d *draft) ([]news.Span, []news.Dropped) {
	if !d.voted {
		return bareBody(d)
	}
	return votedBody(d)
}

func votedBody(d *draft) ([]news.Span, []news.Dropped) {
	var kept []news.Span
	var dropped []news.Dropped
	for _, b := range d.blocks {
		if b.voted {
			kept = append(kept, b.Span)
		} else {
			dropped = append(dropped, news.Dropped{Span: b.Span, Reason: b.reason})
		}
	}
	return kept, dropped
}
