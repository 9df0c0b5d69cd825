package store

import (
	"database/sql"
	"math"

	"github.com/hearsay-engine/hearsay/news"
)

// readPersons reads how often articles take single words of bodies and places for
// people, once more where they tell the post. It is read for every grouping: a
// person's use changes no sample of the body's.
func (s *sweep) readPersons(ids []int64) error {
	var asked [][2]any
	for _, id := range ids {
		if f := s.forms[id]; f.Single {
			s.samples[id].name.Persons = 0
			asked = append(asked, [2]any{id, f.Name})
		}
	}
	if len(asked) == 0 {
		return nil
	}
	type count struct {
		uses, posts int
		last        int64
	}
	counts := map[int64]count{}
	err := s.each(`SELECT j.value ->> 0, g.lot, g.roles <> 0 FROM json_each(?) j CROSS JOIN name n ON n.kind = ? AND n.name = j.value ->> 1 CROSS JOIN naming g ON g.name_id = n.name_id
		AND g.lot <= coalesce((SELECT h.lot FROM naming h WHERE h.name_id = n.name_id ORDER BY h.lot LIMIT 1 OFFSET ?), ?) ORDER BY 1, 2`,
		[]any{list(asked), string(news.Person), shortSample, int64(math.MaxInt64)}, func(rows *sql.Rows) error {
			var id int64
			var c count
			var post int
			err := rows.Scan(&id, &c.last, &post)
			c.uses, c.posts = counts[id].uses+1, counts[id].posts+post
			counts[id] = c
			return err
		})
	for id, c := range counts {
		n := c.uses
		if n > shortSample {
			n = usesUpTo(n, c.last)
		}
		s.samples[id].name.Persons = n + n*c.posts/c.uses
	}
	return err
}
