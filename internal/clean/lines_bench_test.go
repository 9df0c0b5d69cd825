package clean

import (
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

// benchText is an article of usual size with furniture around it.
func benchText() string {
	return "Home\nNews\nSport\nBy Runa Halvik\n14 March 2021\n" + strings.Repeat(lead+tail, 12) + "Tags:\nferry\nRead also: Quay closed\nLeave a Reply\n"
}

func BenchmarkBareBody(b *testing.B) {
	text := benchText()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		bareBody(&draft{text: text})
	}
}

func BenchmarkArticleOfText(b *testing.B) {
	blob := news.Blob{ID: "bench", Media: news.MediaText, Bytes: []byte(benchText())}
	b.SetBytes(int64(len(blob.Bytes)))
	for b.Loop() {
		if _, err := Article(blob); err != nil {
			b.Fatal(err)
		}
	}
}
