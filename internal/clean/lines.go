package clean

import "github.com/hearsay-engine/hearsay/news"

// bareBody judges each line of a text without markup: what the article says,
// and what was left out and why.
func bareBody(d *draft) ([]news.Span, []news.Dropped) {
	all := news.Span{Start: 0, End: len(d.text)}.Trim(d.text)
	if all.Empty() {
		return nil, nil
	}
	return []news.Span{all}, nil
}

// dropLine is the verdict on one line by its words alone: why it is boilerplate,
// or false. The body of a page asks it too.
func dropLine(line string) (news.Reason, bool) { return news.Reason{}, false }
