package store

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/news"
)

// inventedTelling tells four stems of a few that many share, so that keys have
// more utterances than stand for them, and some of its own.
func inventedTelling(r *rand.Rand) match.Telling {
	g := match.Gist{Words: 12, Exact: r.Uint64()}
	for len(g.Stems) < 6 {
		s := match.Stem{Hash: uint32(r.IntN(9)), Bits: 14}
		if len(g.Stems) == 5 {
			s = match.Stem{Hash: 100 + uint32(r.IntN(3)), Bits: 6}
		}
		if !slices.ContainsFunc(g.Stems, func(o match.Stem) bool { return o.Hash == s.Hash }) {
			g.Stems = append(g.Stems, s)
		}
	}
	slices.SortFunc(g.Stems, func(a, b match.Stem) int { return int(a.Hash) - int(b.Hash) })
	return match.Telling{Statement: news.Outermost, Told: news.Outermost, Content: []news.Span{{Start: 0, End: 1}}, Relation: news.RelRepeats, Gist: g}
}

// tellings is an archive of articles that each tell one thing.
type tellings struct {
	*testing.T
	*Archive
	all []match.Telling
}

func newTellings(t *testing.T, all []match.Telling) *tellings {
	return &tellings{t, emptyArchive(t), all}
}

func (x *tellings) must(do func(*batch) error) {
	x.Helper()
	if err := x.change(x.Context(), do); err != nil {
		x.Fatal(err)
	}
}

func (x *tellings) come(some []int) {
	x.must(func(b *batch) error {
		for _, i := range some {
			if err := b.exec("INSERT OR IGNORE INTO article (article_id, id) VALUES (?, ?)", i+1, fmt.Sprint(i)); err != nil {
				return err
			}
			p := &Packed{tellings: packTellings(&news.Article{}, x.all[i:i+1])}
			p.copy.at = int64(i/7) * daySeconds
			if err := b.putTellings(p, int64(i+1)); err != nil {
				return err
			}
		}
		return nil
	})
}

func (x *tellings) leave(some []int) {
	x.must(func(b *batch) error {
		for _, i := range some {
			if err := b.clearTellings(int64(i + 1)); err != nil {
				return err
			}
		}
		return nil
	})
}

func (x *tellings) sweep() {
	for left := 1; left > 0; {
		var err error
		if left, err = x.SweepClaims(x.Context()); err != nil {
			x.Fatal(err)
		}
	}
}

// state is what was found: who is alike, and whose claim each is.
func (x *tellings) state() (out []string) {
	for _, q := range []string{"SELECT utterance_id || ' is like ' || other_id || ', ' || score || confirmed || off FROM likeness ORDER BY 1",
		"SELECT utterance_id || ' is of ' || coalesce(claim, 0) FROM utterance ORDER BY 1", "SELECT 'shut: ' || key FROM claim_shut ORDER BY 1"} {
		some, err := x.column(x.Context(), q)
		if err != nil {
			x.Fatal(err)
		}
		out = append(out, some...)
	}
	return out
}

// TestClaimsAreTheSameInAnyOrder has tellings that share keys by the dozen come
// in several orders, some to go and to come again, and holds what is found
// against what one sweep over the rest finds.
func TestClaimsAreTheSameInAnyOrder(t *testing.T) {
	if testing.Short() {
		t.Skip("many articles are read again and again")
	}
	for _, c := range []struct {
		name string
		of   func(match.Telling) bool
		most int
		shut bool
	}{
		{"keys of dozens", func(match.Telling) bool { return true }, 150, false},
		{"keys that are shut", func(x match.Telling) bool { return claimRow(x.Gist.ID()) < closedBelow }, 60, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(3, 5))
			var all []match.Telling
			for len(all) < c.most {
				if x := inventedTelling(r); c.of(x) {
					all = append(all, x)
				}
			}
			stay, gone := r.Perm(c.most), []int(nil)
			stay, gone = stay[:c.most*4/5], stay[c.most*4/5:]
			once := newTellings(t, all)
			once.come(stay)
			once.sweep()
			want := once.state()
			if shut := slices.ContainsFunc(want, func(s string) bool { return s[0] == 's' }); shut != c.shut {
				t.Errorf("a key is shut: %v, want %v", shut, c.shut)
			}
			for range 3 {
				order := r.Perm(c.most)
				x := newTellings(t, all)
				for part := range slices.Chunk(order, 1+r.IntN(c.most/3)) {
					x.come(part)
					x.sweep()
				}
				x.leave(gone)
				x.sweep()
				if got := x.state(); !slices.Equal(got, want) {
					t.Fatalf("%d findings, not the %d of one sweep; the first that differs: %s", len(got), len(want), differing(got, want))
				}
				x.leave(stay[:5])
				x.sweep()
				x.come(stay[:5])
				x.sweep()
				if err := x.dropGone(t.Context(), 0); err != nil {
					t.Fatal(err)
				}
				if got := x.state(); !slices.Equal(got, want) {
					t.Fatalf("after some went and came: the first that differs: %s", differing(got, want))
				}
			}
		})
	}
}

func differing(a, b []string) string {
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			return a[i]
		}
	}
	return b[len(a)]
}

// TestVerifyMissesKeysOfTellings takes keys out of the index, and utterances from
// under theirs.
func TestVerifyMissesKeysOfTellings(t *testing.T) {
	for tamper, want := range map[string]string{
		"DELETE FROM claim_posting_run": "the index holds 0 of its 6 keys",
		"DELETE FROM utterance":         "the index holds keys of 3 tellings that are nowhere",
		"SELECT 1":                      "",
	} {
		r := rand.New(rand.NewPCG(3, 5))
		x := newTellings(t, []match.Telling{inventedTelling(r), inventedTelling(r), inventedTelling(r)})
		x.come([]int{0, 1, 2})
		x.sweep()
		x.must(func(b *batch) error { return b.exec(tamper) })
		var got []string
		if _, err := x.Verify(t.Context(), func(p Problem) { got = append(got, p.String()) }); err != nil {
			t.Fatal(err)
		}
		if all := strings.Join(got, "\n"); want != "" && !strings.Contains(all, want) || want == "" && strings.Contains(all, "the index") {
			t.Errorf("after %s, want %q among:\n%s", tamper, want, all)
		}
	}
}
