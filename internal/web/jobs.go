package web

import (
	"context"
	"iter"
	"strconv"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of what a page adds: a person waits for one job and looks back at few.
const (
	keptJobs     = 16  // jobs remembered, the oldest forgotten first
	keptFailures = 200 // failures listed of a job; the archive has them all
)

// jobs are the additions of this server's life, done one after another.
type jobs struct {
	archive *store.Archive
	ctx     context.Context // ends with the server
	one     sync.Mutex      // held by the job that runs
	mu      sync.Mutex      // guards what follows
	last    int
	known   map[string]*job
	order   []string
	running sync.WaitGroup
}

// job is one addition, watched while it runs.
type job struct {
	ID string

	mu      sync.Mutex
	state   jobState
	changed chan struct{} // closed at the next change
}

// jobState is how far a job has come.
type jobState struct {
	keep.Progress
	Failures []jobFailure
	Ended    bool
	Fault    error // why it ended early
}

type jobFailure struct{ ID, Words, Mend string }

func newJobs(ctx context.Context, a *store.Archive) *jobs {
	return &jobs{archive: a, ctx: ctx, known: map[string]*job{}}
}

// start reads blobs into the archive when the jobs before are done; after is
// called when it has ended.
func (j *jobs) start(blobs iter.Seq2[news.Blob, error], after func()) *job {
	n := j.enter()
	j.running.Go(func() {
		defer after()
		j.one.Lock()
		defer j.one.Unlock()
		p, err := keep.Add(j.ctx, j.archive, blobs, keep.Watch{Progress: n.progress, Failed: n.failed})
		n.change(func(s *jobState) { s.Progress, s.Ended, s.Fault = p, true, err })
	})
	return n
}

func (j *jobs) enter() *job {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.last++
	n := &job{ID: strconv.Itoa(j.last), changed: make(chan struct{})}
	j.known[n.ID], j.order = n, append(j.order, n.ID)
	if len(j.order) > keptJobs {
		delete(j.known, j.order[0])
		j.order = j.order[1:]
	}
	return n
}

func (j *jobs) find(id string) (*job, bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	n, known := j.known[id]
	return n, known
}

func (n *job) progress(p keep.Progress) { n.change(func(s *jobState) { s.Progress = p }) }

func (n *job) failed(id string, err error) {
	f := failureOf(id, err)
	n.change(func(s *jobState) {
		if len(s.Failures) < keptFailures {
			s.Failures = append(s.Failures, f)
		}
	})
}

func failureOf(id string, err error) jobFailure {
	f := jobFailure{ID: id, Words: "it could not be read", Mend: "see hearsay doctor"}
	if e, ours := faultOf(err); ours {
		f.Words, f.Mend = e.Words, e.Mend
	}
	return f
}

func (n *job) change(do func(*jobState)) {
	n.mu.Lock()
	defer n.mu.Unlock()
	do(&n.state)
	close(n.changed)
	n.changed = make(chan struct{})
}

// now is the job's state and a channel that closes when it is another.
func (n *job) now() (jobState, <-chan struct{}) {
	n.mu.Lock()
	defer n.mu.Unlock()
	s := n.state
	s.Failures = append([]jobFailure(nil), s.Failures...)
	return s, n.changed
}
