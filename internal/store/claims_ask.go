package store

import (
	"database/sql"
	"slices"
)

// asking is a likeness of an utterance to another, and whether a review asks
// about it.
type asking struct {
	head, other int64
	asks, wants bool
}

// askOf notes of which likenesses of utterances a review asks: the one heads a
// claim of several wordings, the other is of another claim, and nobody parted
// them.
func (s *claimSweep) askOf(ids []int64) error {
	tied, err := s.tiedTo(ids)
	if err != nil {
		return err
	}
	all, err := s.askings(slices.Concat(ids, tied))
	if err != nil {
		return err
	}
	if err := s.part(all); err != nil {
		return err
	}
	var turned [][2]int64
	for i := range all {
		if all[i].asks != all[i].wants {
			turned = append(turned, [2]int64{all[i].head, all[i].other})
		}
	}
	if len(turned) == 0 {
		return nil
	}
	return s.exec("UPDATE likeness SET asks = 1 - asks WHERE (utterance_id, other_id) IN (SELECT DISTINCT value ->> 0, value ->> 1 FROM json_each(?))", list(turned))
}

// tiedTo are the utterances that people decided on together with these.
func (s *claimSweep) tiedTo(ids []int64) ([]int64, error) {
	var decided bool
	if _, err := s.find("SELECT EXISTS (SELECT 1 FROM claim_tie)", nil, &decided); err != nil || !decided {
		return nil, err
	}
	return s.ids(`SELECT t.other_id FROM json_each(?1) j CROSS JOIN claim_tie t ON t.utterance_id = j.value
		UNION SELECT t.utterance_id FROM json_each(?1) j CROSS JOIN claim_tie t ON t.other_id = j.value`, list(ids))
}

// askings reads the likenesses of utterances, both ways.
func (s *claimSweep) askings(ids []int64) ([]asking, error) {
	var out []asking
	err := s.each(`SELECT l.utterance_id, l.other_id, l.asks, b.asks, coalesce(u.claim, 0), coalesce(o.claim, 0) FROM json_each(?) j CROSS JOIN likeness l ON l.utterance_id = j.value
		CROSS JOIN likeness b ON b.utterance_id = l.other_id AND b.other_id = l.utterance_id CROSS JOIN utterance u ON u.utterance_id = l.utterance_id
		CROSS JOIN utterance o ON o.utterance_id = l.other_id`, []any{list(ids)}, func(rows *sql.Rows) error {
		var there, back asking
		var claim, others int64
		err := rows.Scan(&there.head, &there.other, &there.asks, &back.asks, &claim, &others)
		back.head, back.other = there.other, there.head
		there.wants = claim == there.head && others != claim
		back.wants = others == back.head && claim != others
		for _, x := range []asking{there, back} {
			if x.asks || x.wants {
				out = append(out, x)
			}
		}
		return err
	})
	return out, err
}

// part takes away what a person parted from a claim.
func (s *claimSweep) part(all []asking) error {
	var others []int64
	for i := range all {
		if all[i].wants {
			others = append(others, all[i].other)
		}
	}
	if len(others) == 0 {
		return nil
	}
	slices.Sort(others)
	parted := map[[2]int64]bool{} // an utterance from a claim
	err := s.each(`SELECT x.id, u.claim FROM (SELECT t.utterance_id AS id, t.other_id AS other FROM json_each(?1) j CROSS JOIN claim_tie t ON t.utterance_id = j.value WHERE NOT t.same
			UNION ALL SELECT t.other_id, t.utterance_id FROM json_each(?1) j CROSS JOIN claim_tie t ON t.other_id = j.value WHERE NOT t.same) x
		JOIN utterance u ON u.utterance_id = x.other WHERE u.claim IS NOT NULL`, []any{list(slices.Compact(others))}, func(rows *sql.Rows) error {
		var p [2]int64
		err := rows.Scan(&p[0], &p[1])
		parted[p] = true
		return err
	})
	for i := range all {
		x := &all[i]
		x.wants = x.wants && !parted[[2]int64{x.other, x.head}]
	}
	return err
}
