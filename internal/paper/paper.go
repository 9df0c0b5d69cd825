// Package paper prints a page as PDF by a browser that is installed: headless, a
// profile of its own in a temporary folder, no network, only so long and with only so
// much memory.
package paper

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

// browsers are the names that Chromium and its kin are installed by.
var browsers = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"}

// Bounds of printing: a report of a thousand statements takes some seconds.
const (
	printTime  = 90 * time.Second
	killTime   = 5 * time.Second
	mostBytes  = 16 << 20 // of a page; of 2 MiB, 8,600 entries, a browser makes 0.8 GB
	mostMemory = 3 << 30  // bytes that each of its processes may write to, where the system knows such a bound
)

// Find gives the browser that prints: the one that HEARSAY_BROWSER names, else the
// first that is installed. The error is news.NotFound and tells the way round.
func Find() (string, error) {
	names := browsers
	if own := os.Getenv("HEARSAY_BROWSER"); own != "" {
		names = []string{own}
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", news.Errorf(news.NotFound, "--pdf", "install chromium, name one by HEARSAY_BROWSER, or open the HTML file in any browser and print it", "no browser is installed that can print")
}

// PDF prints a page, which must hold all that it needs, into a file. The error is
// news.Busy when the browser takes too long, news.Denied when it prints nothing and
// news.Usage when the page is larger than what is printed.
func PDF(ctx context.Context, browser string, html []byte, to string) (err error) {
	if len(html) > mostBytes {
		return news.Errorf(news.Usage, to, "open the HTML file in a browser and print it, or make two cases of it", "the report is over %d MiB", mostBytes>>20)
	}
	folder, err := os.MkdirTemp("", "hearsay-print-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	page, printed := filepath.Join(folder, "page.html"), filepath.Join(folder, "page.pdf")
	if err := os.WriteFile(page, html, 0o600); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, printTime)
	defer cancel()
	cmd := start(ctx, browser, append(switches(filepath.Join(folder, "profile")), "--print-to-pdf="+printed, "file://"+filepath.ToSlash(page))...)
	cmd.WaitDelay = killTime
	said, failed := cmd.CombinedOutput()
	b, err := os.ReadFile(printed)
	switch {
	case ctx.Err() != nil:
		return news.Errorf(news.Busy, to, "open the HTML file in a browser and print it", "%s had not printed after %s", filepath.Base(browser), printTime)
	case err != nil || len(b) == 0:
		return news.Errorf(news.Denied, to, "open the HTML file in a browser and print it", "%s could not print: %v %s", filepath.Base(browser), failed, last(said))
	}
	return os.WriteFile(to, b, 0o600)
}

// switches keep the browser from the network and from what it knows of the user.
func switches(profile string) []string {
	out := []string{"--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--renderer-process-limit=1",
		"--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=" + profile, "--no-pdf-header-footer"}
	if os.Geteuid() == 0 { // Chromium's sandbox does not run as root
		out = append(out, "--no-sandbox")
	}
	return out
}

// toldOf is how many bytes of what a browser said are told.
const toldOf = 300

func last(said []byte) string { return string(said[max(0, len(said)-toldOf):]) }
