package store

import (
	"database/sql"
	"math"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/match"
)

// reaching finds the components of many utterances at once: a statement costs
// more than its rows.
type reaching struct {
	gathering
	least  float64         // score of a likeness that is followed
	up     []int           // of a node: one nearer to the first of its component
	size   []int           // nodes of a component, at its first
	likes  []liking        // of nodes that were followed
	met    [][2]int64      // are of one component, to be joined
	claims map[int64]int64 // of a claim as it was: one of its utterances
}

// liking is a likeness of two utterances.
type liking struct {
	a, b      int64
	score     float64
	sure, off bool
}

// gatherAll finds the components of touched utterances: what they reach by
// confirmed likenesses, what people decided and claims as they were. Of a
// component too large to be grouped as a whole it gives the parts that reach each
// other closely or, where those are too large, by what people decided alone.
func (s *claimSweep) gatherAll(touched []int64) ([]*gathering, error) {
	r, err := s.reach(touched, 0)
	if err != nil {
		return nil, err
	}
	out, large := r.parts()
	if err := s.exec("DELETE FROM claim_large WHERE utterance_id IN (SELECT value FROM json_each(?))", list(idsOf(out))); err != nil {
		return nil, err
	}
	if err := s.markLarge(idsOf(large)); err != nil {
		return nil, err
	}
	for _, least := range []float64{match.Closely, math.Inf(1)} {
		if len(large) == 0 {
			break
		}
		if r, err = s.reach(among(touched, large), least); err != nil {
			return nil, err
		}
		var whole []*gathering
		whole, large = r.parts()
		out = append(out, whole...)
	}
	return append(out, large...), nil
}

func idsOf(all []*gathering) []int64 {
	var out []int64
	for _, g := range all {
		out = append(out, g.ids()...)
	}
	return out
}

// among are the ids that stand in one of the gatherings.
func among(ids []int64, all []*gathering) []int64 {
	var out []int64
	for _, id := range ids {
		for _, g := range all {
			if _, here := g.at[id]; here {
				out = append(out, id)
				break
			}
		}
	}
	return out
}

// reach follows likenesses of at least a score. A component larger than can be
// grouped is not followed on. Of a part of a large component, claims as they were
// are not followed: they may be of the whole.
func (s *claimSweep) reach(ids []int64, least float64) (*reaching, error) {
	r := &reaching{gathering: gathering{at: map[int64]int{}}, least: least, claims: map[int64]int64{}}
	for frontier := ids; len(frontier) > 0; {
		fresh, err := s.read(&r.gathering, frontier)
		if err != nil {
			return nil, err
		}
		for k := len(r.up); k < len(r.nodes); k++ {
			r.up, r.size = append(r.up, k), append(r.size, 1)
		}
		if frontier, err = s.follow(r, fresh); err != nil {
			return nil, err
		}
	}
	r.join()
	return r, nil
}

