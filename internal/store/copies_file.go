package store

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"fmt"
	"math"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/internal/descent"
	"github.com/hearsay-engine/hearsay/internal/segments"
	"github.com/hearsay-engine/hearsay/news"
)

// copyRow is what an article is compared by, on its way into the archive.
type copyRow struct {
	at    int64
	until any // Unix seconds, nil when unknown
	body  string
	input int64 // names all of these, and the text
}

func newCopyRow(a *news.Article, seen news.Interval) copyRow {
	c := copyRow{at: descent.NewPlace(seen, a.SHA256, a.ID).At, body: flat(a.Body)}
	if !seen.Until.IsZero() {
		c.until = seen.Until.Unix()
	}
	h := sha256.New()
	fmt.Fprintf(h, "%s %d %v %s %q %q %q", a.SHA256, c.at, c.until, c.body, a.Language, foldOutlet(a.Outlet.Value), outletNames(a.Outlet.Value, a.URL))
	c.input = int64(binary.BigEndian.Uint64(h.Sum(nil)))
	return c
}

// ready is the article as its rows will have it, ready to be compared.
func (c *copyRow) ready(a *news.Article) readied {
	until, known := c.until.(int64)
	traits := descent.Traits{Outlet: foldOutlet(a.Outlet.Value), Names: outletNames(a.Outlet.Value, a.URL), Language: a.Language, Seen: seenBetween(c.at, sql.NullInt64{Int64: until, Valid: known})}
	return readied{descent.New(descent.Place{At: c.at, Text: a.SHA256, ID: a.ID}, a.Text, a.Body, traits)}
}

// seenBetween is when an article was published, as its row has it.
func seenBetween(at int64, until sql.NullInt64) (seen news.Interval) {
	if at != descent.Undated {
		seen.From = time.Unix(at, 0)
	}
	if until.Valid {
		seen.Until = time.Unix(until.Int64, 0)
	}
	return seen
}

// outletNames is what an outlet goes by: its name and its site, in lower case.
func outletNames(outlet, address string) []string {
	var out []string
	if outlet != "" {
		out = append(out, strings.ToLower(outlet))
	}
	if u, err := url.Parse(address); err == nil {
		if site := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."); site != "" {
			out = append(out, site)
		}
	}
	return out
}

// putCopy has an article compared with the others, when what it is compared by
// is new.
func (b *batch) putCopy(p *Packed, v versionState) error {
	c, a, article := &p.copy, p.entry.Article, v.article
	var known bool
	var err error
	if !v.fresh {
		var input int64
		known, err = b.find("SELECT input FROM copied WHERE article_id = ?", []any{article}, &input)
		if err != nil || known && input == c.input {
			return err
		}
	}
	b.copies.hold(article, p.ready)
	if known {
		err = b.exec("UPDATE copied SET until = ?, input = ?, body = ? WHERE article_id = ?", c.until, c.input, c.body, article)
	} else {
		err = b.exec(`INSERT INTO copied (article_id, at, until, input, body, joined, root, kind, edge) VALUES (?1, ?2, ?3, ?4, ?5, 0, ?1, '', '')`,
			article, c.at, c.until, c.input, c.body)
	}
	if err != nil {
		return err
	}
	return b.exec("INSERT OR IGNORE INTO touched_copy (at, sha256, id, article_id) VALUES (?, ?, ?, ?)", c.at, a.SHA256[:], a.ID, article)
}

// renewCopy has an article stay in the forest that is compared by something else
// now and stands where it stood, until it is compared anew: it posts most of its
// keys again. One that stands elsewhere is retired.
func (b *batch) renewCopy(p *Packed, article int64) error {
	var input, at int64
	var sum []byte
	var filed, renewed bool
	known, err := b.find(`SELECT c.input, c.at, r.sha256, c.filing IS NOT NULL, EXISTS (SELECT 1 FROM renewed_copy n WHERE n.article_id = c.article_id)
		FROM copied c LEFT JOIN reading r ON r.article_id = c.article_id WHERE c.article_id = ?`, []any{article}, &input, &at, &sum, &filed, &renewed)
	switch {
	case err != nil || !known || input == p.copy.input:
		return err
	case at != p.copy.at || !bytes.Equal(sum, p.entry.Article.SHA256[:]):
		return b.retireCopy(article)
	case !filed:
		err = b.exec("UPDATE copied SET basis = NULL, posted = NULL WHERE article_id = ?", article)
	case !renewed:
		err = b.noteRenewed(article)
	}
	b.copies.changed(article)
	return err
}

// noteRenewed keeps the keys by which an article stands in the index.
func (b *batch) noteRenewed(article int64) error {
	posted, reserve, err := b.filedKeys(article)
	if err != nil {
		return err
	}
	for _, k := range reserve {
		posted = append(posted, k|heldInReserve)
	}
	return b.exec("INSERT INTO renewed_copy (article_id, keys) VALUES (?, ?)", article, segments.Directory(posted).Pack())
}

