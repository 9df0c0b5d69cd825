package store

import (
	"database/sql"
	"fmt"
	"math/bits"

	"github.com/hearsay-engine/hearsay/internal/segments"
	"github.com/hearsay-engine/hearsay/news"
)

// copies checks the forest: that every article stands in it or waits to, that
// edges lead to canonically earlier articles and their passages lie in both
// texts, and that the index holds what the articles post.
func (v *verifier) copies() error {
	for _, check := range []struct{ query, words string }{
		{"SELECT a.id FROM reading r JOIN article a ON a.article_id = r.article_id WHERE r.stale = 0 AND NOT EXISTS (SELECT 1 FROM copied c WHERE c.article_id = r.article_id) LIMIT 20",
			"stands in no family and does not wait to"},
		{"SELECT a.id FROM copied c JOIN article a ON a.article_id = c.article_id WHERE c.basis IS NULL AND NOT EXISTS (SELECT 1 FROM touched_copy t WHERE t.article_id = c.article_id) LIMIT 20",
			"was not compared with the others and does not wait to be"},
		{`SELECT a.id FROM copied c JOIN article a ON a.article_id = c.article_id LEFT JOIN copied o ON o.article_id = c.origin
			WHERE c.root IS NOT CASE WHEN c.joined THEN o.root ELSE c.article_id END LIMIT 20`, "is filed under another family than its origin"},
		{`SELECT a.id FROM copied c JOIN article a ON a.article_id = c.article_id JOIN reading r ON r.article_id = c.article_id
			LEFT JOIN (copied o JOIN reading s ON s.article_id = o.article_id JOIN article b ON b.article_id = o.article_id) ON o.article_id = c.origin
			WHERE c.origin IS NOT NULL AND (o.article_id IS NULL OR (o.at, s.sha256, b.id) >= (c.at, r.sha256, a.id)) LIMIT 20`, "carries the words of an article that does not stand before it"},
	} {
		err := v.list("copies", check.query, func(rows *sql.Rows) (string, error) {
			var id string
			err := rows.Scan(&id)
			return "article " + id + " " + check.words, err
		})
		if err != nil {
			return err
		}
	}
	if err := v.edges(); err != nil {
		return err
	}
	if err := v.follows(); err != nil {
		return err
	}
	return v.postings()
}

// follows checks that whoever carries an article's words is known to have been
// compared with some.
func (v *verifier) follows() error {
	held, err := v.held(copyFollowers)
	if err != nil {
		return err
	}
	return v.list("copies", "SELECT c.article_id, a.id FROM copied c JOIN article a ON a.article_id = c.article_id WHERE c.origin IS NOT NULL", func(rows *sql.Rows) (string, error) {
		var article int64
		var id string
		if err := rows.Scan(&article, &id); err != nil || held[article] > 0 {
			return "", err
		}
		return "article " + id + " was compared with none that the index tells", nil
	})
}

// edges checks the passages of every copy against both texts.
func (v *verifier) edges() error {
	return v.archive.EachCopy(v.ctx, func(c news.Copy) error {
		from, err := v.length(c.From)
		if err != nil {
			return err
		}
		to, err := v.length(c.To)
		if err != nil {
			return err
		}
		last := 0
		for _, p := range c.Passages {
			if !inOrder(0, p.From, from) || !inOrder(last, p.To, to) || p.Words <= 0 || p.Quoted < 0 || p.Quoted > p.Words {
				v.problem("article "+c.To, "a passage it shares with %s does not lie in both texts", c.From)
				break
			}
			last = p.To.End
		}
		return nil
	})
}

func inOrder(from int, s news.Span, size int) bool {
	return from <= s.Start && s.Start < s.End && s.End <= size
}

// length is how many bytes the text of an article has.
func (v *verifier) length(id string) (n int, err error) {
	err = v.archive.read.QueryRowContext(v.ctx, "SELECT r.size FROM reading r JOIN article a ON a.article_id = r.article_id WHERE a.id = ?", id).Scan(&n)
	return n, err
}

// postings checks that the index reads and holds as many keys of each article as
// it posts or keeps in reserve.
func (v *verifier) postings() error {
	held, err := v.held(copyPostings)
	if err != nil {
		return err
	}
	err = v.archive.eachRow(v.ctx, "SELECT a.id, c.filing, c.posted, EXISTS (SELECT 1 FROM filing f WHERE f.filing_id = c.filing AND f.article_id = c.article_id) FROM copied c JOIN article a ON a.article_id = c.article_id WHERE c.filing IS NOT NULL",
		nil, func(rows *sql.Rows) error {
			var id string
			var filing int64
			var marks sql.RawBytes
			var live bool
			if err := rows.Scan(&id, &filing, &marks, &live); err != nil {
				return err
			}
			want := 0
			for _, b := range marks {
				want += bits.OnesCount8(b)
			}
			if !live || held[filing] != want {
				v.problem("article "+id, "the index holds %d of the %d fingerprints it posts", held[filing], want)
			}
			delete(held, filing)
			return nil
		})
	if err != nil {
		return err
	}
	return v.deadOnly(held)
}

// deadOnly checks that what else the index holds is of articles that are gone.
func (v *verifier) deadOnly(held map[int64]int) error {
	dead := map[int64]bool{}
	err := v.archive.eachRow(v.ctx, "SELECT filing_id FROM dead_filing", nil, func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		dead[id] = true
		return err
	})
	lost := 0
	for filing := range held {
		if !dead[filing] {
			lost++
		}
	}
	if lost > 0 {
		v.problem("index", "holds fingerprints of %d articles that are nowhere", lost)
	}
	return err
}

// held counts the postings of each row in the index of these tables.
func (v *verifier) held(tables string) (map[int64]int, error) {
	out := map[int64]int{}
	err := v.archive.eachRow(v.ctx, "SELECT p.page_id >> ?1, p.bytes FROM "+tables+"_page p WHERE EXISTS (SELECT 1 FROM "+tables+"_run r WHERE r.run_id = p.page_id >> ?1)", []any{pageBits}, func(rows *sql.Rows) error {
		var run int64
		var page sql.RawBytes
		if err := rows.Scan(&run, &page); err != nil {
			return err
		}
		if err := segments.Each(page, func(p segments.Posting) { out[int64(p.Row)]++ }); err != nil {
			v.problem("index", "%v", fmt.Errorf("run %d: %w", run, err))
		}
		return nil
	})
	return out, err
}
