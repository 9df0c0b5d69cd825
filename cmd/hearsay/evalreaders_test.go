package main

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Every kind of page is asked for, and none fails.
func TestReadersAreAnswered(t *testing.T) {
	folder := t.TempDir()
	r := riverEval{seed: 1, articles: 30, every: 30, queries: 1, folder: folder}
	if err := r.run(context.Background(), io.Discard); err != nil {
		t.Fatal(err)
	}
	cmd := newEvalReaders()
	var out bytes.Buffer
	cmd.SetOut(&out)
	cmd.SetErr(&out)
	cmd.SetContext(context.Background())
	cmd.SetArgs([]string{"--archive", filepath.Join(folder, "river.db"), "--readers", "2", "--visits", strconv.Itoa(len(visits)), "--seconds", "600", "--add=false"})
	if err := cmd.Execute(); err != nil {
		t.Fatal(err, out.String())
	}
	for _, want := range []string{"30 articles", "a first visit loads 3 files", "| names |", "| claim |", "| api: document |"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the report lacks %q:\n%s", want, out.String())
		}
	}
	for line := range strings.Lines(out.String()) {
		if strings.Contains(line, "; failed: ") {
			t.Errorf("failed: %s", line)
		}
	}
}
