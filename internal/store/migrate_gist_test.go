package store

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"testing"

	"github.com/pressly/goose/v3"
)

// TestWhatIsToldKeepsItsPlaces: utterances of an archive of before, where an index had
// all their tellings, keep their ids and their claims.
func TestWhatIsToldKeepsItsPlaces(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.db")
	db, err := connect(path, DefaultWait, writing)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	folder, _ := fs.Sub(migrations, "migrations")
	p, err := goose.NewProvider(goose.DialectSQLite3, db, folder, goose.WithDisableGlobalRegistry(true),
		goose.WithGoMigrations(goose.NewGoMigration(15, &goose.GoFunc{RunTx: toldTogether}, nil), goose.NewGoMigration(33, &goose.GoFunc{RunTx: doubtsKept}, nil),
			goose.NewGoMigration(52, &goose.GoFunc{RunTx: statementsClose}, nil), goose.NewGoMigration(53, &goose.GoFunc{RunTx: aboutRuns.packAll}, nil)))
	if err == nil {
		_, err = p.UpTo(t.Context(), 54)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{
		"INSERT INTO article (article_id, id) VALUES (1, 'a'), (2, 'b')",
		// One that reads, as TestAGistSpelledOutIsTheSame has it, one that does not, and one that lost its telling.
		`INSERT INTO utterance (utterance_id, gist, moment, claim, opposed) VALUES (7, x'000116a315a39d0120d8ebaec0b3d1eef0010d8baad40c0a8bdbfd85020cffa6a64e08a9829ec20109cf88b76690aefbcaff01079fe2912e098db0ae7809ec9ac3960108ebb7a57810cc80a76709d0df999d010df58199750b01d3df9bc609029685d292028a98e8a50b01b10102b101d7c602', 5, 7, 0),
			(8, x'ff', 6, 7, 1), (9, x'ff', 7, NULL, 0)`,
		"INSERT INTO telling (article_id, number, utterance_id, relation, spans) VALUES (1, 0, 8, '', ''), (1, 1, 7, '', ''), (1, 2, 7, '', ''), (2, 0, 7, '', '')",
	} {
		if _, err := db.Exec(q); err != nil {
			t.Fatal(err)
		}
	}
	a, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	for query, want := range map[string][]string{
		"SELECT utterance_id || ' ' || length(gist) || ' ' || moment || ' ' || coalesce(claim, '-') || opposed FROM utterance ORDER BY utterance_id":                          {"7 68 5 70", "8 1 6 71", "9 1 7 -0"},
		"SELECT p.utterance_id || ' ' || " + articleAt("p.spot") + " || '#' || " + numberAt("p.spot") + " FROM " + spotsOf("u.utterance_id", "utterance u") + " p ORDER BY 1": {"7 1#1", "7 1#2", "7 2#0", "8 1#0"},
		"SELECT spot FROM utterance WHERE utterance_id IN (7, 8) ORDER BY 1":                                                                                                  {fmt.Sprint(spotOf(1, 0)), fmt.Sprint(spotOf(1, 1))},
	} {
		if got, err := columnOf[string](a.read.Query(query)); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v\n got %q\nwant %q", query, err, got, want)
		}
	}
}
