//go:build unix

package read

import (
	"syscall"
	"testing"
)

// TestPipe would wait for ever if a pipe were opened.
func TestPipe(t *testing.T) {
	lay(t, map[string]string{"d/a.txt": "A"})
	if err := syscall.Mkfifo("d/pipe.txt", 0o600); err != nil {
		t.Fatal(err)
	}
	var skipped []string
	o := Options{Skipped: func(path string, why Why) { skipped = append(skipped, path+": "+string(why)) }}
	want(t, seen(t, o, "", "d", "d/pipe.txt"), "d/a.txt text A", "d/pipe.txt usage")
	want(t, skipped, "d/pipe.txt: pipe, device or socket")
}
