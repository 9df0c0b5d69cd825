package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"slices"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

type readersEval struct {
	archive archiveFlag
	readers int
	seconds int
	visits  int
	pause   time.Duration
	seed    uint64
	add     bool
	profile string
	only    []string
}

// newEvalReaders is for benchmarks, so help leaves it out.
func newEvalReaders() *cobra.Command {
	var x readersEval
	cmd := &cobra.Command{
		Use:   "readers",
		Short: "Ask for every kind of page, many readers at once: times and sizes",
		Long: `readers opens an archive as serve does and has many readers ask for its pages by
a seeded plan, while another hearsay adds generated articles to the same archive:
give it a copy. It prints for each kind of page the time of the server by the
clock (median, 95 of 100, most), sizes as sent, and what a first visit loads. Of
one reader it tells the processor time of each kind of page too.`,
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE:   func(cmd *cobra.Command, _ []string) error { return x.run(cmd) },
	}
	x.archive.register(cmd)
	f := cmd.Flags()
	f.IntVar(&x.readers, "readers", 20, "how many read at once")
	f.IntVar(&x.seconds, "seconds", 30, "for how long")
	f.IntVar(&x.visits, "visits", 0, "how many pages a reader asks for at most; 0 is no bound")
	f.DurationVar(&x.pause, "pause", 0, "how long a reader reads a page, on average; 0 asks for the next at once")
	f.Uint64Var(&x.seed, "seed", 1, "another seed, another plan")
	f.BoolVar(&x.add, "add", true, "add articles meanwhile, by another process")
	f.StringArrayVar(&x.only, "only", nil, "ask for this `KIND` of page only, as the table names it, or for several")
	f.StringVar(&x.profile, "profile", "", "write where processor time goes to `FILE`, as go tool pprof reads it")
	return cmd
}

func (x *readersEval) run(cmd *cobra.Command) (err error) {
	if x.readers < 1 || x.seconds < 1 || x.visits < 0 || x.pause < 0 {
		return news.Errorf(news.Usage, "eval readers", "say 1 or more", "there is nobody to read, or no time")
	}
	for _, kind := range x.only {
		if !slices.ContainsFunc(visits, func(v visit) bool { return v.kind == kind }) {
			return news.Errorf(news.Usage, kind, "take one that the table names", "there is no such kind of page")
		}
	}
	roomToServe()
	ctx, begin := cmd.Context(), time.Now()
	a, err := x.archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	s, err := web.New(ctx, a, slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), nil)), web.Options{Author: "reader"})
	if err != nil {
		return err
	}
	out, started := cmd.OutOrStdout(), time.Since(begin)
	n, err := a.Size(ctx)
	if err != nil {
		return err
	}
	t := newReaderTable(s.Handler())
	t.alone = x.readers == 1
	t.ask("first page of all", "/", false)
	fmt.Fprintf(out, "%d articles, %d statements; ready to serve after %.0f ms, the first page %.0f ms later; load %s\n",
		n.Articles, n.Statements, millis(started), millis(t.rows["first page of all"].took[0]), load())
	seen, err := sightsOf(ctx, a)
	if err != nil {
		return err
	}
	return errors.Join(x.visit(ctx, out, a, t, seen), x.firstVisit(out, t))
}

// visit has all readers read until the time is over.
func (x *readersEval) visit(ctx context.Context, out io.Writer, a *store.Archive, t *readerTable, seen *sights) error {
	stop, err := profile(x.profile)
	if err != nil {
		return err
	}
	before := processorTime()
	ctx, cancel := context.WithTimeout(ctx, time.Duration(x.seconds)*time.Second)
	defer cancel()
	adding := make(chan error, 1)
	if x.add {
		go func() { adding <- x.adder(ctx, a.Path()) }()
	} else {
		adding <- nil
	}
	var all sync.WaitGroup
	for i := range x.readers {
		all.Go(func() { x.reader(ctx, rand.New(rand.NewPCG(x.seed, uint64(i))), t, seen) })
	}
	all.Wait()
	took := processorTime() - before
	if t.alone {
		took = t.worked()
	}
	err = errors.Join(<-adding, stop())
	after, sizeErr := a.Size(context.WithoutCancel(ctx))
	t.print(out)
	fmt.Fprintf(out, "%d readers, %d s, pause %s: %d answers, %.1f ms of processor time each; %d articles by then; load %s\n",
		x.readers, x.seconds, x.pause, t.answers(), millis(took)/float64(max(1, t.answers())), after.Articles, load())
	return errors.Join(err, sizeErr)
}

// reader asks for one page after another, every kind as often, in another order each
// time: readers who walk all kinds in one order ask for the dear ones together.
func (x *readersEval) reader(ctx context.Context, dice *rand.Rand, t *readerTable, seen *sights) {
	var order []int
	for i := 0; ctx.Err() == nil && (x.visits == 0 || i < x.visits); i++ {
		if i%len(visits) == 0 {
			order = dice.Perm(len(visits))
		}
		v := visits[order[i%len(visits)]]
		if len(x.only) > 0 && !slices.Contains(x.only, v.kind) {
			continue
		}
		if address := v.address(seen, dice); address != "" {
			t.ask(v.kind, address, true)
		}
		if x.pause > 0 {
			select {
			case <-time.After(time.Duration(dice.ExpFloat64() * float64(x.pause))):
			case <-ctx.Done():
			}
		}
	}
}

// adder has another process add articles until ctx ends.
func (x *readersEval) adder(ctx context.Context, path string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, self, "add", "--archive", path, "-")
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = time.Minute
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	enc, river := wire.NewEncoder(in), gen.New(x.seed+1, gen.Config{Varied: true, Traces: 0.3, PerDay: 5000, Cities: manyCities, People: 100_000, Outlets: 2000})
	for n := 0; ctx.Err() == nil; n++ {
		g := newGenerated(river.Article(n))
		g.ID = fmt.Sprintf("meanwhile/%d-%s", time.Now().UnixNano(), g.ID)
		if enc.Encode(g) != nil {
			break // it has ended; Wait tells why
		}
	}
	in.Close()
	if err := cmd.Wait(); ctx.Err() == nil {
		return err
	}
	return nil
}

// firstVisit tells what a browser loads for a first page.
func (x *readersEval) firstVisit(out io.Writer, t *readerTable) error {
	page := httptest.NewRecorder()
	t.handler.ServeHTTP(page, pageRequest("/", false))
	parts := append([]string{"/"}, assetsOf(page.Body.String())...)
	total := 0
	for _, address := range parts {
		w := httptest.NewRecorder()
		t.handler.ServeHTTP(w, pageRequest(address, true))
		if w.Code != http.StatusOK {
			return fmt.Errorf("%s is answered %d", address, w.Code)
		}
		total += w.Body.Len()
	}
	_, err := fmt.Fprintf(out, "a first visit loads %d files, %.1f kB compressed\n", len(parts), float64(total)/1000)
	return err
}
