package read

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"syscall"
	"time"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// named reads a file or folder that a person named.
func (r *reader) named(path string) bool {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return r.fail(path, systemFault(path, err))
	case info.IsDir():
		return r.folder(path)
	case isSidecar(path):
		return r.skip(path, Sidecar)
	}
	return r.file(path)
}

// file reads one file with its sidecar.
func (r *reader) file(path string) bool {
	if !utf8.ValidString(path) {
		return r.fail(path, news.Errorf(news.Encoding, path, "rename the file", "its name is not UTF-8"))
	}
	given, charset, err := r.sidecar(path)
	if err != nil {
		return r.fail(path, err)
	}
	f, info, err := openRegular(path)
	if err != nil {
		return r.fail(path, err)
	}
	defer f.Close()
	src := source{id: path, given: given, charset: charset, modified: info.ModTime()}
	if media, known := mediaOf(path); known && media == news.MediaJSONL {
		return r.lines(src, f)
	} else if known {
		return r.whole(src, media, f)
	}
	return r.sniffed(src, f)
}

// source is what is known of an input before its bytes are read.
type source struct {
	id       string
	given    news.Given // flags, then the sidecar
	charset  string
	modified time.Time
}

// openRegular opens a file and makes sure, before and after, that it is no
// pipe, device or socket: opening one may wait for ever or do something.
func openRegular(path string) (*os.File, fs.FileInfo, error) {
	if info, err := os.Stat(path); err != nil {
		return nil, nil, systemFault(path, err)
	} else if !info.Mode().IsRegular() {
		return nil, nil, notRegular(path)
	}
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, nil, systemFault(path, err)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = notRegular(path)
	}
	if err != nil {
		f.Close()
		return nil, nil, systemFault(path, err)
	}
	return f, info, nil
}

// whole reads an input that is one article.
func (r *reader) whole(src source, media news.Media, in io.Reader) bool {
	b, err := bounded(src.id, in, MaxFile)
	if err != nil {
		return r.fail(src.id, err)
	}
	if len(bytes.TrimSpace(b)) == 0 {
		return r.fail(src.id, nothingIn(src.id))
	}
	if media != news.MediaHTML && looksHTML(b) {
		media = news.MediaHTML
	}
	return r.yield(news.Blob{ID: src.id, Media: media, Charset: src.charset, Bytes: b, Given: src.given, Modified: src.modified}, nil)
}

// bounded reads in to its end, at most limit bytes.
func bounded(id string, in io.Reader, limit int) ([]byte, error) {
	var b bytes.Buffer
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Size() <= int64(limit) {
			b.Grow(int(info.Size()) + bytes.MinRead)
		}
	}
	n, err := b.ReadFrom(io.LimitReader(in, int64(limit)+1))
	switch {
	case err != nil:
		return nil, systemFault(id, err)
	case n > int64(limit):
		return nil, news.Errorf(news.TooLarge, id, "give one article a file, or .jsonl with one a line", "over %d MiB", limit>>20)
	}
	return b.Bytes(), nil
}
