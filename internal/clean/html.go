package clean

import "github.com/hearsay-engine/hearsay/news"

// page drafts an HTML page.
func page(b news.Blob) (*draft, error) { return plain(b) }
