package read

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/jsonl"
	"github.com/hearsay-engine/hearsay/news"
)

const sidecarEnd = ".meta.json"

func isSidecar(path string) bool { return strings.HasSuffix(strings.ToLower(path), sidecarEnd) }

// sidecarsOf are the sidecars a file may have: that which speaks of this file only,
// then that of all of its name.
func sidecarsOf(path string) []string {
	return []string{path + sidecarEnd, strings.TrimSuffix(path, filepath.Ext(path)) + sidecarEnd}
}

// Alone gives the sidecars among paths that are of none of the others.
func Alone(paths []string) []string {
	of := map[string]bool{}
	for _, path := range paths {
		for _, beside := range sidecarsOf(path) {
			of[beside] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(paths), func(path string) bool { return !isSidecar(path) || of[path] })
}

// sidecar is what is stated about the file at path beside it: by flags, then by
// NAME.EXT.meta.json, which speaks of this file only, then by NAME.meta.json.
func (r *reader) sidecar(path string) (given news.Given, charset string, err error) {
	given, charset = r.o.Given, r.o.Charset
	for _, beside := range sidecarsOf(path) {
		stated, itsCharset, err := meta(beside)
		if err != nil {
			return given, charset, err
		}
		r.stated(beside, stated)
		given = given.Or(stated)
		if charset == "" {
			charset = itsCharset
		}
	}
	return given, charset, nil
}

// meta reads one sidecar; one that is not there states nothing.
func meta(path string) (news.Given, string, error) {
	f, _, err := openRegular(path)
	if errors.Is(err, fs.ErrNotExist) {
		return news.Given{}, "", nil
	}
	if err != nil {
		return news.Given{}, "", err
	}
	defer f.Close()
	b, err := bounded(path, f, MaxMeta)
	if err != nil {
		return news.Given{}, "", err
	}
	given, charset, err := jsonl.Meta(b)
	return given, charset, named(err, path)
}

// named is err with the input it befell.
func named(err error, id string) error {
	var e *news.Error
	if !errors.As(err, &e) {
		return err
	}
	n := *e
	n.ID = id
	return &n
}
