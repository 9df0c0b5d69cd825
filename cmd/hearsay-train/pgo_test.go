package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// The compiler reads of a profile what was put into it.
func TestCallsAreReadAsTheyWereWritten(t *testing.T) {
	want := map[call]int64{
		{"example.org/mill.Grind", "example.org/mill.(*Stone).turn", 12}:        700,
		{"example.org/mill.(*Stone).turn", "example.org/mill.Grind", 0}:         200,
		{"example.org/mill.(*Stone).turn", "example.org/mill.(*Stone).turn", 3}: 100,
	}
	packed, err := zipped(encodeCalls(hottest(want)))
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "mill.pgo")
	if err := os.WriteFile(name, packed, 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := readCalls(name)
	if err != nil {
		t.Fatal(err)
	}
	delete(want, call{"example.org/mill.(*Stone).turn", "example.org/mill.(*Stone).turn", 3}) // not of the hottest
	if !maps.Equal(got, want) {
		t.Errorf("read %v, want %v", got, want)
	}
}

func TestProfilesCountTheSame(t *testing.T) {
	all := map[call]int64{}
	addShares(all, map[call]int64{{"a", "b", 1}: 3, {"a", "c", 2}: 1})
	addShares(all, map[call]int64{{"a", "b", 1}: 1000})
	want := map[call]int64{{"a", "b", 1}: 1_750_000, {"a", "c", 2}: 250_000}
	if !maps.Equal(all, want) {
		t.Errorf("%v, want %v", all, want)
	}
}

func TestAnotherFormOfProfileIsRefused(t *testing.T) {
	for _, s := range []string{"", "GO PREPROFILE V2\na\nb\n1 2\n", "GO PREPROFILE V1\na\nb\n", "GO PREPROFILE V1\na\nb\nc\n"} {
		if _, err := parseCalls(s); err == nil {
			t.Errorf("%q was read", s)
		}
	}
}

// What is compiled by tells nothing of where it was made.
func TestProfileHoldsNoPaths(t *testing.T) {
	f, err := os.Open("../hearsay/default.pgo")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	if path := regexp.MustCompile(`\.go\b|[^\w.]/\w+/`).Find(all); path != nil || !bytes.Contains(all, []byte("hearsay/internal/store.")) {
		t.Errorf("%q in the profile", path)
	}
}
