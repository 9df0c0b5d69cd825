// Package flow is the river in one table: the stages in order, their versions,
// and one article's way through the stages that need no other article.
package flow

import (
	"github.com/hearsay-engine/hearsay/internal/attribute"
	"github.com/hearsay-engine/hearsay/internal/clean"
	"github.com/hearsay-engine/hearsay/internal/stance"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// Article takes one capture down the river.
func Article(b news.Blob) (*news.Article, error) {
	a, err := clean.Article(b)
	if err != nil {
		return nil, err
	}
	Attribute(a)
	return a, nil
}

// Attribute fills what the attribute and stance stages find in a cleaned article.
func Attribute(a *news.Article) {
	words := text.Read(a)
	f := attribute.ReadWords(a, words)
	a.Statements, a.Entities, a.Refused = f.Statements, f.Entities, f.Refused
	a.Stances = stance.Read(a, words)
}
