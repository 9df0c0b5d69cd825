package store

import (
	"context"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/news"
)

// Grave is what is kept of an article that was removed for good.
type Grave struct {
	By     string
	At     time.Time
	Reason string
}

// Forget removes an article: every version, captures and texts that no other
// article shares, statements, and its place in the indexes. Hashes of what is
// gone stay, so that it does not come back. Its words are gone from the file
// when Purge has run; until then the archive knows that it must.
func (a *Archive) Forget(ctx context.Context, id string, g Grave) error {
	return a.change(ctx, func(b *batch) error {
		var article int64
		found, err := b.find("SELECT article_id FROM article WHERE id = ?", []any{id}, &article)
		if err == nil && !found {
			err = b.notThere(id)
		}
		if err != nil {
			return err
		}
		return b.forgetArticle(id, article, g)
	})
}

// notThere is the error of an article that cannot be forgotten. A failure may be
// all that is known of an id.
func (b *batch) notThere(id string) error {
	var t tomb
	if found, err := b.find(tombQuery, []any{"id", digest(id)}, &t.at, &t.author, &t.reason); err != nil {
		return err
	} else if found {
		return t.refusal(id, "nothing of it is left")
	}
	return news.Errorf(news.NotFound, id, "search for it: hearsay search WORDS", "no such article in the archive")
}

func digest(id string) []byte {
	d := news.DigestOf(id)
	return d[:]
}

func (b *batch) forgetArticle(id string, article int64, g Grave) error {
	if err := b.bury(id, article, g); err != nil {
		return err
	}
	if err := b.redact(article); err != nil {
		return err
	}
	if err := b.retireCopy(article); err != nil {
		return err
	}
	if err := b.clearReading(versionState{article: article}); err != nil {
		return err
	}
	if err := b.dropLines(article, "", nil); err != nil {
		return err
	}
	for _, q := range []string{
		"DELETE FROM failure WHERE id = (SELECT id FROM article WHERE article_id = ?1) OR version_id IN (SELECT version_id FROM version WHERE article_id = ?1)",
		"UPDATE article SET shown = NULL WHERE article_id = ?",
		"DELETE FROM version WHERE article_id = ?",
		"DELETE FROM article WHERE article_id = ?",
	} {
		if err := b.exec(q, article); err != nil {
			return err
		}
	}
	return b.exec("DELETE FROM capture WHERE capture_id NOT IN (SELECT capture_id FROM version)")
}

// bury keeps the hashes of an article's id, and of captures and a text that no
// other article has.
func (b *batch) bury(id string, article int64, g Grave) error {
	name := hex.EncodeToString(digest(id)[:8])
	at := g.At.UTC().Truncate(time.Microsecond).Format(momentForm)
	const put = "INSERT OR REPLACE INTO tombstone (of, sha256, grave, at, author, reason, purge) "
	if err := b.exec(put+"VALUES ('id', ?, ?, ?, ?, ?, 1)", digest(id), name, at, g.By, g.Reason); err != nil {
		return err
	}
	if err := b.exec(put+`SELECT 'capture', c.sha256, ?2, ?3, ?4, ?5, 1 FROM capture c JOIN version v ON v.capture_id = c.capture_id AND v.article_id = ?1
		WHERE NOT EXISTS (SELECT 1 FROM version o WHERE o.capture_id = c.capture_id AND o.article_id <> ?1)`, article, name, at, g.By, g.Reason); err != nil {
		return err
	}
	return b.exec(put+`SELECT 'text', r.sha256, ?2, ?3, ?4, ?5, 1 FROM reading r WHERE r.article_id = ?1
		AND NOT EXISTS (SELECT 1 FROM reading o WHERE o.sha256 = r.sha256 AND o.article_id <> ?1)`, article, name, at, g.By, g.Reason)
}