// renewedKeys reads what noteRenewed wrote.
func renewedKeys(packed []byte) (posted, reserve []uint64, err error) {
	all, err := segments.UnpackDirectory(packed)
	n, _ := slices.BinarySearch(all, heldInReserve)
	for _, k := range all[n:] {
		reserve = append(reserve, k&^heldInReserve)
	}
	return all[:n], reserve, err
}

// filedKeys are the keys that an article posts and keeps in reserve, as the index
// has them.
func (b *batch) filedKeys(article int64) (posted, reserve []uint64, err error) {
	var marks, renewed []byte
	if _, err := b.find("SELECT c.posted, n.keys FROM copied c LEFT JOIN renewed_copy n ON n.article_id = c.article_id WHERE c.article_id = ?", []any{article}, &marks, &renewed); err != nil {
		return nil, nil, err
	}
	if renewed != nil {
		return renewedKeys(renewed)
	}
	keys, held := b.copies.keys.get(article)
	if !held {
		all, err := readyCopies(b.each, []int64{article})
		if err != nil || all[article].Article == nil {
			return nil, nil, err
		}
		keys = all[article].Keys()
	}
	posted, reserve = markedKeys(keys, marks)
	return posted, reserve, nil
}

// retireCopy takes an article out of the forest before its reading goes. Its
// copies are compared anew.
func (b *batch) retireCopy(article int64) error {
	var filing sql.NullInt64
	known, err := b.find("SELECT filing FROM copied WHERE article_id = ?", []any{article}, &filing)
	if err != nil || !known {
		return err
	}
	if filing.Valid {
		if err := b.unpost(article, filing.Int64); err != nil {
			return err
		}
	}
	b.copies.changed(article)
	children, err := b.ids("SELECT article_id FROM copied WHERE origin = ?", article)
	if err != nil {
		return err
	}
	for _, child := range children {
		if err := b.exec("UPDATE copied SET origin = NULL, joined = 0, kind = '', edge = '', basis = NULL WHERE article_id = ?", child); err != nil {
			return err
		}
		if err := b.reroot(child, child); err != nil {
			return err
		}
	}
	if err := b.touchCopies(children); err != nil {
		return err
	}
	if err := b.exec("DELETE FROM renewed_copy WHERE article_id = ?", article); err != nil {
		return err
	}
	return b.exec("DELETE FROM copied WHERE article_id = ?", article)
}

// unpost keeps the keys an article posted until those are compared anew that
// went by them.
func (b *batch) unpost(article, filing int64) error {
	posted, _, err := b.filedKeys(article)
	if err != nil {
		return err
	}
	if err := b.exec("INSERT INTO unposted (at, head, keys) SELECT at, head, ? FROM filing WHERE filing_id = ?", segments.Directory(posted).Pack(), filing); err != nil {
		return err
	}
	if err := b.exec("UPDATE copied SET filing = NULL WHERE article_id = ?", article); err != nil {
		return err
	}
	return b.dropFiling(filing)
}

func (b *batch) dropFiling(filing int64) error {
	b.copies.drop(filing)
	if err := b.exec("DELETE FROM filing WHERE filing_id = ?", filing); err != nil {
		return err
	}
	return b.exec("INSERT OR IGNORE INTO dead_filing (filing_id) VALUES (?)", filing)
}

// touchCopies has articles compared anew.
func (b *batch) touchCopies(articles []int64) error {
	if len(articles) == 0 {
		return nil
	}
	return b.exec(`INSERT OR IGNORE INTO touched_copy (at, sha256, id, article_id) SELECT c.at, r.sha256, a.id, c.article_id FROM json_each(?) j
		CROSS JOIN copied c ON c.article_id = j.value JOIN reading r ON r.article_id = c.article_id JOIN article a ON a.article_id = c.article_id`, list(articles))
}

// reroot makes root the end of the joined edges of an article and of all that
// carry its words.
func (b *batch) reroot(article, root int64) error {
	return b.exec(`UPDATE copied SET root = ?2 WHERE article_id IN (WITH RECURSIVE d (a) AS (SELECT ?1 UNION
		SELECT c.article_id FROM d JOIN copied c ON c.origin = d.a AND c.joined) SELECT a FROM d)`, article, root)
}

// markKeys writes which of keys are posted and which are kept in reserve, a bit
// for each; both are parts of keys, in order.
func markKeys(keys, posted, reserve []uint64) []byte {
	half := (len(keys) + 7) / 8
	marks := make([]byte, half, 2*half)
	set := func(from int, some []uint64) {
		for i, k := range keys {
			if len(some) > 0 && some[0] == k {
				marks[from+i/8] |= 1 << (i % 8)
				some = some[1:]
			}
		}
	}
	set(0, posted)
	if len(reserve) > 0 {
		marks = marks[:2*half]
		set(half, reserve)
	}
	return marks
}

