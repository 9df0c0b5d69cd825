package syntax

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/hearsay-engine/hearsay/internal/shipped"
)

// BenchmarkParse parses the dev part of EWT sentence by sentence on one processor,
// and remembers none.
// tokens/s counts the clock, tokens/cpu-s what this process was given of it: on a
// machine with other work, compare that.
func BenchmarkParse(b *testing.B) {
	sentences := treebankWords(b)
	m, s := forgetful(English()), &Sentence{}
	tokens, before := 0, used(b)
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		s.Words = append(s.Words[:0], sentences[n%len(sentences)]...)
		m.Parse(s)
		tokens += len(s.Words)
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportMetric(float64(tokens)/(used(b)-before).Seconds(), "tokens/cpu-s")
}

// BenchmarkDecode makes the shipped model ready.
func BenchmarkDecode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		content, err := shipped.Unpack(englishFile)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := Decode(content); err != nil {
			b.Fatal(err)
		}
	}
}

// used is the processor time of this process so far.
func used(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// treebankWords is the words of EWT's dev part, from the folder of annotated data:
// HEARSAY_SHARED, else one called shared beside the repository.
func treebankWords(b *testing.B) [][]string {
	dir := os.Getenv("HEARSAY_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	file, err := os.ReadFile(filepath.Join(dir, "data", "ud", "en_ewt", "dev.conllu"))
	if err != nil {
		b.Skip("no treebank: ", err)
	}
	var out [][]string
	for _, sentence := range strings.Split(strings.TrimSpace(string(file)), "\n\n") {
		var words []string
		for _, line := range strings.Split(sentence, "\n") {
			if col := strings.Split(line, "\t"); len(col) == 10 && !strings.ContainsAny(col[0], "-.") {
				words = append(words, col[1])
			}
		}
		out = append(out, words)
	}
	return out
}
