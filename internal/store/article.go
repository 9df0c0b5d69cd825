package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

// Stored is an article as the archive holds it. Its Refused is empty: run
// extract --explain on the capture for that.
type Stored struct {
	*news.Article
	Given   news.Given
	Version int // of Versions in all, counted from 1; the last is read
	Of      int
	Makers  Makers
	Stale   bool // marked to be derived again
}

// Opening is the words that stand for the headline of an article without one, "" for
// any other.
func (s *Stored) Opening() string {
	if s.Title.Value != "" {
		return ""
	}
	return Opening(s.Text)
}

const articleColumns = `a.article_id, a.id, v.number, (SELECT count(*) FROM version w WHERE w.article_id = a.article_id), v.given, r.stale,
	` + textColumns + `, r.record, r.said, c.stage, c.version, t.stage, t.version, coalesce(s.stage, ''), coalesce(s.version, ''), coalesce(m.stage, ''), coalesce(m.version, '')
	FROM article a JOIN version v ON v.version_id = a.shown JOIN reading r ON r.article_id = a.article_id
	JOIN maker c ON c.maker_id = r.cleaned_by JOIN maker t ON t.maker_id = r.attributed_by
	LEFT JOIN maker s ON s.maker_id = r.stances_by LEFT JOIN maker m ON m.maker_id = r.told_by` + textJoin

// Article gives one article by its id, with its statements. The error is
// news.NotFound when there is none.
func (a *Archive) Article(ctx context.Context, id string) (*Stored, error) {
	s, _, err := a.article(ctx, "SELECT "+articleColumns+" WHERE a.id = ?", id)
	if err == sql.ErrNoRows {
		return nil, news.Errorf(news.NotFound, id, "search for it: hearsay search WORDS", "no such article in the archive")
	}
	return s, a.fault(err)
}

func (a *Archive) article(ctx context.Context, query string, args ...any) (*Stored, int64, error) {
	return readArticle(ctx, a.read, query, args...)
}

// querier is what rows are asked of: the archive, or a transaction on it.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func readArticle(ctx context.Context, a querier, query string, args ...any) (*Stored, int64, error) {
	var s Stored
	var row int64
	var id, given, coding string
	var text, record, said []byte
	err := a.QueryRowContext(ctx, query, args...).Scan(&row, &id, &s.Version, &s.Of, &given, &s.Stale, &coding, &text, &record, &said,
		&s.Makers.Clean.Stage, &s.Makers.Clean.Version, &s.Makers.Attribute.Stage, &s.Makers.Attribute.Version,
		&s.Makers.Stance.Stage, &s.Makers.Stance.Version, &s.Makers.Match.Stage, &s.Makers.Match.Version)
	if err != nil {
		return nil, 0, err
	}
	if err := json.Unmarshal([]byte(given), &s.Given); err != nil {
		return nil, 0, fmt.Errorf("article %q: given data: %w", id, err)
	}
	o := shown{}
	if err := o.open(row, said, coding, text); err != nil {
		return nil, 0, fmt.Errorf("article %q: %w", id, err)
	}
	if s.Article, err = unpackRecord(record, o.text); err != nil {
		return nil, 0, fmt.Errorf("article %q: %w", id, err)
	}
	s.ID = id
	if s.Statements, err = statements(ctx, a, row, &o); err != nil {
		return &s, row, err
	}
	s.Stances, err = stances(ctx, a, row)
	return &s, row, err
}

