package flow

import (
	"context"
	"iter"

	"github.com/hearsay-engine/hearsay/news"
)

// Result is one input after the river: an article, or why there is none.
type Result struct {
	Blob    news.Blob
	Article *news.Article // nil when Err is set
	Err     error
}

// River takes one capture to an article.
type River func(news.Blob) (*news.Article, error)

// Each takes blobs down the river, several at a time, and yields the results in
// the order of the blobs. An error in blobs becomes a Result of its own. At
// most 2×workers blobs are held at once. It ends when ctx does, also while an
// input keeps it waiting.
func Each(ctx context.Context, blobs iter.Seq2[news.Blob, error], workers int, river River) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		queue := make(chan chan Result, workers)
		go feed(ctx, blobs, workers, river, queue)
		for {
			r, more := next(ctx, queue)
			if !more || !yield(r) {
				return
			}
		}
	}
}

func next(ctx context.Context, queue <-chan chan Result) (Result, bool) {
	select {
	case <-ctx.Done():
		return Result{}, false
	case place, open := <-queue:
		if !open {
			return Result{}, false
		}
		return <-place, true
	}
}

func feed(ctx context.Context, blobs iter.Seq2[news.Blob, error], workers int, river River, queue chan<- chan Result) {
	defer close(queue)
	busy := make(chan struct{}, workers)
	for b, err := range blobs {
		place := make(chan Result, 1)
		select {
		case queue <- place:
		case <-ctx.Done():
			return
		}
		if err != nil {
			place <- Result{Blob: b, Err: err}
			continue
		}
		busy <- struct{}{}
		go func() {
			defer func() { <-busy }()
			a, err := river(b)
			place <- Result{b, a, err}
		}()
	}
}
