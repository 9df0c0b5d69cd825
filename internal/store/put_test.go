package store_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

var (
	damHolds = sentence{"Ada Quill", "said", "the dam holds"}
	damFails = sentence{"Ada Quill", "said", "the dam fails"}
)

func stats(t *testing.T, a *store.Archive) store.Stats {
	t.Helper()
	s, err := a.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func shown(t *testing.T, a *store.Archive, id string) *store.Stored {
	t.Helper()
	s, err := a.Article(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTheSameBytesAgainAreSkipped(t *testing.T) {
	a := open(t)
	first := put(t, a, article("a.txt", "", "", nil, damHolds), article("a.txt", "", "", nil, damHolds))
	again := put(t, a, article("a.txt", "", "", nil, damHolds))
	if got := append(first, again...); !slices.Equal(got, []store.Outcome{store.Added, store.Skipped, store.Skipped}) {
		t.Error(got)
	}
	if s := stats(t, a); s.Articles != 1 || s.Versions != 1 || s.Captures != 1 || s.Statements != 1 {
		t.Errorf("%+v", s)
	}
}

func TestOtherBytesAreANewVersion(t *testing.T) {
	a := open(t)
	put(t, a, article("a.txt", "", "", nil, damHolds))
	if got := put(t, a, article("a.txt", "", "", nil, damFails)); got[0] != store.Renewed {
		t.Error(got)
	}
	if got := put(t, a, article("a.txt", "", "", nil, damHolds)); got[0] != store.Skipped {
		t.Errorf("an older version came again: %v", got)
	}
	s := shown(t, a, "a.txt")
	if s.Version != 2 || s.Of != 2 || !strings.Contains(s.Text, "fails") {
		t.Errorf("version %d of %d: %q", s.Version, s.Of, s.Text)
	}
	if found(t, a, "holds") != nil || found(t, a, "fails") == nil {
		t.Error("an older version is searched, or the new one is not")
	}
	old, err := a.Capture(t.Context(), "a.txt", 1)
	if err != nil || !strings.Contains(string(old.Bytes), "holds") {
		t.Errorf("the older capture: %q, %v", old.Bytes, err)
	}
}

func TestAnotherIDWithTheSameBytesSharesTheCapture(t *testing.T) {
	a := open(t)
	put(t, a, article("a.txt", "Kestrel Post", "", nil, damHolds), article("b.txt", "Faro", "", nil, damHolds))
	if s := stats(t, a); s.Articles != 2 || s.Captures != 1 || s.Statements != 2 {
		t.Errorf("%+v", s)
	}
}

func TestAnArticleComesBackAsItWasRead(t *testing.T) {
	a := open(t)
	want := article("a.txt", "Kestrel Post", "2022-03-06T02:45", []string{"Ada Quill"}, damHolds, sentence{"", "", "It rained"})
	want.Title = news.Field{Value: "Dam", Evidence: news.Evidence{Class: news.EvidenceByline, Span: news.Span{Start: 0, End: 3}}}
	want.Boilerplate = []news.Dropped{{Span: news.Span{Start: 1, End: 2}, Reason: news.Reason{Rule: "r", Words: "w", Figure: .5}}}
	want.Statements[1].Within = 0
	want.Segments = []news.Segment{{Text: news.Span{Start: 0, End: 9}, Blob: news.Span{Start: 0, End: 9}, Coding: news.CodingPlain}}
	put(t, a, want)
	got := shown(t, a, "a.txt")
	if !equalJSON(t, want, got.Article) {
		t.Errorf("\nput %+v\ngot %+v", want, got.Article)
	}
}

func TestGivenDataIsAddedToAndMarksTheArticle(t *testing.T) {
	a := open(t)
	add := func(g news.Given) store.Outcome {
		x := article("a.txt", g.Outlet, "", nil, damHolds)
		x.CaptureSHA256 = news.DigestOf(x.Text)
		p, err := store.Pack(store.Entry{Blob: news.Blob{ID: x.ID, Bytes: []byte(x.Text), Given: g}, Article: x, Makers: reader})
		if err != nil {
			t.Fatal(err)
		}
		out, err := a.Put(t.Context(), []*store.Packed{p})
		if err != nil {
			t.Fatal(err)
		}
		return out[0]
	}
	got := []store.Outcome{add(news.Given{Outlet: "Faro"}), add(news.Given{}), add(news.Given{Title: "Dam"})}
	if want := []store.Outcome{store.Added, store.Skipped, store.Rederive}; !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	s := shown(t, a, "a.txt")
	if want := (news.Given{Outlet: "Faro", Title: "Dam"}); s.Given != want || !s.Stale || s.Version != 1 {
		t.Errorf("%+v, stale %v, version %d", s.Given, s.Stale, s.Version)
	}
}

func TestAFailureIsKeptUntilItIsMended(t *testing.T) {
	a := open(t)
	fail := func(b news.Blob) {
		p, err := store.Pack(store.Entry{Blob: b, Failure: &store.Failure{ID: b.ID, Stage: "clean", Maker: "1", Fault: news.Binary, Words: "no text", Mend: "give text"}})
		if err != nil {
			t.Fatal(err)
		}
		if out, err := a.Put(t.Context(), []*store.Packed{p}); err != nil || out[0] != store.Unread {
			t.Fatal(out, err)
		}
	}
	fail(news.Blob{ID: "gone.txt"})
	x := article("a.txt", "", "", nil, damHolds)
	fail(news.Blob{ID: "a.txt", Media: news.MediaText, Bytes: []byte(x.Text)})
	if s := stats(t, a); s.Failures != 2 || s.Captures != 1 || s.Articles != 0 {
		t.Errorf("%+v", s)
	}
	var due []string
	for b, err := range a.Due(t.Context(), store.Makers{Clean: store.Maker{Stage: "clean", Version: "2"}}, store.Outdated) {
		if err != nil {
			t.Fatal(err)
		}
		due = append(due, b.ID+": "+string(b.Bytes))
	}
	if !slices.Equal(due, []string{"a.txt: " + x.Text}) {
		t.Errorf("to be tried again: %q", due)
	}
	put(t, a, x)
	for f, err := range a.Failures(t.Context()) {
		if err != nil || f.ID != "gone.txt" || f.Fault != news.Binary || f.Mend != "give text" {
			t.Errorf("%+v, %v", f, err)
		}
	}
}

func TestNothingIsKeptThatOtherDatabasesRefuse(t *testing.T) {
	for name, spoil := range map[string]func(*store.Entry){
		"NUL in the text":        func(e *store.Entry) { e.Article.Text += "\x00" },
		"no UTF-8 in the id":     func(e *store.Entry) { e.Blob.ID = "a\xff" },
		"NUL in the given title": func(e *store.Entry) { e.Blob.Given.Title = "a\x00b" },
	} {
		x := article("a.txt", "", "", nil, damHolds)
		e := store.Entry{Blob: news.Blob{ID: "a.txt", Bytes: []byte(x.Text)}, Article: x}
		spoil(&e)
		if _, err := store.Pack(e); news.FaultOf(err) != news.Encoding {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestWhatIsWrittenAtOnceFitsTheLog: a batch that would write more of the log than it
// may hold is written in parts.
func TestWhatIsWrittenAtOnceFitsTheLog(t *testing.T) {
	const most, pageBytes = 160, 8<<10 + 24
	written := func(bound int) (pages int64) {
		a := open(t)
		a.BoundLog(bound)
		n := 0
		batch := func(size int) (out []*news.Article) {
			for range size {
				n++
				who := fmt.Sprintf("Ada%c%c Quill%c", 'a'+n%26, 'a'+n/26%26, 'a'+n*7%26)
				out = append(out, article(fmt.Sprint(n, ".txt"), "", "", nil, sentence{who, "said", fmt.Sprintf("the dam number %d of %d holds", n, n*31)}))
			}
			return out
		}
		for _, size := range []int{10, 300, 300, 300} {
			if got := put(t, a, batch(size)...); len(got) != size {
				t.Fatalf("%d outcomes of %d", len(got), size)
			}
		}
		if s := stats(t, a); s.Articles != n || s.Statements != n {
			t.Errorf("%+v, want %d articles", s, n)
		}
		info, err := os.Stat(a.Path() + "-wal")
		if err != nil {
			t.Fatal(err)
		}
		return info.Size() / pageBytes
	}
	const beyond = most / 2 // what the next ones take is not foreseen to the page
	if got := written(most); got > most+beyond {
		t.Errorf("the log holds %d pages, want %d and at most %d beyond", got, most, beyond)
	}
	if got := written(100 * most); got <= most+beyond {
		t.Errorf("without a bound the log holds %d pages: the batches are too small to tell", got)
	}
}
