// Package flow is the river in one table: the stages in order, their versions,
// and one article's way through the stages that need no other article.
package flow

import (
	"github.com/hearsay-engine/hearsay/internal/attribute"
	"github.com/hearsay-engine/hearsay/internal/clean"
	"github.com/hearsay-engine/hearsay/news"
)

// Stage is one step of the river. Its Version changes with its code's meaning
// and with every model and list file it reads.
type Stage struct {
	Name    string
	Version string
}

// Stages lists the per-article stages in order. What a stage made is stale when
// its own version or that of a stage before it has changed.
func Stages() []Stage {
	return []Stage{
		{"clean", clean.Version},
		{"attribute", attribute.Version},
	}
}

// Article takes one capture down the river.
func Article(b news.Blob) (*news.Article, error) {
	a, err := clean.Article(b)
	if err != nil {
		return nil, err
	}
	Attribute(a)
	return a, nil
}

// Attribute fills what the attribute stage finds in a cleaned article.
func Attribute(a *news.Article) {
	f := attribute.Read(a)
	a.Statements, a.Entities, a.Refused = f.Statements, f.Entities, f.Refused
}
