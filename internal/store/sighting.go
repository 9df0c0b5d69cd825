package store

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/news"
)

// lotBits is the size of a lot: two of a million articles share one once in a
// hundred archives, and a row holds it in 6 bytes.
const lotBits = 47

// lotOf is the place of an article in the order by which uses of names are
// sampled: no order of arrival shows in it.
func lotOf(a *news.Article) int64 {
	d := news.DigestOf(a.ID + "\x00" + string(a.SHA256[:]))
	return int64(binary.BigEndian.Uint64(d[:8]) >> (64 - lotBits))
}

// sight says where the names of an article stand in it, and what surrounds them.
func (p *Packed) sight(a *news.Article, n *names) {
	scene, sightings := resolve.Read(a)
	p.lot, p.scene = lotOf(a), scene.Append(nil)
	p.sightings = make([]resolve.Sighting, len(n.rows))
	seen := make([]bool, len(n.rows))
	for _, s := range sightings {
		i := n.of(nameRow{string(s.Kind), s.Name})
		if !seen[i] {
			p.sightings[i], seen[i] = s, true
		}
		for _, f := range s.Short {
			p.shorts = append(p.shorts, shortRow{i, nameRow{string(s.Kind), f.Name}, f.Span})
		}
	}
}

// shortRow is a short form of the article's i-th name.
type shortRow struct {
	name  int
	short nameRow
	at    news.Span
}

// unfiled is what a transaction has still to file: rows of many articles, sorted,
// go into the names' tables faster than those of one.
type unfiled struct {
	rows     []filedUse
	articles map[int64]bool  // that have rows here
	about    [][2]int64      // names and the statements they stand in
	least    map[int64]int64 // the least lot of each name
	uses     map[int64]int64 // of each name
	shorts   []int64         // names that have a short form here, and those forms
}

func (f *unfiled) hold(article int64) {
	if f.articles == nil {
		f.articles = map[int64]bool{}
	}
	f.articles[article] = true
}

// maxUnfiled is how many rows are filed together: those of a transaction, as a rule.
const maxUnfiled = 60_000

// putSightings files an article under its names.
func (b *batch) putSightings(p *Packed, article int64) error {
	ids := make([]int64, len(p.names))
	for i, n := range p.names {
		var err error
		if ids[i], err = b.nameID(n); err != nil {
			return err
		}
		b.file(ids[i], p.lot, article, &p.sightings[i])
	}
	if err := b.exec("INSERT INTO scene (article_id, lot, scene, names) VALUES (?, ?, ?, ?)", article, p.lot, p.scene, list(ids)); err != nil {
		return err
	}
	for _, s := range p.shorts {
		if err := b.putShort(article, ids[s.name], s); err != nil {
			return err
		}
	}
	if len(b.unfiled.rows) < maxUnfiled {
		return nil
	}
	return b.writeUnfiled()
}

func (b *batch) putShort(article, name int64, s shortRow) error {
	short, err := b.nameID(s.short)
	if err != nil {
		return err
	}
	if err := b.exec("INSERT OR IGNORE INTO short_form (article_id, name_id, short_id, first_start, first_end) VALUES (?, ?, ?, ?, ?)",
		article, name, short, s.at.Start, s.at.End); err != nil {
		return err
	}
	b.memory.linked(name, short)
	b.memory.printed(short)
	b.unfiled.shorts = append(b.unfiled.shorts, name, short)
	return b.exec("INSERT OR IGNORE INTO printed_short (name_id, other_id) VALUES (?1, ?2), (?2, ?1)", name, short)
}

func (b *batch) file(name, lot, article int64, s *resolve.Sighting) {
	row := useRow{article, nowhere, nowhere}
	if !s.Span.Empty() {
		row.start, row.end = int32(s.Span.Start), int32(s.Span.End)
	}
	b.memory.used(name, resolve.Seen{Lot: lot, Roles: s.Roles, Mentions: int32(s.Times)}, row)
	if b.unfiled.least == nil {
		b.unfiled.least, b.unfiled.uses = map[int64]int64{}, map[int64]int64{}
	}
	b.unfiled.uses[name]++
	if least, met := b.unfiled.least[name]; !met || lot < least {
		b.unfiled.least[name] = lot
	}
	b.unfiled.rows = append(b.unfiled.rows, filedUse{name, lot, row, s.Roles, s.Times})
}

