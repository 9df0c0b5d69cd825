package store

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"slices"
	"sort"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/news"
)

// toldAt is where a telling stands, for its order.
type toldAt struct {
	article, number int64
	utterance       int64
	moment          int64
	sha256          []byte
}

// maxTold bounds the tellings of a claim that are put in order.
const maxTold = 10_000

// tellingsOf reads the tellings of utterances in canonical order: all, or the
// first and last of them.
func (a *Archive) tellingsOf(ctx context.Context, c *claimRows, utterances []int64, limit int) (out []Telling, more int, err error) {
	all, err := a.toldOrder(ctx, utterances, limit)
	if err != nil {
		return nil, 0, err
	}
	if limit > 0 && len(all) > limit {
		more = len(all) - limit
		all = slices.Concat(all[:(limit+1)/2], all[len(all)-limit/2:])
	}
	ids := []int64{c.head}
	for _, at := range all {
		ids = append(ids, at.utterance)
	}
	if err := a.readGists(ctx, c, ids); err != nil {
		return nil, 0, err
	}
	out, err = a.tellings(ctx, c, all)
	return out, more, err
}

// toldOrder puts tellings in canonical order; with a limit, those beyond the
// first and the last of so many in any.
func (a *Archive) toldOrder(ctx context.Context, utterances []int64, limit int) ([]toldAt, error) {
	var out []toldAt
	err := a.eachRow(ctx, "SELECT p.spot, p.utterance_id, coalesce(c.at, ?1) FROM "+spotsOf("u.utterance_id", "json_each(?2) j CROSS JOIN utterance u ON u.utterance_id = j.value")+
		" p LEFT JOIN copied c ON c.article_id = "+articleAt("p.spot")+limitedTo(maxTold), []any{neverKnown, list(utterances)}, func(rows *sql.Rows) error {
		var at toldAt
		var spot int64
		err := rows.Scan(&spot, &at.utterance, &at.moment)
		at.article, at.number = placeOf(spot)
		out = append(out, at)
		return err
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(out, func(a, b toldAt) int { return cmp.Compare(a.moment, b.moment) })
	if limit == 0 || len(out) <= limit {
		return out, a.settleTold(ctx, out)
	}
	// Of those of one moment the texts say which is first: at both ends of what is
	// shown, as far as the moment there goes.
	first := out[(limit+1)/2-1].moment
	last := out[len(out)-max(limit/2, 1)].moment
	to := sort.Search(len(out), func(i int) bool { return out[i].moment > first })
	from := max(to, sort.Search(len(out), func(i int) bool { return out[i].moment >= last }))
	if err := a.settleTold(ctx, out[:to]); err != nil {
		return nil, err
	}
	return out, a.settleTold(ctx, out[from:])
}

// settleTold puts tellings that stand by their moments in canonical order.
func (a *Archive) settleTold(ctx context.Context, told []toldAt) error {
	articles := make([]int64, len(told))
	for i, at := range told {
		articles[i] = at.article
	}
	slices.Sort(articles)
	sums := map[int64][]byte{}
	err := a.eachRow(ctx, "SELECT r.article_id, r.sha256 FROM json_each(?) j CROSS JOIN reading r ON r.article_id = j.value", []any{list(slices.Compact(articles))}, func(rows *sql.Rows) error {
		var id int64
		var sum []byte
		err := rows.Scan(&id, &sum)
		sums[id] = sum
		return err
	})
	for i := range told {
		told[i].sha256 = sums[told[i].article]
	}
	slices.SortFunc(told, func(a, b toldAt) int {
		return cmp.Or(cmp.Compare(a.moment, b.moment), bytes.Compare(a.sha256, b.sha256), cmp.Compare(a.number, b.number), cmp.Compare(a.article, b.article))
	})
	return err
}

// tellingColumns are a telling's, with the statement that takes the words up and
// the one whose words they are; either may be missing.
var tellingColumns = `SELECT t.utterance_id, coalesce(t.statement, -1), coalesce(t.told, -1), ` + relationOf + `, t.cue_start, t.cue_end, t.spans,
	a.id, r.title, r.outlet, r.url, r.language, r.published, r.zone, r.sha256,
	t.article_id, r.said, ` + textColumns + `, coalesce(s.statement_id, 0),
	CASE s.voice WHEN ` + attributed + ` THEN (SELECT count(*) FROM statement p WHERE p.statement_id > s.statement_id AND p.statement_id < r.place + r.statements AND p.voice = ` + attributed + `) ELSE coalesce(t.statement, -1) END,
	coalesce(s.number, -1), ` + valueColumns + `, coalesce(n.name, ''), s.speaker_start, s.speaker_end,
	coalesce(s.corrections, ''), coalesce(s.hidden, 0)
	FROM json_each(?) j CROSS JOIN telling t ON t.article_id = j.value ->> 0 AND t.number = j.value ->> 1 JOIN article a ON a.article_id = t.article_id JOIN reading r ON r.article_id = t.article_id
	LEFT JOIN statement s ON ` + numbered("t.statement") + `
	LEFT JOIN name n ON n.name_id = s.named` + textJoin

// tellings reads tellings and their relations to the claim, whose gists and theirs
// are read; those that are not there any more are left out.
func (a *Archive) tellings(ctx context.Context, c *claimRows, all []toldAt) ([]Telling, error) {
	at := make([][2]int64, len(all))
	for i := range all {
		at[i] = [2]int64{all[i].article, all[i].number}
	}
	var out []Telling
	var rows []int64 // of their statements
	o := shown{from: a.unpacked}
	err := a.eachRow(ctx, tellingColumns, []any{list(at)}, func(in *sql.Rows) error {
		t, row, err := c.scanTelling(in, &o)
		out, rows = append(out, t), append(rows, row)
		return err
	})
	if err != nil {
		return nil, err
	}
	refs, err := a.refsOf(ctx, speakersOf, list(rows))
	for i := range out {
		t := &out[i]
		if t.Statement.SpeakerName == "" || err != nil {
			continue
		}
		ref := refs[rows[i]]
		if t.Identity = ref.shown(); ref != nil && ref.Hidden { // whom a person hid
			t.Speaker, t.Statement.Speaker, t.Statement.SpeakerName = "", nil, ""
		}
		err = a.withhold(ctx, &t.Statement, ref)
	}
	return out, err
}

// scanTelling reads a telling and the row of its statement, 0 for none.
func (c *claimRows) scanTelling(rows *sql.Rows, o *shown) (t Telling, row int64, err error) {
	var relation, spans, coding string
	var cueStart, cueEnd sql.NullInt64
	var told int
	var article int64
	var digest, said, text sql.RawBytes
	var r statementScan
	h := &t.Article
	targets := append([]any{&t.utterance, &t.Number, &told, &relation, &cueStart, &cueEnd, &spans, &h.ID, &h.Title, &h.Outlet, &h.URL, &h.Language, &h.Published.Value, &h.Published.Zone, &digest,
		&article, &said, &coding, &text, &row, &t.Index}, r.targets()...)
	if err := rows.Scan(targets...); err != nil {
		return t, 0, err
	}
	if err := o.open(article, said, coding, text); err != nil {
		return t, 0, err
	}
	h.begin(o.text)
	copy(t.SHA256[:], digest)
	if err := t.take(&r, o); err != nil {
		return t, 0, err
	}
	if spans != "" {
		if t.Content, err = unflat(spans); err != nil {
			return t, 0, err
		}
	}
	if t.Words, err = o.words(t.Content...); err != nil {
		return t, 0, err
	}
	t.Relation = c.relation(t.utterance, news.Relation(relation))
	if cue := span(cueStart, cueEnd); cue != nil {
		words, err := o.word(cue)
		if err != nil {
			return t, 0, err
		}
		t.Stance = &StanceCue{Span: *cue, Words: words, Told: told}
	}
	return t, row, nil
}

// relation is what a telling's own relation comes to where the words are negated
// and the claim's are not, or the other way round.
func (c *claimRows) relation(utterance int64, r news.Relation) news.Relation {
	if !match.Opposed(c.dated[utterance].Gist, c.dated[c.head].Gist) {
		return r
	}
	switch r {
	case news.RelRepeats:
		return news.RelDenies
	case news.RelDenies:
		return news.RelRepeats
	}
	return r
}

// take fills in the statement that takes the words up, and its words.
func (t *Telling) take(r *statementScan, o *shown) (err error) {
	if t.Number == news.Outermost {
		t.Statement = news.Statement{Voice: news.OutletOwn, Within: news.Outermost}
		return nil
	}
	h, err := r.hit(o)
	t.Statement, t.Content, t.Speaker, t.Cue = h.Statement, h.Statement.Content, h.Speaker, h.Cue
	return err
}
