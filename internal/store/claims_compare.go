package store

import (
	"database/sql"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/news"
)

// compareAll finds what utterances are alike that are new, or were compared before
// and are so again, and what is not found any more since they came.
func (s *claimSweep) compareAll(fresh, again []int64) error {
	if err := s.unlike(again); err != nil {
		return err
	}
	touched := slices.Concat(fresh, again)
	slices.Sort(touched)
	if err := s.load(touched); err != nil {
		return err
	}
	k, err := s.keysOf(touched)
	if err != nil {
		return err
	}
	shut := k.enter()
	if err := s.liken(k.candidates(s.claimMemory), touched); err != nil {
		return err
	}
	if err := s.shutKeys(shut); err != nil {
		return err
	}
	if err := s.retest(append(k.displaced(), k.shared(shut)...), k); err != nil {
		return err
	}
	return s.post(fresh)
}

// unlike takes away what utterances were alike; their claims are grouped again.
func (s *claimSweep) unlike(ids []int64) error {
	if len(ids) == 0 {
		return nil
	}
	const of = "(SELECT value FROM json_each(?1))"
	for _, q := range []string{
		"INSERT OR IGNORE INTO touched_utterance (layer, utterance_id) SELECT ?2, other_id FROM likeness WHERE utterance_id IN " + of + " AND confirmed",
		"INSERT OR IGNORE INTO touched_utterance (layer, utterance_id) SELECT ?2, utterance_id FROM likeness WHERE utterance_id IN " + of + " AND confirmed",
		"INSERT OR IGNORE INTO touched_utterance (layer, utterance_id) SELECT ?2, utterance_id FROM utterance WHERE utterance_id IN " + of + " AND claim IS NOT NULL",
	} {
		if err := s.exec(q, list(ids), toGroup); err != nil {
			return err
		}
	}
	for _, q := range []string{
		"DELETE FROM likeness WHERE (utterance_id, other_id) IN (SELECT other_id, utterance_id FROM likeness WHERE utterance_id IN " + of + ")",
		"DELETE FROM likeness WHERE utterance_id IN " + of,
	} {
		if err := s.exec(q, list(ids)); err != nil {
			return err
		}
	}
	return nil
}

// alike is a pair of utterances that are one claim, or may be.
type alike struct {
	a, b           int64
	score          float64
	confirmed, off bool
}

// liken compares pairs of rows, of which one has touched utterances, and keeps who
// is alike.
func (s *claimSweep) liken(pairs [][2]int64, touched []int64) error {
	if err := s.loadPairs(pairs); err != nil {
		return err
	}
	found := make([][]alike, len(pairs))
	inParallel(len(pairs), func(i int) { found[i] = s.like(pairs[i]) })
	var both []alike
	var group, due []int64
	for _, x := range slices.Concat(found...) {
		if x.confirmed {
			group = append(group, x.a, x.b)
		}
		if _, new := slices.BinarySearch(touched, x.a); new {
			due = append(due, x.a)
		} else {
			due = append(due, x.b)
		}
		both = append(both, x, alike{x.b, x.a, x.score, x.confirmed, x.off})
	}
	slices.SortStableFunc(both, func(x, y alike) int { return comparePairs([2]int64{x.a, x.b}, [2]int64{y.a, y.b}) })
	rows := make([]any, 0, likenessWidth*len(both))
	for _, x := range both {
		rows = append(rows, x.a, x.b, x.score, x.confirmed, x.off)
	}
	const again = " ON CONFLICT DO UPDATE SET score = excluded.score, confirmed = excluded.confirmed, off = excluded.off"
	if err := s.bulk("INSERT OR FAIL INTO likeness (utterance_id, other_id, score, confirmed, off) VALUES ", likenessWidth, rows, again); err != nil {
		return err
	}
	if err := s.due(due, true); err != nil {
		return err
	}
	return s.touchUtterances(toGroup, group)
}

// likenessWidth is how many columns of a likeness are written.
const likenessWidth = 5

func (s *claimSweep) loadPairs(pairs [][2]int64) error {
	rows := make([]int64, 0, 2*len(pairs))
	for _, p := range pairs {
		rows = append(rows, p[0], p[1])
	}
	return s.loadRows(rows)
}

// like compares the utterances of two rows.
func (s *claimSweep) like(rows [2]int64) []alike {
	var out []alike
	for a := range s.told.of(rows[0]) {
		for b := range s.told.of(rows[1]) {
			if l := match.Compare(a.Dated, b.Dated); l.Certainty != "" {
				out = append(out, alike{a.id, b.id, l.Score, l.Certainty == news.Confirmed, l.Conflict})
			}
		}
	}
	return out
}

