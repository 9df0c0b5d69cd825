package flow

import (
	"context"
	"iter"

	"github.com/hearsay-engine/hearsay/news"
)

// Result is one input after the river: what was made of it, or why nothing was.
type Result[T any] struct {
	Blob news.Blob
	Made T // the zero value when Err is set
	Err  error
}

// Each takes blobs down the river, several at a time, and yields the results in
// the order of the blobs. An error in blobs becomes a Result of its own. At
// most 2×workers blobs are held at once. It ends when ctx does, also while an
// input or the river keeps it waiting; what the river still makes is dropped.
func Each[T any](ctx context.Context, blobs iter.Seq2[news.Blob, error], workers int, river func(news.Blob) (T, error)) iter.Seq[Result[T]] {
	return func(yield func(Result[T]) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		queue := make(chan chan Result[T], workers)
		go feed(ctx, blobs, workers, river, queue)
		for {
			r, more := next(ctx, queue)
			if !more || !yield(r) {
				return
			}
		}
	}
}

func next[T any](ctx context.Context, queue <-chan chan Result[T]) (Result[T], bool) {
	select {
	case <-ctx.Done():
		return Result[T]{}, false
	case place, open := <-queue:
		if !open {
			return Result[T]{}, false
		}
		return made(ctx, place)
	}
}

// made waits for the result that belongs at place, or for the end of ctx.
func made[T any](ctx context.Context, place <-chan Result[T]) (Result[T], bool) {
	select {
	case <-ctx.Done():
		return Result[T]{}, false
	case r := <-place:
		return r, true
	}
}

func feed[T any](ctx context.Context, blobs iter.Seq2[news.Blob, error], workers int, river func(news.Blob) (T, error), queue chan<- chan Result[T]) {
	defer close(queue)
	busy := make(chan struct{}, workers)
	for b, err := range blobs {
		place := make(chan Result[T], 1)
		select {
		case queue <- place:
		case <-ctx.Done():
			return
		}
		if err != nil {
			place <- Result[T]{Blob: b, Err: err}
			continue
		}
		busy <- struct{}{}
		go func() {
			defer func() { <-busy }()
			out, err := river(b)
			place <- Result[T]{b, out, err}
		}()
	}
}
