package mention

import (
	"sort"

	"github.com/hearsay-engine/hearsay/news"
)

// KindOf is the kind of the name that the words of s are, an article before it
// left out; "" when they are no name.
func (x *Index) KindOf(s news.Span) news.EntityKind {
	p := x.phrase(s)
	if p.from+1 < p.to && articles[x.tokens[p.from].Key] {
		p.from++
	}
	i := sort.Search(len(x.names), func(k int) bool { return x.names[k].from >= p.from })
	if i < len(x.names) && x.names[i].from == p.from && x.names[i].to == p.to {
		return x.names[i].kind
	}
	return ""
}
