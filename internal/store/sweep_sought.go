package store

import (
	"database/sql"
	"maps"
	"slices"
)

// sought is the full names that a short one is like, ascending. It is whole when
// the short one was compared with all that share a word with it; when it is not,
// those that were found are more than are told apart.
type sought struct {
	found []int64
	whole bool
}

// finding is whom a short name was found to be like.
type finding struct {
	short int64
	sought
}

// loadSought reads what short names were found to be like; nil where they were
// never sought for.
func (b *batch) loadSought(ids []int64) error {
	all := b.memory.sought
	return b.loadShortLinks(absent(ids, all), func(id int64, whole bool, others []int64) { all[id] = &sought{others, whole} })
}

// loadLikes reads which short names were found to be like full ones.
func (b *batch) loadLikes(ids []int64) error {
	all := b.memory.likes
	return b.loadShortLinks(absent(ids, all), func(id int64, _ bool, others []int64) { all[id] = others })
}

// absent are the keys that a map lacks; it has them with nothing from then on.
func absent[V any](ids []int64, all map[int64]V) []int64 {
	var out []int64
	var nothing V
	for _, id := range ids {
		if _, known := all[id]; !known {
			all[id] = nothing
			out = append(out, id)
		}
	}
	return out
}

func (b *batch) loadShortLinks(ids []int64, hold func(id int64, whole bool, others []int64)) error {
	if len(ids) == 0 {
		return nil
	}
	return b.each("SELECT s.name_id, s.whole, s.others FROM json_each(?) j CROSS JOIN short_link s ON s.name_id = j.value", []any{list(ids)}, func(rows *sql.Rows) error {
		var id int64
		var whole bool
		var packed sql.RawBytes
		if err := rows.Scan(&id, &whole, &packed); err != nil {
			return err
		}
		others, err := unpackNames(nil, packed)
		hold(id, whole, others)
		return err
	})
}

// keepSought keeps findings, each of another short name.
func (b *batch) keepSought(all []finding) error {
	var short, full []int64
	for _, f := range all {
		short, full = append(short, f.short), append(full, f.found...)
	}
	if err := b.loadSought(short); err != nil {
		return err
	}
	for _, id := range short {
		if was := b.memory.sought[id]; was != nil {
			full = append(full, was.found...)
		}
	}
	if err := b.loadLikes(ascending(full)); err != nil {
		return err
	}
	for _, f := range all {
		var was []int64
		if old := b.memory.sought[f.short]; old != nil {
			was = old.found
		}
		differences(was, f.found, func(id int64) int64 { return id }, func(old, new *int64) {
			if old != nil {
				b.likeNoMore(*old, f.short)
			} else {
				b.alike(*new, f.short)
			}
		})
		b.memory.sought[f.short] = &sought{f.found, f.whole}
		b.soughtAnew(f.short)
	}
	return nil
}

// alike and likeNoMore change which short names a full one is like; those are
// loaded.
func (b *batch) alike(full, short int64) {
	likes := b.memory.likes[full]
	if at, there := slices.BinarySearch(likes, short); !there {
		b.memory.likes[full] = slices.Insert(likes, at, short)
	}
	b.soughtAnew(full)
}

func (b *batch) likeNoMore(full, short int64) {
	b.memory.likes[full] = slices.DeleteFunc(b.memory.likes[full], func(id int64) bool { return id == short })
	b.soughtAnew(full)
}

// likeNobody forgets what names were found to be like.
func (b *batch) likeNobody(names []int64) error {
	short, err := b.ids("SELECT j.value FROM json_each(?) j CROSS JOIN name n ON n.name_id = j.value AND n.layer = ?", list(names), shortNames)
	if err != nil {
		return err
	}
	for _, id := range names {
		forget := b.foundNoMore
		if slices.Contains(short, id) {
			forget = b.soughtNoMore
		}
		if err := forget(id); err != nil {
			return err
		}
	}
	return nil
}

// soughtNoMore forgets what a short name was found to be like.
func (b *batch) soughtNoMore(short int64) error {
	if err := b.loadSought([]int64{short}); err != nil {
		return err
	}
	was := b.memory.sought[short]
	if was == nil {
		return nil
	}
	if err := b.loadLikes(was.found); err != nil {
		return err
	}
	for _, full := range was.found {
		b.likeNoMore(full, short)
	}
	b.memory.sought[short] = nil
	b.soughtAnew(short)
	return nil
}

// foundNoMore takes a full name from those that short ones were found to be like.
func (b *batch) foundNoMore(full int64) error {
	if err := b.loadLikes([]int64{full}); err != nil {
		return err
	}
	likes := b.memory.likes[full]
	if err := b.loadSought(likes); err != nil {
		return err
	}
	for _, short := range likes {
		x := b.memory.sought[short]
		if x == nil {
			continue // verify tells of it
		}
		x.found = slices.DeleteFunc(x.found, func(id int64) bool { return id == full })
		b.soughtAnew(short)
	}
	b.memory.likes[full] = nil
	b.soughtAnew(full)
	return nil
}

// soughtAnew has what a name was found to be like written with the transaction.
func (b *batch) soughtAnew(id int64) {
	if b.unwrittenSought == nil {
		b.unwrittenSought = map[int64]bool{}
	}
	b.unwrittenSought[id] = true
}

// writeSought writes what names were found to be like, where it changed.
func (b *batch) writeSought() error {
	var gone []int64
	var values []any
	for _, id := range slices.Sorted(maps.Keys(b.unwrittenSought)) {
		switch x, likes := b.memory.sought[id], b.memory.likes[id]; {
		case x != nil && x.whole:
			values = append(values, id, 1, packNames(x.found))
		case x != nil:
			values = append(values, id, 0, packNames(x.found))
		case len(likes) > 0:
			values = append(values, id, 0, packNames(likes))
		default:
			gone = append(gone, id)
		}
	}
	b.unwrittenSought = nil
	if err := b.bulk("INSERT OR REPLACE INTO short_link (name_id, whole, others) VALUES ", 3, values); err != nil || len(gone) == 0 {
		return err
	}
	return b.exec("DELETE FROM short_link WHERE name_id IN (SELECT value FROM json_each(?))", list(gone))
}
