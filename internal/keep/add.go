package keep

import (
	"context"
	"errors"
	"iter"

	"github.com/hearsay-engine/hearsay/internal/boilerplate"
	"github.com/hearsay-engine/hearsay/internal/clean"
	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/flow"
	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/when"
	"github.com/hearsay-engine/hearsay/news"
)

// Progress is how far a run has come.
type Progress struct {
	Done    int   // inputs dealt with
	Bytes   int64 // of captures
	Added   int
	Renewed int // new versions, new given data
	Again   int // derived again
	Skipped int // known already
	Failed  int
	Sweep   string // what is compared across articles now, "" while articles are read
}

// Watch is told what happens, from one goroutine, but for Turn. All fields may be
// nil.
type Watch struct {
	Progress func(Progress)
	Failed   func(id string, err error)
	// Turn is told, from the goroutine that writes while others read, what it
	// turns to: "" is writing articles, Waiting to wait for some, Beside to sweep over
	// what it wrote, or a sweep as Progress has it.
	Turn func(what string)
}

// What the writer turns to besides writing and a sweep by itself.
const (
	Waiting = "waiting" // it has nothing to write
	Beside  = "beside"  // sweeps over copies, names and claims, beside each other
)

func (w Watch) turn(what string) {
	if w.Turn != nil {
		w.Turn(what)
	}
}

// Add reads blobs into the archive: it derives several at a time, writes them
// in order in bounded transactions, then brings the sweeps up to date. What was
// written stays when ctx ends or the process is killed; the next Add goes on.
// Inputs that fail are kept as failures and do not make an error.
func Add(ctx context.Context, a *store.Archive, blobs iter.Seq2[news.Blob, error], w Watch) (Progress, error) {
	return add(ctx, &deriver{archive: a, makers: makers()}, blobs, w, besideEvery)
}

// AddAgain is Add of what may have been forgotten: it comes back.
func AddAgain(ctx context.Context, a *store.Archive, blobs iter.Seq2[news.Blob, error], w Watch) (Progress, error) {
	return add(ctx, &deriver{archive: a, makers: makers(), exhume: true}, blobs, w, besideEvery)
}

func add(ctx context.Context, d *deriver, blobs iter.Seq2[news.Blob, error], w Watch, every int) (Progress, error) {
	var p Progress
	out := newWriter(ctx, d.archive, &p, w, &beside{archive: d.archive, watch: w, every: every})
	if err := run(ctx, out, blobs, d.add); err != nil {
		return p, err
	}
	return p, finish(ctx, d.archive, &p, w)
}

