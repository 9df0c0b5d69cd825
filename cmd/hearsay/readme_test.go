package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadmeShowsATrace compares the README's trace with what the command prints
// for the example corpus: -write writes it anew.
func TestReadmeShowsATrace(t *testing.T) {
	const file = "README.md"
	t.Chdir("../..")
	t.Setenv("HEARSAY_ARCHIVE", filepath.Join(t.TempDir(), "archive.db"))
	hearsayOrFail(t, "add", "examples")
	readme, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(readme), "    hearsay trace --best ")
	query, rest, ok2 := strings.Cut(rest, "\n")
	between, rest, ok3 := strings.Cut(rest, "```text\n")
	shown, after, ok4 := strings.Cut(rest, "```\n")
	if !ok || !ok2 || !ok3 || !ok4 {
		t.Fatal("the README shows no trace")
	}
	got := hearsayOrFail(t, append([]string{"trace", "--best"}, strings.Fields(query)...)...)
	if got == shown {
		return
	}
	if !*write {
		t.Fatalf("the command prints otherwise than the README shows; run go test ./cmd/hearsay -run TestReadme -write\n%s", got)
	}
	readme = []byte(before + "    hearsay trace --best " + query + "\n" + between + "```text\n" + got + "```\n" + after)
	if err := os.WriteFile(file, readme, 0o644); err != nil {
		t.Fatal(err)
	}
}

var write = flag.Bool("write", false, "write the README's trace anew")

func hearsayOrFail(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(args, strings.NewReader(""), &out, &errs); code != exitGood {
		t.Fatalf("hearsay %s ends with %d: %s", strings.Join(args, " "), code, &errs)
	}
	return out.String()
}
