package store_test

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// identityRows are the rows that the sweep over names writes, every byte of them
// but for row numbers.
func identityRows(t *testing.T, a *store.Archive) []string {
	t.Helper()
	db, err := sql.Open("sqlite", a.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var out []string
	for _, q := range []string{
		"SELECT json_array('entity', id, kind, name, borne, hidden, decided, told, hex(tells), uses, single) FROM entity ORDER BY id",
		`SELECT json_array('alias', n.kind, n.name, l.sense, e.id, l.confirmed, l.reasons, a.id, l.first_start, l.first_end, l.uses) FROM alias l JOIN name n ON n.name_id = l.name_id
			JOIN entity e ON e.entity_id = l.entity_id LEFT JOIN article a ON a.article_id = l.article_id ORDER BY n.kind, n.name, l.sense`,
		"SELECT json_array('meant', n.kind, n.name, a.id, m.sense) FROM meant m JOIN name n ON n.name_id = m.name_id JOIN article a ON a.article_id = m.article_id ORDER BY n.kind, n.name, a.id",
		"SELECT json_array('name', kind, name, layer, bound, level, single) FROM name ORDER BY kind, name",
	} {
		rows, err := db.QueryContext(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var row string
			if err := rows.Scan(&row); err != nil {
				t.Fatal(err)
			}
			out = append(out, row)
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		rows.Close()
	}
	return out
}

// TestSingleArticlesLeaveWhatASweepOfAllDoes: what one more article leaves as it
// was would have come out so again, to the last byte.
func TestSingleArticlesLeaveWhatASweepOfAllDoes(t *testing.T) {
	if testing.Short() {
		t.Skip("many articles are read again and again")
	}
	crowd := gen.NewCrowd(11, gen.Crowd{Entities: 70, Names: 8})
	order := rand.New(rand.NewPCG(5, 6)).Perm(50)
	for _, most := range []int{resolve.MaxGroup, 4} {
		a := filled(t, crowd, order, 1, most)
		verified(t, a)
		singly := identityRows(t, a)
		if err := a.TouchAllNames(t.Context(), store.Maker{Stage: "resolve", Version: "test"}, true); err != nil {
			t.Fatal(err)
		}
		sweepAll(t, a)
		same(t, "one by one", singly, identityRows(t, a))
	}
}

// TestArticlesReadAgainLeaveWhatASweepOfAllDoes: what was remembered of an article's
// names is not taken for what they are after it was read otherwise.
func TestArticlesReadAgainLeaveWhatASweepOfAllDoes(t *testing.T) {
	crowd := gen.NewCrowd(11, gen.Crowd{Entities: 70, Names: 8})
	order := rand.New(rand.NewPCG(5, 6)).Perm(30)
	a := filled(t, crowd, order, 10, resolve.MaxGroup)
	for _, some := range [][]int{order[:2], order[7:9], order[:1]} {
		var again []*store.Packed
		for _, n := range some {
			art, _ := crowd.Article(n)
			blob := crowd.Blob(art)
			art.CaptureSHA256 = news.DigestOf(blob.Bytes)
			art.Entities = art.Entities[:len(art.Entities)/2]
			p, err := store.Pack(store.Entry{Blob: blob, Article: art, Makers: reader, Again: true})
			if err != nil {
				t.Fatal(err)
			}
			again = append(again, p, crowdArticle(t, crowd, len(order)+n))
		}
		if _, err := a.Put(t.Context(), again); err != nil {
			t.Fatal(err)
		}
		sweepAll(t, a)
	}
	verified(t, a)
	after := identityRows(t, a)
	if err := a.TouchAllNames(t.Context(), store.Maker{Stage: "resolve", Version: "test"}, true); err != nil {
		t.Fatal(err)
	}
	sweepAll(t, a)
	same(t, "read again", after, identityRows(t, a))
}

// TestAShortFormStandsWhereASweepOfAllFindsIt: a name that articles only print
// behind another has no use of its own, and yet an article of least lot.
func TestAShortFormStandsWhereASweepOfAllFindsIt(t *testing.T) {
	a := open(t)
	const full = "Northern Harbour Council"
	for n := range 8 {
		x := article(fmt.Sprintf("%d.txt", n), "Kestrel Post", "", nil, sentence{content: fmt.Sprintf("The %s (NHC) met for the %d. time", full, n)})
		x.Entities = []news.Entity{{Name: full, Kind: news.Organisation, Mentions: append(mentions(x.Text, full), mentions(x.Text, "NHC")...)}}
		put(t, a, x)
		sweepAll(t, a)
	}
	singly := identityRows(t, a)
	if err := a.TouchAllNames(t.Context(), store.Maker{Stage: "resolve", Version: "test"}, true); err != nil {
		t.Fatal(err)
	}
	sweepAll(t, a)
	same(t, "one by one", singly, identityRows(t, a))
}
