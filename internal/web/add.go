package web

import (
	"encoding/json"
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

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/examples"
	"github.com/hearsay-engine/hearsay/internal/read"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/when"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of one addition through a page; more is for the command line.
const (
	maxUpload  = 256 << 20 // bytes of all files together
	maxParts   = 2000      // files
	uploadTime = 10 * time.Minute
	eventsTime = time.Hour
	inMemory   = 8 << 20 // bytes of an upload kept in memory, the rest in files
)

func (s *Server) addPage(r *http.Request, f pages.Frame) (templ.Component, error) {
	f.Title = "Add news"
	p := pages.Adding{Frame: f, Empty: f.Articles == 0}
	id := r.URL.Query().Get("job")
	if id == "" {
		return pages.AddPage(p), nil
	}
	j, known := s.jobs.find(id)
	if !known {
		return nil, news.Errorf(news.NotFound, "job "+id, "see what is in the archive: its statements are listed on the first page", "this server does not remember it")
	}
	state, _ := j.now()
	p.Job = jobShown(j.ID, state)
	return pages.AddPage(p), nil
}

func jobShown(id string, s jobState) *pages.Job {
	out := &pages.Job{ID: id, Ended: s.Ended, Done: s.Done, Words: jobWords(s)}
	for _, f := range s.Failures {
		out.Failures = append(out.Failures, pages.Outside{Text: f.ID, Why: f.Words + " (" + f.Mend + ")"})
	}
	if s.Fault != nil {
		out.Fault = failureOf("", s.Fault).Words
	}
	return out
}

// jobWords count what a job did, in the reader's words.
func jobWords(s jobState) string {
	words := fmt.Sprintf("%d added, %d renewed, %d known already, %d failed", s.Added, s.Renewed, s.Skipped, s.Failed)
	switch {
	case s.Sweep != "":
		words += "; comparing " + s.Sweep + " across articles"
	case !s.Ended:
		words += "; reading"
	}
	return words
}

// add takes what a form holds: files, a text that was pasted, or the examples.
func (s *Server) add(w http.ResponseWriter, r *http.Request) error {
	c := http.NewResponseController(w)
	if err := errors.Join(c.SetReadDeadline(time.Now().Add(uploadTime)), c.SetWriteDeadline(time.Now().Add(uploadTime))); err != nil {
		return err
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxUpload)
	if err := r.ParseMultipartForm(inMemory); err != nil {
		return uploadFault(err)
	}
	defer r.MultipartForm.RemoveAll()
	given, err := givenIn(r)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "hearsay-add-")
	if err != nil {
		return err
	}
	after := func() { os.RemoveAll(folder) }
	if err := gather(r, folder); err != nil {
		after()
		return err
	}
	j := s.jobs.start(named(folder, read.Paths(s.jobs.ctx, []string{folder}, nil, read.Options{Given: given})), after)
	http.Redirect(w, r, "/add?job="+j.ID, http.StatusSeeOther)
	return nil
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
	g := news.Given{URL: field("url"), Outlet: field("outlet"), Title: field("title"), Published: field("published")}
	if _, ok := when.Parse(g.Published, when.NoOrder); !ok && g.Published != "" {
		return g, news.Errorf(news.Usage, "Published", "write it as 2031-03-06 or 2031-03-06T14:45+03:00", "“%s” is no date", g.Published)
	}
	return g, nil
}

// gather lays what a form holds into a folder, under the names it has.
func gather(r *http.Request, folder string) error {
	files := r.MultipartForm.File["files"]
	if len(files) > maxParts {
		return news.Errorf(news.Usage, "the files", "add a folder by the command line: hearsay add FOLDER", "there are over %d", maxParts)
	}
	taken := 0
	for i, f := range files {
		if f.Filename == "" {
			continue // the field was left empty
		}
		if err := lay(f, folder, fmt.Sprint(i)); err != nil {
			return err
		}
		taken++
	}
	if text := r.FormValue("text"); strings.TrimSpace(text) != "" {
		name := "pasted-" + news.DigestOf(text).String()[:12] + pastedForm(text)
		if err := write(filepath.Join(folder, "text"), name, strings.NewReader(text)); err != nil {
			return err
		}
		taken++
	}
	if r.FormValue("examples") != "" {
		taken++
		if err := os.CopyFS(filepath.Join(folder, "examples"), examples.Corpus); err != nil {
			return err
		}
	}
	if taken == 0 {
		return news.Errorf(news.Usage, "the form", "choose files, or paste a text", "there is nothing to add")
	}
	return nil
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
func lay(f *multipart.FileHeader, folder, apart string) error {
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	err = write(filepath.Join(folder, "files"), f.Filename, in)
	if errors.Is(err, fs.ErrExist) {
		err = write(filepath.Join(folder, apart), f.Filename, in)
	}
	return err
}

// write makes a file of its own folder. The name comes from outside: nothing of
// it but its last part is used.
func write(folder, name string, in io.Reader) error {
	name = filepath.Base(filepath.Clean("/" + strings.ReplaceAll(name, `\`, "/")))
	if name == "/" || name == "." {
		name = "file.txt"
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	out, err := os.OpenFile(filepath.Join(folder, name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	if err != nil {
		return news.Errorf(news.Usage, name, "give the file a shorter name of letters and digits", "the file’s name cannot be used")
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
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

// events tells how far a job has come, as server-sent events, until it ends.
func (s *Server) events(w http.ResponseWriter, r *http.Request) error {
	j, known := s.jobs.find(r.URL.Query().Get("job"))
	if !known {
		return news.Errorf(news.NotFound, "job", "see what is in the archive", "this server does not remember it")
	}
	c := http.NewResponseController(w)
	if err := c.SetWriteDeadline(time.Now().Add(eventsTime)); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	for {
		state, changed := j.now()
		line, err := json.Marshal(map[string]any{"words": jobWords(state), "done": state.Done, "ended": state.Ended})
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "data: %s\n\n", line)
		if err := c.Flush(); err != nil || state.Ended {
			return nil
		}
		select {
		case <-changed:
			time.Sleep(eventPause)
		case <-r.Context().Done():
			return nil
		}
	}
}

// eventPause is the least time between two events: the eye takes no more.
const eventPause = 100 * time.Millisecond
