package intake

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/examples"
	"github.com/hearsay-engine/hearsay/internal/read"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of one addition by a form; more is for the command line.
const (
	maxUpload  = 256 << 20 // bytes of all files together
	maxParts   = 2000      // files
	uploadTime = 10 * time.Minute
	inMemory   = 8 << 20 // bytes of an upload kept in memory, the rest in files
)

// Form takes what a form holds: files, a text that was pasted, or the examples.
func (j *Queue) Form(w http.ResponseWriter, r *http.Request) (*Job, error) {
	c := http.NewResponseController(w)
	if err := errors.Join(c.SetReadDeadline(time.Now().Add(uploadTime)), c.SetWriteDeadline(time.Now().Add(uploadTime))); err != nil {
		return nil, err
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxUpload)
	if err := r.ParseMultipartForm(inMemory); err != nil {
		return nil, uploadFault(err)
	}
	defer r.MultipartForm.RemoveAll()
	given, err := givenIn(r)
	if err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "hearsay-add-")
	if err != nil {
		return nil, err
	}
	after := func() { os.RemoveAll(folder) }
	paths, err := gather(r, folder)
	if err != nil {
		after()
		return nil, err
	}
	n, err := j.Start(named(folder, withLost(read.Paths(j.ctx, paths, nil, read.Options{Given: given}), paths)), after)
	if err != nil {
		after()
	}
	return n, err
}

func uploadFault(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return news.Errorf(news.Usage, "the files", "add fewer at once, or a folder by the command line: hearsay add FOLDER", "together they are over %d MiB", maxUpload>>20)
	}
	return news.Errorf(news.Usage, "the form", "send it again", "it did not arrive whole")
}

// givenIn is what the form states of all it holds.
func givenIn(r *http.Request) (news.Given, error) {
	field := func(name string) string { return strings.TrimSpace(r.FormValue(name)) }
	return Given{URL: field("url"), Outlet: field("outlet"), Title: field("title"), Published: field("published")}.check()
}

// gather lays what a form holds into a folder, under the names it has, and tells where
// each lies: what somebody chose is read or said to be no news, whatever it is.
func gather(r *http.Request, folder string) ([]string, error) {
	files := r.MultipartForm.File["files"]
	if len(files) > maxParts {
		return nil, news.Errorf(news.Usage, "the files", "add a folder by the command line: hearsay add FOLDER", "there are over %d", maxParts)
	}
	var paths []string
	for i, f := range files {
		if f.Filename == "" {
			continue // the field was left empty
		}
		path, err := lay(f, folder, fmt.Sprint(i))
		if err != nil {
			return nil, err
		}
		paths = append(paths, path)
	}
	if text := r.FormValue("text"); strings.TrimSpace(text) != "" {
		path, err := write(filepath.Join(folder, "text"), pastedName(text), strings.NewReader(text))
		if err != nil {
			return nil, err
		}
		paths = append(paths, path)
	}
	if r.FormValue("examples") != "" {
		path := filepath.Join(folder, "examples")
		if err := os.CopyFS(path, examples.Corpus); err != nil {
			return nil, err
		}
		paths = append(paths, path)
	}
	if len(paths) == 0 {
		return nil, news.Errorf(news.Usage, "the form", "choose files, or paste a text", "there is nothing to add")
	}
	return paths, nil
}

// pastedForm is how the file of a pasted text ends: a saved page is one too.
func pastedForm(text string) string {
	head := strings.ToLower(strings.TrimSpace(text)[:min(len(strings.TrimSpace(text)), 200)])
	if strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") {
		return ".html"
	}
	return ".txt"
}

// lay puts a file beside the others, so that a sidecar stands beside its own; of
// several of one name each has a folder.
func lay(f *multipart.FileHeader, folder, apart string) (string, error) {
	in, err := f.Open()
	if err != nil {
		return "", err
	}
	defer in.Close()
	path, err := write(filepath.Join(folder, "files"), f.Filename, in)
	if errors.Is(err, fs.ErrExist) {
		path, err = write(filepath.Join(folder, apart), f.Filename, in)
	}
	return path, err
}

// write makes a file of its own folder and gives its path. The name comes from
// outside: nothing of it but its last part is used.
func write(folder, name string, in io.Reader) (string, error) {
	name = filepath.Base(filepath.Clean("/" + strings.ReplaceAll(name, `\`, "/")))
	if name == "/" || name == "." {
		name = "file.txt"
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	path := filepath.Join(folder, name)
	out, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return "", err
	}
	if err != nil {
		return "", news.Errorf(news.Usage, name, "give the file a shorter name of letters and digits", "the file’s name cannot be used")
	}
	_, err = io.Copy(out, in)
	return path, errors.Join(err, out.Close())
}

// withLost has a failure behind blobs for each file that is about another, which is
// not there.
func withLost(blobs iter.Seq2[news.Blob, error], paths []string) iter.Seq2[news.Blob, error] {
	return func(yield func(news.Blob, error) bool) {
		for b, err := range blobs {
			if !yield(b, err) {
				return
			}
		}
		for _, path := range read.Alone(paths) {
			if !yield(news.Blob{ID: path}, news.Errorf(news.Usage, path, "send both together", "the file that it is about was not sent")) {
				return
			}
		}
	}
}

// named gives blobs the ids their files have outside of the folder they were
// laid into.
func named(folder string, blobs iter.Seq2[news.Blob, error]) iter.Seq2[news.Blob, error] {
	return func(yield func(news.Blob, error) bool) {
		for b, err := range blobs {
			if rest, within := strings.CutPrefix(filepath.ToSlash(b.ID), filepath.ToSlash(folder)+"/"); within {
				if _, name, deeper := strings.Cut(rest, "/"); deeper {
					b.ID = name
				}
			}
			b.Modified = time.Time{} // when it was laid there says nothing
			if !yield(b, err) {
				return
			}
		}
	}
}
