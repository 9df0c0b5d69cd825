package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"runtime/pprof"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

type riverEval struct {
	seed     uint64
	articles int
	shape    gen.Config
	every    int
	queries  int
	folder   string
	resume   bool
	write    string
	profile  string
	heap     string
}

// newEvalRiver is for benchmarks, so help leaves it out.
func newEvalRiver() *cobra.Command {
	var x riverEval
	x.shape.Varied, x.shape.Traces = true, 0.3
	cmd := &cobra.Command{
		Use:   "river",
		Short: "Add many invented articles: speed, memory, size, what of the copies is found",
		Long: `river adds generated articles to an archive, in parts, and prints for each part
articles a second by the clock and by processor time, what each sweep took,
memory, the file's size against the text and the load. It then asks for copies
and courses, and judges copies by the truth.

With --in the archive and a line for each part are kept, so that a run which was
stopped goes on with --resume. With --write the table of parts and the answers
are put into river.md there, after every part.`,
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE:   func(cmd *cobra.Command, _ []string) error { return x.run(cmd.Context(), cmd.OutOrStdout()) },
	}
	f := cmd.Flags()
	f.Uint64Var(&x.seed, "seed", 1, "another seed, other articles")
	f.IntVar(&x.articles, "articles", 10_000, "how many articles")
	f.IntVar(&x.shape.Bytes, "bytes", 2300, "mean size of a body")
	f.Float64Var(&x.shape.Originals, "originals", 0.7, "share that is no copy, families apart")
	f.IntVar(&x.shape.Family, "family", 0, "most articles that carry one origin; 0 is no families")
	f.IntVar(&x.shape.Outlets, "outlets", 2000, "how many outlets")
	f.IntVar(&x.shape.PerDay, "per-day", 5000, "articles a day")
	f.IntVar(&x.shape.Cities, "cities", manyCities, "how many cities")
	f.IntVar(&x.shape.People, "people", 100_000, "how many people")
	f.IntVar(&x.every, "every", 1000, "articles of a part")
	f.IntVar(&x.queries, "queries", 1000, "how many articles to ask for their copies, and for a claim")
	f.StringVar(&x.folder, "in", "", "keep the archive, river.db, and its parts, river.jsonl, in `DIR`")
	f.BoolVar(&x.resume, "resume", false, "go on where a run with the same flags was stopped")
	f.StringVar(&x.write, "write", "", "write the table to river.md in `DIR`")
	f.StringVar(&x.profile, "profile", "", "write where processor time goes to `FILE`, as go tool pprof reads it")
	f.StringVar(&x.heap, "heap", "", "write who holds memory when most is held to `FILE`, as go tool pprof reads it")
	return cmd
}

func (x *riverEval) run(ctx context.Context, out io.Writer) (err error) {
	if x.every < 1 || x.resume && x.folder == "" {
		return news.Errorf(news.Usage, "eval river", "say --in DIR with --resume, and 1 or more for --every", "there is nothing to go on with")
	}
	roomToRead()
	if x.folder == "" {
		if x.folder, err = os.MkdirTemp("", "hearsay-river"); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(x.folder)) }()
	}
	log, err := openRiverLog(x.folder, x.resume)
	if err != nil {
		return err
	}
	a, err := store.Open(ctx, filepath.Join(x.folder, "river.db"), store.Options{Create: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	stop, err := profile(x.profile)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, stop()) }()
	river := gen.New(x.seed, x.shape)
	fullest := watchHeap(x.heap)
	if err := errors.Join(x.fill(ctx, out, a, river, log), fullest()); err != nil {
		return err
	}
	return x.askAndJudge(ctx, io.MultiWriter(out, &log.answers), a, river, log)
}

func (x *riverEval) askAndJudge(ctx context.Context, out io.Writer, a *store.Archive, river *gen.Archive, log *riverLog) error {
	if err := x.ask(ctx, out, a); err != nil {
		return err
	}
	if err := x.askCourses(ctx, out, a); err != nil {
		return err
	}
	if err := x.judge(ctx, out, a, river); err != nil {
		return err
	}
	fmt.Fprintf(out, "peak memory %s; load after: %s\n", peakMemory(), load())
	return x.table(log)
}

// profile writes where processor time goes to a file, until it is stopped; to
// none when path is "".
func profile(path string) (stop func() error, err error) {
	if path == "" {
		return func() error { return nil }, nil
	}
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return func() error {
		pprof.StopCPUProfile()
		return f.Close()
	}, nil
}

// fill adds the articles part by part. What an earlier run added is skipped.
func (x *riverEval) fill(ctx context.Context, out io.Writer, a *store.Archive, river *gen.Archive, log *riverLog) error {
	for from := log.done(); from < x.articles; from = log.done() {
		to := min(from-from%x.every+x.every, x.articles)
		m := newMeter(a.Path())
		p, err := keep.Add(ctx, a, numbered(river, from, to), keep.Watch{Progress: m.see, Turn: m.writer.turn})
		if err != nil {
			return err
		}
		m.stop()
		part := m.part(from, to, p)
		part.Text += log.text()
		if err := log.add(part); err != nil {
			return err
		}
		fmt.Fprintln(out, part.line())
		if err := x.table(log); err != nil {
			return err
		}
	}
	return nil
}

func numbered(river *gen.Archive, from, to int) iter.Seq2[news.Blob, error] {
	return func(yield func(news.Blob, error) bool) {
		for n := from; n < to; n++ {
			if !yield(river.Article(n).Blob(), nil) {
				return
			}
		}
	}
}

// ask times the question for an article's copies, over all the archive.
func (x *riverEval) ask(ctx context.Context, out io.Writer, a *store.Archive) error {
	var took []time.Duration
	for q := range min(x.queries, x.articles) {
		n := q * x.articles / min(x.queries, x.articles)
		begin := time.Now()
		if _, err := a.CopiesOf(ctx, gen.ArticleID(n)); err != nil {
			return err
		}
		took = append(took, time.Since(begin))
	}
	if slices.Sort(took); len(took) > 0 {
		fmt.Fprintf(out, "copies of one article: median %.1f ms, 95 %% within %.1f ms\n", millis(took[len(took)/2]), millis(took[len(took)*95/100]))
	}
	return nil
}
