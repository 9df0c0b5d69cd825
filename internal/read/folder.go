package read

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Why says why a file in a folder is not read.
type Why string

const (
	Hidden  Why = "hidden"                 // its name begins with a dot
	Sidecar Why = "sidecar"                // read with the file it stands beside
	Other   Why = "another kind of file"   // not .txt, .html, .htm or .jsonl
	Special Why = "pipe, device or socket" // never opened
	Link    Why = "link to a folder"       // not followed: it may lead back
)

// mediaOf is the media of a file by what its name ends in.
func mediaOf(path string) (media news.Media, known bool) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".txt":
		return news.MediaText, true
	case ".html", ".htm":
		return news.MediaHTML, true
	case ".jsonl":
		return news.MediaJSONL, true
	}
	return "", false
}

// walk is the reading of one folder with all below it.
type walk struct {
	*reader
	root  string
	found int // files, and what was there but failed
	other int // files of other kinds
}

func (r *reader) folder(root string) bool {
	w := &walk{reader: r, root: root}
	if !w.below(root, 0) {
		return false
	}
	if w.found > 0 {
		return true
	}
	words := "no .txt, .html, .htm or .jsonl file in this folder"
	if w.other > 0 {
		return r.fail(root, news.Errorf(news.Empty, root, "name such a file itself to have it read", "%s, and %d of other kinds", words, w.other))
	}
	return r.fail(root, news.Errorf(news.Empty, root, "give a folder that holds some", "%s", words))
}

// below reads what folder holds, depth folders below the root.
func (w *walk) below(folder string, depth int) bool {
	entries, err := w.list(folder, depth)
	if err != nil {
		w.found++
		return w.fail(folder, err)
	}
	for _, entry := range entries {
		if w.ctx.Err() != nil || !w.entry(filepath.Join(folder, entry.Name()), entry, depth) {
			return false
		}
		if w.found > MaxFiles {
			break // said once, by file
		}
	}
	return true
}

// list is what folder holds, by name.
func (w *walk) list(folder string, depth int) ([]fs.DirEntry, error) {
	if depth > MaxDepth {
		return nil, news.Errorf(news.TooDeep, folder, "give this folder itself", "over %d folders within folders", MaxDepth)
	}
	f, err := os.Open(folder)
	if err != nil {
		return nil, systemFault(folder, err)
	}
	defer f.Close()
	entries, err := f.ReadDir(MaxFolder + 1)
	if len(entries) > MaxFolder {
		return nil, news.Errorf(news.TooLarge, folder, "spread them over several folders", "over %d files in one folder", MaxFolder)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, systemFault(folder, err)
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return entries, nil
}

func (w *walk) entry(path string, entry fs.DirEntry, depth int) bool {
	if strings.HasPrefix(entry.Name(), ".") {
		return w.skip(path, Hidden)
	}
	kind := entry.Type()
	if kind&fs.ModeSymlink != 0 {
		target, err := os.Stat(path)
		if err != nil {
			return w.failed(path, systemFault(path, err))
		}
		if kind = target.Mode().Type(); kind.IsDir() {
			return w.skip(path, Link)
		}
	}
	switch {
	case kind.IsDir():
		return w.below(path, depth+1)
	case !kind.IsRegular():
		return w.skip(path, Special)
	case isSidecar(path):
		return w.skip(path, Sidecar)
	}
	if _, known := mediaOf(path); !known {
		w.other++
		return w.skip(path, Other)
	}
	return w.counted(path)
}

// counted reads one file of the folder, within the bound on their number.
func (w *walk) counted(path string) bool {
	if w.found++; w.found > MaxFiles {
		return w.fail(w.root, news.Errorf(news.TooLarge, w.root, "give its parts one after another", "over %d files", MaxFiles))
	}
	return w.file(path)
}

func (w *walk) failed(path string, err error) bool {
	w.found++
	return w.fail(path, err)
}
