package store

import (
	"cmp"
	"database/sql"
	"encoding/base32"
	"encoding/binary"
	"math"
	"slices"
	"strconv"

	"github.com/hearsay-engine/hearsay/internal/match"
)

// uttered is what grouping reads of an utterance.
type uttered struct {
	id     int64
	moment int64 // neverKnown while unknown
	claim  int64 // 0 for one that stands alone
}

// gathering is a component on its way to claims.
type gathering struct {
	nodes []uttered
	at    map[int64]int
	edges []match.Edge
	ties  []match.Tie
}

// groupAll groups touched utterances with all that they reach.
func (s *claimSweep) groupAll(touched []int64) error {
	done := map[int64]bool{}
	var all []*gathering
	for _, id := range touched {
		if done[id] {
			continue
		}
		g, err := s.gather(id)
		if err != nil {
			return err
		}
		for _, n := range g.nodes {
			done[n.id] = true
		}
		all = append(all, g)
	}
	if err := s.exec("DELETE FROM touched_utterance WHERE layer = ? AND utterance_id IN (SELECT value FROM json_each(?))", toGroup, list(keysOfSet(done))); err != nil {
		return err
	}
	for _, g := range all {
		if err := s.group(g); err != nil {
			return err
		}
	}
	return nil
}

func keysOfSet(set map[int64]bool) []int64 {
	out := make([]int64, 0, len(set))
	for id := range set {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// gather finds the component of an utterance: what it reaches by confirmed
// likenesses, what people decided and claims as they were.
func (s *claimSweep) gather(id int64) (*gathering, error) {
	g, whole, err := s.reach(id, 0)
	if err != nil || whole {
		if err == nil {
			err = s.exec("DELETE FROM claim_large WHERE utterance_id IN (SELECT value FROM json_each(?))", list(g.ids()))
		}
		return g, err
	}
	if err := s.markLarge(g.ids()); err != nil {
		return nil, err
	}
	if g, whole, err = s.reach(id, match.Closely); err != nil || whole {
		return g, err
	}
	g, _, err = s.reach(id, math.Inf(1))
	return g, err
}

// markLarge has those of a large component grouped again that were grouped
// while it was none.
func (s *claimSweep) markLarge(ids []int64) error {
	fresh, err := s.ids("SELECT value FROM json_each(?) WHERE value NOT IN (SELECT utterance_id FROM claim_large)", list(ids))
	if err != nil || len(fresh) == 0 {
		return err
	}
	if err := s.exec("INSERT INTO claim_large (utterance_id) SELECT value FROM json_each(?)", list(fresh)); err != nil {
		return err
	}
	return s.touchUtterances(toGroup, fresh)
}

func (g *gathering) ids() []int64 {
	out := make([]int64, len(g.nodes))
	for i, n := range g.nodes {
		out[i] = n.id
	}
	return out
}

// reach follows likenesses of at least a score; whole is false when there are
// more than can be grouped, and it stopped. Of a part of a large component,
// claims as they were are not followed: they may be of the whole.
func (s *claimSweep) reach(id int64, least float64) (g *gathering, whole bool, err error) {
	g = &gathering{at: map[int64]int{}}
	for frontier := []int64{id}; len(frontier) > 0; {
		fresh, err := s.read(g, frontier)
		if err != nil {
			return g, false, err
		}
		if len(g.nodes) > match.MaxComponent {
			return g, false, nil
		}
		if frontier, err = s.reached(g, fresh, least); err != nil {
			return g, false, err
		}
	}
	return g, true, nil
}

// read adds utterances to a gathering and gives those that were not in it.
func (s *claimSweep) read(g *gathering, ids []int64) ([]int64, error) {
	var fresh []int64
	err := s.each("SELECT u.utterance_id, u.moment, u.claim FROM json_each(?) j CROSS JOIN utterance u ON u.utterance_id = j.value", []any{list(ids)}, func(rows *sql.Rows) error {
		var n uttered
		var claim sql.NullInt64
		if err := rows.Scan(&n.id, &n.moment, &claim); err != nil {
			return err
		}
		if _, met := g.at[n.id]; met {
			return nil
		}
		n.claim = claim.Int64
		g.at[n.id] = len(g.nodes)
		g.nodes, fresh = append(g.nodes, n), append(fresh, n.id)
		return nil
	})
	return fresh, err
}

// reached is what utterances lead to that is not in the gathering yet.
func (s *claimSweep) reached(g *gathering, from []int64, least float64) ([]int64, error) {
	var next []int64
	follow := func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		if _, met := g.at[id]; !met {
			next = append(next, id)
		}
		return err
	}
	query := `SELECT l.other_id FROM json_each(?1) j CROSS JOIN likeness l ON l.utterance_id = j.value WHERE l.confirmed AND l.score >= ?2
		UNION ALL SELECT t.other_id FROM json_each(?1) j CROSS JOIN claim_tie t ON t.utterance_id = j.value WHERE t.same
		UNION ALL SELECT t.utterance_id FROM json_each(?1) j CROSS JOIN claim_tie t ON t.other_id = j.value WHERE t.same`
	if least == 0 {
		query += ` UNION ALL SELECT o.utterance_id FROM json_each(?1) j CROSS JOIN utterance u ON u.utterance_id = j.value CROSS JOIN utterance o ON o.claim = u.claim WHERE u.claim IS NOT NULL`
	}
	err := s.each(query, []any{list(from), least}, follow)
	return next, err
}

// group groups a component and writes what changed.
func (s *claimSweep) group(g *gathering) error {
	if len(g.nodes) == 0 {
		return nil
	}
	if err := s.connectClaims(g); err != nil {
		return err
	}
	nodes := make([]match.Node, len(g.nodes))
	for i, n := range g.nodes {
		nodes[i] = match.Node{ID: n.id, Order: n.moment}
	}
	heads := match.Group(nodes, g.edges, g.ties)
	size := map[int]int{}
	for _, h := range heads {
		size[h]++
	}
	var rows [][2]any
	for i, h := range heads {
		claim, now := any(nil), int64(0)
		if size[h] > 1 {
			claim, now = g.nodes[h].id, g.nodes[h].id
		}
		if now != g.nodes[i].claim {
			rows = append(rows, [2]any{g.nodes[i].id, claim})
		}
	}
	if len(rows) > 0 {
		if err := s.exec("UPDATE utterance SET claim = j.value ->> 1 FROM json_each(?) j WHERE utterance_id = j.value ->> 0", list(rows)); err != nil {
			return err
		}
	}
	return s.handOut(g, heads, size)
}

// connectClaims reads the likenesses and decisions within a component.
func (s *claimSweep) connectClaims(g *gathering) error {
	ids := list(g.ids())
	err := s.each("SELECT l.utterance_id, l.other_id, l.score, l.confirmed, l.off FROM json_each(?) j CROSS JOIN likeness l ON l.utterance_id = j.value WHERE l.utterance_id < l.other_id",
		[]any{ids}, func(rows *sql.Rows) error {
			var a, b int64
			var score float64
			var sure, off bool
			err := rows.Scan(&a, &b, &score, &sure, &off)
			i, here := g.at[a]
			k, too := g.at[b]
			if here && too {
				g.edges = append(g.edges, match.Edge{A: i, B: k, Score: score, Sure: sure, Off: off})
			}
			return err
		})
	if err != nil {
		return err
	}
	return s.each("SELECT t.utterance_id, t.other_id, t.same, t.moved FROM claim_tie t WHERE t.utterance_id IN (SELECT value FROM json_each(?)) ORDER BY t.number", []any{ids}, func(rows *sql.Rows) error {
		var a, b int64
		var same, moved bool
		err := rows.Scan(&a, &b, &same, &moved)
		i, here := g.at[a]
		k, too := g.at[b]
		if here && too {
			g.ties = append(g.ties, match.Tie{A: i, B: k, Same: same, Moved: moved})
		}
		return err
	})
}

// handOut gives every claim of more than one utterance an id, unless one of them
// has brought one along.
func (s *claimSweep) handOut(g *gathering, heads []int, size map[int]int) error {
	known := map[int]bool{} // heads of claims that have an id
	err := s.each("SELECT c.utterance_id FROM json_each(?) j CROSS JOIN claim_id c ON c.utterance_id = j.value", []any{list(g.ids())}, func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		if i, here := g.at[id]; here {
			known[heads[i]] = true
		}
		return err
	})
	if err != nil {
		return err
	}
	var fresh []int
	for h, n := range size {
		if n > 1 && !known[h] {
			fresh = append(fresh, h)
		}
	}
	slices.SortFunc(fresh, func(a, b int) int {
		return cmp.Or(cmp.Compare(g.nodes[a].moment, g.nodes[b].moment), cmp.Compare(g.nodes[a].id, g.nodes[b].id))
	})
	for _, h := range fresh {
		if err := s.newClaimID(g.nodes[h].id); err != nil {
			return err
		}
	}
	return nil
}

