package store

import (
	"cmp"
	"slices"
)

// changes are rows of what names stand for that are to be written. A row that
// stays one is changed where it is: what is counted of it need not be counted
// again.
type changes struct {
	gone, meantNoMore   [][2]int64 // names with senses; with articles
	fresh, moved, other []any      // rows of aliases: new, of another entity, told of otherwise
	meant               [][3]int64
}

// of adds what a name stands for now, where it stood for something else.
func (c *changes) of(name int64, was, is stood) {
	differences(was.aliases, is.aliases, func(a aliasRow) int64 { return a.sense }, func(old, new *aliasRow) {
		switch {
		case new == nil:
			c.gone = append(c.gone, [2]int64{name, old.sense})
		case old == nil:
			c.fresh = append(c.fresh, new.columns(name)...)
		case old.entity != new.entity || old.confirmed != new.confirmed:
			c.moved = append(c.moved, new.columns(name)...)
		default:
			c.other = append(c.other, new.columns(name)...)
		}
	})
	differences(was.meant, is.meant, func(m meantRow) int64 { return m.article }, func(old, new *meantRow) {
		if old != nil {
			c.meantNoMore = append(c.meantNoMore, [2]int64{name, old.article})
		}
		if new != nil {
			c.meant = append(c.meant, [3]int64{name, new.article, new.sense})
		}
	})
}

// differences calls do for the rows, which ascend by key, that are not in both:
// old or new is nil where there is none of the key.
func differences[R comparable](was, is []R, key func(R) int64, do func(old, new *R)) {
	for len(was) > 0 || len(is) > 0 {
		side := 0
		switch {
		case len(is) == 0:
			side = -1
		case len(was) == 0:
			side = 1
		default:
			side = cmp.Compare(key(was[0]), key(is[0]))
		}
		switch {
		case side < 0:
			do(&was[0], nil)
			was = was[1:]
		case side > 0:
			do(nil, &is[0])
			is = is[1:]
		default:
			if was[0] != is[0] {
				do(&was[0], &is[0])
			}
			was, is = was[1:], is[1:]
		}
	}
}

// write changes the rows.
func (c *changes) write(b *batch) error {
	for _, q := range []struct {
		query string
		rows  [][2]int64
	}{
		{"DELETE FROM alias WHERE (name_id, sense) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))", c.gone},
		{"DELETE FROM meant WHERE (name_id, article_id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))", c.meantNoMore},
	} {
		if len(q.rows) == 0 {
			continue
		}
		if err := b.exec(q.query, list(q.rows)); err != nil {
			return err
		}
	}
	if len(c.meant) > 0 {
		if err := b.exec("INSERT INTO meant (name_id, article_id, sense) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)", list(c.meant)); err != nil {
			return err
		}
	}
	for _, q := range []struct {
		set  string
		rows []any
	}{{"entity_id = ?3, confirmed = ?4, reasons = ?5, article_id = ?6, first_start = ?7, first_end = ?8", c.moved},
		{"reasons = ?5, article_id = ?6, first_start = ?7, first_end = ?8", c.other}} {
		for row := range slices.Chunk(q.rows, aliasColumns) {
			if err := b.exec("UPDATE alias SET "+q.set+" WHERE name_id = ?1 AND sense = ?2", row...); err != nil {
				return err
			}
		}
	}
	return b.bulk("INSERT INTO alias (name_id, sense, entity_id, confirmed, reasons, article_id, first_start, first_end) VALUES ", aliasColumns, c.fresh)
}

// aliasColumns is how many columns of an alias the sweep writes.
const aliasColumns = 8

func (a *aliasRow) columns(name int64) []any {
	out := []any{name, a.sense, a.entity, 0, a.reasons, nil, nil, nil}
	if a.confirmed {
		out[3] = 1
	}
	if a.article != 0 {
		out[5], out[6], out[7] = a.article, a.start.Int64, a.end.Int64
	}
	return out
}
