package flow

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"testing"
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

// numbered yields n blobs; every seventh is an input that could not be read.
func numbered(n int) iter.Seq2[news.Blob, error] {
	return func(yield func(news.Blob, error) bool) {
		for i := range n {
			var err error
			if i%7 == 6 {
				err = errors.New("unreadable")
			}
			if !yield(news.Blob{ID: strconv.Itoa(i)}, err) {
				return
			}
		}
	}
}

func TestEachKeepsTheOrder(t *testing.T) {
	slowEven := func(b news.Blob) (string, error) {
		if i, _ := strconv.Atoi(b.ID); i%2 == 0 {
			time.Sleep(time.Millisecond)
		}
		return "read " + b.ID, nil
	}
	n := 0
	for r := range Each(t.Context(), numbered(100), 4, slowEven) {
		want := fmt.Sprint("read ", n)
		if n%7 == 6 {
			want = ""
		}
		if r.Blob.ID != strconv.Itoa(n) || r.Made != want || (r.Err != nil) != (want == "") {
			t.Fatalf("result %d is %+v", n, r)
		}
		n++
	}
	if n != 100 {
		t.Errorf("%d results of 100 inputs", n)
	}
}

func TestEachStopsWhileAnInputKeepsItWaiting(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	hang := func(yield func(news.Blob, error) bool) {
		yield(news.Blob{ID: "first"}, nil)
		cancel()
		select {} // as standard input that never ends
	}
	for range Each(ctx, hang, 2, func(b news.Blob) (int, error) { return 0, nil }) {
	}
}

func TestEachStopsWhileTheRiverKeepsItWaiting(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	blobs := func(yield func(news.Blob, error) bool) { yield(news.Blob{ID: "long"}, nil) }
	for range Each(ctx, blobs, 2, func(news.Blob) (int, error) { cancel(); select {} }) {
		t.Error("a result of what was never made")
	}
}

func TestGuardedCostsOneArticle(t *testing.T) {
	a, err := Guarded(func(news.Blob) (*news.Article, error) { panic("a rule went wrong") })(news.Blob{ID: "odd.txt"})
	var e *news.Error
	if a != nil || !errors.As(err, &e) || e.Fault != news.Internal || e.ID != "odd.txt" {
		t.Errorf("a fault of ours gives %v, %v", a, err)
	}
}
