package trace

import (
	"github.com/hearsay-engine/hearsay/news"
)

// origins tells which articles go back to one origin. Copies are not sources:
// an article that carries another's words, has the same text, or shares words
// with one of the same group of outlets adds none.
type origins map[string]string

func (w *work) origins(all []Station) origins {
	o := origins{}
	for i := range all {
		if c := all[i].Copy; c != nil {
			o.join(c.From, c.To)
		}
	}
	same := map[news.Digest]string{}
	for i := range all {
		a := all[i].Article
		if a == nil {
			continue
		}
		if first, known := same[a.SHA256]; known {
			o.join(first, a.ID)
		} else {
			same[a.SHA256] = a.ID
		}
	}
	for _, e := range w.copies {
		if g := w.article[e.From].Group; g != "" && g == w.article[e.To].Group && e.Kind != news.SharedQuotation {
			o.join(e.From, e.To)
		}
	}
	return o
}

// of is the article that stands for the origin of id.
func (o origins) of(id string) string {
	for o[id] != "" {
		if up := o[o[id]]; up != "" {
			o[id] = up // every look-up shortens the way
		}
		id = o[id]
	}
	return id
}

func (o origins) join(a, b string) {
	a, b = o.of(a), o.of(b)
	if a > b {
		a, b = b, a
	}
	if a != b {
		o[b] = a
	}
}
