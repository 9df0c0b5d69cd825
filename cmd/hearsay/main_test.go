package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

func TestExitCodes(t *testing.T) {
	full := &fs.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}
	for _, c := range []struct {
		err  error
		want int
	}{
		{nil, exitGood},
		{errSomeFailed, exitSomeFailed},
		{fmt.Errorf("write: %w", syscall.EPIPE), exitGood},
		{full, exitSomeFailed},
		{news.Errorf(news.Damaged, "a.db", "restore it", "2 faults"), exitSomeFailed},
		{news.Errorf(news.Usage, "--limit", "take 0 for all", "below nothing"), exitUsage},
		{errors.New("unknown flag: --loud"), exitUsage},
	} {
		var errs bytes.Buffer
		if got := exitCode(c.err, &errs); got != c.want {
			t.Errorf("%v ends with %d, want %d", c.err, got, c.want)
		}
	}
}

func TestInterruptedWords(t *testing.T) {
	for command, want := range map[string]string{"extract": "interrupted; what was printed is not all", "add": "interrupted; what was finished is kept"} {
		cmd, _, err := newRoot().Find([]string{command})
		if err != nil {
			t.Fatal(err)
		}
		if got := interruptedWords(cmd); got != want {
			t.Errorf("%s: got %q, want %q", command, got, want)
		}
	}
}

// TestLicencesHoldEveryNotice of the repository's rooms.
func TestLicencesHoldEveryNotice(t *testing.T) {
	var out bytes.Buffer
	if err := writeLicences(&out); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Name() == "node_modules" {
			return filepath.SkipDir // what npm installs for the browser tests is no part of the program
		}
		if err != nil || d.Name() != "NOTICE" {
			return err
		}
		notice, err := os.ReadFile(path)
		if !strings.Contains(out.String(), strings.TrimSpace(string(notice))) {
			t.Errorf("%s is not printed: add its row to notices", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestFailuresThatCannotBeListed writes the list into a file that takes nothing.
func TestFailuresThatCannotBeListed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "failures.jsonl")
	var errs bytes.Buffer
	f, err := newFailures(&errs, path)
	if err != nil {
		t.Fatal(err)
	}
	f.file.Close()
	f.add("a.txt", news.Errorf(news.Empty, "a.txt", "leave it out", "nothing in it"))
	if err := f.close(); !errors.Is(err, os.ErrClosed) || !strings.Contains(errs.String(), "not whole: write "+path) {
		t.Errorf("a list that was not written ends in %v and says\n%s", err, &errs)
	}
}
