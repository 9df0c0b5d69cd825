// Package hearsay reads news and answers who said what: every answer a
// verbatim span of the text it was read from.
//
// Read takes one captured page or text and gives the article with its
// statements. It keeps nothing, opens nothing and asks nobody: the same bytes
// always give the same article. The command in cmd/hearsay and the archive are
// built on it.
package hearsay

import (
	"github.com/hearsay-engine/hearsay/internal/flow"
	"github.com/hearsay-engine/hearsay/news"
)

// The nouns, as package news documents them field by field.
type (
	Blob      = news.Blob
	Article   = news.Article
	Statement = news.Statement
	Entity    = news.Entity
	Span      = news.Span
)

// The values a statement is told apart by.
const (
	Direct   = news.Direct
	Mixed    = news.Mixed
	Indirect = news.Indirect
	Turn     = news.Turn

	Attributed = news.Attributed
	OutletOwn  = news.OutletOwn

	Asserts  = news.Asserts
	Denies   = news.Denies
	Declines = news.Declines
	Asks     = news.Asks
	Hedges   = news.Hedges
)

// Read reads one capture. Offsets in the article are bytes into its Text. The
// error, if any, is a *news.Error that names b.ID, what is wrong and the mend.
func Read(b Blob) (*Article, error) { return flow.Article(b) }
