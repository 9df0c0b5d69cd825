package store

import (
	"cmp"
	"database/sql"
	"encoding/binary"
	"maps"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// held is a link of a name to another of its layer, and how far it holds.
type held struct {
	other   int64
	level   int8
	printed bool // only articles make it
}

// pair is two names that a link ties.
type pair struct{ a, b int64 }

// loadNearby reads the links of names, and how many reach the names they lead to.
// Where words do not connect two names, articles do that print one for the other.
func (b *batch) loadNearby(ids []int64) error {
	var missing []int64
	for _, id := range ids {
		if _, known := b.memory.nearby[id]; !known {
			b.memory.nearby[id] = nil
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	var others []int64
	err := b.each("SELECT l.name_id, l.others FROM json_each(?) j CROSS JOIN link l ON l.name_id = j.value", []any{list(missing)}, func(rows *sql.Rows) error {
		var id int64
		var packed sql.RawBytes
		err := rows.Scan(&id, &packed)
		if err == nil {
			b.memory.nearby[id], err = unpackLinks(packed)
		}
		return err
	})
	if err != nil {
		return err
	}
	if err := b.loadPrinted(missing); err != nil {
		return err
	}
	for _, id := range missing {
		for _, h := range b.memory.nearby[id] {
			others = append(others, h.other)
		}
	}
	return b.loadLevels(ascending(others))
}

// loadPrinted adds the links that only articles make.
func (b *batch) loadPrinted(ids []int64) error {
	return b.eachPrinted(ids, func(p pair) {
		if b.memory.held(p.a, p.b) == nil {
			b.memory.hold(p.a, held{p.b, resolve.ShortInTextLevel, true})
		}
	})
}

// layered adds names that have a layer now to the links of those they are printed
// with: links are of one layer.
func (b *batch) layered(ids []int64) error {
	return b.eachPrinted(ids, func(p pair) {
		if _, known := b.memory.nearby[p.b]; known && b.memory.held(p.b, p.a) == nil {
			b.memory.hold(p.b, held{p.a, resolve.ShortInTextLevel, true})
		}
	})
}

func (b *batch) eachPrinted(ids []int64, do func(pair)) error {
	return b.each(`SELECT p.name_id, p.other_id FROM json_each(?) j CROSS JOIN printed_short p ON p.name_id = j.value CROSS JOIN name m ON m.name_id = p.name_id
		CROSS JOIN name n ON n.name_id = p.other_id AND n.layer = m.layer`, []any{list(ids)}, func(rows *sql.Rows) error {
		var p pair
		err := rows.Scan(&p.a, &p.b)
		do(p)
		return err
	})
}

// loadLevels reads the levels of names.
func (b *batch) loadLevels(ids []int64) error {
	levels := b.memory.levels
	var missing []int64
	for _, id := range ids {
		if _, known := levels[id]; !known {
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return b.each("SELECT n.name_id, n.level FROM json_each(?) j CROSS JOIN name n ON n.name_id = j.value", []any{list(missing)}, func(rows *sql.Rows) error {
		var id int64
		var level int
		err := rows.Scan(&id, &level)
		levels[id] = level
		return err
	})
}

// held is a link in memory, nil when it is not there; links ascend.
func (m *memory) held(from, to int64) *held {
	links := m.nearby[from]
	i, found := slices.BinarySearchFunc(links, to, func(h held, to int64) int { return cmp.Compare(h.other, to) })
	if !found {
		return nil
	}
	return &links[i]
}

// hold keeps a link in memory.
func (m *memory) hold(from int64, h held) {
	links := m.nearby[from]
	if len(links) == 0 || links[len(links)-1].other < h.other {
		m.nearby[from] = append(links, h)
		return
	}
	i, found := slices.BinarySearchFunc(links, h.other, func(h held, to int64) int { return cmp.Compare(h.other, to) })
	if found {
		links[i] = h
		return
	}
	m.nearby[from] = slices.Insert(links, i, h)
}

// tie links two names whose links are loaded, both ways.
func (b *batch) tie(p pair, level int) {
	b.memory.hold(p.a, held{other: p.b, level: int8(level)})
	b.memory.hold(p.b, held{other: p.a, level: int8(level)})
	b.relinked(p.a, p.b)
}

// relinked has the links of names written with the transaction.
func (b *batch) relinked(names ...int64) {
	if b.unwritten == nil {
		b.unwritten = map[int64]bool{}
	}
	for _, id := range names {
		b.unwritten[id] = true
	}
}

// writeLinks writes the links that changed.
func (b *batch) writeLinks() error {
	var gone []int64
	var values []any
	for _, id := range slices.Sorted(maps.Keys(b.unwritten)) {
		if packed := packLinks(b.memory.nearby[id]); len(packed) > 0 {
			values = append(values, id, packed)
		} else {
			gone = append(gone, id)
		}
	}
	b.unwritten = nil
	if err := b.bulk("INSERT OR REPLACE INTO link (name_id, others) VALUES ", 2, values); err != nil || len(gone) == 0 {
		return err
	}
	return b.exec("DELETE FROM link WHERE name_id IN (SELECT value FROM json_each(?))", list(gone))
}

// unlink takes a name's links away; what they led to is grouped again.
func (b *batch) unlink(id int64) error {
	if err := b.loadNearby([]int64{id}); err != nil {
		return err
	}
	links := b.memory.nearby[id]
	others := make([]int64, len(links))
	for i, h := range links {
		others[i] = h.other
	}
	if err := b.loadNearby(others); err != nil {
		return err
	}
	for _, o := range others {
		b.memory.nearby[o] = slices.DeleteFunc(b.memory.nearby[o], func(h held) bool { return h.other == id })
	}
	b.memory.nearby[id] = nil
	b.relinked(append(others, id)...)
	for _, q := range []string{
		"INSERT OR IGNORE INTO touched (layer, name_id) SELECT n.layer, n.name_id FROM json_each(?) j CROSS JOIN name n ON n.name_id = j.value",
		"UPDATE name SET level = -1 WHERE name_id IN (SELECT value FROM json_each(?))",
	} {
		if err := b.exec(q, list(others)); err != nil {
			return err
		}
	}
	for _, o := range append(others, id) {
		delete(b.memory.levels, o)
	}
	return nil
}

// packLinks writes the links that words make: by what one name differs from the one before, and
// levels from 0.
func packLinks(links []held) []byte {
	out := make([]byte, 0, 3*len(links))
	last := int64(0)
	for _, h := range links {
		if h.printed {
			continue
		}
		out = binary.AppendUvarint(out, uint64(h.other-last)<<levelBits|uint64(h.level-resolve.Broken))
		last = h.other
	}
	return out
}

const levelBits = 3

func unpackLinks(b []byte) ([]held, error) {
	var out []held
	for last := int64(0); len(b) > 0; {
		d, n := binary.Uvarint(b)
		if n <= 0 {
			return nil, errCutShort
		}
		last, b = last+int64(d>>levelBits), b[n:]
		out = append(out, held{other: last, level: int8(d&(1<<levelBits-1)) + resolve.Broken})
	}
	return out, nil
}
