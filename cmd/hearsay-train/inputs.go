package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
)

// readSummed reads a file that must have the given SHA-256, so that what is made
// from it is what is shipped.
func readSummed(path, sum string) ([]byte, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("an input is missing: %w", err)
	}
	got := sha256.Sum256(b)
	if hex.EncodeToString(got[:]) != sum {
		return nil, fmt.Errorf("%s is not the file the model is made from: its SHA-256 is %x, want %s", path, got, sum)
	}
	return b, nil
}

// sumOf is the SHA-256 of a folder: of each file's name, length and content, by
// name.
func sumOf(folder fs.FS) (string, error) {
	names, err := fs.Glob(folder, "*")
	if err != nil {
		return "", err
	}
	h := sha256.New()
	for _, n := range names {
		b, err := fs.ReadFile(folder, n)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(h, "%s %d\n%s", n, len(b), b)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
