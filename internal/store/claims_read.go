package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/news"
)

// claimRows is a claim's utterances as read for it: their gists as they are asked
// for.
type claimRows struct {
	head    int64
	members []int64 // the head among them, in order
	dated   map[int64]match.Dated
	claims  map[int64]int64 // of an utterance: the head of its claim
}

// noSuchClaim is the error of an id that no claim goes by.
func noSuchClaim(id string) error {
	return news.Errorf(news.NotFound, id, "find it by its words: hearsay trace WORDS", "no claim in the archive goes by this id")
}

// utteranceOf is the utterance that an id leads to: the one it was handed out
// for, or whose own id it is.
func (a *Archive) utteranceOf(ctx context.Context, id string) (int64, error) {
	var u int64
	err := a.read.QueryRowContext(ctx, "SELECT c.utterance_id FROM claim_id c JOIN utterance u ON u.utterance_id = c.utterance_id WHERE c.id = ?", id).Scan(&u)
	if err != sql.ErrNoRows {
		return u, err
	}
	from, to, ok := claimRange(strings.ToLower(id))
	if !ok {
		return 0, noSuchClaim(id)
	}
	err = a.read.QueryRowContext(ctx, "SELECT utterance_id FROM utterance WHERE utterance_id >= ? AND utterance_id < ? ORDER BY utterance_id LIMIT 1", from, to).Scan(&u)
	if err == sql.ErrNoRows {
		return 0, noSuchClaim(id)
	}
	return u, err
}

// maxSuggestedTold bounds the tellings that are perhaps of a claim which is asked
// for up to a limit.
const maxSuggestedTold = 60

// maxClaim bounds the utterances of a claim that are read: as many as are
// grouped at once.
const maxClaim = match.MaxComponent

// claimRows reads which utterances are of the claim that one of them is of.
func (a *Archive) claimRows(ctx context.Context, utterance int64) (*claimRows, error) {
	c := &claimRows{dated: map[int64]match.Dated{}, claims: map[int64]int64{}}
	if err := a.read.QueryRowContext(ctx, "SELECT coalesce(claim, utterance_id) FROM utterance WHERE utterance_id = ?", utterance).Scan(&c.head); err != nil {
		return nil, err
	}
	var err error
	c.members, err = columnOf[int64](a.read.QueryContext(ctx, "SELECT utterance_id FROM utterance WHERE claim = ? ORDER BY utterance_id"+limitedTo(maxClaim), c.head))
	if !c.holds(c.head) {
		c.members = append(c.members, c.head)
		slices.Sort(c.members)
	}
	return c, err
}

// holds reports whether an utterance is of the claim.
func (c *claimRows) holds(id int64) bool {
	_, found := slices.BinarySearch(c.members, id)
	return found
}

// readGists reads the gists of utterances that are not read yet.
func (a *Archive) readGists(ctx context.Context, c *claimRows, ids []int64) error {
	var missing []int64
	for _, id := range ids {
		if _, known := c.dated[id]; !known {
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	slices.Sort(missing)
	return a.readUtterances(ctx, c, "SELECT u.utterance_id, u.gist, u.moment, u.claim FROM json_each(?) j CROSS JOIN utterance u ON u.utterance_id = j.value", list(slices.Compact(missing)))
}

func (a *Archive) readUtterances(ctx context.Context, c *claimRows, query string, args ...any) error {
	rows, err := a.read.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var gist []byte
		var moment int64
		var claim sql.NullInt64
		if err := rows.Scan(&id, &gist, &moment, &claim); err != nil {
			return err
		}
		if c.dated[id], err = newDated(new(match.Shelf), gist, moment); err != nil {
			return err
		}
		c.claims[id] = id
		if claim.Valid {
			c.claims[id] = claim.Int64
		}
	}
	return rows.Err()
}

// claimIDs are the ids of the claim that an utterance heads: its own first, then
// those it goes by besides, by age.
func (a *Archive) claimIDs(ctx context.Context, head int64) ([]string, error) {
	ids, err := a.column(ctx, `SELECT c.id FROM claim_id c WHERE c.utterance_id = ?1 OR c.utterance_id IN (SELECT utterance_id FROM utterance WHERE claim = ?1) ORDER BY c.number`, head)
	if err == nil && len(ids) == 0 {
		ids = []string{claimID(head)}
	}
	return ids, err
}

// Claim gives one claim by its id or an alias, with at most limit tellings: the
// first half of them and the last where there are more. The error is
// news.NotFound when no claim goes by the id.
func (a *Archive) Claim(ctx context.Context, id string, limit int) (*Claim, error) {
	u, err := a.utteranceOf(ctx, id)
	if err != nil {
		return nil, a.fault(err)
	}
	rows, err := a.claimRows(ctx, u)
	if err != nil {
		return nil, a.fault(err)
	}
	c, err := a.claim(ctx, rows, limit)
	return c, a.fault(err)
}

func (a *Archive) claim(ctx context.Context, rows *claimRows, limit int) (*Claim, error) {
	ids, err := a.claimIDs(ctx, rows.head)
	if err != nil {
		return nil, err
	}
	c := &Claim{ID: ids[0], Aliases: ids[1:]}
	if c.Tellings, c.More, err = a.tellingsOf(ctx, rows, rows.members, limit); err != nil {
		return nil, err
	}
	if err := a.explain(ctx, rows, c); err != nil {
		return nil, err
	}
	for i := range c.Tellings {
		if t := &c.Tellings[i]; t.utterance == rows.head {
			c.Words = strings.Join(t.Words, " … ")
			break
		}
	}
	if err := a.suggest(ctx, rows, c, min(limit, maxSuggestedTold)); err != nil {
		return nil, err
	}
	err = a.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM claim_large WHERE utterance_id = ?)", rows.head).Scan(&c.Large)
	return c, err
}

