package store

import (
	"database/sql"
	"errors"

	"github.com/hearsay-engine/hearsay/internal/descent"
)

// unread is an article as its rows hold it.
type unread struct {
	article      int64
	place        descent.Place
	coding, body string
	text         []byte
	traits       descent.Traits
	outlet, url  string
}

// readyCopies makes articles ready to be compared.
func readyCopies(ask asker, articles []int64) (map[int64]readied, error) {
	out := make(map[int64]readied, len(articles))
	if len(articles) == 0 {
		return out, nil
	}
	var all []unread
	err := ask(`SELECT c.article_id, c.at, c.until, c.body, r.sha256, a.id, r.outlet, r.outlet_folded, r.url, r.language, `+textColumns+` FROM json_each(?) j
		CROSS JOIN copied c ON c.article_id = j.value JOIN reading r ON r.article_id = c.article_id JOIN article a ON a.article_id = c.article_id`+textJoin,
		[]any{list(articles)}, func(rows *sql.Rows) error {
			var u unread
			var sum []byte
			var until sql.NullInt64
			err := rows.Scan(&u.article, &u.place.At, &until, &u.body, &sum, &u.place.ID, &u.outlet, &u.traits.Outlet, &u.url, &u.traits.Language, &u.coding, &u.text)
			copy(u.place.Text[:], sum)
			u.traits.Seen = seenBetween(u.place.At, until)
			all = append(all, u)
			return err
		})
	if err != nil {
		return nil, err
	}
	made, failed := make([]*descent.Article, len(all)), make([]error, len(all))
	inParallel(len(all), func(i int) { made[i], failed[i] = all[i].read() })
	for i, u := range all {
		out[u.article] = readied{made[i]}
	}
	return out, errors.Join(failed...)
}

func (u *unread) read() (*descent.Article, error) {
	text, err := unpackText(u.coding, u.text)
	if err != nil {
		return nil, err
	}
	body, err := unflat(u.body)
	if err != nil {
		return nil, err
	}
	for _, s := range body {
		if s.Start < 0 || s.Start > s.End || s.End > len(text) {
			return nil, errors.New("stored spans do not lie in the text")
		}
	}
	u.traits.Names = outletNames(u.outlet, u.url)
	return descent.New(u.place, text, body, u.traits), nil
}
