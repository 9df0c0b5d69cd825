// Package read turns paths and standard input into Blobs, each bounded; what
// cannot be read is an error of its own and costs only itself.
//
// A file is read by what its name ends in: .txt, .html and .htm whole, .jsonl
// line by line. A file named by a person may end in anything: its first bytes
// then tell. Folders are walked in lexical order. Beside a file may stand its
// sidecar, NAME.meta.json or NAME.EXT.meta.json, that states meta data.
package read

import (
	"context"
	"io"
	"iter"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Options says what is known of all inputs beforehand. The zero value knows nothing.
type Options struct {
	Given   news.Given                 // beats what sidecars and JSON lines state
	Charset string                     // declared for all inputs but JSON lines, which are UTF-8
	Skipped func(path string, why Why) // told of every file a folder holds that is not read; nil when nobody asks

	// Stated is told what a sidecar or a line of JSON states, and where; nil when nobody asks.
	Stated func(where string, g news.Given)
}

// Bounds on what is read. News articles are a thousand times smaller; what
// meets a bound is a mistake or an attack.
const (
	MaxFile   = 64 << 20 // bytes of a file or of standard input
	MaxLine   = 64 << 20 // bytes of a line of a .jsonl file, which may have any number
	MaxMeta   = 1 << 20  // bytes of a sidecar
	MaxFiles  = 1 << 20  // files of one folder with all below it
	MaxFolder = 1 << 20  // entries of one folder, which are sorted in memory
	MaxDepth  = 64       // folders within folders
)

// Paths reads files, folders (walked, in order) and "-", standard input. An
// error belongs to one input, named by the Blob's ID beside it, and is a
// *news.Error; the sequence goes on after it. The sequence ends early when ctx
// does.
func Paths(ctx context.Context, paths []string, stdin io.Reader, o Options) iter.Seq2[news.Blob, error] {
	return func(yield func(news.Blob, error) bool) {
		r := &reader{ctx: ctx, o: o, yield: yield}
		for _, path := range paths {
			if !r.path(path, stdin) {
				return
			}
		}
	}
}

// reader is one reading of paths. Its methods report whether to go on.
type reader struct {
	ctx   context.Context
	o     Options
	yield func(news.Blob, error) bool
}

func (r *reader) path(path string, stdin io.Reader) bool {
	switch {
	case r.ctx.Err() != nil:
		return false
	case path == "-":
		return r.standardInput(stdin)
	case isURL(path):
		return r.fail(path, news.Errorf(news.Usage, path, "save the page and give its file", "addresses are not fetched"))
	}
	return r.named(path)
}

func isURL(path string) bool {
	lower := strings.ToLower(path[:min(len(path), len("https://"))])
	return strings.HasPrefix(lower, "http://") || lower == "https://"
}

func (r *reader) fail(id string, err error) bool {
	return r.yield(news.Blob{ID: strings.ToValidUTF8(id, "\uFFFD")}, err)
}

func (r *reader) stated(where string, g news.Given) {
	if r.o.Stated != nil && g != (news.Given{}) {
		r.o.Stated(where, g)
	}
}

func (r *reader) skip(path string, why Why) bool {
	if r.o.Skipped != nil {
		r.o.Skipped(path, why)
	}
	return true
}
