package keep

import "sync"

// pace leaves a processor to the writer while it has enough to go on with: one
// goroutine writes and many may read, so whatever takes its turn at a processor
// delays all. When little waits for it, all processors read.
type pace struct {
	mu      sync.Mutex
	freed   *sync.Cond
	workers int // most that read at once
	reading int // articles that are read now
	waiting int // entries that wait to be written
}

// enoughWaiting is how many entries the writer has enough with: a batch after the
// one that it is at.
const enoughWaiting = batchEntries

func newPace(workers int) *pace {
	p := &pace{workers: workers}
	p.freed = sync.NewCond(&p.mu)
	return p
}

// enter waits for a turn to read and gives what ends it.
func (p *pace) enter() (leave func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.reading >= p.most() {
		p.freed.Wait()
	}
	p.reading++
	return p.leave
}

func (p *pace) leave() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.reading--
	p.freed.Signal()
}

// wait tells that so many entries more wait to be written, or fewer.
func (p *pace) wait(entries int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.waiting += entries
	p.freed.Broadcast()
}

func (p *pace) most() int {
	if p.waiting >= enoughWaiting {
		return max(1, p.workers-1)
	}
	return p.workers
}
