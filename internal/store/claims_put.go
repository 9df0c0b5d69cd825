package store

import (
	"database/sql"
	"encoding/hex"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/news"
)

// tellingRow is a telling as its row holds it.
type tellingRow struct {
	utterance int64
	gist      string // in hexadecimal
	row       []any  // the row's other columns
}

func newTellingRow(a *news.Article, number int, t *match.Telling) tellingRow {
	r := tellingRow{utterance: t.Gist.ID(), gist: hex.EncodeToString(t.Gist.Append(nil))}
	cueStart, cueEnd := any(nil), any(nil)
	if !t.Cue.Empty() {
		cueStart, cueEnd = t.Cue.Start, t.Cue.End
	}
	spans := flat(t.Content)
	if t.Statement == t.Told && t.Statement != news.Outermost && spans == flat(a.Statements[t.Statement].Content) {
		spans = ""
	}
	r.row = []any{number, r.utterance, numberOrNull(t.Statement), numberOrNull(t.Told), string(t.Relation), cueStart, cueEnd, spans}
	return r
}

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

// putTellings files an article under what it tells. Words that are new, or told
// at an earlier moment than any known, are compared by the next sweep.
func (b *batch) putTellings(p *Packed, article int64) error {
	if len(p.tellings) == 0 {
		return nil
	}
	gists, rows := make([][2]any, len(p.tellings)), make([][]any, len(p.tellings))
	for i, t := range p.tellings {
		gists[i], rows[i] = [2]any{t.utterance, t.gist}, t.row
	}
	var touched []int64
	err := b.each(`INSERT INTO utterance (utterance_id, gist, moment) SELECT value ->> 0, unhex(value ->> 1), ? FROM json_each(?) WHERE true
		ON CONFLICT (utterance_id) DO UPDATE SET moment = excluded.moment WHERE excluded.moment < moment RETURNING utterance_id`,
		[]any{p.copy.at, list(gists)}, func(rows *sql.Rows) error {
			var id int64
			err := rows.Scan(&id)
			touched = append(touched, id)
			return err
		})
	if err != nil {
		return err
	}
	if err := b.touchUtterances(toCompare, touched); err != nil {
		return err
	}
	return b.exec(`INSERT INTO telling (article_id, number, utterance_id, statement, told, relation, cue_start, cue_end, spans)
		SELECT ?, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7 FROM json_each(?)`, article, list(rows))
}

// clearTellings takes an article out of what is told.
func (b *batch) clearTellings(article int64) error {
	if err := b.exec("INSERT OR IGNORE INTO touched_utterance (layer, utterance_id) SELECT ?, utterance_id FROM telling WHERE article_id = ?", lostTelling, article); err != nil {
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
