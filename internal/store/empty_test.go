package store

import (
	"path/filepath"
	"testing"
)

// emptyArchive is a new archive, closed when the test ends.
func emptyArchive(t *testing.T) *Archive {
	a, err := Open(t.Context(), filepath.Join(t.TempDir(), "archive.db"), Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}
