package store

import (
	"database/sql"
	"math"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// sample is the uses of a name that its grouping sees.
type sample struct {
	name  resolve.Name
	rows  []int64 // the articles' rows
	first [][2]sql.NullInt64
	short *witness // a short form's mention, for a name that only stands as one
}

// witness is where an alias stands as such.
type witness struct {
	article    int64
	start, end sql.NullInt64
}

// sample reads the uses of least lot, and keeps how far they go. It is read
// once in a transaction.
func (s *sweep) sample(name int64) (*sample, error) {
	if x := s.samples[name]; x != nil {
		return x, nil
	}
	f, err := s.form(name)
	if err != nil {
		return nil, err
	}
	most := fullSample
	if f.Short {
		most = shortSample
	}
	x := &sample{name: resolve.Name{Form: f}}
	more := false
	err = s.each(`SELECT g.lot, g.roles, g.first_start, g.first_end, g.article_id, a.id, c.scene FROM naming g JOIN article a ON a.article_id = g.article_id
		LEFT JOIN scene c ON c.article_id = g.article_id WHERE g.name_id = ? ORDER BY g.lot, g.article_id LIMIT ?`, []any{name, most + 1}, func(rows *sql.Rows) error {
		if more = len(x.rows) == most; more {
			return nil
		}
		return s.scanUse(rows, x)
	})
	if err != nil {
		return nil, err
	}
	if err := s.settleSample(name, x, more); err != nil {
		return nil, err
	}
	s.samples[name] = x
	return x, nil
}

func (s *sweep) scanUse(rows *sql.Rows, x *sample) error {
	var u resolve.Seen
	var row int64
	var first [2]sql.NullInt64
	var scene []byte
	if err := rows.Scan(&u.Lot, &u.Roles, &first[0], &first[1], &row, &u.Article, &scene); err != nil {
		return err
	}
	if u.Scene = s.scenes[row]; u.Scene == nil {
		c := resolve.ParseScene(scene)
		u.Scene, s.scenes[row] = &c, &c
	}
	x.name.Seen, x.rows, x.first = append(x.name.Seen, u), append(x.rows, row), append(x.first, first)
	return nil
}

// settleSample says how often a name is used and to where its sample goes. Of a
// name used oftener than the sample takes, the sample's greatest lot tells
// about how often: lots are spread evenly.
func (s *sweep) settleSample(name int64, x *sample, more bool) error {
	x.name.Uses = len(x.rows)
	var bound any
	if more {
		last := x.name.Seen[len(x.rows)-1].Lot
		bound = last
		x.name.Uses = max(len(x.rows)+1, int(float64(len(x.rows)-1)*(math.MaxInt64/float64(max(last, 1)))))
	}
	if len(x.rows) == 0 {
		x.short = &witness{}
		found, err := s.find("SELECT f.article_id, f.first_start, f.first_end FROM short_form f JOIN scene c ON c.article_id = f.article_id WHERE f.short_id = ? ORDER BY c.lot LIMIT 1",
			[]any{name}, &x.short.article, &x.short.start, &x.short.end)
		if err != nil || !found {
			x.short = nil
			return err
		}
	}
	return s.exec("UPDATE name SET bound = ?1 WHERE name_id = ?2 AND bound IS NOT ?1", bound, name)
}

// witness is where a use of the alias stands in the text, the first that does.
func (x *sample) witness(seen []int) *witness {
	for _, k := range seen {
		if x.first[k][0].Valid {
			return &witness{x.rows[k], x.first[k][0], x.first[k][1]}
		}
	}
	if x.short != nil {
		return x.short
	}
	return &witness{}
}
