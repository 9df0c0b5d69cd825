package store

import (
	"database/sql"
	"maps"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/news"
)

// tellingRow is a telling as its row holds it.
type tellingRow struct {
	utterance int64
	gist      []byte
	taken     bool  // it takes the words up
	row       []any // the row's other columns
}

func newTellingRow(a *news.Article, number int, t *match.Telling) tellingRow {
	r := tellingRow{utterance: t.Gist.ID(), gist: t.Gist.Append(nil), taken: t.Relation != news.RelRepeats}
	cueStart, cueEnd := any(nil), any(nil)
	if !t.Cue.Empty() {
		cueStart, cueEnd = t.Cue.Start, t.Cue.End
	}
	spans := flat(t.Content)
	if t.Statement == t.Told && t.Statement != news.Outermost && spans == flat(a.Statements[t.Statement].Content) {
		spans = ""
	}
	relation := ""
	if r.taken {
		relation = string(t.Relation)
	}
	r.row = []any{number, r.utterance, numberOrNull(t.Statement), numberOrNull(t.Told), relation, cueStart, cueEnd, spans}
	return r
}

// relationOf is the relation of a telling t: most only repeat, which rows say by "".
const relationOf = "coalesce(nullif(t.relation, ''), 'repeats')"

func numberOrNull(n int) any {
	if n == news.Outermost {
		return nil
	}
	return n
}

func packTellings(a *news.Article, tellings []match.Telling) []tellingRow {
	out := make([]tellingRow, len(tellings))
	for i := range tellings {
		out[i] = newTellingRow(a, i, &tellings[i])
	}
	return out
}

// untold is what a transaction has still to write of what articles tell: rows
// of many articles, sorted, go into their table faster than those of one.
type untold struct {
	articles   map[int64]bool // that have rows here
	utterances map[int64]newUtterance
	tellings   []any      // rows one behind the other
	spots      [][2]int64 // an utterance of each, and where it is told
	several    []int64    // utterances that are told more than once, or taken up
}

// newUtterance is an utterance as articles tell it: at the earliest of their moments.
type newUtterance struct {
	gist   []byte
	moment int64
}

// putTellings files an article under what it tells.
func (b *batch) putTellings(p *Packed, article int64) error {
	u := &b.untold
	if u.utterances == nil {
		u.articles, u.utterances = map[int64]bool{}, map[int64]newUtterance{}
	}
	u.articles[article] = true
	for number, t := range p.tellings {
		have, met := u.utterances[t.utterance]
		if !met || p.copy.at < have.moment {
			u.utterances[t.utterance] = newUtterance{t.gist, p.copy.at}
		}
		if met || t.taken {
			u.several = append(u.several, t.utterance)
		}
		u.tellings = append(append(u.tellings, article), t.row...)
		u.spots = append(u.spots, [2]int64{t.utterance, spotOf(article, int64(number))})
	}
	return nil
}

// writeTold writes what is untold. Words that are new, or told at an earlier
// moment than any known, are compared by the next sweep.
func (b *batch) writeTold() error {
	u := b.untold
	b.untold = untold{}
	if len(u.utterances) == 0 {
		return nil
	}
	ids := slices.Sorted(maps.Keys(u.utterances))
	known, earlier, due := map[int64]bool{}, []int64(nil), u.several
	have := map[int64]bool{} // utterances that are told
	err := b.each("SELECT u.utterance_id, u.moment, u.spot IS NOT NULL FROM json_each(?) j CROSS JOIN utterance u ON u.utterance_id = j.value", []any{list(ids)}, func(rows *sql.Rows) error {
		var id, moment int64
		var told bool
		err := rows.Scan(&id, &moment, &told)
		due, have[id] = append(due, id), told
		if known[id] = true; u.utterances[id].moment < moment {
			earlier = append(earlier, id)
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, id := range earlier {
		b.memory.claims.forget(id)
		if err := b.exec("UPDATE utterance SET moment = ? WHERE utterance_id = ?", u.utterances[id].moment, id); err != nil {
			return err
		}
	}
	slices.SortFunc(u.spots, comparePairs)
	var rows, fresh []any
	var first, again [][2]int64
	for _, s := range u.spots {
		switch id := s[0]; {
		case have[id]:
			again = append(again, s)
		case known[id]:
			first = append(first, s)
		default:
			b.memory.claims.forget(id) // another may have its row
			rows, fresh = append(rows, id, u.utterances[id].gist, u.utterances[id].moment, s[1]), append(fresh, toFile, id)
		}
		have[s[0]] = true
	}
	if err := b.bulk("INSERT OR FAIL INTO utterance (utterance_id, gist, moment, spot) VALUES ", 4, rows); err != nil {
		return err
	}
	if err := b.writeSpots(first, again); err != nil {
		return err
	}
	if err := b.bulk("INSERT OR IGNORE INTO touched_utterance (layer, utterance_id) VALUES ", 2, fresh); err != nil {
		return err
	}
	if err := b.touchUtterances(toCompare, earlier); err != nil {
		return err
	}
	if err := b.due(due, false); err != nil {
		return err
	}
	return b.bulk("INSERT INTO telling (article_id, number, utterance_id, statement, told, relation, cue_start, cue_end, spans) VALUES ", 9, u.tellings)
}

// clearTellings takes an article out of what is told.
func (b *batch) clearTellings(article int64) error {
	if b.untold.articles[article] {
		if err := b.writeTold(); err != nil {
			return err
		}
	}
	if err := b.exec("INSERT OR IGNORE INTO touched_utterance (layer, utterance_id) SELECT ?, utterance_id FROM telling WHERE article_id = ?", lostTelling, article); err != nil {
		return err
	}
	if err := b.exec("INSERT OR IGNORE INTO claim_due SELECT utterance_id, 0 FROM telling WHERE article_id = ?", article); err != nil {
		return err
	}
	if err := b.clearSpots(article); err != nil {
		return err
	}
	return b.exec("DELETE FROM telling WHERE article_id = ?", article)
}

func (b *batch) touchUtterances(layer int, ids []int64) error {
	if len(ids) == 0 {
		return nil
	}
	return b.exec("INSERT OR IGNORE INTO touched_utterance (layer, utterance_id) SELECT ?, value FROM json_each(?)", layer, list(ids))
}
