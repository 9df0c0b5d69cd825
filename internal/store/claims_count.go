package store

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"math"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/news"
)

// Lists of claims go by what is counted of each as it changes: whoever writes a
// telling, or which article is of which origin, or whose claim words are, notes the
// words, and the sweep over claims counts their claims, many at once.

// sweepCounted bounds the utterances whose claims are counted in one transaction.
const sweepCounted = 20_000

// untallied is the moment of the last telling where none has a date: before all others.
const untallied = math.MinInt64

// countAll counts the claims of utterances that are due.
func (s *claimSweep) countAll() error {
	due, err := s.ids("SELECT utterance_id FROM claim_due ORDER BY utterance_id LIMIT ?", sweepCounted)
	if err != nil || len(due) == 0 {
		return err
	}
	changed, err := s.ids("SELECT utterance_id FROM claim_due WHERE changed AND utterance_id <= ? ORDER BY utterance_id", due[len(due)-1])
	if err != nil {
		return err
	}
	if err := s.exec("DELETE FROM claim_due WHERE utterance_id <= ?", due[len(due)-1]); err != nil {
		return err
	}
	if err := s.oppose(changed); err != nil {
		return err
	}
	if err := s.askOf(changed); err != nil {
		return err
	}
	return s.tally(due)
}

// countClaims counts all that is due outside of a sweep.
func (a *Archive) countClaims(ctx context.Context) error {
	for left := true; left; {
		err := a.change(ctx, func(b *batch) error {
			index, err := a.openClaimIndex(b)
			if err == nil {
				err = (&claimSweep{claimIndex: index}).countAll()
			}
			if err == nil {
				_, err = b.find("SELECT EXISTS (SELECT 1 FROM claim_due)", nil, &left)
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// due has the claims of utterances counted; changed says that they are of other
// claims than before, or like others.
func (b *batch) due(ids []int64, changed bool) error {
	if len(ids) == 0 {
		return nil
	}
	return b.exec("INSERT INTO claim_due SELECT value, ?1 FROM json_each(?2) WHERE true ON CONFLICT DO UPDATE SET changed = 1 WHERE ?1 AND NOT changed", changed, list(ids))
}

// oppose notes of utterances whether their words are negated where those that
// head their claim are not, or the other way round.
func (s *claimSweep) oppose(ids []int64) error {
	type member struct {
		id, head int64
		opposed  bool
	}
	var all []member
	var read []int64
	err := s.each("SELECT u.utterance_id, coalesce(u.claim, u.utterance_id), u.opposed FROM json_each(?) j CROSS JOIN utterance u ON u.utterance_id = j.value WHERE u.claim IS NOT NULL OR u.opposed",
		[]any{list(ids)}, func(rows *sql.Rows) error {
			var m member
			err := rows.Scan(&m.id, &m.head, &m.opposed)
			if all = append(all, m); m.id != m.head {
				read = append(read, m.id, m.head)
			}
			return err
		})
	if err != nil {
		return err
	}
	if err := s.load(read); err != nil {
		return err
	}
	var turned []int64
	for _, m := range all {
		a, b := s.of(m.id).Gist, s.of(m.head).Gist
		if opposed := m.id != m.head && a != nil && b != nil && match.Opposed(a, b); opposed != m.opposed {
			turned = append(turned, m.id)
		}
	}
	if len(turned) == 0 {
		return nil
	}
	return s.exec("UPDATE utterance SET opposed = 1 - opposed WHERE utterance_id IN (SELECT value FROM json_each(?))", list(turned))
}

// claimTally is what a claim is chosen and put in order by.
type claimTally struct {
	head                                           int64
	tellings, articles, origins, denials, corrects int
	first, last                                    int64 // moments; neverKnown and untallied where none is known
	article, number                                int64 // of the first telling of the head
	id                                             int64 // its number in claim_id, 0 for none

	takings int  // tellings that take it up, in so many words or by a negation
	heard   bool // by more than the sentences of one outlet's article alone

	among, roots []int64 // articles of its tellings, and of which origin each is
}

// tally counts the claims of utterances anew.
func (s *claimSweep) tally(ids []int64) error {
	all, err := s.tallies(ids)
	if err != nil {
		return err
	}
	gone := map[int64]bool{}
	for _, id := range ids {
		gone[id] = true
	}
	var rows [][]any
	for _, t := range all {
		if gone[t.head] = !t.kept(); t.kept() {
			rows = append(rows, []any{t.head, t.tellings, t.articles, t.origins, t.denials, t.corrects, t.first, t.last, t.article, t.number, t.id, t.heard})
		}
	}
	var heads []int64
	for id, is := range gone {
		if is {
			heads = append(heads, id)
		}
	}
	slices.Sort(heads)
	if err := s.exec("DELETE FROM claim_tally WHERE head IN (SELECT value FROM json_each(?))", list(heads)); err != nil {
		return err
	}
	if len(rows) == 0 {
		return nil
	}
	return s.exec(`INSERT INTO claim_tally (head, tellings, articles, origins, denials, corrected, first, last, first_article, first_number, id, heard, asks)
		SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10, value ->> 11,
			(SELECT count(*) FROM likeness l WHERE l.utterance_id = j.value ->> 0 AND l.asks)
		FROM json_each(?) j WHERE true ON CONFLICT (head) DO UPDATE SET tellings = excluded.tellings, articles = excluded.articles, origins = excluded.origins,
			denials = excluded.denials, corrected = excluded.corrected, first = excluded.first, last = excluded.last, first_article = excluded.first_article, first_number = excluded.first_number, id = excluded.id, heard = excluded.heard
		WHERE (tellings, articles, origins, denials, corrected, first, last, first_article, first_number, id, heard) IS NOT (excluded.tellings, excluded.articles, excluded.origins,
			excluded.denials, excluded.corrected, excluded.first, excluded.last, excluded.first_article, excluded.first_number, excluded.id, excluded.heard)`, list(rows))
}

// kept reports whether a claim is told more than once or taken up.
func (t *claimTally) kept() bool { return t.tellings > 1 || t.takings > 0 }

// tallies counts the claims that utterances are of, by their heads.
func (s *claimSweep) tallies(ids []int64) ([]*claimTally, error) {
	c := &claimCount{claimSweep: s, at: map[int64]*claimTally{}, tied: map[int64][]toldAt{}}
	var claims, alone []int64
	err := s.each("SELECT DISTINCT coalesce(u.claim, u.utterance_id), u.claim IS NOT NULL FROM json_each(?) j CROSS JOIN utterance u ON u.utterance_id = j.value ORDER BY 1", []any{list(ids)}, func(rows *sql.Rows) error {
		var head int64
		var several bool
		err := rows.Scan(&head, &several)
		if several {
			claims = append(claims, head)
		} else {
			alone = append(alone, head)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, of := range []struct {
		heads []int64
		join  string
	}{{claims, "u.claim = j.value"}, {alone, "u.utterance_id = j.value"}} {
		if err := c.count(of.heads, of.join); err != nil {
			return nil, err
		}
	}
	if err := c.settle(); err != nil {
		return nil, err
	}
	return c.all, c.hear()
}

// claimCount counts claims.
type claimCount struct {
	*claimSweep
	all  []*claimTally
	at   map[int64]*claimTally
	tied map[int64][]toldAt // tellings of a head at its earliest moment
}

// count reads the tellings of claims: the utterances of each are found by a join
// with its head.
func (c *claimCount) count(heads []int64, join string) error {
	if len(heads) == 0 {
		return nil
	}
	counted := len(c.all)
	err := c.each("SELECT p.head, p.utterance_id, p.spot, c.at, c.root FROM "+ofHeads(join)+" p LEFT JOIN copied c ON c.article_id = "+articleAt("p.spot"), []any{list(heads)}, func(rows *sql.Rows) error {
		var head, spot int64
		var at toldAt
		var moment, root sql.NullInt64
		if err := rows.Scan(&head, &at.utterance, &spot, &moment, &root); err != nil {
			return err
		}
		at.article, at.number = placeOf(spot)
		t := c.at[head]
		if t == nil {
			t = &claimTally{head: head, first: neverKnown, last: untallied}
			c.all, c.at[head] = append(c.all, t), t
		}
		if at.moment = neverKnown; moment.Valid {
			at.moment = moment.Int64
		}
		if !root.Valid {
			root.Int64 = at.article
		}
		c.add(t, at, root.Int64)
		return nil
	})
	for _, t := range c.all[counted:] {
		t.done()
	}
	if err != nil {
		return err
	}
	if err := c.takings(heads, join); err != nil {
		return err
	}
	return c.each("SELECT j.value, c.number FROM json_each(?) j CROSS JOIN utterance u ON "+join+" CROSS JOIN claim_id c ON c.utterance_id = u.utterance_id", []any{list(heads)}, func(rows *sql.Rows) error {
		var head, number int64
		err := rows.Scan(&head, &number)
		if t := c.at[head]; t != nil && (t.id == 0 || number < t.id) {
			t.id = number
		}
		return err
	})
}

// ofHeads are the spots of utterances that join finds of each head, a list of which is
// the query's first argument.
func ofHeads(join string) string {
	return spotsOf("j.value AS head, u.utterance_id", "json_each(?1) j CROSS JOIN utterance u ON "+join)
}

// takings reads those tellings of claims that take them up: in so many words, or
// because they are negated where the claim is not.
func (c *claimCount) takings(heads []int64, join string) error {
	err := c.each("SELECT j.value, t.relation, u.opposed FROM json_each(?) j CROSS JOIN utterance u ON "+join+
		" CROSS JOIN telling t INDEXED BY telling_taken ON t.utterance_id = u.utterance_id AND t.relation <> ''", []any{list(heads)}, c.take)
	if err != nil {
		return err
	}
	opposed := spotsOf("j.value AS head", "json_each(?1) j CROSS JOIN utterance u INDEXED BY utterance_opposed ON u.claim = j.value AND u.opposed = 1")
	return c.each("SELECT p.head, 'repeats', 1 FROM "+opposed+" p"+tellingAt+" WHERE t.relation = ''", []any{list(heads)}, c.take)
}

func (c *claimCount) add(t *claimTally, at toldAt, root int64) {
	t.tellings++
	t.first = min(t.first, at.moment)
	if at.moment != neverKnown {
		t.last = max(t.last, at.moment)
	}
	t.among, t.roots = append(t.among, at.article), append(t.roots, root)
	if at.utterance != t.head {
		return
	}
	if ties := c.tied[t.head]; len(ties) == 0 || at.moment < ties[0].moment {
		c.tied[t.head] = []toldAt{at}
	} else if at.moment == ties[0].moment {
		c.tied[t.head] = append(ties, at)
	}
}

// done ends the counting of a claim's articles.
func (t *claimTally) done() {
	t.articles, t.origins = distinct(t.among), distinct(t.roots)
	t.among, t.roots = nil, nil
	t.heard = t.articles > 1
}

func distinct(ids []int64) int {
	slices.Sort(ids)
	return len(slices.Compact(ids))
}

// take counts a telling that takes its claim up, or is negated where the claim is
// not, or the other way round.
func (c *claimCount) take(rows *sql.Rows) error {
	var head int64
	var relation news.Relation
	var opposed bool
	if err := rows.Scan(&head, &relation, &opposed); err != nil {
		return err
	}
	t := c.at[head]
	t.heard = t.heard || relation != news.RelRepeats
	if relation = turned(relation, opposed); relation != news.RelRepeats {
		t.takings++
	}
	switch relation {
	case news.RelDenies:
		t.denials++
	case news.RelCorrects:
		t.corrects++
	}
	return nil
}

// turned is what a telling's relation comes to where its words are negated and the
// claim's are not, or the other way round.
func turned(r news.Relation, opposed bool) news.Relation {
	switch {
	case opposed && r == news.RelRepeats:
		return news.RelDenies
	case opposed && r == news.RelDenies:
		return news.RelRepeats
	}
	return r
}

// settle finds the first telling of each head: of those of one moment the texts
// say which.
func (c *claimCount) settle() error {
	var among []int64
	for _, ties := range c.tied {
		for _, at := range ties {
			if len(ties) > 1 {
				among = append(among, at.article)
			}
		}
	}
	slices.Sort(among)
	sums := map[int64][]byte{}
	err := c.each("SELECT r.article_id, r.sha256 FROM json_each(?) j CROSS JOIN reading r ON r.article_id = j.value", []any{list(slices.Compact(among))}, func(rows *sql.Rows) error {
		var id int64
		var sum []byte
		err := rows.Scan(&id, &sum)
		sums[id] = sum
		return err
	})
	for head, ties := range c.tied {
		first := slices.MinFunc(ties, func(a, b toldAt) int {
			return cmp.Or(bytes.Compare(sums[a.article], sums[b.article]), cmp.Compare(a.number, b.number), cmp.Compare(a.article, b.article))
		})
		c.at[head].article, c.at[head].number = first.article, first.number
	}
	return err
}

// hear finds which of those that one article tells and nobody takes up somebody
// is named for.
func (c *claimCount) hear() error {
	var asked []int64
	for _, t := range c.all {
		if !t.heard && t.kept() {
			asked = append(asked, t.head)
		}
	}
	if len(asked) == 0 {
		return nil
	}
	for _, join := range []string{"u.claim = j.value", "u.utterance_id = j.value"} {
		err := c.each("SELECT p.head FROM "+ofHeads(join)+" p"+tellingAt+tellingStatement+" WHERE s.voice = "+attributed, []any{list(asked)}, func(rows *sql.Rows) error {
			var head int64
			err := rows.Scan(&head)
			c.at[head].heard = true
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
