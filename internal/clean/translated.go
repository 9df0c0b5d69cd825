package clean

import "github.com/hearsay-engine/hearsay/news"

// translation is the evidence that the article was translated, if any.
func translation(a *news.Article) news.Evidence { return news.Evidence{} }
