package store

import (
	"database/sql"
	"encoding/json"

	"github.com/hearsay-engine/hearsay/news"
)

// putReading replaces what was read for an article by what the entry holds.
func (b *batch) putReading(p *Packed, v versionState) error {
	if !v.first {
		if err := b.renewCopy(p, v.article); err != nil {
			return err
		}
	}
	if err := b.clearReading(v); err != nil {
		return err
	}
	a := p.entry.Article
	if p.entry.Exhume {
		if err := b.exhume(a.ID, a.CaptureSHA256, a.SHA256); err != nil {
			return err
		}
	}
	at, err := b.freePlace(place(a.Published, a.ID), a.ID, len(p.statements))
	if err != nil {
		return err
	}
	if err := b.insertReading(p, v, at); err != nil {
		return err
	}
	if err := b.putSightings(p, v.article); err != nil {
		return err
	}
	if err := b.insertStatements(p, v.article, at); err != nil {
		return err
	}
	b.unfiled.hold(v.article)
	if err := b.insertStances(v.article, p.entry.Article.Stances); err != nil {
		return err
	}
	if err := b.putTellings(p, v.article); err != nil {
		return err
	}
	if err := b.putLines(p, v); err != nil {
		return err
	}
	if err := b.putBound(p, v.article); err != nil {
		return err
	}
	if err := b.putCopy(p, v); err != nil {
		return err
	}
	if err := b.exec("UPDATE article SET shown = ? WHERE article_id = ?", v.id, v.article); err != nil || !b.present.failures {
		return err
	}
	return b.exec("DELETE FROM failure WHERE id = ?", a.ID)
}

func (b *batch) clearReading(v versionState) error {
	if v.first {
		return nil
	}
	if b.unfiled.articles[v.article] {
		if err := b.writeUnfiled(); err != nil {
			return err
		}
	}
	if err := b.unindex(v.article); err != nil {
		return err
	}
	if err := b.clearTellings(v.article); err != nil {
		return err
	}
	if err := b.clearAbout(v.article); err != nil {
		return err
	}
	for _, q := range []string{
		"DELETE FROM statement WHERE statement_id IN (SELECT s.statement_id FROM reading r CROSS JOIN statement s ON " + ofReading + " WHERE r.article_id = ?)",
		"DELETE FROM stance WHERE article_id = ?",
		"DELETE FROM bound WHERE article_id = ?",
		"DELETE FROM reading WHERE article_id = ?",
	} {
		if err := b.exec(q, v.article); err != nil {
			return err
		}
	}
	return b.clearSightings(v.article)
}

// clearAbout takes an article's statements from the names in them.
func (b *batch) clearAbout(article int64) error {
	var gone [][2]int64
	err := b.each("SELECT s.statement_id, s.about FROM reading r CROSS JOIN statement s ON "+ofReading+" WHERE r.article_id = ? AND s.about IS NOT NULL", []any{article}, func(rows *sql.Rows) error {
		var row int64
		var about sql.RawBytes
		err := rows.Scan(&row, &about)
		eachNumber(about, func(name int64) { gone = append(gone, [2]int64{name, row}) })
		return err
	})
	if err != nil || len(gone) == 0 {
		return err
	}
	return b.dropAbout(gone)
}

// unindex takes an article's statements out of the full-text index, which
// wants to be told the words it is to forget.
func (b *batch) unindex(article int64) error {
	var o shown
	return b.each("SELECT s.statement_id, s.number, s.speaker_start, s.speaker_end, r.said, "+textColumns+" FROM reading r CROSS JOIN statement s ON "+ofReading+textJoin+
		" WHERE r.article_id = ?", []any{article}, func(rows *sql.Rows) error {
		var id int64
		var number int
		var start, end sql.NullInt64
		var coding string
		var said, text []byte
		if err := rows.Scan(&id, &number, &start, &end, &said, &coding, &text); err != nil {
			return err
		}
		if err := o.open(article, said, coding, text); err != nil {
			return err
		}
		x, err := o.indexed(number, span(start, end))
		b.index.remove(id, x)
		return err
	})
}

func (b *batch) insertReading(p *Packed, v versionState, at int64) error {
	a := p.entry.Article
	cleaned, err := b.makerID(p.entry.Makers.Clean)
	if err != nil {
		return err
	}
	attributed, err := b.makerID(p.entry.Makers.Attribute)
	if err != nil {
		return err
	}
	took, err := b.makerID(p.entry.Makers.Stance)
	if err != nil {
		return err
	}
	matched, err := b.makerID(p.entry.Makers.Match)
	if err != nil {
		return err
	}
	of, text := any(nil), p.text
	if p.shared {
		of, text = v.capture, packed{codingRaw, []byte{}, 0}
	}
	return b.exec(`INSERT INTO reading (article_id, cleaned_by, attributed_by, stances_by, told_by, stale, sha256,
		title, outlet, outlet_folded, language, url, published, zone, day, statements, place, size, said, record, capture_id, coding, text)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		v.article, cleaned, attributed, took, matched, v.given != p.entry.Blob.Given, a.SHA256[:],
		a.Title.Value, a.Outlet.Value, foldOutlet(a.Outlet.Value), a.Language, a.URL, a.Published.Value, a.Published.Zone,
		earliest(a.Published.Value), len(p.statements), at,
		len(a.Text), p.said, p.record, of, text.coding, text.bytes)
}

func (b *batch) insertStatements(p *Packed, article, at int64) error {
	maker, err := b.makerID(p.entry.Makers.Attribute)
	if err != nil {
		return err
	}
	values := make([]any, 0, statementWidth*len(p.statements))
	for i := range p.statements {
		s := &p.statements[i]
		id := rowOf(at, i, len(p.statements))
		in := make([]int64, len(s.about))
		for k, n := range s.about {
			if in[k], err = b.nameID(p.names[n]); err != nil {
				return err
			}
			b.unfiled.about = append(b.unfiled.about, [2]int64{in[k], id})
		}
		named := any(nil)
		if s.named >= 0 {
			if named, err = b.nameID(p.names[s.named]); err != nil {
				return err
			}
		}
		values = append(values, id, article, i, maker)
		values = append(values, s.columns(named, in)...)
		b.index.add(id, indexed{s.words, s.speaker})
	}
	return b.bulk(`INSERT OR FAIL INTO statement (statement_id, article_id, number, maker_id, kind, voice, polarity, named,
		about, speaker_start, speaker_end, corrections, hidden, doubt) VALUES `, statementWidth, values)
}

// statementWidth is how many columns of a statement are written.
const statementWidth = 14

// columns are those of a statement that its article does not give.
func (s *statementRow) columns(named any, about []int64) []any {
	in := any(nil)
	if len(about) > 0 {
		in = packNumbers(about)
	}
	start, end := ends(s.Speaker)
	return []any{kindCodes.of(s.Kind), voiceCodes.of(s.Voice), polarityCodes.of(s.Polarity), named, in, start, end, s.corrections, s.Hidden, s.doubt}
}

// list is rows as one JSON value, so that they go to the archive in one
// statement: each statement has a cost of its own.
func list[T any](rows []T) string {
	if len(rows) == 0 {
		return "[]"
	}
	b, _ := json.Marshal(rows)
	return string(b)
}

// ends gives a span's ends, or two NULLs.
func ends(s *news.Span) (start, end any) {
	if s == nil {
		return nil, nil
	}
	return s.Start, s.End
}
