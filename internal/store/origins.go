package store

import (
	"context"
	"encoding/json"

	"github.com/hearsay-engine/hearsay/news"
)

// A person, or somebody of whom no article says what they are, whom articles of
// one text only name, and copies of it in whatever words, has one origin. Until
// somebody has decided something about them they are told of when they are asked
// for, and left out of lists and exports of people.

// OneOrigin reports whether an entity is a person of one origin whom nobody has
// decided anything about.
func (a *Archive) OneOrigin(ctx context.Context, id string) (one bool, err error) {
	err = a.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM entity WHERE id = ? AND single)", id).Scan(&one)
	return one, a.fault(err)
}

// Singles tells people of one origin from others, asking of each once. It is one
// goroutine's own.
type Singles struct {
	archive *Archive
	told    map[string]bool
}

// Singles asks this archive.
func (a *Archive) Singles() *Singles { return &Singles{a, map[string]bool{}} }

// Has is OneOrigin.
func (s *Singles) Has(ctx context.Context, id string) (bool, error) {
	if one, met := s.told[id]; met {
		return one, nil
	}
	one, err := s.archive.OneOrigin(ctx, id)
	if err == nil {
		s.told[id] = one
	}
	return one, err
}

// Speaks is Has of who a found statement is by.
func (s *Singles) Speaks(ctx context.Context, h *Hit) (bool, error) {
	if h.Identity == nil {
		return false, nil
	}
	return s.Has(ctx, h.Identity.ID)
}

// CountOneOrigin counts them.
func (a *Archive) CountOneOrigin(ctx context.Context) (n int, err error) {
	err = a.read.QueryRowContext(ctx, "SELECT n FROM singles").Scan(&n)
	return n, a.fault(err)
}

// EntityRow is an entity as a list of all prints it.
type EntityRow struct {
	Ref
	OneOrigin bool
	Decided   bool
	Articles  int
	Origins   int          // of those, independent ones
	Names     []EntityName // confirmed first, by name
}

// EntityName is a name of a listed entity.
type EntityName struct {
	Name      string
	Confirmed bool
}

// entityRowsOf is how many entities are read at a time.
const entityRowsOf = 500

// EachEntity calls do with every entity that is not hidden, by id.
func (a *Archive) EachEntity(ctx context.Context, do func(EntityRow) error) error {
	for after := ""; ; {
		page, err := a.entityRows(ctx, after)
		if err != nil {
			return a.fault(err)
		}
		for _, l := range page {
			if err := do(l); err != nil {
				return err
			}
		}
		if len(page) < entityRowsOf {
			return nil
		}
		after = page[len(page)-1].ID
	}
}

func (a *Archive) entityRows(ctx context.Context, after string) ([]EntityRow, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT e.id, e.name, e.kind, e.decided, e.single, e.uses, "+originsOfEntity("l.confirmed")+`,
		(SELECT json_group_array(json_array(name, confirmed)) FROM (SELECT n.name, max(l.confirmed) AS confirmed FROM alias l JOIN name n ON n.name_id = l.name_id
			WHERE l.entity_id = e.entity_id GROUP BY n.name ORDER BY 2 DESC, 1))
		FROM entity e WHERE NOT e.hidden AND e.id > ? ORDER BY e.id`+limitedTo(entityRowsOf), after)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []EntityRow
	for rows.Next() {
		l := EntityRow{Ref: Ref{Confirmed: true}}
		var kind, names string
		if err := rows.Scan(&l.ID, &l.Name, &kind, &l.Decided, &l.OneOrigin, &l.Articles, &l.Origins, &names); err != nil {
			return nil, err
		}
		l.Kind = news.EntityKind(kind)
		if l.Names, err = entityNames(names); err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, rows.Err()
}

func entityNames(s string) ([]EntityName, error) {
	var rows [][2]any
	if err := json.Unmarshal([]byte(s), &rows); err != nil {
		return nil, err
	}
	out := make([]EntityName, len(rows))
	for i, r := range rows {
		out[i].Name, _ = r[0].(string)
		out[i].Confirmed = r[1] == float64(1)
	}
	return out, nil
}