// follow gives what utterances of components that are not too large lead to and
// is not read yet.
func (s *claimSweep) follow(r *reaching, fresh []int64) ([]int64, error) {
	r.join()
	var from, claims []int64
	for _, id := range fresh {
		if r.size[r.first(r.at[id])] > match.MaxComponent {
			continue
		}
		from = append(from, id)
		c := r.nodes[r.at[id]].claim
		if c == 0 || r.least > 0 {
			continue
		}
		if one, met := r.claims[c]; met {
			r.met = append(r.met, [2]int64{one, id})
		} else {
			r.claims[c], claims = id, append(claims, c)
		}
	}
	if len(from) == 0 {
		return nil, nil
	}
	before := len(r.met)
	err := s.each("SELECT l.utterance_id, l.other_id, l.score, l.confirmed, l.off FROM json_each(?) j CROSS JOIN likeness l ON l.utterance_id = j.value", []any{list(from)}, func(rows *sql.Rows) error {
		var l liking
		err := rows.Scan(&l.a, &l.b, &l.score, &l.sure, &l.off)
		r.like(l)
		return err
	})
	if err != nil {
		return nil, err
	}
	err = s.each(`SELECT t.utterance_id, t.other_id FROM json_each(?1) j CROSS JOIN claim_tie t ON t.utterance_id = j.value WHERE t.same
		UNION ALL SELECT t.other_id, t.utterance_id FROM json_each(?1) j CROSS JOIN claim_tie t ON t.other_id = j.value WHERE t.same`, []any{list(from)}, func(rows *sql.Rows) error {
		var a, b int64
		err := rows.Scan(&a, &b)
		r.met = append(r.met, [2]int64{a, b})
		return err
	})
	if err != nil {
		return nil, err
	}
	err = s.each("SELECT o.claim, o.utterance_id FROM json_each(?) j CROSS JOIN utterance o ON o.claim = j.value", []any{list(claims)}, func(rows *sql.Rows) error {
		var claim, id int64
		err := rows.Scan(&claim, &id)
		r.met = append(r.met, [2]int64{r.claims[claim], id})
		return err
	})
	return r.unread(before), err
}

// like takes a likeness that was read.
func (r *reaching) like(l liking) {
	if l.a < l.b {
		r.likes = append(r.likes, l)
	}
	if l.sure && l.score >= r.least {
		r.met = append(r.met, [2]int64{l.a, l.b})
	}
}

// unread are those met since that are not in the gathering.
func (r *reaching) unread(since int) []int64 {
	var out []int64
	for _, p := range r.met[since:] {
		if _, here := r.at[p[1]]; !here {
			out = append(out, p[1])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// first is the first node of a node's component.
func (r *reaching) first(k int) int {
	for r.up[k] != k {
		r.up[k] = r.up[r.up[k]]
		k = r.up[k]
	}
	return k
}

// join makes one component of those that met. One that is gone is left out.
func (r *reaching) join() {
	for _, p := range r.met {
		i, here := r.at[p[0]]
		k, too := r.at[p[1]]
		if !here || !too {
			continue
		}
		if i, k = r.first(i), r.first(k); i != k {
			i, k = min(i, k), max(i, k)
			r.up[k], r.size[i] = i, r.size[i]+r.size[k]
		}
	}
	r.met = r.met[:0]
}

// parts takes the components apart, those too large from the others.
func (r *reaching) parts() (whole, large []*gathering) {
	of := map[int]*gathering{}
	var all []*gathering
	for k, n := range r.nodes {
		first := r.first(k)
		g := of[first]
		if g == nil {
			g = &gathering{at: map[int64]int{}}
			of[first], all = g, append(all, g)
		}
		g.at[n.id] = len(g.nodes)
		g.nodes = append(g.nodes, n)
	}
	for _, l := range r.likes {
		k, here := r.at[l.b]
		if first := r.first(r.at[l.a]); here && r.first(k) == first {
			g := of[first]
			g.edges = append(g.edges, match.Edge{A: g.at[l.a], B: g.at[l.b], Score: l.score, Sure: l.sure, Off: l.off})
		}
	}
	for _, g := range all {
		if len(g.nodes) > match.MaxComponent {
			large = append(large, g)
		} else {
			whole = append(whole, g)
		}
	}
	return whole, large
}

// markLarge has those of large components grouped again that were grouped while
// theirs was none.
func (s *claimSweep) markLarge(ids []int64) error {
	if len(ids) == 0 {
		return nil
	}
	fresh, err := s.ids("SELECT value FROM json_each(?) WHERE value NOT IN (SELECT utterance_id FROM claim_large)", list(ids))
	if err != nil || len(fresh) == 0 {
		return err
	}
	if err := s.exec("INSERT INTO claim_large (utterance_id) SELECT value FROM json_each(?)", list(fresh)); err != nil {
		return err
	}
	return s.touchUtterances(toGroup, fresh)
}
