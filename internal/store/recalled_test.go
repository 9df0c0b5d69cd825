package store_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/hearsay-engine/hearsay/internal/store"
)

// slowly is an answer that takes long enough to be recalled.
func slowly(t *testing.T, a *store.Archive, made *int) int {
	t.Helper()
	got, err := store.Recall(t.Context(), a, "how many articles", func() (int, error) {
		*made++
		time.Sleep(20 * time.Millisecond)
		n, err := a.Size(t.Context())
		return n.Articles, err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// What took long is made once, and anew when this program has written.
func TestRecallNeverMissesWhatWasWritten(t *testing.T) {
	a := open(t)
	made := 0
	for i := range 3 {
		put(t, a, article(string(rune('a'+i)), "Post", "2022-01-03", []string{"Ada Quill"}, sentence{"Ada Quill", "said", "it rained"}))
		for range 3 {
			if got := slowly(t, a, &made); got != i+1 {
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
	made := 0
	slowly(t, a, &made)
	other, err := store.Open(t.Context(), a.Path(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	put(t, other, article("a", "Post", "2022-01-03", []string{"Ada Quill"}, sentence{"Ada Quill", "said", "it rained"}))
	till := time.Now().Add(time.Minute)
	for slowly(t, a, &made) != 1 {
		if time.Now().After(till) {
			t.Fatal("what another program wrote is never seen")
		}
		time.Sleep(50 * time.Millisecond)
	}
}

func TestRecallKeepsNoFailure(t *testing.T) {
	a := open(t)
	failed := errors.New("not this time")
	for _, want := range []error{failed, nil} {
		if _, err := store.Recall(context.Background(), a, "x", func() (int, error) { return 1, want }); !errors.Is(err, want) {
			t.Errorf("got %v, want %v", err, want)
		}
	}
}
