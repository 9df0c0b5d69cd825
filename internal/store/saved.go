package store

import (
	"context"
	"database/sql"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// Saved is a search that somebody keeps by a name.
type Saved struct {
	ID       int64
	Name     string
	Query    string
	By       string
	At       string // when it was saved, in UTC; its day alone where an older version kept that
	Seen     int    // statements found when somebody last looked, at most MaxSavedCount
	Found    int    // statements found now, at most MaxSavedCount
	Unread   string // why it cannot be asked any more; "" where it can
	Standing bool   // Found is all of them
}

// Bounds of saved searches: a list that a person reads, each counted in some
// milliseconds.
const (
	MaxSaved      = 100
	MaxSavedCount = 1000
	maxSavedName  = 200 // bytes
)

// Save keeps a search by a name that is not taken. The error is news.Usage.
func (a *Archive) Save(ctx context.Context, name, query, by string, now time.Time) error {
	name = strings.TrimSpace(name)
	if name == "" || len(name) > maxSavedName || !utf8.ValidString(name) {
		return news.Errorf(news.Usage, "the name", "give a name of a few words", "a saved search needs a name of at most %d bytes", maxSavedName)
	}
	q, err := ParseQuery(query)
	if err != nil {
		return err
	}
	found, err := a.countFound(ctx, q)
	if err != nil {
		return err
	}
	all, err := a.savedRows(ctx)
	if err != nil {
		return err
	}
	for _, s := range all {
		if s.Name == name {
			return news.Errorf(news.Usage, name, "take another name, or remove that one on the watchlist", "a search is saved by this name already")
		}
	}
	if len(all) >= MaxSaved {
		return news.Errorf(news.Usage, name, "remove one on the watchlist first", "%d searches are saved already", MaxSaved)
	}
	return a.change(ctx, func(b *batch) error {
		return b.exec("INSERT INTO saved_search (name, query, saved_by, saved_on, seen) VALUES (?, ?, ?, ?, ?)", name, query, by, now.UTC().Format(time.RFC3339), found)
	})
}

// Unsave removes a saved search; SeenSaved notes that somebody looked at it.
func (a *Archive) Unsave(ctx context.Context, id int64) error {
	return a.onSaved(ctx, id, func(b *batch, _ Saved) error { return b.exec("DELETE FROM saved_search WHERE saved_id = ?", id) })
}

// SeenSaved notes that somebody looked at what a saved search finds by now.
func (a *Archive) SeenSaved(ctx context.Context, id int64) error {
	return a.onSaved(ctx, id, func(b *batch, s Saved) error {
		return b.exec("UPDATE saved_search SET seen = ? WHERE saved_id = ?", s.Found, id)
	})
}

// onSaved does something to one. The error is news.NotFound when there is none.
func (a *Archive) onSaved(ctx context.Context, id int64, do func(*batch, Saved) error) error {
	all, err := a.SavedSearches(ctx)
	if err != nil {
		return err
	}
	for _, s := range all {
		if s.ID == id {
			return a.change(ctx, func(b *batch) error { return do(b, s) })
		}
	}
	return news.Errorf(news.NotFound, "the saved search", "see the watchlist", "it is not saved any more")
}

// SavedSearches lists all by name, each with how much it finds now.
func (a *Archive) SavedSearches(ctx context.Context) ([]Saved, error) {
	all, err := a.savedRows(ctx)
	for i := range all {
		s := &all[i]
		q, err := ParseQuery(s.Query)
		if err == nil {
			s.Found, err = a.countFound(ctx, q)
		}
		if f := news.FaultOf(err); f == news.Usage || f == news.NotFound { // it names a case or a claim that is gone
			s.Unread = err.Error()
		} else if err != nil {
			return nil, err
		}
		s.Standing = s.Found < MaxSavedCount
	}
	return all, err
}

func (a *Archive) savedRows(ctx context.Context) ([]Saved, error) {
	var all []Saved
	err := a.eachRow(ctx, "SELECT saved_id, name, query, saved_by, saved_on, seen FROM saved_search ORDER BY name", nil, func(rows *sql.Rows) error {
		var s Saved
		err := rows.Scan(&s.ID, &s.Name, &s.Query, &s.By, &s.At, &s.Seen)
		all = append(all, s)
		return err
	})
	return all, a.fault(err)
}

// countFound counts what a query finds, up to MaxSavedCount.
func (a *Archive) countFound(ctx context.Context, q Query) (n int, err error) {
	c, err := a.conditions(ctx, q)
	if err != nil {
		return 0, a.fault(err)
	}
	err = a.read.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT 1"+c.from()+c.where()+limitedTo(MaxSavedCount)+")", c.args()...).Scan(&n)
	return n, a.fault(err)
}