func statements(ctx context.Context, a querier, article int64, o *shown) ([]news.Statement, error) {
	rows, err := a.QueryContext(ctx, "SELECT "+statementColumns+" FROM reading r CROSS JOIN statement s ON "+ofReading+" LEFT JOIN name n ON n.name_id = s.named WHERE r.article_id = ? ORDER BY s.statement_id DESC", article)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []news.Statement
	for rows.Next() {
		var r statementScan
		if err := rows.Scan(r.targets()...); err != nil {
			return nil, err
		}
		s, err := r.statement(o)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

// statementScan reads statementColumns.
type statementScan struct {
	number                      int
	kind, voice, polarity, name string
	start, end                  sql.NullInt64 // of the speaker
	corrections                 string
	hidden                      bool
}

var statementColumns = "s.number, " + valueColumns + ", coalesce(n.name, ''), s.speaker_start, s.speaker_end, s.corrections, s.hidden"

// valueColumns are a statement's kind, voice and polarity in words.
var valueColumns = kindCodes.words("s.kind") + ", " + voiceCodes.words("s.voice") + ", " + polarityCodes.words("s.polarity")

func (r *statementScan) targets() []any {
	return []any{&r.number, &r.kind, &r.voice, &r.polarity, &r.name, &r.start, &r.end, &r.corrections, &r.hidden}
}

func (r *statementScan) statement(o *shown) (news.Statement, error) {
	s := news.Statement{Kind: news.Kind(r.kind), Voice: news.Voice(r.voice), Polarity: news.Polarity(r.polarity),
		SpeakerName: r.name, Speaker: span(r.start, r.end), Hidden: r.hidden}
	said, err := o.at(r.number)
	if err != nil {
		return s, err
	}
	s.Within, s.Cue, s.Content, s.Reasons = said.within, said.cue, said.content, said.reasons
	s.Corrections, err = unpackCorrections(r.corrections)
	return s, err
}

func span(start, end sql.NullInt64) *news.Span {
	if !start.Valid || !end.Valid {
		return nil
	}
	return &news.Span{Start: int(start.Int64), End: int(end.Int64)}
}

// Articles yields every article that could be read, by id. The archive may be
// written to meanwhile: an article is seen as it is when its turn comes.
func (a *Archive) Articles(ctx context.Context) iter.Seq2[*Stored, error] {
	return func(yield func(*Stored, error) bool) {
		after := ""
		for {
			s, _, err := a.article(ctx, "SELECT "+articleColumns+" WHERE a.id > ? ORDER BY a.id LIMIT 1", after)
			if err == sql.ErrNoRows {
				return
			}
			if !yield(s, a.fault(err)) || err != nil {
				return
			}
			after = s.ID
		}
	}
}

const walkArticles = "articles"

// Heads gives articles by id, those after a page, and what to ask with for more: ""
// at the end. The error is news.Usage where no page gave what is asked with.
func (a *Archive) Heads(ctx context.Context, after string, limit int) (list []Head, next string, err error) {
	if after != "" {
		if after, err = unsealed(walkArticles, after); err != nil {
			return nil, "", err
		}
	}
	err = a.eachRow(ctx, `SELECT a.id, r.title, r.outlet, r.url, r.language, r.published, r.zone FROM article a JOIN reading r ON r.article_id = a.article_id
		WHERE a.id > ? ORDER BY a.id`+limitedTo(limit+1), []any{after}, func(rows *sql.Rows) error {
		var h Head
		err := rows.Scan(&h.ID, &h.Title, &h.Outlet, &h.URL, &h.Language, &h.Published.Value, &h.Published.Zone)
		list = append(list, h)
		return err
	})
	if err == nil && len(list) > limit {
		list = list[:limit]
		next = sealed(walkArticles, list[limit-1].ID)
	}
	return list, next, a.fault(errors.Join(err, a.begin(ctx, pointers(list)...)))
}

// Capture gives the bytes a version of an article was read from, with what was
// given beside them. version 0 is the shown one.
func (a *Archive) Capture(ctx context.Context, id string, version int) (news.Blob, error) {
	var b news.Blob
	var media, coding, given, modified string
	var bytes []byte
	err := a.read.QueryRowContext(ctx, `SELECT v.media, v.charset, v.given, v.modified, c.coding, c.bytes FROM article a
		JOIN version v ON v.article_id = a.article_id AND CASE WHEN ?2 = 0 THEN v.version_id = a.shown ELSE v.number = ?2 END
		JOIN capture c ON c.capture_id = v.capture_id WHERE a.id = ?1`, id, version).
		Scan(&media, &b.Charset, &given, &modified, &coding, &bytes)
	if err == sql.ErrNoRows {
		return b, news.Errorf(news.NotFound, id, "search for it: hearsay search WORDS", "no such capture in the archive")
	}
	if err != nil {
		return b, a.fault(err)
	}
	b.ID, b.Media = id, news.Media(media)
	if modified != "" {
		if b.Modified, err = time.Parse(time.RFC3339, modified); err != nil {
			return b, a.fault(err)
		}
	}
	if err := json.Unmarshal([]byte(given), &b.Given); err != nil {
		return b, a.fault(err)
	}
	b.Bytes, err = unpack(coding, bytes)
	return b, a.fault(err)
}

// Known is what the archive holds of a capture under an id.
type Known struct {
	Version bool       // the id was given with these bytes before
	Read    bool       // and nothing is left to do for it
	Given   news.Given // what was given then
}

const knowQuery = `SELECT v.given, EXISTS (SELECT 1 FROM reading r WHERE r.article_id = a.article_id) AND a.shown >= v.version_id
	FROM article a JOIN version v ON v.article_id = a.article_id JOIN capture c ON c.capture_id = v.capture_id
	WHERE a.id = ? AND c.sha256 = ?`

// Know looks up an id and the digest of its bytes.
func (a *Archive) Know(ctx context.Context, id string, digest news.Digest) (Known, error) {
	var k Known
	var given string
	err := a.read.QueryRowContext(ctx, knowQuery, id, digest[:]).Scan(&given, &k.Read)
	if err == sql.ErrNoRows {
		return Known{}, nil
	}
	if err != nil {
		return k, a.fault(err)
	}
	k.Version = true
	return k, a.fault(json.Unmarshal([]byte(given), &k.Given))
}
