package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/klauspost/compress/zstd"
	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/examples"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/read"
	"github.com/hearsay-engine/hearsay/internal/store"
)

const dictionaryFolder = "internal/store/dictionary"

// dictionarySample is how many bytes a dictionary holds at most, evenly out of what
// there is: with half as many, texts of fnc1 take 21 bytes more each.
const dictionarySample = 64 << 10

func dictionariesCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:   "dictionaries",
		Short: "make the dictionaries stored bytes are packed with, of the example corpus",
		Long: `dictionaries makes another set than the one that is shipped: archives name the
dictionaries they were packed with, so that a file that was ever shipped must stay
as it is, and a new one needs a new number.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			made, err := trainDictionaries(cmd.Context())
			for name, content := range made {
				if err == nil {
					err = os.WriteFile(filepath.Join(out, name), content, 0o644)
				}
			}
			return err
		},
	}
	c.Flags().StringVar(&out, "out", dictionaryFolder, "the folder to write to")
	return c
}

// trainDictionaries gives the dictionaries by the names of their files.
func trainDictionaries(ctx context.Context) (map[string][]byte, error) {
	folder, err := os.MkdirTemp("", "dictionaries")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	corpus := filepath.Join(folder, "examples")
	if err := copyCorpus(corpus); err != nil {
		return nil, err
	}
	a, err := store.Open(ctx, filepath.Join(folder, "archive.db"), store.Options{Create: true})
	if err != nil {
		return nil, err
	}
	defer a.Close()
	if _, err := keep.Add(ctx, a, read.Paths(ctx, []string{corpus}, nil, read.Options{}), keep.Watch{}); err != nil {
		return nil, err
	}
	out := map[string][]byte{}
	for _, p := range store.Packings() {
		if out[p.String()], err = dictionaryOf(ctx, a, p); err != nil {
			return nil, fmt.Errorf("%s: %w", p, err)
		}
	}
	return out, nil
}

// copyCorpus writes the example corpus to files of one time, which an article's
// dates take in.
func copyCorpus(folder string) error {
	if err := os.CopyFS(folder, examples.Corpus); err != nil {
		return err
	}
	return filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		return errors.Join(err, os.Chtimes(path, corpusTime, corpusTime))
	})
}

var corpusTime = time.Date(2022, 3, 6, 0, 0, 0, 0, time.UTC)

func dictionaryOf(ctx context.Context, a *store.Archive, p store.Packing) ([]byte, error) {
	var all [][]byte
	size := 0
	err := a.EachPacked(ctx, p, func(plain []byte) error {
		if len(plain) >= 8 { // shorter ones have no statistics
			all, size = append(all, plain), size+len(plain)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var sample []byte
	for i, passed := 0, 0; i < len(all); i++ {
		if passed += len(all[i]); len(sample)*max(2, size/dictionarySample+1) <= passed {
			sample = append(sample, all[i]...)
		}
	}
	return zstd.BuildDict(zstd.BuildDictOptions{ID: p.Dictionary(), Contents: all, History: sample, Offsets: [3]int{1, 4, 8}, Level: zstd.SpeedFastest})
}
