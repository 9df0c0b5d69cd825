package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/descent"
	"github.com/hearsay-engine/hearsay/news"
)

// Meeting is a text and an article of the archive that share words. From is the
// earlier of the two.
type Meeting struct {
	news.Copy
	Shares   descent.Shares
	Other    Head
	Text     string // the other's
	Stored   bool   // it is the edge of the forest between the two
	Articles int    // that are one family with the other, itself too
}

// Meetings compares an article of the archive with all that share words with
// it, and gives those that do, at most limit, the one it carries the words of
// first, then by how many words they share. Articles that carry another's words
// and nothing else are told of by their number: ask for the Family.
func (a *Archive) Meetings(ctx context.Context, id string, limit int) ([]Meeting, error) {
	row, err := a.articleRow(ctx, id)
	if err != nil {
		return nil, err
	}
	return a.meetings(ctx, limit, func(m *meeter) (*descent.Article, error) {
		m.self = row
		if err := m.edges(row); err != nil {
			return nil, err
		}
		ready, err := readyCopies(m.ask, []int64{row})
		return ready[row].Article, err
	})
}

// MeetingsOf is Meetings of a text that need not be in the archive; seen is when
// it was published.
func (a *Archive) MeetingsOf(ctx context.Context, x *news.Article, seen news.Interval, limit int) ([]Meeting, error) {
	return a.meetings(ctx, limit, func(*meeter) (*descent.Article, error) {
		return descent.New(descent.NewPlace(seen, x.SHA256, x.ID), x.Text, x.Body, descent.Traits{Outlet: foldOutlet(x.Outlet.Value),
			Names: outletNames(x.Outlet.Value, x.URL), Language: x.Language, Seen: seen}), nil
	})
}

// meeter compares one text with an archive as it is at one moment.
type meeter struct {
	ask    asker
	index  postings
	self   int64          // the text's row, 0 when it has none
	stored map[int64]bool // articles it has an edge of the forest with
}

func (a *Archive) meetings(ctx context.Context, limit int, of func(*meeter) (*descent.Article, error)) ([]Meeting, error) {
	look, err := a.read.look(ctx)
	if err != nil {
		return nil, a.fault(err)
	}
	defer look.end(ctx)
	m := &meeter{stored: map[int64]bool{}, ask: func(query string, args []any, do func(*sql.Rows) error) error {
		rows, err := look.query(ctx, query, args...)
		return eachOf(rows, err, do)
	}}
	m.index = postings{ask: m.ask, dirs: &a.dirs, tables: copyPostings, again: true}
	x, err := of(m)
	if err != nil || x == nil {
		return nil, a.fault(err)
	}
	out, err := m.meet(x, limit)
	return out, a.fault(err)
}

// edges notes what an article has an edge with.
func (m *meeter) edges(row int64) error {
	return m.ask("SELECT origin FROM copied WHERE article_id = ?1 AND origin IS NOT NULL UNION ALL SELECT article_id FROM (SELECT article_id FROM copied WHERE origin = ?1"+limitedTo(maxShown)+")",
		[]any{row}, func(rows *sql.Rows) error {
			var other int64
			err := rows.Scan(&other)
			m.stored[other] = true
			return err
		})
}

// maxShown bounds how many of an article's copies are compared with it when it
// is asked about.
const maxShown = 20

// meet compares a text with its candidates and those it has an edge with.
func (m *meeter) meet(x *descent.Article, limit int) ([]Meeting, error) {
	rows, err := m.candidates(x)
	if err != nil {
		return nil, err
	}
	for row := range m.stored {
		if !slices.Contains(rows, row) {
			rows = append(rows, row)
		}
	}
	ready, err := readyCopies(m.ask, rows)
	if err != nil {
		return nil, err
	}
	list := make([]*Meeting, len(rows))
	inParallel(len(rows), func(i int) {
		if o := ready[rows[i]].Article; o != nil {
			list[i] = meetingOf(x, o, m.stored[rows[i]])
		}
	})
	met := map[int64]*Meeting{}
	var order []int64
	for i, row := range rows {
		if list[i] != nil {
			met[row], order = list[i], append(order, row)
		}
	}
	slices.SortFunc(order, func(a, b int64) int { return met[a].compare(met[b], x.ID) })
	return m.fill(met, order[:min(len(order), limit)])
}

