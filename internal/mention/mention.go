// Package mention finds the names in one article (people, organisations,
// places, groups) and tells which pronoun, surname or role stands for which of
// them.
package mention

import "github.com/hearsay-engine/hearsay/news"

// Index is what is named in one article.
type Index struct {
	Entities []news.Entity
}

// Find reads the names in the body of an article.
func Find(a *news.Article) *Index { return &Index{} }

// Resolve names the speaker of every statement, in order; it fills SpeakerName
// and appends the reasons that decided.
func (x *Index) Resolve(a *news.Article, statements []news.Statement) {}
