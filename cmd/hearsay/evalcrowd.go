package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/eval"
	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

type crowdEval struct {
	seed     uint64
	articles int
	shape    gen.Crowd
	more     int
	again    bool
	errors   int
	profile  string
	heap     string
	folder   string
	from     string
}

// newEvalCrowd is for benchmarks, so help leaves it out.
func newEvalCrowd() *cobra.Command {
	var x crowdEval
	cmd := &cobra.Command{
		Use:   "crowd",
		Short: "Resolve the names of an invented crowd: time, memory, B³, the same in another order",
		Long: `crowd makes a fresh archive of generated articles that only name people,
organisations and places, each spelled in several ways, resolves their names and
judges who was taken for whom by B³, suggestions counted and not. It then adds
single articles, and all of them again to another archive in random order. With
--from it only adds single articles to an archive that was kept before.`,
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE:   func(cmd *cobra.Command, _ []string) error { return x.run(cmd.Context(), cmd.OutOrStdout()) },
	}
	f := cmd.Flags()
	f.Uint64Var(&x.seed, "seed", 1, "another seed, another crowd")
	f.IntVar(&x.articles, "articles", 50_000, "how many articles, of 20 names")
	f.IntVar(&x.shape.Entities, "entities", 0, "how many people, organisations and places; 0 is 18,000")
	f.IntVar(&x.more, "more", 100, "how many articles to add one by one")
	f.BoolVar(&x.again, "again", true, "the same in another order")
	f.IntVar(&x.errors, "errors", 0, "print so many entities that hold several")
	f.StringVar(&x.folder, "in", "", "keep the archives, first.db and second.db, in `DIR`")
	f.StringVar(&x.from, "from", "", "only add single articles, to a copy of the archive `FILE` that --in kept, of the same seed and entities")
	f.StringVar(&x.profile, "profile", "", "write where processor time goes to `FILE`, as go tool pprof reads it")
	f.StringVar(&x.heap, "heap", "", "write who holds memory when most is held to `FILE`, as go tool pprof reads it")
	return cmd
}

func (x *crowdEval) run(ctx context.Context, out io.Writer) (err error) {
	if x.folder == "" {
		if x.folder, err = os.MkdirTemp("", "hearsay-crowd"); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(x.folder)) }()
	}
	crowd := gen.NewCrowd(x.seed, x.shape)
	if x.from != "" {
		return x.goOn(ctx, out, crowd)
	}
	stop, err := profile(x.profile)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, stop()) }()
	order := make([]int, x.articles)
	for i := range order {
		order[i] = i
	}
	a, err := x.fill(ctx, out, filepath.Join(x.folder, "first.db"), crowd, order)
	if err != nil {
		return err
	}
	first, err := usesOf(ctx, a)
	if err == nil {
		x.judge(out, crowd, first)
		err = x.addSingly(ctx, out, a, crowd, x.more)
	}
	if err := errors.Join(err, a.Close()); err != nil || !x.again {
		return err
	}
	return x.inAnotherOrder(ctx, out, filepath.Join(x.folder, "second.db"), crowd, order, first)
}

// inAnotherOrder puts the articles into another archive, shuffled.
func (x *crowdEval) inAnotherOrder(ctx context.Context, out io.Writer, path string, crowd *gen.CrowdArchive, order []int, first map[useKey]standing) error {
	rand.New(rand.NewPCG(x.seed, 1)).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	b, err := x.fill(ctx, io.Discard, path, crowd, order)
	if err != nil {
		return err
	}
	second, err := usesOf(ctx, b)
	if err := errors.Join(err, b.Close()); err != nil {
		return err
	}
	fmt.Fprintf(out, "in another order: %d uses stand elsewhere\n", differing(first, second))
	return nil
}

// fill puts articles into a new archive and resolves their names.
func (x *crowdEval) fill(ctx context.Context, out io.Writer, path string, crowd *gen.CrowdArchive, order []int) (a *store.Archive, err error) {
	a, err = store.Open(ctx, path, store.Options{Create: true})
	if err != nil {
		return nil, err
	}
	fullest := watchHeap(x.heap)
	defer func() { err = errors.Join(err, fullest()) }()
	runtime.LockOSThread() // so that the writer's own share can be told
	defer runtime.UnlockOSThread()
	begin, before, own := time.Now(), processorTime(), writerTime()
	for packed := range packedAhead(crowd, order) {
		if _, err := a.Put(ctx, packed); err != nil {
			return nil, errors.Join(err, a.Close())
		}
	}
	filed := time.Since(begin)
	if err := keep.Sweep(ctx, a); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	fmt.Fprintf(out, "%d articles filed in %.1f s, resolved in %.1f s, together %.1f s by the clock, %.1f s of processor time, of it %.1f s by the one that writes; peak memory %s\n",
		len(order), filed.Seconds(), (time.Since(begin) - filed).Seconds(), time.Since(begin).Seconds(), (processorTime() - before).Seconds(), (writerTime() - own).Seconds(), peakMemory())
	return a, nil
}

// crowdBatch is how many articles one transaction files: of 20 names each, they
// are the rows that keep puts into one.
const crowdBatch = 750