// writeUnfiled writes what is to be filed, and has the names grouped again whose
// sample it is in, and bodies and places whose word it takes for a person's.
func (b *batch) writeUnfiled() error {
	f := b.unfiled
	b.unfiled = unfiled{}
	if err := b.writeAbout(f.about); err != nil || len(f.rows) == 0 {
		return err
	}
	if err := b.writeNaming(f.rows); err != nil {
		return err
	}
	if err := b.noteUses(f.uses); err != nil {
		return err
	}
	if err := b.touchUsed(f.least); err != nil {
		return err
	}
	shorts := slices.DeleteFunc(ascending(f.shorts), func(id int64) bool { return b.memory.due[id] })
	if len(shorts) == 0 {
		return nil
	}
	return b.exec("INSERT OR IGNORE INTO touched (layer, name_id) SELECT n.layer, n.name_id FROM json_each(?) j CROSS JOIN name n ON n.name_id = j.value", list(shorts))
}

// touchUsed has names grouped again whose sample a use is in, by its lot, and
// bodies and places whose word it takes for a person's; but for those that wait
// for it.
func (b *batch) touchUsed(lots map[int64]int64) error {
	if err := b.refreshDue(); err != nil {
		return err
	}
	maps.DeleteFunc(lots, func(name, _ int64) bool { return b.memory.due[name] })
	if len(lots) == 0 {
		return nil
	}
	used := list(byName(lots))
	ids, err := b.ids("SELECT n.name_id FROM json_each(?) j CROSS JOIN name n ON n.name_id = j.value ->> 0 WHERE n.bound IS NULL OR j.value ->> 1 <= n.bound", used)
	if err != nil || len(ids) == 0 {
		return err
	}
	if err := b.exec("INSERT OR IGNORE INTO touched (layer, name_id) SELECT n.layer, n.name_id FROM json_each(?) j CROSS JOIN name n ON n.name_id = j.value", list(ids)); err != nil {
		return err
	}
	for _, id := range ids {
		b.memory.due[id] = true
	}
	return b.exec(`INSERT OR IGNORE INTO touched (layer, name_id) SELECT o.layer, o.name_id FROM json_each(?) j CROSS JOIN name n ON n.name_id = j.value AND n.kind = ?
		CROSS JOIN name o ON o.kind IN (?, ?) AND o.name = n.name WHERE instr(n.name, ' ') = 0`,
		list(ids), string(news.Person), string(news.Organisation), string(news.Place))
}

// refreshDue forgets which names wait to be grouped when another program wrote.
func (b *batch) refreshDue() error {
	var version int64
	if _, err := b.find("PRAGMA data_version", nil, &version); err != nil {
		return err
	}
	if m := b.memory; m.due == nil || m.dueAt != version {
		m.due, m.dueAt = map[int64]bool{}, version
	}
	return nil
}

// noteUses notes how many uses of names came, where any name stands for something.
func (b *batch) noteUses(uses map[int64]int64) error {
	var any bool
	if _, err := b.find("SELECT EXISTS (SELECT 1 FROM alias)", nil, &any); err != nil || !any {
		return err
	}
	return b.exec(moreUses, list(byName(uses)))
}

// moreUses notes how many uses of names came that stand for something: those of
// others are counted when they come to.
const moreUses = `INSERT INTO uses_due SELECT value ->> 0, 0, value ->> 1, 0 FROM json_each(?) WHERE EXISTS (SELECT 1 FROM alias WHERE name_id = value ->> 0)
	ON CONFLICT DO UPDATE SET more = more + excluded.more`

func byName(of map[int64]int64) [][2]int64 {
	out := make([][2]int64, 0, len(of))
	for name, n := range of {
		out = append(out, [2]int64{name, n})
	}
	slices.SortFunc(out, func(a, b [2]int64) int { return cmp.Compare(a[0], b[0]) })
	return out
}

