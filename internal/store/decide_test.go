package store_test

import (
	"testing"
	"time"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/store"
)

var decidedAt = time.Date(2031, 5, 4, 10, 0, 0, 0, time.UTC)

// decide appends a decision on a statement and gives it as it was signed.
func decide(t testing.TB, a *store.Archive, id string, d corrections.Decision, statement int) corrections.Entry {
	t.Helper()
	s, err := a.Article(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	e, err := a.Decide(t.Context(), corrections.Entry{Decision: d, Target: corrections.Statement, By: "mara",
		Anchors: []corrections.Anchor{corrections.NewSurveyor(s.Article).Statement(statement)}}, decidedAt)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// decideAndPut also writes the article again, as deriving it again would.
func decideAndPut(t testing.TB, a *store.Archive, id string, d corrections.Decision, statement int) {
	t.Helper()
	decide(t, a, id, d, statement)
	s, err := a.Article(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if !s.Stale {
		t.Error("an article that was decided on does not wait to be derived again")
	}
	x := entry(t, s.Article)
	x.Again = true
	if x.Decided.By, err = a.DecisionsOn(t.Context(), s.SHA256); err != nil {
		t.Fatal(err)
	}
	x.Decided.Bound = corrections.Apply(s.Article, x.Decided.By)
	putEntry(t, a, x)
}

// TestTimesOfTheLogAscend whatever the clock says.
func TestTimesOfTheLogAscend(t *testing.T) {
	a := open(t)
	put(t, a, article("one", "Faro", "", nil, damFails, sentence{"Bo Marsh", "said", "the dam holds"}))
	first, second := decide(t, a, "one", corrections.Confirm, 1), decide(t, a, "one", corrections.Hide, 1)
	if !second.At.After(first.At) {
		t.Errorf("%v is not after %v", second.At, first.At)
	}
}

// TestADecisionWhileAnArticleIsDerived: what is written without it is marked.
func TestADecisionWhileAnArticleIsDerived(t *testing.T) {
	a := open(t)
	x := article("one", "Faro", "", nil, sentence{"Bo Marsh", "said", "the dam holds"})
	put(t, a, x)
	behind := entry(t, x)
	behind.Again = true
	decide(t, a, "one", corrections.Hide, 0)
	putEntry(t, a, behind)
	s, err := a.Article(t.Context(), "one")
	if err != nil || !s.Stale {
		t.Errorf("it is not marked to be derived again: %v", err)
	}
}
