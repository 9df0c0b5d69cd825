package store_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// open makes an archive of its own for a test.
func open(t testing.TB) *store.Archive {
	t.Helper()
	a, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "kept", "archive.db"), store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

// reader is the makers of the tests' articles.
var reader = store.Makers{Clean: store.Maker{Stage: "clean", Version: "1"}, Attribute: store.Maker{Stage: "attribute", Version: "1"}}

// sentence is one line of an invented article: a speaker's words, or the
// outlet's own when nobody is named.
type sentence struct{ speaker, cue, content string }

// article builds an article whose text is its sentences, a line each; people
// are the persons it names.
func article(id, outlet, published string, people []string, lines ...sentence) *news.Article {
	a := &news.Article{ID: id, Language: "en"}
	a.Outlet.Value, a.Published.Value = outlet, published
	var b strings.Builder
	put := func(s string) news.Span {
		start := b.Len()
		b.WriteString(s)
		return news.Span{Start: start, End: b.Len()}
	}
	for _, l := range lines {
		s := news.Statement{Within: news.Outermost, Kind: news.Indirect, Voice: news.OutletOwn, Polarity: news.Asserts}
		if l.speaker != "" {
			speaker := put(l.speaker)
			put(" ")
			cue := put(l.cue)
			put(" ")
			s.Speaker, s.Cue, s.Voice, s.SpeakerName = &speaker, &cue, news.Attributed, l.speaker
			s.Reasons = []news.Reason{{Rule: "cue-verb", Words: l.cue}}
		}
		s.Content = []news.Span{put(l.content)}
		put(".\n")
		a.Statements = append(a.Statements, s)
	}
	a.Text = b.String()
	a.SHA256 = news.DigestOf(a.Text)
	a.Body = []news.Span{{Start: 0, End: len(a.Text)}}
	for _, p := range people {
		a.Entities = append(a.Entities, news.Entity{Name: p, Kind: news.Person, Mentions: mentions(a.Text, p)})
	}
	return a
}

func mentions(text, name string) []news.Span {
	var out []news.Span
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return out
		}
		out = append(out, news.Span{Start: at + i, End: at + i + len(name)})
		at += i + len(name)
	}
}

func put(t testing.TB, a *store.Archive, articles ...*news.Article) []store.Outcome {
	t.Helper()
	var all []*store.Packed
	for _, x := range articles {
		b := news.Blob{ID: x.ID, Media: news.MediaText, Bytes: []byte(x.Text)}
		x.CaptureSHA256 = news.DigestOf(b.Bytes)
		p, err := store.Pack(store.Entry{Blob: b, Article: x, Makers: reader})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	out, err := a.Put(context.Background(), all)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestASearchFindsWhatWasPut(t *testing.T) {
	a := open(t)
	put(t, a, article("a.txt", "Kestrel Post", "2022-03-06", []string{"Ada Quill"}, sentence{"Ada Quill", "said", "the dam holds"}))
	q, err := store.ParseQuery("dam")
	if err != nil {
		t.Fatal(err)
	}
	r, err := a.Search(t.Context(), q, store.Page{})
	if err != nil || len(r.Hits) != 1 {
		t.Fatal(r, err)
	}
}
