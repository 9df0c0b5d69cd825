package flow

import (
	"iter"
	"sync"

	"github.com/hearsay-engine/hearsay/news"
)

// Result is one input after the river: an article, or why there is none.
type Result struct {
	Blob    news.Blob
	Article *news.Article // nil when Err is set
	Err     error
}

// Each takes blobs down the river, several at a time, and yields the results in
// the order of the blobs. An error in blobs becomes a Result of its own. At
// most 2×workers blobs are held at once.
func Each(blobs iter.Seq2[news.Blob, error], workers int, river func(news.Blob) (*news.Article, error)) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		queue := make(chan chan Result, workers)
		stop := make(chan struct{})
		var done sync.WaitGroup
		defer done.Wait()
		defer close(stop)
		done.Go(func() { feed(blobs, workers, river, queue, stop, &done) })
		for place := range queue {
			if !yield(<-place) {
				return
			}
		}
	}
}

func feed(blobs iter.Seq2[news.Blob, error], workers int, river func(news.Blob) (*news.Article, error),
	queue chan<- chan Result, stop <-chan struct{}, done *sync.WaitGroup) {
	defer close(queue)
	busy := make(chan struct{}, workers)
	for b, err := range blobs {
		place := make(chan Result, 1)
		select {
		case queue <- place:
		case <-stop:
			return
		}
		if err != nil {
			place <- Result{Blob: b, Err: err}
			continue
		}
		busy <- struct{}{}
		done.Go(func() {
			a, err := river(b)
			place <- Result{b, a, err}
			<-busy
		})
	}
}