// markedKeys reads what markKeys wrote.
func markedKeys(keys []uint64, marks []byte) (posted, reserve []uint64) {
	half := (len(keys) + 7) / 8
	for i, k := range keys {
		if i/8 < len(marks) && marks[i/8]>>(i%8)&1 == 1 {
			posted = append(posted, k)
		}
		if at := half + i/8; at < len(marks) && marks[at]>>(i%8)&1 == 1 {
			reserve = append(reserve, k)
		}
	}
	return posted, reserve
}

// shareUnit is how finely a share is stored with each copy.
const shareUnit = 1e4

const edgeForm = 1

// Rules by which one article names the outlet where the words stood.
const (
	namesOutlet = "copy-names-outlet"
	citesOutlet = "copy-cites-outlet"
)

// edgeWords are what most edges are told with. The list only grows, at its end.
var edgeWords = []string{string(news.Confirmed), string(news.Suggested), "copy-share-of-text", "copy-longest-passage", "copy-passages", "copy-only-quotations", "copy-earlier",
	namesOutlet, citesOutlet, "copy-keeps-outlet", "copy-loses-outlet", "copy-lost-link", "copy-cuts-short", "copy-breaks-off", "copy-same-outlet", "copy-unknown-origin",
	"copy-anchors-alike", "copy-same-letters", "copy-same-meanings", "copy-same-names", "copy-same-numbers", "copy-contrary", "copy-credit-text"}

// What the view carrying reads of an edge, as its first byte: a digit, the sum of
// these.
const (
	edgeDirected = 1 << iota
	edgeNames    // it names where the words stood
	edgeSure
)

func edgeFlags(c *news.Copy) byte {
	flags := byte('0')
	if c.Directed {
		flags += edgeDirected
	}
	if slices.ContainsFunc(c.Reasons, func(r news.Reason) bool { return r.Rule == namesOutlet || r.Rule == citesOutlet }) {
		flags += edgeNames
	}
	if c.Certainty == news.Confirmed {
		flags += edgeSure
	}
	return flags
}

// packEdge writes an edge but for its ends and its kind, which have columns.
func packEdge(c *news.Copy) []byte {
	var t terse
	t.know(edgeWords)
	t.int(int64(math.Round(c.Share * shareUnit)))
	t.string(string(c.Certainty))
	t.count(len(c.Passages))
	var to int
	for _, p := range c.Passages {
		t.span(p.From)
		t.int(int64(p.To.Start - to))
		t.int(int64(p.To.Len() - p.From.Len()))
		t.count(p.Words)
		t.count(p.Quoted)
		to = p.To.End
	}
	t.reasons(c.Reasons)
	return append([]byte{edgeFlags(c)}, t.bytes(edgeForm)...)
}

// unpackEdge reads what packEdge wrote.
func unpackEdge(edge []byte) (news.Copy, error) {
	if len(edge) == 0 {
		return news.Copy{}, errTerse
	}
	r := newTerseReader(edge[1:], edgeForm, edgeWords...)
	c := news.Copy{Directed: (edge[0]-'0')&edgeDirected != 0, Share: float64(r.int()) / shareUnit}
	c.Certainty = news.Certainty(r.string())
	var to int
	c.Passages = many(r, func() news.CopyPassage {
		p := news.CopyPassage{From: r.span()}
		p.To.Start = to + int(r.int())
		p.To.End = p.To.Start + p.From.Len() + int(r.int())
		p.Words, p.Quoted = int(r.uint()), int(r.uint())
		to = p.To.End
		return p
	})
	if c.Reasons = many(r, r.reason); r.fault != nil {
		return news.Copy{}, fmt.Errorf("stored copy does not read: %w", r.fault)
	}
	return c, nil
}

// packBars writes bars: those that let in whoever shares the least have no date.
func packBars(b descent.Bars) []byte {
	var out []byte
	for _, bar := range []descent.Bar{b.Prints, b.Keys} {
		if bar.At == descent.Undated {
			out = binary.AppendUvarint(out, uint64(bar.Least)<<1)
			continue
		}
		out = binary.AppendUvarint(out, uint64(bar.Least)<<1|1)
		out = binary.AppendVarint(out, bar.At)
	}
	return out
}

// unpackBars reads what packBars wrote; known is false for nothing.
func unpackBars(b []byte) (bars descent.Bars, known bool) {
	for _, bar := range []*descent.Bar{&bars.Prints, &bars.Keys} {
		least, n := binary.Uvarint(b)
		if n <= 0 {
			return descent.Bars{}, false
		}
		b = b[n:]
		*bar = descent.Bar{Least: int(least >> 1), At: descent.Undated}
		if least&1 == 1 {
			if bar.At, n = binary.Varint(b); n <= 0 {
				return descent.Bars{}, false
			}
			b = b[n:]
		}
	}
	return bars, true
}
