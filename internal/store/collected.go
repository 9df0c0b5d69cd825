package store

import (
	"context"
	"database/sql"
)

// Collected is how articles of an outlet came into the archive: those of one
// medium among its newest.
type Collected struct {
	Media    string // a news.Media
	Articles int
	Fetched  string // the last time of capture that was given with one, as it was given; "" for none
	Modified string // the last time of a file that one was read from; "" for none
}

// CollectedOf tells how the newest articles of an outlet came into the archive, so
// many of them as mostOf allows, the most frequent medium first.
func (a *Archive) CollectedOf(ctx context.Context, outlet string, mostOf int) (out []Collected, err error) {
	err = a.eachRow(ctx, `SELECT v.media, count(*) AS n, max(coalesce(v.given ->> 'fetched', '')), max(v.modified)
		FROM (SELECT article_id FROM reading WHERE outlet_folded = ? ORDER BY day DESC`+limitedTo(mostOf)+`) r
		JOIN article a ON a.article_id = r.article_id JOIN version v ON v.version_id = a.shown GROUP BY v.media ORDER BY n DESC, v.media`, []any{foldOutlet(outlet)}, func(rows *sql.Rows) error {
		var c Collected
		err := rows.Scan(&c.Media, &c.Articles, &c.Fetched, &c.Modified)
		out = append(out, c)
		return err
	})
	return out, a.fault(err)
}

// Unread lists captures that could not be read, in order of their ids, and counts
// them all; only those whose ids hold some words where there are any.
func (a *Archive) Unread(ctx context.Context, holding string, limit int) (list []Failure, all int, err error) {
	err = a.eachRow(ctx, "SELECT id, stage, maker, fault, words, mend, count(*) OVER () FROM failure WHERE instr(id, ?1) > 0 OR ?1 = '' ORDER BY id"+limitedTo(limit), []any{holding}, func(rows *sql.Rows) error {
		var f Failure
		err := rows.Scan(&f.ID, &f.Stage, &f.Maker, &f.Fault, &f.Words, &f.Mend, &all)
		list = append(list, f)
		return err
	})
	return list, all, a.fault(err)
}

// placedBy bounds the names of an article that are asked for who found what they
// mean: the first that has been compared tells.
const placedBy = 20

// AcrossMakers are the stages that last placed an article among others: which found
// whose words it carries, and which found whom its names mean. One that has not come
// to it yet is the zero Maker.
func (a *Archive) AcrossMakers(ctx context.Context, s *Stored) (copies, resolve Maker, err error) {
	var names [][2]string
	for _, e := range s.Entities[:min(len(s.Entities), placedBy)] {
		names = append(names, [2]string{string(e.Kind), e.Name})
	}
	err = a.read.QueryRowContext(ctx, `SELECT coalesce(k.stage, ''), coalesce(k.version, ''), coalesce(w.stage, ''), coalesce(w.version, '') FROM article a
		LEFT JOIN copied c ON c.article_id = a.article_id LEFT JOIN maker k ON k.maker_id = c.maker_id
		LEFT JOIN maker w ON w.maker_id = (SELECT e.maker_id FROM json_each(?) j CROSS JOIN name n ON n.kind = j.value ->> 0 AND n.name = j.value ->> 1
			JOIN alias l ON l.name_id = n.name_id JOIN entity e ON e.entity_id = l.entity_id LIMIT 1)
		WHERE a.id = ?`, list(names), s.ID).Scan(&copies.Stage, &copies.Version, &resolve.Stage, &resolve.Version)
	return copies, resolve, a.fault(err)
}
