// Package intake takes news in where it is sent to a server: as a form of files
// or a text, or as JSON. What is sent is read into the archive by jobs, one after
// another, that can be watched.
package intake

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of what a server adds: whoever sends more waits before they send the next.
const (
	keptJobs     = 200 // jobs remembered, the oldest forgotten first
	mostWaiting  = 100 // jobs that wait or run; fewer than are remembered
	keptFailures = 200 // failures listed of a job; the archive has them all
	keptRead     = 20  // articles that a job leads to
)

// Queue is the additions of this server's life, done one after another.
type Queue struct {
	// GiveWay, where it is set, is called before each article is read: it waits
	// while what is more urgent is done. It is set before the first job.
	GiveWay func(context.Context)

	archive *store.Archive
	ctx     context.Context // ends with the server
	one     sync.Mutex      // held by the job that runs
	mu      sync.Mutex      // guards what follows
	last    int
	known   map[string]*Job
	order   []string
	waiting int // that have not ended
	running sync.WaitGroup
}

// Job is one addition, watched while it runs.
type Job struct {
	ID string

	mu      sync.Mutex
	state   State
	changed chan struct{} // closed at the next change
}

// State is how far a job has come.
type State struct {
	keep.Progress
	Failures []Failure
	Read     []string // ids of the first that were read, whatever came of them
	Ended    bool
	Fault    error // why it ended early
}

// Failure is an input that could not be read.
type Failure struct{ ID, Words, Mend string }

// New makes a queue of an open archive; its jobs end with ctx.
func New(ctx context.Context, a *store.Archive) *Queue {
	return &Queue{archive: a, ctx: ctx, known: map[string]*Job{}}
}

// Wait waits for the jobs under way.
func (j *Queue) Wait() { j.running.Wait() }

// Start reads blobs into the archive when the jobs before are done; after is
// called when it has ended. The error is news.Busy when too many wait.
func (j *Queue) Start(blobs iter.Seq2[news.Blob, error], after func()) (*Job, error) {
	n, err := j.enter()
	if err != nil {
		return nil, err
	}
	j.running.Go(func() {
		defer after()
		defer j.left()
		j.one.Lock()
		defer j.one.Unlock()
		p, err := keep.Add(j.ctx, j.archive, j.givingWay(n.noting(blobs)), keep.Watch{Progress: n.progress, Failed: n.failed})
		n.change(func(s *State) { s.Progress, s.Ended, s.Fault = p, true, err })
	})
	return n, nil
}

// noting are blobs, of which the first are remembered.
func (n *Job) noting(blobs iter.Seq2[news.Blob, error]) iter.Seq2[news.Blob, error] {
	return func(yield func(news.Blob, error) bool) {
		for b, err := range blobs {
			if err == nil {
				n.change(func(s *State) {
					if len(s.Read) < keptRead {
						s.Read = append(s.Read, b.ID)
					}
				})
			}
			if !yield(b, err) {
				return
			}
		}
	}
}

// givingWay are blobs, each when nothing more urgent is done.
func (j *Queue) givingWay(blobs iter.Seq2[news.Blob, error]) iter.Seq2[news.Blob, error] {
	if j.GiveWay == nil {
		return blobs
	}
	return func(yield func(news.Blob, error) bool) {
		for b, err := range blobs {
			if j.GiveWay(j.ctx); !yield(b, err) {
				return
			}
		}
	}
}

func (j *Queue) enter() (*Job, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.waiting == mostWaiting {
		return nil, news.Errorf(news.Busy, "the queue", "wait until some of them are done, or send more texts at once", "%d additions wait", mostWaiting)
	}
	j.waiting++
	j.last++
	n := &Job{ID: strconv.Itoa(j.last), changed: make(chan struct{})}
	j.known[n.ID], j.order = n, append(j.order, n.ID)
	if len(j.order) > keptJobs {
		delete(j.known, j.order[0])
		j.order = j.order[1:]
	}
	return n, nil
}

func (j *Queue) left() {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.waiting--
}

// Find gives a job by its id; old ones are forgotten.
func (j *Queue) Find(id string) (*Job, bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	n, known := j.known[id]
	return n, known
}

func (n *Job) progress(p keep.Progress) { n.change(func(s *State) { s.Progress = p }) }

func (n *Job) failed(id string, err error) {
	f := NewFailure(id, err)
	n.change(func(s *State) {
		if len(s.Failures) < keptFailures {
			s.Failures = append(s.Failures, f)
		}
	})
}

// NewFailure tells a failure to who sent the input.
func NewFailure(id string, err error) Failure {
	f := Failure{ID: id, Words: "it could not be read", Mend: "see hearsay doctor"}
	var e *news.Error
	if errors.As(err, &e) {
		f.Words, f.Mend = e.Words, e.Mend
	}
	return f
}

func (n *Job) change(do func(*State)) {
	n.mu.Lock()
	defer n.mu.Unlock()
	do(&n.state)
	close(n.changed)
	n.changed = make(chan struct{})
}

// Now is the job's state and a channel that closes when it is another.
func (n *Job) Now() (State, <-chan struct{}) {
	n.mu.Lock()
	defer n.mu.Unlock()
	s := n.state
	s.Failures, s.Read = slices.Clone(s.Failures), slices.Clone(s.Read)
	return s, n.changed
}

// Kept are the ids of the first articles that were read and did not fail.
func (s State) Kept() []string {
	return slices.DeleteFunc(slices.Clone(s.Read), func(id string) bool {
		return slices.ContainsFunc(s.Failures, func(f Failure) bool { return f.ID == id })
	})
}

// Words count what a job did, in the reader's words.
func (s State) Words() string {
	words := fmt.Sprintf("%d added, %d renewed, %d known already, %d failed", s.Added, s.Renewed, s.Skipped, s.Failed)
	switch {
	case s.Sweep != "":
		words += "; comparing " + s.Sweep + " across articles"
	case !s.Ended:
		words += "; reading"
	}
	return words
}