// redact takes the words of an article's text, unless another article has it
// too, out of the decisions that are keyed to it. A decision left without what
// it was about keeps its kind, case, author and time only.
func (b *batch) redact(article int64) error {
	const gone = "(SELECT sha256 FROM reading r WHERE r.article_id = ?1 AND NOT EXISTS (SELECT 1 FROM reading o WHERE o.sha256 = r.sha256 AND o.article_id <> ?1))"
	var text []byte
	if found, err := b.find("SELECT sha256 FROM reading WHERE sha256 = "+gone, []any{article}, &text); err != nil || !found {
		return err
	}
	lines, err := b.words("SELECT d.entry FROM decision d JOIN decision_text t ON t.decision_id = d.decision_id WHERE t.sha256 = ? ORDER BY d.at, d.id", text)
	if err != nil {
		return err
	}
	for _, line := range lines {
		var e corrections.Entry
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			return err
		}
		if err := b.redactEntry(e, hex.EncodeToString(text)); err != nil {
			return err
		}
	}
	return b.exec("DELETE FROM decision_text WHERE sha256 = ?", text)
}

func (b *batch) redactEntry(e corrections.Entry, text string) error {
	of := func(a corrections.Anchor) bool { return a.SHA256 == text }
	others := len(e.Others)
	e.Anchors, e.Others = slices.DeleteFunc(e.Anchors, of), slices.DeleteFunc(e.Others, of)
	if len(e.Anchors) == 0 || others > 0 && len(e.Others) == 0 {
		e = corrections.Entry{ID: e.ID, Decision: e.Decision, Target: e.Target, Case: e.Case, By: e.By, At: e.At}
		if err := b.exec("DELETE FROM decision_text WHERE decision_id = (SELECT decision_id FROM decision WHERE id = ?)", e.ID); err != nil {
			return err
		}
		if err := b.exec("DELETE FROM bound WHERE decision_id = (SELECT decision_id FROM decision WHERE id = ?)", e.ID); err != nil {
			return err
		}
	}
	line, err := json.Marshal(e)
	if err != nil {
		return err
	}
	if err := b.exec(`UPDATE reading SET stale = 1 WHERE sha256 IN (SELECT t.sha256 FROM decision_text t JOIN decision d ON d.decision_id = t.decision_id
		WHERE d.id = ?)`, e.ID); err != nil { // its anchors are counted anew
		return err
	}
	return b.exec("UPDATE decision SET entry = ?, forgotten = 1 WHERE id = ?", string(line), e.ID)
}

// tomb is what refuses an article.
type tomb struct{ at, author, reason string }

const tombQuery = "SELECT at, author, reason FROM tombstone WHERE of = ? AND sha256 = ?"

func (t *tomb) refusal(id, mend string) error {
	e := news.Errorf(news.Denied, id, mend, "was forgotten on %.10s by %s", t.at, t.author)
	if t.reason != "" {
		e.Words += ": " + t.reason
	}
	return e
}

// Refuse gives the refusal of an input that was forgotten, by its id or by the
// digest of its bytes or of its text; nil for any other.
func (a *Archive) Refuse(ctx context.Context, id string, sums ...news.Digest) (refusal, err error) {
	var any bool
	if err := a.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM tombstone)").Scan(&any); err != nil || !any {
		return nil, a.fault(err)
	}
	all := append([]news.Digest{news.DigestOf(id)}, sums...)
	for i, of := range []string{"id", "capture", "text"}[:len(all)] {
		var t tomb
		err := a.read.QueryRowContext(ctx, tombQuery, of, all[i][:]).Scan(&t.at, &t.author, &t.reason)
		if err == nil {
			return t.refusal(id, "leave it out, or bring it back with hearsay add --again"), nil
		}
		if !errors.Is(err, sql.ErrNoRows) {
			return nil, a.fault(err)
		}
	}
	return nil, nil
}

// exhume lets an article come back: the hashes that would refuse it go.
func (b *batch) exhume(id string, capture, text news.Digest) error {
	return b.exec(`DELETE FROM tombstone WHERE grave IN (SELECT grave FROM tombstone WHERE of = 'id' AND sha256 = ?
		OR of = 'capture' AND sha256 = ? OR of = 'text' AND sha256 = ?)`, digest(id), capture[:], text[:])
}
