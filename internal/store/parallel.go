package store

import (
	"runtime"
	"sync/atomic"
)

// inParallel calls do for 0 … n-1 on all processors.
func inParallel(n int, do func(int)) {
	inParallelBy(n, func() func(int) { return do })
}

// runsEach is about how many runs of numbers each processor takes: the last run of
// one leaves the others little to wait for.
const runsEach = 16

// inParallelBy calls for 0 … n-1 what worker gives, once for each processor that
// comes to it; one of them is the caller's own. Whoever is free takes the next few
// numbers: where no other processor is, the caller does not wait for one.
func inParallelBy(n int, worker func() func(int)) {
	if n == 0 {
		return
	}
	helpers := min(runtime.GOMAXPROCS(0), n) - 1
	run := max(1, n/((helpers+1)*runsEach))
	var next, done atomic.Int64
	finished := make(chan struct{})
	work := func() {
		var do func(int)
		for {
			from := int(next.Add(int64(run))) - run
			if from >= n {
				return
			}
			if do == nil {
				do = worker()
			}
			to := min(from+run, n)
			for i := from; i < to; i++ {
				do(i)
			}
			if done.Add(int64(to-from)) == int64(n) {
				close(finished)
			}
		}
	}
	for range helpers {
		go work()
	}
	work()
	<-finished
}
