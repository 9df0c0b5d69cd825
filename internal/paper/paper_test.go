package paper_test

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

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

func TestAPageTooLargeIsNotPrinted(t *testing.T) {
	to := filepath.Join(t.TempDir(), "out.pdf")
	if err := paper.PDF(t.Context(), "/bin/false", make([]byte, 17<<20), to); news.FaultOf(err) != news.Usage {
		t.Errorf("got %v", err)
	}
}

// What a browser may write to is bounded, by what bounded us where that is less.
func TestMemoryIsBounded(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("its own bound is another system's")
	}
	folder := t.TempDir()
	fake, said := filepath.Join(folder, "browser"), filepath.Join(folder, "said")
	if err := os.WriteFile(fake, []byte("#!/bin/sh\nulimit -d >"+said+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := paper.PDF(t.Context(), fake, []byte("<p>one"), filepath.Join(folder, "out.pdf")); news.FaultOf(err) != news.Denied {
		t.Errorf("what prints nothing: %v", err)
	}
	b, err := os.ReadFile(said)
	if err != nil {
		t.Fatal(err)
	}
	if kib, err := strconv.Atoi(strings.TrimSpace(string(b))); err != nil || kib > 3<<20 {
		t.Errorf("it may write to %q KiB", b)
	}
}

// Who waits no longer ends the browser and all that it started.
func TestNobodyWaits(t *testing.T) {
	folder := t.TempDir()
	slow, started := filepath.Join(folder, "slow"), filepath.Join(folder, "started")
	if err := os.WriteFile(slow, []byte("#!/bin/sh\nsleep 60 &\necho $! >"+started+".part\nmv "+started+".part "+started+"\nwait\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	go func() {
		for ctx.Err() == nil {
			if _, err := os.Stat(started); err == nil {
				stop()
			}
			time.Sleep(time.Millisecond)
		}
	}()
	if err := paper.PDF(ctx, slow, []byte("<p>one"), filepath.Join(folder, "out.pdf")); news.FaultOf(err) != news.Busy {
		t.Errorf("got %v", err)
	}
	b, err := os.ReadFile(started)
	if err != nil {
		t.Fatal(err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(b)))
	if err != nil {
		t.Fatal(err)
	}
	if state, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid)); err == nil && !strings.Contains(string(state), ") Z ") {
		t.Errorf("what it started runs on: %s", state)
	}
}

// A page that would ask another server, by name or number, is printed without.
func TestPrintingAsksNobody(t *testing.T) {
	browser, err := paper.Find()
	if err != nil {
		t.Skip("no browser is installed")
	}
	var asked atomic.Int64
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	defer elsewhere.Close()
	to := filepath.Join(t.TempDir(), "out.pdf")
	page := "<!DOCTYPE html><title>one</title><p>one<img src='" + elsewhere.URL + "/a.png'><img src='" + strings.Replace(elsewhere.URL, "127.0.0.1", "localhost", 1) + "/b.png'><script src='" + elsewhere.URL + "/c.js'></script>"
	if err := paper.PDF(t.Context(), browser, []byte(page), to); err != nil {
		t.Fatal(err)
	}
	if n := asked.Load(); n > 0 {
		t.Errorf("%d requests left the page", n)
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
