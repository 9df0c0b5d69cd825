// Package examples holds the example corpus, so that the reading room can offer
// it to a reader who has no news of their own yet.
package examples

import "embed"

// Corpus is the files of the corpus.
//
//go:embed *.html *.txt *.json *.jsonl
var Corpus embed.FS
