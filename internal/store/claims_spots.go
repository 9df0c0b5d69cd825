package store

import "strconv"

// Where an utterance is told is a spot: the article and the telling's number in it.
// Most are told once: an utterance's row has one spot, told_again those of its other
// tellings, of which there are few. An index of all would lie at random in a page for
// nearly every telling.

// spotBits is how many bits of a spot tell the number in the article.
const spotBits = 20

func spotOf(article, number int64) int64 { return article<<spotBits | number }

func placeOf(spot int64) (article, number int64) {
	return spot >> spotBits, spot & (1<<spotBits - 1)
}

// articleAt and numberAt are placeOf of a spot.
func articleAt(spot string) string { return "(" + spot + " >> " + strconv.Itoa(spotBits) + ")" }
func numberAt(spot string) string {
	return "(" + spot + " & " + strconv.Itoa(1<<spotBits-1) + ")"
}

// spotOfTelling is the spot of a telling t.
var spotOfTelling = "(t.article_id << " + strconv.Itoa(spotBits) + " | t.number)"

// spotsOf is a subquery of columns and the spots of utterances u, which from has.
func spotsOf(columns, from string) string {
	return "(SELECT " + columns + ", u.spot FROM " + from + " WHERE u.spot IS NOT NULL UNION ALL SELECT " + columns + ", m.spot FROM " + from +
		" CROSS JOIN told_again m ON m.utterance_id = u.utterance_id)"
}

// tellingAt joins the telling t of a spot p.
var tellingAt = " CROSS JOIN telling t ON t.article_id = " + articleAt("p.spot") + " AND t.number = " + numberAt("p.spot")

// hasSpot tests whether a telling t stands where its utterance u is told.
var hasSpot = "(u.spot IS " + spotOfTelling + " OR EXISTS (SELECT 1 FROM told_again m WHERE m.utterance_id = t.utterance_id AND m.spot = " + spotOfTelling + "))"

// writeSpots files tellings, as pairs of an utterance and a spot, under utterances that
// stand in their table: the first of one that has none in its row, the others beside.
func (b *batch) writeSpots(first, again [][2]int64) error {
	if len(first) > 0 {
		if err := b.exec("UPDATE utterance SET spot = j.value ->> 1 FROM json_each(?) j WHERE utterance_id = j.value ->> 0", list(first)); err != nil {
			return err
		}
	}
	values := make([]any, 0, 2*len(again))
	for _, s := range again {
		values = append(values, s[0], s[1])
	}
	return b.bulk("INSERT OR FAIL INTO told_again (utterance_id, spot) VALUES ", 2, values)
}

// clearSpots takes an article's tellings from under their utterances: another stands
// in the row of each then, if there is one.
func (b *batch) clearSpots(article int64) error {
	const told = "(SELECT utterance_id FROM telling WHERE article_id = ?1)"
	first, end := spotOf(article, 0), spotOf(article+1, 0)
	for _, q := range []string{
		"DELETE FROM told_again WHERE utterance_id IN " + told + " AND spot >= ?2 AND spot < ?3",
		`UPDATE utterance SET spot = (SELECT min(m.spot) FROM told_again m WHERE m.utterance_id = utterance.utterance_id)
			WHERE utterance_id IN ` + told + " AND spot >= ?2 AND spot < ?3",
	} {
		if err := b.exec(q, article, first, end); err != nil {
			return err
		}
	}
	return b.exec("DELETE FROM told_again WHERE (utterance_id, spot) IN (SELECT u.utterance_id, u.spot FROM utterance u WHERE u.utterance_id IN "+told+")", article)
}
