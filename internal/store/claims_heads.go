package store

import (
	"cmp"
	"context"
	"database/sql"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// claimHeads reads what a list shows of claims, in their order.
func (a *Archive) claimHeads(ctx context.Context, sums []claimSum) ([]ClaimHead, error) {
	if len(sums) == 0 {
		return nil, nil
	}
	ids, err := a.firstIDs(ctx, sums)
	if err != nil {
		return nil, err
	}
	out := make([]ClaimHead, len(sums))
	for i := range sums {
		s := &sums[i]
		out[i] = ClaimHead{ID: cmp.Or(ids[s.id], claimID(s.head)), Tellings: s.tellings, Articles: s.articles, Denials: s.denials, Origins: s.origins}
	}
	return out, a.firstTold(ctx, sums, out)
}

// firstIDs are the ids that claims go by, by their numbers.
func (a *Archive) firstIDs(ctx context.Context, sums []claimSum) (map[int64]string, error) {
	numbers := make([]int64, len(sums))
	for i := range sums {
		numbers[i] = sums[i].id
	}
	out := map[int64]string{}
	err := a.eachRow(ctx, "SELECT c.number, c.id FROM json_each(?) j CROSS JOIN claim_id c ON c.number = j.value", []any{list(numbers)}, func(rows *sql.Rows) error {
		var number int64
		var id string
		err := rows.Scan(&number, &id)
		out[number] = id
		return err
	})
	return out, err
}

// firstID is the id that the claim which an utterance heads goes by.
func (a *Archive) firstID(ctx context.Context, head int64) (string, error) {
	var id string
	err := a.read.QueryRowContext(ctx, "SELECT id FROM claim_id WHERE number = coalesce((SELECT nullif(id, 0) FROM claim_tally WHERE head = ?1), (SELECT min(number) FROM claim_id WHERE utterance_id = ?1))", head).Scan(&id)
	if err == sql.ErrNoRows {
		return claimID(head), nil
	}
	return id, err
}

// firstTold fills in the first telling of each claim.
func (a *Archive) firstTold(ctx context.Context, sums []claimSum, out []ClaimHead) error {
	at := make([][2]int64, len(sums))
	for i := range sums {
		at[i] = [2]int64{sums[i].article, sums[i].number}
	}
	var hits []Hit
	var rows, places []int64
	o := shown{from: a.unpacked}
	err := a.eachRow(ctx, `SELECT j.key, coalesce(t.statement, -1), t.spans, `+relationOf+`, a.id, r.title, r.outlet, r.url, r.language, r.published, r.zone, t.article_id, r.said, `+textColumns+`,
		coalesce(s.statement_id, 0), coalesce(s.number, -1), `+valueColumns+`, coalesce(n.name, ''), s.speaker_start, s.speaker_end, coalesce(s.corrections, ''), coalesce(s.hidden, 0)
		FROM json_each(?) j CROSS JOIN telling t ON t.article_id = j.value ->> 0 AND t.number = j.value ->> 1 JOIN article a ON a.article_id = t.article_id JOIN reading r ON r.article_id = t.article_id
		LEFT JOIN statement s ON `+numbered("t.statement")+` LEFT JOIN name n ON n.name_id = s.named`+textJoin, []any{list(at)}, func(in *sql.Rows) error {
		var i, statement int
		var article, row int64
		var spans, coding string
		var relation news.Relation
		var said, text sql.RawBytes
		var r statementScan
		var head Head
		targets := append([]any{&i, &statement, &spans, &relation, &head.ID, &head.Title, &head.Outlet, &head.URL, &head.Language, &head.Published.Value, &head.Published.Zone, &article, &said, &coding, &text, &row}, r.targets()...)
		if err := in.Scan(targets...); err != nil {
			return err
		}
		if err := o.open(article, said, coding, text); err != nil {
			return err
		}
		head.begin(o.text)
		t := Telling{Number: statement}
		if err := t.take(&r, &o); err != nil {
			return err
		}
		words, err := o.toldIn(t.Content, spans)
		out[i].Article, out[i].Words, out[i].Own, out[i].Relation = head, strings.Join(words, " … "), t.Statement.Voice == news.OutletOwn, relation
		if !out[i].Own {
			hits, rows, places = append(hits, Hit{Article: head, Statement: t.Statement, Speaker: t.Speaker}), append(rows, row), append(places, int64(i))
		}
		return err
	})
	if err != nil {
		return err
	}
	if err := a.identify(ctx, hits, rows); err != nil {
		return err
	}
	for k, i := range places {
		if s := &hits[k].Statement; s.Withheld == "" {
			out[i].Speaker = cmp.Or(s.SpeakerName, hits[k].Speaker)
		}
	}
	return nil
}

// toldIn are the words of a telling: of its own spans, or of all of the content of
// its statement.
func (o *shown) toldIn(content []news.Span, spans string) ([]string, error) {
	if spans != "" {
		var err error
		if content, err = unflat(spans); err != nil {
			return nil, err
		}
	}
	return o.words(content...)
}