// touchNames has the names of an article grouped again whose sample it is in, and
// bodies and places whose word it takes for a person's.
func (b *batch) touchNames(article int64) error {
	if err := b.exec(`INSERT OR IGNORE INTO touched (layer, name_id) SELECT n.layer, n.name_id FROM `+namesIn+` CROSS JOIN name n ON n.name_id = j.value
		WHERE c.article_id = ? AND (n.bound IS NULL OR c.lot <= n.bound)`, article); err != nil {
		return err
	}
	if err := b.exec(`INSERT OR IGNORE INTO touched (layer, name_id) SELECT o.layer, o.name_id FROM `+namesIn+` CROSS JOIN name n ON n.name_id = j.value AND n.kind = ?
		JOIN name o ON o.kind IN (?, ?) AND o.name = n.name WHERE c.article_id = ? AND instr(n.name, ' ') = 0 AND (n.bound IS NULL OR c.lot <= n.bound)`,
		string(news.Person), string(news.Organisation), string(news.Place), article); err != nil {
		return err
	}
	return b.exec(`INSERT OR IGNORE INTO touched (layer, name_id) SELECT n.layer, n.name_id FROM short_form f
		JOIN name n ON n.name_id IN (f.name_id, f.short_id) WHERE f.article_id = ?`, article)
}

// namesIn are the names j of scenes c: those of an article are found by it.
const namesIn = "scene c CROSS JOIN json_each(c.names) j"

// forgetSightings forgets what an article tells of its names.
func (b *batch) forgetSightings(article int64) error {
	m := b.memory
	delete(m.scenes, article)
	names, err := b.ids("SELECT j.value FROM "+namesIn+" WHERE c.article_id = ?1 UNION SELECT short_id FROM short_form WHERE article_id = ?1", article)
	if err != nil {
		return err
	}
	for _, id := range names {
		delete(m.samples, id)
		delete(m.stands, id)
	}
	entities, err := b.ids("SELECT l.entity_id FROM json_each(?) j CROSS JOIN alias l ON l.name_id = j.value", list(names))
	for _, e := range entities {
		delete(m.bearers, e)
	}
	return err
}

// clearSightings takes an article out of the names' tables.
func (b *batch) clearSightings(article int64) error {
	if err := b.forgetSightings(article); err != nil {
		return err
	}
	if err := b.touchNames(article); err != nil {
		return err
	}
	clear(b.memory.written)
	if err := b.exec("UPDATE entity SET told = ? WHERE entity_id IN (SELECT l.entity_id FROM "+namesIn+` CROSS JOIN name n ON n.name_id = j.value AND n.layer = ? AND (n.bound IS NULL OR c.lot <= n.bound)
		CROSS JOIN alias l ON l.name_id = n.name_id WHERE c.article_id = ?)`, toldOtherwise, full, article); err != nil {
		return err
	}
	for _, q := range []string{
		"INSERT OR IGNORE INTO entity_due SELECT l.entity_id FROM " + namesIn + " CROSS JOIN alias l ON l.name_id = j.value WHERE c.article_id = ?",
		`UPDATE alias SET article_id = NULL, first_start = NULL, first_end = NULL WHERE article_id = ?1 AND name_id IN (SELECT j.value FROM ` + namesIn + ` WHERE c.article_id = ?1
			UNION SELECT short_id FROM short_form WHERE article_id = ?1)`,
		"DELETE FROM meant WHERE (name_id, article_id) IN (SELECT j.value, c.article_id FROM " + namesIn + " WHERE c.article_id = ?1)",
		"DELETE FROM short_form WHERE article_id = ?",
	} {
		if err := b.exec(q, article); err != nil {
			return err
		}
	}
	names, err := b.dropNaming(article)
	if err != nil {
		return err
	}
	if err := b.exec("INSERT INTO uses_due SELECT value, 0, -1, 0 FROM json_each(?) WHERE true ON CONFLICT DO UPDATE SET more = more - 1", list(names)); err != nil {
		return err
	}
	return b.exec("DELETE FROM scene WHERE article_id = ?", article)
}
