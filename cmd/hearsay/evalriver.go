package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
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
	parts    int
	queries  int
	folder   string
}

// newEvalRiver is for benchmarks, so help leaves it out.
func newEvalRiver() *cobra.Command {
	var x riverEval
	x.shape.Varied, x.shape.Traces = true, 0.3
	cmd := &cobra.Command{
		Use:   "river",
		Short: "Add many invented articles: speed, memory, size, what of the copies is found",
		Long: `river adds generated articles to a fresh archive, in parts, and prints for each
part articles a second by processor time and by the clock, what each sweep took,
memory, and the file's size against the text. It then asks for copies, and
judges them by the truth.`,
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
	f.IntVar(&x.parts, "parts", 10, "in how many parts")
	f.IntVar(&x.queries, "queries", 1000, "how many articles to ask for their copies, and for a claim")
	f.StringVar(&x.folder, "in", "", "keep the archive, river.db, in `DIR`")
	return cmd
}

func (x *riverEval) run(ctx context.Context, out io.Writer) (err error) {
	folder := x.folder
	if folder == "" {
		if folder, err = os.MkdirTemp("", "hearsay-river"); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	}
	a, err := store.Open(ctx, filepath.Join(folder, "river.db"), store.Options{Create: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	fmt.Fprintf(out, "load before: %s\n", load())
	river := gen.New(x.seed, x.shape)
	if err := x.fill(ctx, out, a, river); err != nil {
		return err
	}
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
	return nil
}

// fill adds the articles part by part.
func (x *riverEval) fill(ctx context.Context, out io.Writer, a *store.Archive, river *gen.Archive) error {
	size := (x.articles + x.parts - 1) / x.parts
	var text int64
	for from := 0; from < x.articles; from += size {
		to := min(from+size, x.articles)
		m := newMeter(a.Path())
		p, err := keep.Add(ctx, a, numbered(river, from, to), keep.Watch{Progress: m.see})
		if err != nil {
			return err
		}
		m.stop()
		text += p.Bytes
		fmt.Fprintf(out, "%8d: %s; file %.2f of the text; %s\n", to, m.line(to-from), float64(fileSize(a.Path()))/float64(text), memoryNow())
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

// meter takes the time of one part, stage by stage.
type meter struct {
	path      string
	clock     time.Time
	processor time.Duration
	stage     string
	since     time.Duration
	stages    map[string]time.Duration // processor time
	wal       int64
	took      time.Duration
}

func newMeter(path string) *meter {
	now := processorTime()
	return &meter{path: path, clock: time.Now(), processor: now, since: now, stages: map[string]time.Duration{}}
}

// see is told of progress: the stage now at work has the time since the last word.
func (m *meter) see(p keep.Progress) {
	now := processorTime()
	m.stages[m.stage] += now - m.since
	m.since, m.stage = now, p.Sweep
	m.wal = max(m.wal, fileSize(m.path+"-wal"))
}

func (m *meter) stop() {
	m.see(keep.Progress{})
	m.took = time.Since(m.clock)
}

func (m *meter) line(articles int) string {
	spent := m.since - m.processor
	var parts []string
	for _, stage := range []string{"lines", "copies", "names", "claims"} {
		if d := m.stages[stage]; d > 0 {
			parts = append(parts, fmt.Sprintf("%s %.1f s", stage, d.Seconds()))
		}
	}
	return fmt.Sprintf("%.0f articles/s by the clock, %.0f a second of processor time (%.1f s, of it %s); WAL at most %.1f MiB",
		float64(articles)/m.took.Seconds(), float64(articles)/spent.Seconds(), spent.Seconds(), strings.Join(parts, ", "), mebi(m.wal))
}

func mebi(n int64) float64 { return float64(n) / (1 << 20) }

func fileSize(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

// memoryNow is what the process holds, by Linux's count.
func memoryNow() string {
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if words, found := strings.CutPrefix(line, "VmRSS:"); found {
			return "resident " + strings.TrimSpace(words)
		}
	}
	return "resident unknown"
}

// load is the machine's load over 1, 5 and 15 minutes, by Linux's count.
func load() string {
	b, err := os.ReadFile("/proc/loadavg")
	fields := strings.Fields(string(b))
	if err != nil || len(fields) < 3 {
		return "unknown"
	}
	return strings.Join(fields[:3], " ")
}
