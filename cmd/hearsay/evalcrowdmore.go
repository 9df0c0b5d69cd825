package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
)

// unpractised is how many articles are added before any is measured to an archive
// that was just opened: of those, what they have in memory first is told apart.
const unpractised = 300

// goOn adds single articles to a copy of an archive that an earlier run kept.
func (x *crowdEval) goOn(ctx context.Context, out io.Writer, crowd *gen.CrowdArchive) (err error) {
	path := filepath.Join(x.folder, "more.db")
	if err := copyFile(x.from, path); err != nil {
		return err
	}
	a, err := store.Open(ctx, path, store.Options{})
	if err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, a.Close(), os.Remove(path))
	}()
	size, err := a.Size(ctx)
	if err != nil {
		return err
	}
	x.articles = size.Articles
	fmt.Fprintf(out, "%d articles kept; the first that are added after it is opened:\n", x.articles)
	if err := x.addSingly(ctx, out, a, crowd, unpractised); err != nil {
		return err
	}
	fmt.Fprintln(out, "the next:")
	x.articles += unpractised
	stop, err := profile(x.profile)
	if err != nil {
		return err
	}
	return errors.Join(x.addSingly(ctx, out, a, crowd, x.more), stop())
}

func copyFile(from, to string) error {
	r, err := os.Open(from)
	if err != nil {
		return err
	}
	defer r.Close()
	w, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return errors.Join(err, w.Close())
}

// addSingly adds articles one by one and prints how long the names of each take.
func (x *crowdEval) addSingly(ctx context.Context, out io.Writer, a *store.Archive, crowd *gen.CrowdArchive, many int) error {
	runtime.LockOSThread() // so that the writer's own share can be told
	defer runtime.UnlockOSThread()
	var took, own []time.Duration
	var filing, resolving time.Duration
	for n := range many {
		p := packCrowd(crowd, x.articles+n)
		start := processorTime()
		if _, err := a.Put(ctx, []*store.Packed{p}); err != nil {
			return err
		}
		filed, begin, writer := processorTime(), time.Now(), writerTime()
		if err := keep.Sweep(ctx, a); err != nil {
			return err
		}
		took, own = append(took, time.Since(begin)), append(own, writerTime()-writer)
		filing, resolving = filing+filed-start, resolving+processorTime()-filed
	}
	if many == 0 {
		return nil
	}
	fmt.Fprintf(out, "one more article, resolved, by the clock: %s; by the time of the thread that writes: %s; on average %.1f ms of processor time, and %.1f ms to file it\n",
		timesOf(took), timesOf(own), millis(resolving)/float64(many), millis(filing)/float64(many))
	return nil
}

// timesOf tells of times, at least one.
func timesOf(took []time.Duration) string {
	var sum time.Duration
	for _, t := range took {
		sum += t
	}
	median, most95, most := spreadOf(took)
	return fmt.Sprintf("median %.1f ms, 95 %% within %.1f ms, at most %.1f ms, on average %.1f ms",
		millis(median), millis(most95), millis(most), millis(sum)/float64(len(took)))
}
