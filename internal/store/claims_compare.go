package store

import (
	"database/sql"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/news"
)

// compareAll finds what touched utterances are alike.
func (s *claimSweep) compareAll(touched []int64) error {
	if err := s.load(touched); err != nil {
		return err
	}
	if err := s.unlike(touched); err != nil {
		return err
	}
	k, err := s.keysOf(touched)
	if err != nil {
		return err
	}
	f, err := s.file(k)
	if err != nil {
		return err
	}
	with, err := s.candidates(k)
	if err != nil {
		return err
	}
	if err := s.liken(touched, with); err != nil {
		return err
	}
	if err := s.retestShut(f.shut); err != nil {
		return err
	}
	return s.retest("SELECT utterance_id, other_id FROM likeness WHERE utterance_id IN (SELECT value FROM json_each(?))", f.displaced)
}

// unlike takes away what utterances were alike; their claims are grouped again.
func (s *claimSweep) unlike(ids []int64) error {
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

// liken compares each touched utterance with its candidates, and keeps who is
// alike.
func (s *claimSweep) liken(touched []int64, with map[int64][]int64) error {
	var all []int64
	for _, id := range touched {
		slices.Sort(with[id])
		with[id] = slices.Compact(with[id])
		all = append(all, with[id]...)
	}
	slices.Sort(all)
	if err := s.load(slices.Compact(all)); err != nil {
		return err
	}
	found := make([][]alike, len(touched))
	inParallel(len(touched), func(i int) { found[i] = s.like(touched[i], with[touched[i]]) })
	var rows [][5]any
	var group []int64
	for _, list := range found {
		for _, x := range list {
			sure, off := 0, 0
			if x.off {
				off = 1
			}
			if x.confirmed {
				sure = 1
				group = append(group, x.a, x.b)
			}
			rows = append(rows, [5]any{x.a, x.b, x.score, sure, off}, [5]any{x.b, x.a, x.score, sure, off})
		}
	}
	if len(rows) > 0 {
		if err := s.exec("INSERT OR REPLACE INTO likeness (utterance_id, other_id, score, confirmed, off) SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)", list(rows)); err != nil {
			return err
		}
	}
	return s.touchUtterances(toGroup, group)
}

// like compares one utterance with its candidates.
func (s *claimSweep) like(id int64, with []int64) []alike {
	var out []alike
	d := s.dated[id]
	for _, o := range with {
		x := s.dated[o]
		if o == id || d.Gist == nil || x.Gist == nil {
			continue
		}
		if l := match.Compare(d, x); l.Certainty != "" {
			out = append(out, alike{id, o, l.Score, l.Certainty == news.Confirmed, l.Conflict})
		}
	}
	return out
}

// retestShut looks again at pairs that share a key which counts no more.
func (s *claimSweep) retestShut(keys []int64) error {
	for _, key := range keys {
		members, err := s.ids("SELECT utterance_id FROM claim_key WHERE key = ?1 UNION SELECT utterance_id FROM claim_rest WHERE key = ?1", key)
		if err != nil {
			return err
		}
		if err := s.retest("SELECT l.utterance_id, l.other_id FROM likeness l WHERE l.utterance_id IN (SELECT value FROM json_each(?1)) AND l.other_id IN (SELECT value FROM json_each(?1))", members); err != nil {
			return err
		}
	}
	return nil
}

// retest drops the likenesses, of those a query gives for some utterances, that
// would not be found any more: neither stands for a key that both share.
func (s *claimSweep) retest(query string, ids []int64) error {
	if len(ids) == 0 {
		return nil
	}
	var pairs [][2]int64
	var ends []int64
	err := s.each(query, []any{list(ids)}, func(rows *sql.Rows) error {
		var p [2]int64
		err := rows.Scan(&p[0], &p[1])
		pairs, ends = append(pairs, p), append(ends, p[0], p[1])
		return err
	})
	if err != nil || len(pairs) == 0 {
		return err
	}
	if err := s.load(ends); err != nil {
		return err
	}
	k, err := s.keysOf(ends)
	if err != nil {
		return err
	}
	var gone [][2]int64
	var group []int64
	for _, p := range pairs {
		if !s.meet(p, k.reps) {
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

// meet reports whether a pair is compared: it shares a key that one of them
// stands for.
func (s *claimSweep) meet(p [2]int64, reps map[int64][]int64) bool {
	if s.dated[p[0]].Gist == nil || s.dated[p[1]].Gist == nil {
		return false
	}
	others := s.dated[p[1]].Keys()
	for _, key := range s.dated[p[0]].Keys() {
		if _, shared := slices.BinarySearch(others, key); !shared {
			continue
		}
		if r := reps[int64(key)]; !closed(r) && (slices.Contains(r, p[0]) || slices.Contains(r, p[1])) {
			return true
		}
	}
	return false
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
		delete(s.dated, id)
	}
	return nil
}