// finish brings what lies across articles up to date. Lines are swept twice:
// deriving the marked articles again touches their lines, though it cannot
// change in how many texts they stand.
func finish(ctx context.Context, a *store.Archive, p *Progress, w Watch) error {
	for _, step := range []func() error{
		func() error { return rederive(ctx, a, store.Flagged, p, w) },
		func() error { return sweep(ctx, "lines", sweepLines(a), p, w) },
		func() error { return rederive(ctx, a, store.Flagged, p, w) },
		func() error { return sweep(ctx, "lines", sweepLines(a), p, w) },
		func() error { return sweep(ctx, "copies", sweepCopies(a), p, w) },
		func() error { return decideNames(ctx, a) },
		func() error { return sweep(ctx, "names", sweepNames(a), p, w) },
		func() error { return decideClaims(ctx, a) },
		func() error { return sweep(ctx, "claims", a.SweepClaims, p, w) },
		func() error { return a.Purge(ctx) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// sweeper does one bounded step of a sweep and tells what is left.
type sweeper func(context.Context) (left int, err error)

func sweepNames(a *store.Archive) sweeper {
	return func(ctx context.Context) (int, error) { return a.SweepNames(ctx, resolver()) }
}

func sweepCopies(a *store.Archive) sweeper {
	return func(ctx context.Context) (int, error) { return a.SweepCopies(ctx, descender()) }
}

// SweepCopies brings the copies of an archive up to date.
func SweepCopies(ctx context.Context, a *store.Archive) error {
	var p Progress
	return sweep(ctx, "copies", sweepCopies(a), &p, Watch{})
}

// Sweep brings the names of an archive up to date.
func Sweep(ctx context.Context, a *store.Archive) error {
	var p Progress
	return sweep(ctx, "names", sweepNames(a), &p, Watch{})
}

// sweepLines counts a line as repeated when it stands in a text and in as many
// others as clean asks for.
func sweepLines(a *store.Archive) sweeper {
	return func(ctx context.Context) (int, error) { return a.SweepLines(ctx, boilerplate.RepeatedLeast+1) }
}

// sweep takes steps until nothing is left; an interrupt waits for the step
// under way.
func sweep(ctx context.Context, what string, step sweeper, p *Progress, w Watch) error {
	p.Sweep = what
	defer func() { p.Sweep = "" }()
	for {
		if w.Progress != nil {
			w.Progress(*p)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if left, err := step(context.WithoutCancel(ctx)); err != nil || left == 0 {
			return err
		}
	}
}

// deriver makes entries of blobs.
type deriver struct {
	archive *store.Archive
	makers  store.Makers
	exhume  bool // what was forgotten may come back
}

// item is a blob made ready for the archive; Packed is nil when it is known.
type item struct {
	packed *store.Packed
	failed error // what is wrong with the input
	fatal  error // what is wrong with the archive
}

// add derives what the archive does not know yet.
func (d *deriver) add(ctx context.Context, b news.Blob) item {
	capture := news.DigestOf(b.Bytes)
	known, err := d.archive.Know(ctx, b.ID, capture)
	if err != nil {
		return item{fatal: err}
	}
	if it, refused := d.refuse(ctx, b.ID, capture); refused && !known.Version {
		return it
	}
	if known.Version {
		given := store.MergeGiven(known.Given, b.Given)
		if known.Read && given == known.Given {
			return item{}
		}
		b.Given = given
	}
	return d.read(ctx, b, false)
}

// refuse tells of an input that was forgotten: nothing of it is kept.
func (d *deriver) refuse(ctx context.Context, id string, sums ...news.Digest) (item, bool) {
	if d.exhume {
		return item{}, false
	}
	refusal, err := d.archive.Refuse(ctx, id, sums...)
	return item{failed: refusal, fatal: err}, refusal != nil || err != nil
}

// read takes a capture down the river, without the lines its outlet repeats.
func (d *deriver) read(ctx context.Context, b news.Blob, again bool) item {
	e := store.Entry{Blob: b, Makers: d.makers, Again: again, Exhume: d.exhume}
	a, err := flow.Guarded(clean.Article)(b)
	if err != nil {
		return d.pack(e, "clean", err)
	}
	if it, refused := d.refuse(ctx, b.ID, a.CaptureSHA256, a.SHA256); refused && !again {
		return it
	}
	keys := boilerplate.RepeatKeys(a)
	repeated, err := d.archive.Repeated(ctx, a.Outlet.Value, keys)
	if err != nil {
		return item{fatal: err}
	}
	for _, k := range keys {
		e.Lines = append(e.Lines, store.Line{Key: k, Dropped: repeated[k]})
	}
	return d.attribute(ctx, e, a, repeated)
}

// attribute finds the statements of an article less the lines its outlet
// repeats, and replays over them what people decided.
func (d *deriver) attribute(ctx context.Context, e store.Entry, a *news.Article, repeated map[uint64]bool) item {
	decided, err := d.archive.DecisionsOn(ctx, a.SHA256)
	if err != nil {
		return item{fatal: err}
	}
	e.Decided.By = decided
	e.Seen = when.Seen(a.Dates, a.Fetched).Interval
	e.Article, err = flow.Guarded(func(news.Blob) (*news.Article, error) {
		dropLines(a, repeated)
		flow.Attribute(a)
		e.Decided.Bound = corrections.Apply(a, decided)
		e.Tells = match.Tell(a, a.Stances)
		return a, nil
	})(e.Blob)
	return d.pack(e, "attribute", err)
}

// dropLines takes out what the outlet repeats. In how many texts a line stands
// is not told: the reading must not change with each text that comes.
func dropLines(a *news.Article, repeated map[uint64]bool) {
	boilerplate.DropRepeated(a, func(key uint64) int {
		if repeated[key] {
			return boilerplate.RepeatedLeast
		}
		return 0
	})
}

// pack makes an entry ready, as a failure when err says so or it cannot be stored.
func (d *deriver) pack(e store.Entry, stage string, err error) item {
	if err == nil {
		p, err := store.Pack(e)
		if err == nil {
			return item{packed: p}
		}
		return d.packFailure(e.Blob, "store", err)
	}
	return d.packFailure(e.Blob, stage, err)
}

func (d *deriver) packFailure(b news.Blob, stage string, err error) item {
	p, packErr := store.Pack(store.Entry{Blob: b, Failure: newFailure(b.ID, stage, d.makers.Clean.Version, err)})
	if packErr != nil { // not even its id or given data may be stored
		return item{failed: packErr}
	}
	return item{packed: p, failed: err}
}

func newFailure(id, stage, version string, err error) *store.Failure {
	f := &store.Failure{ID: id, Stage: stage, Maker: version, Fault: news.FaultOf(err), Words: err.Error()}
	var e *news.Error
	if errors.As(err, &e) {
		f.Words, f.Mend = e.Words, e.Mend
	}
	return f
}

// run takes blobs through derive and writes what comes out, in order.
func run(ctx context.Context, out *writer, blobs iter.Seq2[news.Blob, error], derive func(context.Context, news.Blob) item) error {
	river := func(b news.Blob) (item, error) {
		defer out.pace.enter()()
		return derive(ctx, b), nil
	}
	for r := range flow.Each(ctx, blobs, out.pace.workers, river) {
		if !out.take(r) {
			break
		}
	}
	return errors.Join(out.close(), ctx.Err())
}