// retest drops the likenesses of pairs of rows that would not be found any more:
// neither stands for a key that both share.
func (s *claimSweep) retest(pairs [][2]int64, k *keyed) error {
	alike, err := s.alikeAmong(pairs)
	if err != nil || len(alike) == 0 {
		return err
	}
	holders, err := s.holdersShared(alike, k)
	if err != nil {
		return err
	}
	var gone [][2]int64
	var group []int64
	for _, p := range alike {
		if !slices.ContainsFunc(s.keysShared(p), func(key uint64) bool {
			stand := standFor(holders(key))
			return slices.Contains(stand, claimRow(p[0])) || slices.Contains(stand, claimRow(p[1]))
		}) {
			gone, group = append(gone, p, [2]int64{p[1], p[0]}), append(group, p[0], p[1])
		}
	}
	if len(gone) == 0 {
		return nil
	}
	if err := s.exec("DELETE FROM likeness WHERE (utterance_id, other_id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))", list(gone)); err != nil {
		return err
	}
	return s.touchUtterances(toGroup, group)
}

// alikeAmong are the utterances, of pairs of rows, that are alike.
func (s *claimSweep) alikeAmong(pairs [][2]int64) ([][2]int64, error) {
	if len(pairs) == 0 {
		return nil, nil
	}
	var from []int64
	for _, p := range pairs {
		if n := len(from); n == 0 || from[n-1] != p[0] {
			from = append(from, p[0])
		}
	}
	slices.Sort(from)
	found := map[[2]int64][][2]int64{} // utterances, by their rows
	err := s.each("SELECT l.utterance_id, l.other_id FROM json_each(?) j CROSS JOIN likeness l ON "+strings.ReplaceAll(ofRow, "u.", "l."), []any{list(slices.Compact(from))}, func(rows *sql.Rows) error {
		var p [2]int64
		err := rows.Scan(&p[0], &p[1])
		of := [2]int64{claimRow(p[0]), claimRow(p[1])}
		found[of] = append(found[of], p)
		return err
	})
	var out [][2]int64
	for _, p := range pairs {
		if len(found) == 0 {
			break
		}
		if some, alike := found[p]; alike {
			out = append(out, some...)
			delete(found, p)
		}
	}
	return out, err
}

// holdersShared gives what gives the rows of the open keys that pairs of utterances
// share.
func (s *claimSweep) holdersShared(pairs [][2]int64, k *keyed) (func(key uint64) []int64, error) {
	var ids []int64
	for _, p := range pairs {
		ids = append(ids, p[0], p[1])
	}
	if err := s.load(ids); err != nil {
		return nil, err
	}
	var missing []uint64
	for _, p := range pairs {
		for _, key := range s.keysShared(p) {
			if _, known := slices.BinarySearch(k.keys, key); !known {
				missing = append(missing, key)
			}
		}
	}
	slices.Sort(missing)
	missing = slices.Compact(missing)
	others, err := s.holders(missing)
	return func(key uint64) []int64 {
		if i, known := slices.BinarySearch(k.keys, key); known {
			return k.rows[i]
		}
		i, _ := slices.BinarySearch(missing, key)
		return others[i]
	}, err
}

// keysShared are the open keys that two utterances share.
func (s *claimSweep) keysShared(pair [2]int64) []uint64 {
	a, b := s.of(pair[0]), s.of(pair[1])
	if a.Gist == nil || b.Gist == nil {
		return nil
	}
	var out []uint64
	others := b.Keys()
	for _, key := range a.Keys() {
		if _, shared := slices.BinarySearch(others, key); shared && !s.shut[key] {
			out = append(out, key)
		}
	}
	return out
}

// drop removes utterances that nobody tells. An id that was handed out for one
// goes on with another of its claim.
func (s *claimSweep) drop(ids []int64) error {
	if len(ids) == 0 {
		return nil
	}
	if err := s.load(ids); err != nil {
		return err
	}
	if err := s.unlike(ids); err != nil {
		return err
	}
	if err := s.unfile(ids); err != nil {
		return err
	}
	const of = "(SELECT value FROM json_each(?))"
	for _, q := range []string{
		"INSERT OR IGNORE INTO claim_due SELECT claim, 0 FROM utterance WHERE claim IS NOT NULL AND utterance_id IN " + of,
		"DELETE FROM claim_tally WHERE head IN " + of,
		`UPDATE claim_id SET utterance_id = coalesce((SELECT o.utterance_id FROM utterance u JOIN utterance o ON o.claim = u.claim WHERE u.utterance_id = claim_id.utterance_id
			AND o.utterance_id NOT IN ` + of + ` ORDER BY o.moment, o.utterance_id LIMIT 1), utterance_id) WHERE utterance_id IN ` + of,
		"DELETE FROM touched_utterance WHERE utterance_id IN " + of,
		"DELETE FROM claim_large WHERE utterance_id IN " + of,
		"DELETE FROM utterance WHERE utterance_id IN " + of,
	} {
		args := []any{list(ids)}
		if q[0] == 'U' {
			args = append(args, args[0])
		}
		if err := s.exec(q, args...); err != nil {
			return err
		}
	}
	for _, id := range ids {
		s.forget(id)
	}
	return nil
}
