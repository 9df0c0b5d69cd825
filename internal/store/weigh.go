package store

import "context"

// Weight is how much a decision would move: statements, the articles they stand in
// and the claims they tell that are told elsewhere too.
type Weight struct {
	Statements, Articles, Claims int
	Least                        bool // there may be more of each
}

// mostWeighed bounds the statements that are counted before a decision: each costs
// the tellings of its article, all together some milliseconds.
const mostWeighed = 200

// WeighNames weighs the statements by names of the entity of an id.
func (a *Archive) WeighNames(ctx context.Context, id string, names []Alias) (w Weight, err error) {
	asked := make([][2]string, len(names))
	for i := range names {
		asked[i] = [2]string{names[i].Name, string(names[i].Kind)}
	}
	err = a.read.QueryRowContext(ctx, `WITH b AS MATERIALIZED (SELECT s.article_id, s.number FROM json_each(?2) j CROSS JOIN name n ON n.kind = j.value ->> 1 AND n.name = j.value ->> 0
			CROSS JOIN alias l ON l.name_id = n.name_id CROSS JOIN entity e ON e.entity_id = l.entity_id AND e.id = ?1 CROSS JOIN statement s ON s.named = l.name_id
			WHERE s.voice = `+attributed+` AND s.hidden = 0 AND l.sense = `+senseOf("s.named", "s.article_id")+limitedTo(mostWeighed)+`)
		SELECT count(*), count(DISTINCT article_id), (SELECT count(DISTINCT coalesce(u.claim, u.utterance_id)) FROM b CROSS JOIN telling t ON t.article_id = b.article_id AND t.statement = b.number
			CROSS JOIN utterance u ON u.utterance_id = t.utterance_id WHERE u.claim IS NOT NULL OR EXISTS (SELECT 1 FROM told_again m WHERE m.utterance_id = u.utterance_id)) FROM b`, id, list(asked)).
		Scan(&w.Statements, &w.Articles, &w.Claims)
	w.Least = w.Statements == mostWeighed
	return w, a.fault(err)
}

// WeighTelling weighs the statements in the words of a telling, of one claim.
func (a *Archive) WeighTelling(ctx context.Context, t *Telling) (w Weight, err error) {
	err = a.read.QueryRowContext(ctx, "SELECT count(*), count(DISTINCT "+articleAt("p.spot")+") FROM (SELECT p.spot FROM "+spotsOf("u.utterance_id", "(SELECT utterance_id, spot FROM utterance WHERE utterance_id = ?1) u")+" p"+limitedTo(mostWeighed)+") p", t.utterance).
		Scan(&w.Statements, &w.Articles)
	w.Least = w.Statements == mostWeighed
	return w, a.fault(err)
}
