package store

import (
	"encoding/json"
	"io/fs"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/pressly/goose/v3"

	"github.com/hearsay-engine/hearsay/news"
)

// beforeTold is the last migration before what statements hold was told together.
const beforeTold = 14

// An archive of an earlier hearsay holds the same articles when it is opened:
// one whose text is its capture, and one whose text is not.
func TestAnOlderArchiveIsConverted(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.db")
	plain := olderArticle("plain", "Ada Quill said the dam holds. Bo Marsh denied it.")
	page := olderArticle("page", "Ada Quill said the dam holds. Nobody denied it.")
	page.CaptureSHA256 = news.DigestOf("<p>another form of it</p>")
	makeOlder(t, path, plain, page)

	a, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	for _, want := range []*news.Article{plain, page} {
		got, err := a.Article(t.Context(), want.ID)
		if err != nil || !reflect.DeepEqual(got.Article, want) {
			t.Errorf("%s: %v\n got %+v\nwant %+v", want.ID, err, got.Article, want)
		}
	}
	q, _ := ParseQuery(`"dam holds" speaker:="Ada Quill"`)
	found, err := a.Search(t.Context(), q, Page{})
	if err != nil || len(found.Hits) != 2 || found.Hits[0].Content[0] != "the dam holds" || found.Hits[0].Speaker != "Ada Quill" || found.Hits[0].Cue != "said" {
		t.Errorf("%v: %+v", err, found)
	}
	if _, err := a.Verify(t.Context(), func(p Problem) {
		if strings.Contains(p.String(), "text") || strings.Contains(p.String(), "span") {
			t.Error(p)
		}
	}); err != nil {
		t.Error(err)
	}
}

// Who opens an archive is told that its tables are renewed where they are, and not
// when it is made or opened again.
func TestRenewingIsTold(t *testing.T) {
	old, fresh := filepath.Join(t.TempDir(), "old.db"), filepath.Join(t.TempDir(), "new.db")
	makeOlder(t, old, olderArticle("plain", "Ada Quill said the dam holds."))
	for _, x := range []struct {
		path string
		want int
	}{{old, 1}, {old, 0}, {fresh, 0}, {fresh, 0}} {
		told := 0
		a, err := Open(t.Context(), x.path, Options{Create: true, Renewing: func() { told++ }})
		if err != nil {
			t.Fatal(err)
		}
		if err := a.Close(); err != nil || told != x.want {
			t.Errorf("%s: told %d times, want %d (%v)", filepath.Base(x.path), told, x.want, err)
		}
	}
}

func olderArticle(id, text string) *news.Article {
	sum := news.DigestOf(text)
	at := func(words string) news.Span {
		i := strings.Index(text, words)
		return news.Span{Start: i, End: i + len(words)}
	}
	speaker, cue := at("Ada Quill"), at("said")
	return &news.Article{ID: id, SHA256: sum, CaptureSHA256: sum, Text: text, Language: "en", Body: []news.Span{{Start: 0, End: len(text)}},
		Outlet:   news.Field{Value: "Faro Post", Evidence: news.Evidence{Class: news.EvidenceGiven}},
		Entities: []news.Entity{{Name: "Ada Quill", Kind: news.Person, Mentions: []news.Span{speaker}}},
		Statements: []news.Statement{{Speaker: &speaker, SpeakerName: "Ada Quill", Cue: &cue, Content: []news.Span{at("the dam holds")}, Kind: news.Indirect,
			Voice: news.Attributed, Within: news.Outermost, Polarity: news.Asserts, Reasons: []news.Reason{{Rule: "cue-verb", Words: "say", Figure: 0.5}}}}}
}

// makeOlder writes articles as they were kept before.
func makeOlder(t *testing.T, path string, articles ...*news.Article) {
	t.Helper()
	db, err := connect(path, DefaultWait, writing)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	folder, _ := fs.Sub(migrations, "migrations")
	p, err := goose.NewProvider(goose.DialectSQLite3, db, folder, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.UpTo(t.Context(), beforeTold); err != nil {
		t.Fatal(err)
	}
	exec := func(query string, args ...any) {
		if _, err := db.Exec(query, args...); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
	}
	exec("INSERT INTO maker (stage, version) VALUES ('clean', '1'), ('attribute', '1'), ('stance', '1'), ('match', '1')")
	exec("INSERT INTO name (name_id, kind, name) VALUES (1, 'person', 'Ada Quill')")
	exec("INSERT INTO name_fts (rowid, name) VALUES (1, 'Ada Quill')")
	for i, a := range articles {
		n, captured, text := i+1, "<p>another form of it</p>", Texts.pack([]byte(a.Text))
		if a.CaptureSHA256 == a.SHA256 {
			captured = a.Text
		}
		capture := Texts.pack([]byte(captured))
		exec("INSERT INTO capture VALUES (?, ?, ?, ?, ?)", n, a.CaptureSHA256[:], capture.size, capture.coding, capture.bytes)
		exec("INSERT INTO article VALUES (?, ?, NULL)", n, a.ID)
		exec("INSERT INTO version VALUES (?, ?, 1, ?, 'text', 'utf-8', '{}', '')", n, n, n)
		exec("UPDATE article SET shown = ? WHERE article_id = ?", n, n)
		record := *a
		record.Text, record.Statements = "", nil
		b, _ := json.Marshal(record)
		exec(`INSERT INTO reading (article_id, cleaned_by, attributed_by, stances_by, told_by, sha256, title, outlet, outlet_folded, language, url, published, zone, day,
			statements, place, size, coding, text, record) VALUES (?, 1, 2, 3, 4, ?, '', 'Faro Post', 'faro post', 'en', '', '', '', '', 1, ?, ?, ?, ?, ?)`,
			n, a.SHA256[:], n<<numberBits, text.size, text.coding, text.bytes, packer().EncodeAll(b, nil))
		s := a.Statements[0]
		words := s.Content[0].Of(a.Text)
		exec(`INSERT INTO statement (statement_id, article_id, number, maker_id, kind, voice, polarity, within, named, speaker_start, speaker_end, speaker, cue_start, cue_end,
			cue, spans, words, reasons) VALUES (?, ?, 0, 2, 'indirect', 'attributed', 'asserts', -1, 1, ?, ?, 'Ada Quill', ?, ?, 'said', ?, ?, ?)`,
			n<<numberBits, n, s.Speaker.Start, s.Speaker.End, s.Cue.Start, s.Cue.End, flat(s.Content), words, packReasons(s.Reasons))
		exec("INSERT INTO statement_fts (rowid, words, speaker) VALUES (?, ?, 'Ada Quill')", n<<numberBits, words)
		exec("INSERT INTO naming (name_id, lot, article_id, roles, mentions) VALUES (1, ?, ?, 1, 1)", n, n)
	}
}
