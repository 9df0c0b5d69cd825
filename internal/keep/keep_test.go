package keep_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

// open makes an archive in a folder of its own.
func open(t testing.TB) *store.Archive {
	t.Helper()
	a, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "archive.db"), store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

func each(blobs []news.Blob) iter.Seq2[news.Blob, error] {
	return func(yield func(news.Blob, error) bool) {
		for _, b := range blobs {
			if !yield(b, nil) {
				return
			}
		}
	}
}

func collect(t testing.TB, seq iter.Seq2[news.Blob, error]) []news.Blob {
	t.Helper()
	var out []news.Blob
	for b, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, b)
	}
	return out
}

func add(t testing.TB, a *store.Archive, blobs ...news.Blob) keep.Progress {
	p, err := keep.Add(t.Context(), a, each(blobs), keep.Watch{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// exported is all an archive says, in one string: articles with their readings
// and statements, and who the names in them are. Ids are numbered as they come:
// which of two merged entities had its id first is the order's to say.
func exported(t testing.TB, a *store.Archive) string {
	var out strings.Builder
	enc := wire.NewEncoder(&out)
	number := map[string]string{}
	for s, err := range a.Articles(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		refs, err := a.Named(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range refs {
			if number[r.ID] == "" {
				number[r.ID] = fmt.Sprint(len(number))
			}
			refs[i].ID = number[r.ID]
		}
		claims := claimsOf(t, a, s, number)
		if err := errors.Join(enc.Encode(wire.NewArticle(s.Article, wire.Choice{Outlet: true})), enc.Encode(refs), enc.Encode(claims)); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

// claimsOf are the claims of an article's statements, numbered as they come.
func claimsOf(t testing.TB, a *store.Archive, s *store.Stored, number map[string]string) map[int][]store.ClaimRef {
	claims, err := a.ClaimsOf(t.Context(), s.ID)
	if err != nil {
		t.Fatal(err)
	}
	for n := range s.Statements {
		for i, c := range claims[n] {
			if number[c.ID] == "" {
				number[c.ID] = fmt.Sprint(len(number))
			}
			claims[n][i].ID = number[c.ID]
		}
	}
	return claims
}

// whole fails the test when the archive does not verify or is not finished.
func whole(t testing.TB, a *store.Archive) {
	_, pending, err := keep.Verify(t.Context(), a, func(p store.Problem) { t.Errorf("%s", p) })
	if err != nil {
		t.Fatal(err)
	}
	if pending.Flagged+pending.Names+pending.Claims+pending.Outdated > 0 {
		t.Errorf("not finished: %+v", pending)
	}
}

// shortArticle is the bytes of an article that is read for what becomes of it in
// the archive, not for what is found in it: an eighth of the usual.
const shortArticle = 300

// orders is how many orders of coming are tried.
const orders = 8

// TestTheOrderOfComingDoesNotMatter adds the same articles in any order and in
// any number of runs and asks for the same archive.
func TestTheOrderOfComingDoesNotMatter(t *testing.T) {
	if testing.Short() {
		t.Skip("many articles are read again and again")
	}
	blobs := append(collect(t, generated(3, 16, shortArticle)), gazette(6)...)
	dice := rand.New(rand.NewPCG(1, 2))
	want := ""
	for i := range orders {
		a := open(t)
		left := slices.Clone(blobs)
		dice.Shuffle(len(left), func(i, j int) { left[i], left[j] = left[j], left[i] })
		for len(left) > 0 {
			n := 1 + dice.IntN(len(left))
			add(t, a, left[:n]...)
			left = left[n:]
		}
		got := exported(t, a)
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("in order %d the archive says something else", i)
		}
		whole(t, a)
	}
	if !strings.Contains(want, "line-repeated") {
		t.Error("no line was found to be repeated: the test does not test that")
	}
}

// gazette is up to ten articles of an outlet that sets one line into all of them.
func gazette(n int) []news.Blob {
	things := []string{"bridge", "ferry", "market hall", "tram", "school roof", "harbour wall", "bell tower", "bathing place", "library", "fire engine"}
	var out []news.Blob
	for i, thing := range things[:n] {
		text := fmt.Sprintf("The council met over the %s again this year and came to no end of its talk about the cost, which has grown, said the mayor, Ilse Brandt, as costs do.\n\n"+
			"The Gazette of Arnholt is made by hand in Arnholt.\n\n"+
			"“We have plans for a %s,” said the engineer Tom Okker. “None of them is cheap and none of them is ugly, and the %s will be built whatever may come of it all.”\n",
			thing, thing, thing)
		out = append(out, news.Blob{ID: fmt.Sprintf("gazette-%d", i), Media: news.MediaText, Bytes: []byte(text), Given: news.Given{Outlet: "Arnholt Gazette"}})
	}
	return out
}

func TestALineAnOutletRepeatsLeavesAllItsArticles(t *testing.T) {
	const line = "The Gazette of Arnholt is made by hand in Arnholt."
	a := open(t)
	blobs := gazette(4)
	inBody := func() (n int) {
		for s, err := range a.Articles(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range s.Body {
				n += strings.Count(b.Of(s.Text), line)
			}
		}
		return n
	}
	add(t, a, blobs[:3]...)
	if got := inBody(); got != 3 {
		t.Errorf("in %d of 3 bodies while three texts have it", got)
	}
	again := blobs[2]
	again.ID = "a copy is no other text"
	add(t, a, again)
	if got := inBody(); got != 4 {
		t.Errorf("in %d of 4 bodies while three texts have it", got)
	}
	add(t, a, blobs[3])
	if got := inBody(); got != 0 {
		t.Errorf("in %d bodies while four texts have it", got)
	}
	blobs[0].Bytes = []byte("Nothing is as it was in Arnholt, where the council did not meet at all this week.\n")
	add(t, a, blobs[0])
	if got := inBody(); got != 4 {
		t.Errorf("in %d of 4 bodies after one of four texts has lost it", got)
	}
	whole(t, a)
}

func TestAddingAgainChangesNothing(t *testing.T) {
	a := open(t)
	blobs := append(collect(t, generated(5, 30, shortArticle)), gazette(5)...)
	first := add(t, a, blobs...)
	want := exported(t, a)
	slices.Reverse(blobs)
	again := add(t, a, blobs...)
	if first.Added != len(blobs) || again.Skipped != len(blobs) || again.Added+again.Renewed > 0 {
		t.Errorf("first %+v, then %+v", first, again)
	}
	if exported(t, a) != want {
		t.Error("the archive says something else")
	}
}

func TestGivenDataThatChangesIsReadAgain(t *testing.T) {
	a := open(t)
	b := gazette(1)[0]
	b.Given = news.Given{}
	add(t, a, b)
	b.Given.Outlet = "Arnholt Gazette"
	one := b
	two := b
	two.Given = news.Given{Title: "The bridge"}
	p := add(t, a, one, two) // both in one transaction: neither knows of the other
	s, err := a.Article(t.Context(), b.ID)
	if err != nil {
		t.Fatal(err)
	}
	if s.Outlet.Value != "Arnholt Gazette" || s.Title.Value != "The bridge" || s.Of != 1 {
		t.Errorf("outlet %q, title %q, %d versions, %+v", s.Outlet.Value, s.Title.Value, s.Of, p)
	}
	whole(t, a)
}

func TestAFailureCostsItselfOnly(t *testing.T) {
	a := open(t)
	bad := news.Blob{ID: "bad.txt", Media: news.MediaText, Bytes: []byte("\x00\x01\x02\x00\x00\x03\xff\xfe\x00\x00")}
	seq := func(yield func(news.Blob, error) bool) {
		_ = yield(news.Blob{ID: "shut.txt"}, news.Errorf(news.Denied, "shut.txt", "open it", "may not be read")) &&
			yield(news.Blob{ID: "nowhere.txt"}, news.Errorf(news.NotFound, "nowhere.txt", "look", "is not there")) &&
			yield(bad, nil) && yield(gazette(1)[0], nil)
	}
	var failed []string
	p, err := keep.Add(t.Context(), a, seq, keep.Watch{Failed: func(id string, err error) { failed = append(failed, id) }})
	if err != nil || p.Added != 1 || p.Failed != 3 {
		t.Fatalf("%+v, %v", p, err)
	}
	if want := []string{"shut.txt", "nowhere.txt", "bad.txt"}; !slices.Equal(failed, want) {
		t.Errorf("told of %q", failed)
	}
	var kept []string
	for f, err := range a.Failures(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		kept = append(kept, f.ID+" "+f.Stage)
	}
	if want := []string{"bad.txt clean", "shut.txt read"}; !slices.Equal(kept, want) {
		t.Errorf("kept %q", kept)
	}
	whole(t, a)
	mended := gazette(2)[1]
	mended.ID = "bad.txt"
	add(t, a, mended)
	if _, err := a.Article(t.Context(), "bad.txt"); err != nil {
		t.Error(err)
	}
}

func TestAnInterruptKeepsWhatWasFinished(t *testing.T) {
	a := open(t)
	ctx, interrupt := context.WithCancel(t.Context())
	_, err := keep.Add(ctx, a, generated(9, 2000, shortArticle), keep.Watch{Progress: func(p keep.Progress) {
		if p.Added >= 100 {
			interrupt()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if _, _, err := keep.Verify(t.Context(), a, func(p store.Problem) { t.Error(p) }); err != nil {
		t.Fatal(err)
	}
	s, err := a.Stats(t.Context())
	if err != nil || s.Articles < 100 || s.Articles >= 2000 {
		t.Errorf("%d articles, %v", s.Articles, err)
	}
}

func TestRedoDerivesTheSameAgain(t *testing.T) {
	a := open(t)
	add(t, a, append(collect(t, generated(4, 20, shortArticle)), gazette(5)...)...)
	want := exported(t, a)
	p, err := keep.Redo(t.Context(), a, false, keep.Watch{})
	if err != nil || p.Done != 0 {
		t.Errorf("nothing is stale: %+v, %v", p, err)
	}
	p, err = keep.Redo(t.Context(), a, true, keep.Watch{})
	if err != nil || p.Again != 25 {
		t.Errorf("--all: %+v, %v", p, err)
	}
	if exported(t, a) != want {
		t.Error("the archive says something else")
	}
	whole(t, a)
}
