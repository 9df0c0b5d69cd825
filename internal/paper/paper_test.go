package paper_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/paper"
	"github.com/hearsay-engine/hearsay/news"
)

func TestNoBrowser(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := paper.Find(); news.FaultOf(err) != news.NotFound {
		t.Errorf("without a browser: %v", err)
	}
}

func TestABrowserThatDoesNotPrint(t *testing.T) {
	to := filepath.Join(t.TempDir(), "out.pdf")
	if err := paper.PDF(t.Context(), "/bin/false", []byte("<p>one"), to); news.FaultOf(err) != news.Denied {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(to); err == nil {
		t.Error("there is a file all the same")
	}
}

func TestPDF(t *testing.T) {
	browser, err := paper.Find()
	if err != nil {
		t.Skip("no browser is installed")
	}
	to := filepath.Join(t.TempDir(), "out.pdf")
	if err := paper.PDF(t.Context(), browser, []byte("<!DOCTYPE html><title>one</title><p>one"), to); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(to)
	if err != nil || !bytes.HasPrefix(b, []byte("%PDF-")) {
		t.Errorf("%d bytes, %v", len(b), err)
	}
}
