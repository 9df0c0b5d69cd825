package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// archiveFlag says where the archive is.
type archiveFlag struct{ path string }

func (f *archiveFlag) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.path, "archive", "", "the archive's `FILE`; else HEARSAY_ARCHIVE, else the user's data folder")
}

// open opens the archive; with create, it is made when there is none.
func (f *archiveFlag) open(cmd *cobra.Command, create bool) (*store.Archive, error) {
	path, err := f.location()
	if err != nil {
		return nil, err
	}
	return store.Open(cmd.Context(), path, store.Options{Create: create, Renewing: func() {
		fmt.Fprintf(cmd.ErrOrStderr(), "hearsay: %s: an earlier hearsay made this archive; its tables are brought up to date, which takes minutes for a large one\n", path)
	}})
}

func (f *archiveFlag) location() (string, error) {
	if f.path != "" {
		return f.path, nil
	}
	if p := os.Getenv("HEARSAY_ARCHIVE"); p != "" {
		return p, nil
	}
	folder, err := dataFolder()
	if err != nil {
		return "", news.Errorf(news.Usage, "--archive", "name a file: --archive FILE", "there is no data folder to keep an archive in: %v", err)
	}
	return filepath.Join(folder, "hearsay", "archive.db"), nil
}

// dataFolder is where the system wants a user's data.
func dataFolder() (string, error) {
	if p := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(p) {
		return p, nil
	}
	switch runtime.GOOS {
	case "windows", "darwin", "ios", "plan9":
		return os.UserConfigDir()
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share"), err
}