func meetingOf(x, o *descent.Article, stored bool) *Meeting {
	from, to := o, x
	if x.Place.Compare(o.Place) < 0 {
		from, to = x, o
	}
	e, ok := descent.Meets(from, to)
	if !ok {
		return nil
	}
	return &Meeting{Copy: e.Copy, Shares: e.Shares, Stored: stored, Text: o.Full()}
}

// compare puts the article's own origin first, then who shares most of it.
func (a *Meeting) compare(b *Meeting, self string) int {
	rank := func(m *Meeting) (int, float64) {
		if m.To != self {
			return 1, m.Shares.From
		}
		if m.Stored {
			return 0, m.Shares.To
		}
		return 1, m.Shares.To
	}
	x, shareA := rank(a)
	y, shareB := rank(b)
	return cmp.Or(cmp.Compare(x, y), cmp.Compare(shareB, shareA), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
}

// candidates are the rows of articles that share enough keys with a text. A key
// that more than enough filings hold is not looked at.
func (m *meeter) candidates(x *descent.Article) ([]int64, error) {
	found, err := m.index.find(x.Keys())
	if err != nil {
		return nil, err
	}
	var tally descent.Tally
	for i, k := range x.Keys() {
		if len(found[i]) < descent.MaxPosters {
			tally.Add(k, found[i])
		}
	}
	likely, err := m.filings(tally.Likely())
	if err != nil {
		return nil, err
	}
	best, _ := tally.Best(descent.Order{Compare: func(a, b int64) int { return likely[a].compare(likely[b]) }, At: func(f int64) int64 { return likely[f].at }},
		func(filing int64) bool { return likely[filing] != nil && likely[filing].article != m.self })
	rows := make([]int64, len(best))
	for i, f := range best {
		rows[i] = likely[f].article
	}
	return rows, nil
}

// filings reads filings that are there.
func (m *meeter) filings(ids []int64) (map[int64]*filed, error) {
	out := make(map[int64]*filed, len(ids))
	err := m.ask("SELECT f.filing_id, f.article_id, f.at, f.head FROM json_each(?) j CROSS JOIN filing f ON f.filing_id = j.value", []any{list(ids)}, func(rows *sql.Rows) error {
		var id, head int64
		var f filed
		err := rows.Scan(&id, &f.article, &f.at, &head)
		f.head = uint64(head)
		out[id] = &f
		return err
	})
	return out, err
}

// compare orders filings by their places, those of one text by their rows.
func (f *filed) compare(g *filed) int {
	return cmp.Or(cmp.Compare(f.at, g.at), cmp.Compare(f.head, g.head), cmp.Compare(f.article, g.article))
}

// fill adds what a list shows of the others.
func (m *meeter) fill(met map[int64]*Meeting, order []int64) ([]Meeting, error) {
	err := m.ask(`SELECT r.article_id, a.id, r.title, r.outlet, r.url, r.language, r.published, r.zone, (SELECT count(*) FROM copied c WHERE c.root = o.root)
		FROM json_each(?) j CROSS JOIN reading r ON r.article_id = j.value JOIN article a ON a.article_id = r.article_id JOIN copied o ON o.article_id = r.article_id`,
		[]any{list(order)}, func(rows *sql.Rows) error {
			var row int64
			var h Head
			var n int
			err := rows.Scan(&row, &h.ID, &h.Title, &h.Outlet, &h.URL, &h.Language, &h.Published.Value, &h.Published.Zone, &n)
			if x := met[row]; x != nil {
				h.begin(x.Text)
				x.Other, x.Articles = h, n
			}
			return err
		})
	out := make([]Meeting, len(order))
	for i, row := range order {
		out[i] = *met[row]
	}
	return out, err
}
