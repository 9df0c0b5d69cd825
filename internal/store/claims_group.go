package store

import (
	"cmp"
	"database/sql"
	"encoding/base32"
	"encoding/binary"
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
	all, err := s.gatherAll(touched)
	if err != nil {
		return err
	}
	var ids []int64
	for _, g := range all {
		ids = append(ids, g.ids()...)
	}
	if err := s.exec("DELETE FROM touched_utterance WHERE layer = ? AND utterance_id IN (SELECT value FROM json_each(?))", toGroup, list(ids)); err != nil {
		return err
	}
	if err := s.tieClaims(all, ids); err != nil {
		return err
	}
	heads := make([][]int, len(all))
	inParallel(len(all), func(i int) { heads[i] = all[i].group() })
	if err := s.saveClaims(all, heads); err != nil {
		return err
	}
	return s.handOut(all, heads, ids)
}

func (g *gathering) ids() []int64 {
	out := make([]int64, len(g.nodes))
	for i, n := range g.nodes {
		out[i] = n.id
	}
	return out
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

// tieClaims reads what people decided within components.
func (s *claimSweep) tieClaims(all []*gathering, ids []int64) error {
	of := make(map[int64]*gathering, len(ids))
	for _, g := range all {
		for id := range g.at {
			of[id] = g
		}
	}
	return s.each("SELECT t.utterance_id, t.other_id, t.same, t.moved FROM claim_tie t WHERE t.utterance_id IN (SELECT value FROM json_each(?)) ORDER BY t.number", []any{list(ids)}, func(rows *sql.Rows) error {
		var a, b int64
		var same, moved bool
		err := rows.Scan(&a, &b, &same, &moved)
		if g := of[a]; g != nil && g == of[b] {
			g.ties = append(g.ties, match.Tie{A: g.at[a], B: g.at[b], Same: same, Moved: moved})
		}
		return err
	})
}

// group gives each node's head.
func (g *gathering) group() []int {
	nodes := make([]match.Node, len(g.nodes))
	for i, n := range g.nodes {
		nodes[i] = match.Node{ID: n.id, Order: n.moment}
	}
	return match.Group(nodes, g.edges, g.ties)
}

// saveClaims writes which claims changed.
func (s *claimSweep) saveClaims(all []*gathering, heads [][]int) error {
	var rows [][2]any
	var due []int64
	for k, g := range all {
		size := sizes(heads[k])
		for i, h := range heads[k] {
			claim, now := any(nil), int64(0)
			if size[h] > 1 {
				claim, now = g.nodes[h].id, g.nodes[h].id
			}
			if now != g.nodes[i].claim {
				rows = append(rows, [2]any{g.nodes[i].id, claim})
				due = append(due, g.nodes[i].id)
				if was := g.nodes[i].claim; was != 0 {
					due = append(due, was)
				}
			}
		}
	}
	if len(rows) == 0 {
		return nil
	}
	if err := s.exec("UPDATE OR FAIL utterance SET claim = j.value ->> 1 FROM json_each(?) j WHERE utterance_id = j.value ->> 0", list(rows)); err != nil {
		return err
	}
	return s.due(due, true)
}

// sizes counts the nodes of each head.
func sizes(heads []int) map[int]int {
	size := map[int]int{}
	for _, h := range heads {
		size[h]++
	}
	return size
}

// handOut gives every claim of more than one utterance an id, unless one of them
// has brought one along.
func (s *claimSweep) handOut(all []*gathering, heads [][]int, ids []int64) error {
	known := map[int64]bool{} // utterances that have an id
	err := s.each("SELECT c.utterance_id FROM json_each(?) j CROSS JOIN claim_id c ON c.utterance_id = j.value", []any{list(ids)}, func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		known[id] = true
		return err
	})
	if err != nil {
		return err
	}
	var fresh []uttered
	for k, g := range all {
		size := sizes(heads[k])
		for i, h := range heads[k] {
			if known[g.nodes[i].id] {
				delete(size, h)
			}
		}
		for h, n := range size {
			if n > 1 {
				fresh = append(fresh, g.nodes[h])
			}
		}
	}
	slices.SortFunc(fresh, func(a, b uttered) int { return cmp.Or(cmp.Compare(a.moment, b.moment), cmp.Compare(a.id, b.id)) })
	for _, u := range fresh {
		if err := s.newClaimID(u.id); err != nil {
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
