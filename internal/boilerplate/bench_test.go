package boilerplate

import (
	"strings"
	"testing"
)

// benchText is an article of usual size with furniture around it.
func benchText() string {
	return "Home\nNews\nSport\nBy Runa Halvik\n14 March 2021\n" + strings.Repeat(lead+tail, 12) + "Tags:\nferry\nRead also: Quay closed\nLeave a Reply\n"
}

func BenchmarkJudge(b *testing.B) {
	text := benchText()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Judge(text, Fields{})
	}
}
