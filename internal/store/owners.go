package store

import (
	"context"
	"database/sql"

	"github.com/hearsay-engine/hearsay/internal/owners"
	"github.com/hearsay-engine/hearsay/news"
)

// AddOwners adds groups of outlets; an outlet is in one group, the last one it
// was listed in. Only counts of origins change.
func (a *Archive) AddOwners(ctx context.Context, groups []owners.Group) error {
	return a.change(ctx, func(b *batch) error {
		for _, g := range groups {
			for _, o := range g.Outlets {
				if err := b.exec("INSERT OR REPLACE INTO outlet_group (outlet, name, owner) VALUES (?, ?, ?)", owners.Key(o), o, g.Name); err != nil {
					return err
				}
			}
		}
		var n int
		if _, err := b.find("SELECT count(*) FROM outlet_group", nil, &n); err != nil || n <= owners.MaxListed {
			return err
		}
		return news.Errorf(news.TooLarge, a.path, "leave out outlets that no article is of", "over %d outlets are listed", owners.MaxListed)
	})
}

// RemoveOwners removes a group by its name.
func (a *Archive) RemoveOwners(ctx context.Context, group string) error {
	return a.change(ctx, func(b *batch) error {
		var there bool
		if _, err := b.find("SELECT EXISTS (SELECT 1 FROM outlet_group WHERE owner = ?)", []any{group}, &there); err != nil {
			return err
		}
		if !there {
			return news.Errorf(news.NotFound, group, "see hearsay outlets list", "there is no such group of outlets in the archive")
		}
		return b.exec("DELETE FROM outlet_group WHERE owner = ?", group)
	})
}

// Owners gives the groups of outlets, by name.
func (a *Archive) Owners(ctx context.Context) ([]owners.Group, error) {
	var out []owners.Group
	err := a.eachRow(ctx, "SELECT owner, name FROM outlet_group ORDER BY owner, outlet", nil, func(rows *sql.Rows) error {
		var owner, name string
		err := rows.Scan(&owner, &name)
		if n := len(out); n == 0 || out[n-1].Name != owner {
			out = append(out, owners.Group{Name: owner})
		}
		g := &out[len(out)-1]
		g.Outlets = append(g.Outlets, name)
		return err
	})
	return out, a.fault(err)
}

// groups gives the group of each listed outlet, by its key.
func (a *Archive) groups(ctx context.Context) (map[string]string, error) {
	out := map[string]string{}
	err := a.eachRow(ctx, "SELECT outlet, owner FROM outlet_group", nil, func(rows *sql.Rows) error {
		var outlet, owner string
		err := rows.Scan(&outlet, &owner)
		out[outlet] = owner
		return err
	})
	return out, err
}

// SistersOf gives the group that an outlet is in, by its name or the address of
// an article of it, and of the others in the group which have articles here; ""
// where it is in none.
func (a *Archive) SistersOf(ctx context.Context, outlet, address string) (group string, sisters []Sister, err error) {
	groups, err := a.groups(ctx)
	if err != nil {
		return "", nil, a.fault(err)
	}
	if group = owners.Of(groups, outlet, address); group == "" {
		return "", nil, nil
	}
	err = a.eachRow(ctx, "SELECT name FROM outlet_group WHERE owner = ? ORDER BY outlet"+limitedTo(maxSisters), []any{group}, func(rows *sql.Rows) error {
		var s Sister
		err := rows.Scan(&s.Name)
		if k := owners.Key(s.Name); k != owners.Key(outlet) && k != owners.Key(address) {
			sisters = append(sisters, s)
		}
		return err
	})
	for i := 0; err == nil && i < len(sisters); i++ {
		err = a.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM reading WHERE outlet_folded = ?)", foldOutlet(sisters[i].Name)).Scan(&sisters[i].Here)
	}
	return group, sisters, a.fault(err)
}

// Sister is an outlet of the same group as another.
type Sister struct {
	Name string
	Here bool // articles of it are in the archive
}

// maxSisters bounds those of a group that are listed: what a page can show.
const maxSisters = 60
