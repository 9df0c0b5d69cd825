package store

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/news"
)

// retold are tellings of a few things by many articles: in the same words, in
// words that are like them, negated, taken up.
func retold(r *rand.Rand, most int) []match.Telling {
	things := make([]match.Telling, 6)
	for i := range things {
		things[i] = inventedTelling(r)
	}
	var out []match.Telling
	for len(out) < most {
		t := things[r.IntN(len(things))]
		switch r.IntN(4) {
		case 0:
			t.Gist.Exact = r.Uint64()
		case 1:
			t.Gist.Exact = r.Uint64()
			t.Gist.Negated = []uint32{t.Gist.Stems[0].Hash}
		}
		t.Relation = []news.Relation{news.RelRepeats, news.RelRepeats, news.RelRepeats, news.RelDenies, news.RelCorrects, news.RelDoubts}[r.IntN(6)]
		out = append(out, t)
	}
	return out
}

// root has an article be of the origin of another.
func (x *tellings) root(article, of int) {
	x.must(func(b *batch) error {
		if err := b.exec("INSERT OR IGNORE INTO copied (article_id, at, input, body, joined, root, kind, edge) VALUES (?1, ?2, 0, '', 0, ?1, '', '')", article+1, int64(article/7)*daySeconds); err != nil {
			return err
		}
		return b.exec("UPDATE copied SET root = ? WHERE article_id = ?", of+1, article+1)
	})
}

// TestClaimsAreCountedAsTheyChange has articles come and go, become copies of each
// other and be tied and parted, and counts over what is kept.
func TestClaimsAreCountedAsTheyChange(t *testing.T) {
	most := 0
	for seed := range uint64(3) {
		r := rand.New(rand.NewPCG(seed, 7))
		x := newTellings(t, retold(r, 120))
		for i := range x.all {
			x.must(func(b *batch) error {
				return b.exec("INSERT INTO article (article_id, id) VALUES (?, ?)", i+1, i)
			})
			x.root(i, i)
		}
		here := map[int]bool{}
		for step := range 12 {
			some := r.Perm(len(x.all))[:1+r.IntN(30)]
			switch r.IntN(5) {
			case 0:
				some = slices.DeleteFunc(some, func(i int) bool { return !here[i] })
				x.leave(some)
				for _, i := range some {
					delete(here, i)
				}
			case 1:
				for _, i := range some {
					x.root(i, some[0])
				}
			case 2:
				var ties []ClaimTie
				for i := range len(some) / 2 {
					ties = append(ties, ClaimTie{Utterance: x.all[some[2*i]].Gist.ID(), Other: x.all[some[2*i+1]].Gist.ID(), Same: r.IntN(3) == 0})
				}
				if err := x.SetClaimTies(t.Context(), ties); err != nil {
					t.Fatal(err)
				}
			default:
				some = slices.DeleteFunc(some, func(i int) bool { return here[i] })
				x.come(some)
				for _, i := range some {
					here[i] = true
				}
			}
			x.sweep()
			var got []string
			v := &verifier{ctx: t.Context(), archive: x.Archive, report: func(p Problem) { got = append(got, p.String()) }}
			if err := v.countedClaims(); err != nil {
				t.Fatal(err)
			}
			if len(got) > 0 {
				t.Fatalf("seed %d, step %d: %s", seed, step, strings.Join(got, "\n"))
			}
			var told, asked int
			if err := x.read.QueryRowContext(t.Context(), "SELECT told, asked FROM claim_count").Scan(&told, &asked); err != nil {
				t.Fatal(err)
			}
			most = max(most, told*min(asked, 1))
		}
	}
	if most < 3 {
		t.Errorf("never more than %d claims beside questions", most)
	}
}