// packedAhead makes batches of articles ready, the next while one is filed.
func packedAhead(crowd *gen.CrowdArchive, order []int) iter.Seq[[]*store.Packed] {
	return func(yield func([]*store.Packed) bool) {
		next := make(chan []*store.Packed, 1)
		stop := make(chan struct{})
		defer close(stop)
		go func() {
			defer close(next)
			for numbers := range slices.Chunk(order, crowdBatch) {
				select {
				case next <- packAll(crowd, numbers):
				case <-stop:
					return
				}
			}
		}()
		for packed := range next {
			if !yield(packed) {
				return
			}
		}
	}
}

// packAll makes articles ready on all processors.
func packAll(crowd *gen.CrowdArchive, numbers []int) []*store.Packed {
	out := make([]*store.Packed, len(numbers))
	workers := runtime.GOMAXPROCS(0)
	done := make(chan struct{}, workers)
	for w := range workers {
		go func() {
			for i := w; i < len(numbers); i += workers {
				out[i] = packCrowd(crowd, numbers[i])
			}
			done <- struct{}{}
		}()
	}
	for range workers {
		<-done
	}
	return out
}

func packCrowd(crowd *gen.CrowdArchive, n int) *store.Packed {
	art, _ := crowd.Article(n)
	blob := crowd.Blob(art)
	art.CaptureSHA256 = news.DigestOf(blob.Bytes)
	m := store.Maker{Stage: "generate", Version: "1"}
	p, err := store.Pack(store.Entry{Blob: blob, Article: art, Makers: store.Makers{Clean: m, Attribute: m, Stance: m}})
	if err != nil {
		panic(err) // a generated article holds nothing that may not be stored
	}
	return p
}

// standing is the entity a use stands for, in numbers of their own.
type standing struct {
	entity int32 // -1 for nobody
	known  bool
}

// useKey is a use of a name.
type useKey struct{ article, kind, name string }

func usesOf(ctx context.Context, a *store.Archive) (map[useKey]standing, error) {
	out, number := map[useKey]standing{}, map[string]int32{}
	err := a.EachUse(ctx, func(u store.Use) {
		s := standing{-1, u.Known}
		if u.Entity != "" {
			n, met := number[u.Entity]
			if !met {
				n = int32(len(number))
				number[u.Entity] = n
			}
			s.entity = n
		}
		out[useKey{u.Article, string(u.Kind), u.Name}] = s
	})
	return out, err
}

// judge prints B³ with suggestions and without.
func (x *crowdEval) judge(out io.Writer, crowd *gen.CrowdArchive, uses map[useKey]standing) {
	var truth, all, sure []int32
	names := map[useKey]bool{}
	holds := map[int32]map[int]string{}
	for n := range x.articles {
		art, named := crowd.Article(n)
		for _, who := range named {
			k := useKey{art.ID, string(who.Entity.Kind), who.Entity.Name}
			s := uses[k]
			names[useKey{"", k.kind, k.name}] = true
			truth, all = append(truth, int32(who.Who)), append(all, s.entity)
			if !s.known {
				s.entity = -1
			}
			sure = append(sure, s.entity)
			if x.errors > 0 {
				if holds[s.entity] == nil {
					holds[s.entity] = map[int]string{}
				}
				holds[s.entity][who.Who] = who.Entity.Name
			}
		}
	}
	fmt.Fprintf(out, "%d mentions of %d names\n", len(truth), len(names))
	for _, p := range []struct {
		what  string
		found []int32
	}{{"suggested counted", all}, {"confirmed only", sure}} {
		b := eval.NewBCubed(truth, p.found)
		fmt.Fprintf(out, "B³, %s: P %.4f R %.4f F %.4f\n", p.what, b.P, b.R, b.F)
	}
	for _, entity := range slices.Sorted(maps.Keys(holds)) {
		if x.errors == 0 {
			break
		}
		if who := holds[entity]; entity >= 0 && len(who) > 1 {
			x.errors--
			var list []string
			for _, n := range slices.Sorted(maps.Keys(who)) {
				list = append(list, fmt.Sprintf("%d %s", n, who[n]))
			}
			fmt.Fprintln(out, "  one entity:", strings.Join(list, " | "))
		}
	}
}

// differing counts the uses that two archives put into other company: entities
// are paired by the uses they share.
func differing(a, b map[useKey]standing) int {
	to, from, n := map[int32]int32{}, map[int32]int32{}, 0
	for k, x := range a {
		y := b[k]
		t, met := to[x.entity]
		f, back := from[y.entity]
		switch {
		case x.known != y.known || met != back || met && (t != y.entity || f != x.entity):
			n++
		case !met:
			to[x.entity], from[y.entity] = y.entity, x.entity
		}
	}
	return n
}

func millis(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// peakMemory is the most the process has held, by Linux's count.
func peakMemory() string {
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if words, found := strings.CutPrefix(line, "VmHWM:"); found {
			return strings.TrimSpace(words)
		}
	}
	return "unknown"
}

// processorTime is what the process was given so far, by Linux's count.
func processorTime() time.Duration {
	stat, _ := os.ReadFile("/proc/self/stat")
	_, behind, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(behind)
	const user, system, tick = 11, 12, 10 * time.Millisecond
	if len(fields) <= system {
		return 0
	}
	u, _ := strconv.Atoi(fields[user])
	v, _ := strconv.Atoi(fields[system])
	return time.Duration(u+v) * tick
}