// explain says why each telling is of the claim.
func (a *Archive) explain(ctx context.Context, rows *claimRows, c *Claim) error {
	shown := utterancesOf(c.Tellings)
	like, err := a.mostAlike(ctx, rows, shown)
	if err != nil {
		return err
	}
	decided, err := a.decidedFor(ctx, rows, shown)
	if err != nil {
		return err
	}
	why := map[int64][]news.Reason{}
	for _, id := range shown {
		why[id] = decided[id]
		switch other, alike := like[id]; {
		case id == rows.head:
			why[id] = append(why[id], news.Reason{Rule: match.RuleFirst})
		case alike:
			why[id] = append(why[id], match.Explain(rows.dated[id], rows.dated[other]).Reasons...)
		}
	}
	for i := range c.Tellings {
		t := &c.Tellings[i]
		t.Certainty, t.Claim, t.Reasons = news.Confirmed, c.ID, why[t.utterance]
		if t.utterance == rows.head && i > 0 {
			t.Reasons = []news.Reason{{Rule: match.RuleSameWords}}
		}
	}
	return nil
}

// utterancesOf are those of tellings, in order, each once.
func utterancesOf(tellings []Telling) []int64 {
	out := make([]int64, len(tellings))
	for i := range tellings {
		out[i] = tellings[i].utterance
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// mostAlike gives for utterances of a claim that of its others each is most like,
// and reads the gists of both.
func (a *Archive) mostAlike(ctx context.Context, c *claimRows, ids []int64) (map[int64]int64, error) {
	out, best := map[int64]int64{}, map[int64]float64{}
	read := slices.Clone(ids)
	err := a.alikeTo(ctx, ids, func(id, other int64, score float64) {
		if at, met := out[id]; c.holds(other) && (!met || score > best[id] || score == best[id] && other < at) {
			out[id], best[id] = other, score
		}
	})
	for _, other := range out {
		read = append(read, other)
	}
	if err != nil {
		return nil, err
	}
	return out, a.readGists(ctx, c, read)
}

// alikeTo calls do with what utterances are alike.
func (a *Archive) alikeTo(ctx context.Context, ids []int64, do func(id, other int64, score float64)) error {
	return a.eachRow(ctx, "SELECT l.utterance_id, l.other_id, l.score FROM json_each(?) j CROSS JOIN likeness l ON l.utterance_id = j.value", []any{list(ids)}, func(rows *sql.Rows) error {
		var id, other int64
		var score float64
		err := rows.Scan(&id, &other, &score)
		do(id, other, score)
		return err
	})
}

// decidedFor gives, by utterance, the reason that a person gave last.
func (a *Archive) decidedFor(ctx context.Context, c *claimRows, ids []int64) (map[int64][]news.Reason, error) {
	out := map[int64][]news.Reason{}
	err := a.eachTie(ctx, ids, "t.same", func(id, other int64, by string) {
		if c.holds(other) {
			out[id] = []news.Reason{{Rule: match.RuleDecided, Words: by}}
		}
	})
	return out, err
}

// eachTie calls do with what people decided of utterances and others, the last
// word last, and with who did.
func (a *Archive) eachTie(ctx context.Context, ids []int64, which string, do func(id, other int64, by string)) error {
	return a.eachRow(ctx, `SELECT x.id, x.other, d.entry ->> 'by' FROM (
			SELECT t.utterance_id AS id, t.other_id AS other, t.number, t.correction FROM json_each(?1) j CROSS JOIN claim_tie t ON t.utterance_id = j.value WHERE `+which+`
			UNION ALL SELECT t.other_id, t.utterance_id, t.number, t.correction FROM json_each(?1) j CROSS JOIN claim_tie t ON t.other_id = j.value WHERE `+which+`) x
		LEFT JOIN decision d ON d.id = x.correction ORDER BY x.number`, []any{list(ids)}, func(rows *sql.Rows) error {
		var id, other int64
		var by sql.NullString
		err := rows.Scan(&id, &other, &by)
		do(id, other, by.String)
		return err
	})
}
