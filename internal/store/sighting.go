package store

import (
	"encoding/binary"

	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/news"
)

// lotOf is the place of an article in the order by which uses of names are
// sampled: no order of arrival shows in it.
func lotOf(a *news.Article) int64 {
	d := news.DigestOf(a.ID + "\x00" + string(a.SHA256[:]))
	return int64(binary.BigEndian.Uint64(d[:8]) >> 1)
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

// putSightings files an article under its names.
func (b *batch) putSightings(p *Packed, article int64) error {
	rows := make([][]any, len(p.names))
	ids := make([]int64, len(p.names))
	for i, n := range p.names {
		var err error
		if ids[i], err = b.nameID(n); err != nil {
			return err
		}
		b.memory.used(ids[i], p.lot)
		rows[i] = []any{ids[i], p.sightings[i].Roles, p.sightings[i].Times, nil, nil}
		if at := p.sightings[i].Span; !at.Empty() {
			rows[i][3], rows[i][4] = at.Start, at.End
		}
	}
	if err := b.exec(`INSERT OR IGNORE INTO naming (name_id, lot, article_id, roles, mentions, first_start, first_end)
		SELECT value ->> 0, ?, ?, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)`, p.lot, article, list(rows)); err != nil {
		return err
	}
	if err := b.exec("INSERT INTO scene (article_id, lot, scene) VALUES (?, ?, ?)", article, p.lot, p.scene); err != nil {
		return err
	}
	for _, s := range p.shorts {
		short, err := b.nameID(s.short)
		if err != nil {
			return err
		}
		if err := b.exec("INSERT OR IGNORE INTO short_form (article_id, name_id, short_id, first_start, first_end) VALUES (?, ?, ?, ?, ?)",
			article, ids[s.name], short, s.at.Start, s.at.End); err != nil {
			return err
		}
		b.memory.linked(ids[s.name], short)
		if err := b.exec("INSERT OR IGNORE INTO link (name_id, other_id) VALUES (?1, ?2), (?2, ?1)", ids[s.name], short); err != nil {
			return err
		}
	}
	return b.touchNames(article)
}

// touchNames has the names of an article grouped again whose sample it is in, and
// bodies and places whose word it takes for a person's.
func (b *batch) touchNames(article int64) error {
	if err := b.exec(`INSERT OR IGNORE INTO touched (layer, name_id) SELECT n.layer, n.name_id FROM naming g JOIN name n ON n.name_id = g.name_id
		WHERE g.article_id = ? AND (n.bound IS NULL OR g.lot <= n.bound)`, article); err != nil {
		return err
	}
	if err := b.exec(`INSERT OR IGNORE INTO touched (layer, name_id) SELECT o.layer, o.name_id FROM naming g JOIN name n ON n.name_id = g.name_id AND n.kind = ?
		JOIN name o ON o.kind IN (?, ?) AND o.name = n.name WHERE g.article_id = ? AND instr(n.name, ' ') = 0 AND (n.bound IS NULL OR g.lot <= n.bound)`,
		string(news.Person), string(news.Organisation), string(news.Place), article); err != nil {
		return err
	}
	return b.exec(`INSERT OR IGNORE INTO touched (layer, name_id) SELECT n.layer, n.name_id FROM short_form f
		JOIN name n ON n.name_id IN (f.name_id, f.short_id) WHERE f.article_id = ?`, article)
}

// clearSightings takes an article out of the names' tables.
func (b *batch) clearSightings(article int64) error {
	b.memory.empty()
	if err := b.touchNames(article); err != nil {
		return err
	}
	for _, q := range []string{
		"UPDATE alias SET article_id = NULL, first_start = NULL, first_end = NULL WHERE article_id = ?1 AND name_id IN (SELECT name_id FROM naming WHERE article_id = ?1)",
		"DELETE FROM meant WHERE article_id = ?1 AND name_id IN (SELECT name_id FROM naming WHERE article_id = ?1)",
		"DELETE FROM short_form WHERE article_id = ?",
		"DELETE FROM scene WHERE article_id = ?",
		"DELETE FROM naming WHERE article_id = ?",
	} {
		if err := b.exec(q, article); err != nil {
			return err
		}
	}
	return nil
}
