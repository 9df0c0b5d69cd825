package store_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/hearsay-engine/hearsay/internal/store"
)

// counted is an answer that is recalled.
func counted(t *testing.T, a *store.Archive, made *int) int {
	t.Helper()
	got, err := store.Recall(t.Context(), a, "how many articles", func() (int, bool, error) {
		*made++
		n, err := a.Size(t.Context())
		return n.Articles, true, err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// What is large is made once, and anew when this program has written.
func TestRecallNeverMissesWhatWasWritten(t *testing.T) {
	a := open(t)
	made := 0
	for i := range 3 {
		put(t, a, article(string(rune('a'+i)), "Post", "2022-01-03", []string{"Ada Quill"}, sentence{"Ada Quill", "said", "it rained"}))
		for range 3 {
			if got := counted(t, a, &made); got != i+1 {
				t.Errorf("%d articles, want %d", got, i+1)
			}
		}
		if made != i+1 {
			t.Errorf("made %d times for %d states", made, i+1)
		}
	}
}

// Beside another program that writes, an answer may be that of a moment ago, and
// no older.
func TestRecallBesideAnotherProgram(t *testing.T) {
	a := open(t)
	a.RecallFor(time.Nanosecond)
	made := 0
	counted(t, a, &made)
	other, err := store.Open(t.Context(), a.Path(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	put(t, other, article("a", "Post", "2022-01-03", []string{"Ada Quill"}, sentence{"Ada Quill", "said", "it rained"}))
	if got := counted(t, a, &made); got != 1 {
		t.Errorf("%d articles when a moment is over, want 1", got)
	}
	a.RecallFor(time.Hour)
	put(t, other, article("b", "Post", "2022-01-03", []string{"Ada Quill"}, sentence{"Ada Quill", "said", "it snowed"}))
	if got := counted(t, a, &made); got != 1 {
		t.Errorf("%d articles within the moment, want the 1 of before", got)
	}
	put(t, a, article("c", "Post", "2022-01-03", []string{"Ada Quill"}, sentence{"Ada Quill", "said", "it hailed"}))
	if got := counted(t, a, &made); got != 3 {
		t.Errorf("%d articles when this program has written, want 3", got)
	}
}

// Neither a failure is kept nor what is not large.
func TestRecallOfFailuresAndOfLittle(t *testing.T) {
	a := open(t)
	failed := errors.New("not this time")
	for i, x := range []struct {
		large bool
		err   error
	}{{true, failed}, {false, nil}, {false, nil}, {true, nil}} {
		got, err := store.Recall(context.Background(), a, "x", func() (int, bool, error) { return i, x.large, x.err })
		if got != i || !errors.Is(err, x.err) {
			t.Errorf("asked %d times: got %d, %v", i+1, got, err)
		}
	}
	if got, _ := store.Recall(context.Background(), a, "x", func() (int, bool, error) { return 9, true, nil }); got != 3 {
		t.Errorf("got %d, want what was made before", got)
	}
}
