package read

import (
	"errors"
	"io/fs"

	"github.com/hearsay-engine/hearsay/news"
)

// systemFault says what the system answered about path.
func systemFault(path string, err error) error {
	var ours *news.Error
	if errors.As(err, &ours) {
		return err
	}
	e := &news.Error{ID: path, Err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Fault, e.Words, e.Mend = news.NotFound, "there is no such file or folder", "check the path"
	case errors.Is(err, fs.ErrPermission):
		e.Fault, e.Words, e.Mend = news.Denied, "the system refuses to read it", "make it readable for you"
	default:
		e.Fault, e.Words, e.Mend = news.Denied, "the system could not read it: "+cause(err), "copy it to a place that can be read"
	}
	return e
}

// cause is err without the path the system repeats.
func cause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

func notRegular(path string) error {
	return news.Errorf(news.Usage, path, "pipe it to hearsay and give -", "a pipe, device or socket is not read by name")
}

func nothingIn(id string) error {
	return news.Errorf(news.Empty, id, "leave it out, or save it again", "nothing in it")
}
