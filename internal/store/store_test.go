package store_test

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// open makes an archive of its own for a test.
func open(t testing.TB) *store.Archive {
	t.Helper()
	b, err := empty()
	path := filepath.Join(t.TempDir(), "archive.db")
	if err == nil {
		err = os.WriteFile(path, b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return opened(t, path)
}

// empty is the file of an archive that holds nothing: to make all its tables takes
// longer than most tests do with them.
var empty = sync.OnceValues(func() ([]byte, error) {
	folder, err := os.MkdirTemp("", "hearsay-store-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "archive.db")
	a, err := store.Open(context.Background(), path, store.Options{Create: true})
	if err != nil {
		return nil, err
	}
	if err := a.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

func opened(t testing.TB, path string) *store.Archive {
	t.Helper()
	a, err := store.Open(t.Context(), path, store.Options{Create: true})
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
var reader = store.Makers{Clean: store.Maker{Stage: "clean", Version: "1"}, Attribute: store.Maker{Stage: "attribute", Version: "1"},
	Stance: store.Maker{Stage: "stance", Version: "1"}, Match: store.Maker{Stage: "match", Version: "1"}}

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

func packed(t testing.TB, x *news.Article) *store.Packed {
	t.Helper()
	p, err := store.Pack(entry(t, x))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func entry(t testing.TB, x *news.Article) store.Entry {
	t.Helper()
	b := news.Blob{ID: x.ID, Media: news.MediaText, Bytes: []byte(x.Text)}
	x.CaptureSHA256 = news.DigestOf(b.Bytes)
	return store.Entry{Blob: b, Article: x, Tells: match.Tell(x, x.Stances), Makers: reader}
}

func putEntry(t testing.TB, a *store.Archive, e store.Entry) {
	t.Helper()
	p, err := store.Pack(e)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Put(t.Context(), []*store.Packed{p}); err != nil {
		t.Fatal(err)
	}
}

func put(t testing.TB, a *store.Archive, articles ...*news.Article) []store.Outcome {
	t.Helper()
	var all []*store.Packed
	for _, x := range articles {
		all = append(all, packed(t, x))
	}
	out, err := a.Put(context.Background(), all)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// tamper changes an archive's file behind its back.
func tamper(t testing.TB, a *store.Archive, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", a.Path())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOnlyTheOwnerReadsAnArchive(t *testing.T) {
	a := opened(t, filepath.Join(t.TempDir(), "kept", "archive.db"))
	put(t, a, article("a.txt", "Kestrel Post", "", nil, sentence{"Ada Quill", "said", "the dam holds"}))
	for name, want := range map[string]os.FileMode{"": 0o600, "-wal": 0o600, "-shm": 0o600} {
		info, err := os.Stat(a.Path() + name)
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("archive.db%s: %v, %v", name, info.Mode(), err)
		}
	}
	if info, err := os.Stat(filepath.Dir(a.Path())); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("its folder: %v, %v", info.Mode(), err)
	}
}

// TestAnEmptyFileGivenAsArchiveIsMadePrivate; the mode of an archive that is in
// use is its owner's choice.
func TestAnEmptyFileGivenAsArchiveIsMadePrivate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "given.db")
	write(t, path, "")
	for _, mode := range []os.FileMode{0o600, 0o640} {
		a, err := store.Open(t.Context(), path, store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode {
			t.Errorf("got %v, %v, want %v", info.Mode(), err, mode)
		}
		if err := errors.Join(a.Close(), os.Chmod(path, 0o640)); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	tests := []struct {
		name  string
		make  func(t *testing.T, path string)
		fault news.Fault
	}{
		{"what is not there", func(*testing.T, string) {}, news.NotFound},
		{"a text file", func(t *testing.T, path string) { write(t, path, strings.Repeat("no archive at all. ", 100)) }, news.Malformed},
		{"another program's tables", func(t *testing.T, path string) { execSQL(t, path, "CREATE TABLE bird (name TEXT)") }, news.Malformed},
		{"an archive of a later hearsay", func(t *testing.T, path string) {
			a, err := store.Open(t.Context(), path, store.Options{Create: true})
			if err != nil || a.Close() != nil {
				t.Fatal(err)
			}
			execSQL(t, path, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9000, 1)")
		}, news.Usage},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "archive.db")
			c.make(t, path)
			a, err := store.Open(t.Context(), path, store.Options{})
			if err == nil {
				a.Close()
			}
			var e *news.Error
			if !errors.As(err, &e) || e.Fault != c.fault || e.Mend == "" || e.ID != path {
				t.Errorf("got %v", err)
			}
		})
	}
}

func write(t *testing.T, path, words string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
}

func execSQL(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec(statement)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestASecondWriterIsToldToWait(t *testing.T) {
	path := filepath.Join(t.TempDir(), "archive.db")
	first, err := store.Open(t.Context(), path, store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := store.Open(t.Context(), path, store.Options{Wait: 20 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	writer, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer writer.Close()
	if _, err := writer.ExecContext(t.Context(), "BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	_, err = second.Put(t.Context(), []*store.Packed{packed(t, article("a.txt", "", "", nil, sentence{"", "", "It rained"}))})
	if news.FaultOf(err) != news.Busy {
		t.Errorf("the second writer got %v", err)
	}
	if _, err := writer.ExecContext(t.Context(), "ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	put(t, second, article("a.txt", "", "", nil, sentence{"", "", "It rained"}))
}

func TestPagesHoldSeveralArticles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	a, err := store.Open(t.Context(), path, store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	head, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if size := binary.BigEndian.Uint16(head[16:]); size != 8<<10 { // where SQLite's header has it
		t.Errorf("pages of %d bytes", size)
	}
}
