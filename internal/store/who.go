package store

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/news"
)

// Alias is a name an entity goes by.
type Alias struct {
	Name      string
	Outlet    string // folded; where it was suggested, "" for everywhere
	Confirmed bool   // else suggested
	Articles  int    // that have the name
	Reasons   []news.Reason
}

// Identity is an entity across articles.
type Identity struct {
	ID      string
	Name    string
	Kind    news.EntityKind
	Aliases []Alias // confirmed first, most used first
	Said    int     // attributed statements of its confirmed names
	About   int     // attributed statements that name it in their content
}

// Candidate is one of several entities a name may mean.
type Candidate struct {
	Ref
	Articles int // that have the name asked for
}

// Who finds the entity a name, or an id such as "person:ada-quill", stands
// for. When several go by the name, the identity is nil and the candidates are
// listed, best first. The error is news.NotFound when nobody does.
func (a *Archive) Who(ctx context.Context, name string) (*Identity, []Candidate, error) {
	id, err := a.Entity(ctx, name)
	if news.FaultOf(err) != news.NotFound {
		return id, nil, err
	}
	found, err := a.candidates(ctx, name)
	if err != nil {
		return nil, nil, a.fault(err)
	}
	switch len(found) {
	case 0:
		return nil, nil, news.Errorf(news.NotFound, name, "try another spelling, or search for it: hearsay search speaker:NAME", "nobody in the archive goes by this name")
	case 1:
		id, err := a.Entity(ctx, found[0].ID)
		return id, nil, err
	}
	return nil, found, nil
}

// maxSameName bounds how many names that hold the words asked for are looked at.
const maxSameName = 2000

// candidates are entities that go by just this name or, when none do, by a name
// that holds it.
func (a *Archive) candidates(ctx context.Context, name string) ([]Candidate, error) {
	t := Term{Operator: Speaker, Value: name, Phrase: true}
	if storable(name, name) != nil || !slices.ContainsFunc([]rune(name), searchable) {
		return nil, nil
	}
	names, err := a.namesLike(ctx, t)
	if err != nil {
		return nil, err
	}
	exact := slices.DeleteFunc(slices.Clone(names), func(n likeName) bool { return fold.Name(n.name) != fold.Name(name) })
	if len(exact) > 0 {
		return a.entitiesOf(ctx, exact)
	}
	return a.entitiesOf(ctx, names)
}

type likeName struct {
	row  int64
	name string
}

func (a *Archive) namesLike(ctx context.Context, t Term) ([]likeName, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT name_id, name FROM name WHERE name_id IN (SELECT rowid FROM name_fts WHERE name_fts MATCH ?) LIMIT ?",
		matchTerm(t), maxSameName)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []likeName
	for rows.Next() {
		var n likeName
		if err := rows.Scan(&n.row, &n.name); err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, rows.Err()
}

// entitiesOf gives the entities of names: confirmed before suggested, then most
// used first. A name all of whose outlets point to other entities does not
// stand for itself.
func (a *Archive) entitiesOf(ctx context.Context, names []likeName) ([]Candidate, error) {
	ids := make([]int64, len(names))
	for i, n := range names {
		ids[i] = n.row
	}
	list, _ := json.Marshal(ids)
	rows, err := a.read.QueryContext(ctx, `SELECT e.id, e.name, e.kind, max(l.confirmed), sum((SELECT count(*) FROM naming g JOIN reading r ON r.article_id = g.article_id
			WHERE g.name_id = l.name_id AND (l.outlet = r.outlet_folded OR l.outlet = '' AND NOT EXISTS (SELECT 1 FROM alias o
				WHERE o.name_id = l.name_id AND o.outlet <> '' AND o.outlet = r.outlet_folded)))) AS uses
		FROM alias l JOIN entity e ON e.entity_id = l.entity_id WHERE l.name_id IN (SELECT value FROM json_each(?))
		GROUP BY e.entity_id HAVING uses > 0 ORDER BY 4 DESC, uses DESC, e.id LIMIT 50`, string(list))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Candidate
	for rows.Next() {
		var c Candidate
		if err := rows.Scan(&c.ID, &c.Name, &c.Kind, &c.Confirmed, &c.Articles); err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, rows.Err()
}

// Entity gives an entity by its id.
func (a *Archive) Entity(ctx context.Context, id string) (*Identity, error) {
	var out Identity
	var row int64
	err := a.read.QueryRowContext(ctx, "SELECT entity_id, id, name, kind FROM entity WHERE id = ?", id).Scan(&row, &out.ID, &out.Name, &out.Kind)
	if err != nil {
		return nil, a.missing(err, id, "look the name up: hearsay who NAME", "there is no such entity in the archive")
	}
	if out.Aliases, err = a.aliases(ctx, row); err != nil {
		return nil, a.fault(err)
	}
	const confirmed = "(SELECT name_id FROM alias WHERE entity_id = ? AND confirmed)"
	err = a.read.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM statement WHERE voice = 'attributed' AND hidden = 0 AND named IN "+confirmed+
		"), (SELECT count(DISTINCT b.statement_id) FROM about b JOIN statement s ON s.statement_id = b.statement_id AND s.voice = 'attributed' AND s.hidden = 0 WHERE b.name_id IN "+
		confirmed+")", row, row).Scan(&out.Said, &out.About)
	return &out, a.fault(err)
}

func (a *Archive) aliases(ctx context.Context, entity int64) ([]Alias, error) {
	rows, err := a.read.QueryContext(ctx, `SELECT n.name, l.outlet, l.confirmed, l.reasons, (SELECT count(*) FROM naming g JOIN reading r ON r.article_id = g.article_id
			WHERE g.name_id = l.name_id AND l.outlet IN ('', r.outlet_folded)) AS uses
		FROM alias l JOIN name n ON n.name_id = l.name_id WHERE l.entity_id = ? ORDER BY l.confirmed DESC, uses DESC, n.name, n.kind, l.outlet`, entity)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Alias
	for rows.Next() {
		var l Alias
		var reasons string
		if err := rows.Scan(&l.Name, &l.Outlet, &l.Confirmed, &reasons, &l.Articles); err != nil {
			return nil, err
		}
		if l.Reasons, err = unpackReasons(reasons); err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, rows.Err()
}

// Named gives, for each of an article's Entities, the entity it stands for
// across articles; a zero Ref for one that has not been swept yet.
func (a *Archive) Named(ctx context.Context, s *Stored) ([]Ref, error) {
	out := make([]Ref, len(s.Entities))
	outlet := foldOutlet(s.Outlet.Value)
	for i, e := range s.Entities {
		var name int64
		err := a.read.QueryRowContext(ctx, "SELECT name_id FROM name WHERE kind = ? AND name = ?", string(e.Kind), e.Name).Scan(&name)
		if err != nil {
			return nil, a.fault(err)
		}
		ref, err := a.refOf(ctx, name, outlet)
		if err != nil {
			return nil, a.fault(err)
		}
		if ref != nil {
			out[i] = *ref
		}
	}
	return out, nil
}
