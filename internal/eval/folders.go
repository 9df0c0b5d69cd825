package eval

import (
	"io/fs"
	"path"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// maxFolders is how deep sets may lie below the folder that is named.
const maxFolders = 6

// foldersWith names the folders that hold a file of the name, the one given or
// any below it, in order.
func foldersWith(folder fs.FS, name string) ([]string, error) {
	var out []string
	err := fs.WalkDir(folder, ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && p == ".":
			return &news.Error{Fault: news.NotFound, ID: "--data", Words: "cannot be read: " + err.Error(), Mend: "name a folder that can be read", Err: err}
		case err != nil:
			return err
		case d.IsDir() && strings.Count(p, "/") >= maxFolders:
			return fs.SkipDir
		case !d.IsDir() && d.Name() == name:
			out = append(out, path.Dir(p))
		}
		return nil
	})
	return out, err
}

// has reports whether the folder holds the file.
func has(folder fs.FS, dir, name string) bool {
	_, err := fs.Stat(folder, path.Join(dir, name))
	return err == nil
}