func (s *claimSweep) newClaimID(utterance int64) error {
	for n := 1; ; n++ {
		id := claimID(utterance)
		if n > 1 {
			id += "-" + strconv.Itoa(n)
		}
		var number int64
		fresh, err := s.find("INSERT INTO claim_id (id, utterance_id) VALUES (?, ?) ON CONFLICT (id) DO NOTHING RETURNING number", []any{id, utterance}, &number)
		if fresh || err != nil {
			return err
		}
	}
}

// Claim ids: the first fifty bits of the hash of the words that first had it.
const (
	claimPrefix  = "claim:"
	claimIDBits  = 50
	claimIDChars = 10
)

var claimLetters = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// claimID is the id of the claim that an utterance makes by itself.
func claimID(utterance int64) string {
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], uint64(utterance)<<1)
	return claimPrefix + claimLetters.EncodeToString(b[:])[:claimIDChars]
}

// claimRange is the range of utterances whose own id this may be, [from, to).
func claimRange(id string) (from, to int64, ok bool) {
	if len(id) != len(claimPrefix)+claimIDChars {
		return 0, 0, false
	}
	b, err := claimLetters.DecodeString(id[len(claimPrefix):] + "000")
	if err != nil || len(b) < 8 {
		return 0, 0, false
	}
	n := binary.BigEndian.Uint64(b) >> 1
	return int64(n), int64(n + 1<<(63-claimIDBits)), true
}
