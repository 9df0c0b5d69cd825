package store

import (
	"cmp"
	"database/sql"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// bearerSample bounds the uses that tell of one bearer.
const bearerSample = 12

// tells is what short names are compared with of an entity: its names, and the
// uses of least lot that tell of it.
type tells struct {
	names    []int64 // ascending
	lots     []int64 // ascending
	articles []int64 // of the lots
	roles    resolve.Roles
}

// tells is nil of an entity that no short name is compared with.
func (g *group) tells(e *resolve.Entity) *tells {
	type use struct {
		lot, article int64
		roles        resolve.Roles
	}
	var uses []use
	t := &tells{names: make([]int64, 0, len(e.Aliases))}
	for i := range e.Aliases {
		a := &e.Aliases[i]
		x := g.samples[a.Name]
		if x.name.Short {
			return nil
		}
		t.names = append(t.names, g.ids[a.Name])
		for _, k := range a.Seen {
			uses = append(uses, use{x.name.Seen[k].Lot, x.uses[k].article, x.name.Seen[k].Roles})
		}
	}
	slices.Sort(t.names)
	slices.SortFunc(uses, func(a, b use) int { return cmp.Or(cmp.Compare(a.lot, b.lot), cmp.Compare(a.article, b.article)) })
	for _, u := range uses {
		if last := len(t.lots) - 1; last < 0 || t.lots[last] != u.lot {
			if len(t.lots) == bearerSample {
				break
			}
			t.lots, t.articles = append(t.lots, u.lot), append(t.articles, u.article)
		}
		t.roles |= u.roles
	}
	return t
}

// hash is 0 of nil.
func (t *tells) hash() int64 {
	if t == nil {
		return 0
	}
	numbers := make([]byte, 0, 8*(len(t.names)+len(t.lots)))
	for _, of := range [][]int64{t.names, t.lots} {
		for _, n := range of {
			numbers = binary.LittleEndian.AppendUint64(numbers, uint64(n))
		}
	}
	h := fnv.New64a()
	h.Write(numbers)
	return int64(h.Sum64())
}

// pack writes what the names do not tell: roles, and the articles' rows.
func (t *tells) pack() string {
	if t == nil {
		return ""
	}
	return string(append(binary.AppendUvarint(nil, uint64(t.roles)), packNames(t.articles)...))
}

var errNothingTells = errors.New("an entity lacks what tells of it")

// unpackTells reads what pack wrote.
func unpackTells(packed []byte) (roles resolve.Roles, articles []int64, err error) {
	r, n := binary.Uvarint(packed)
	if n <= 0 {
		return 0, nil, errNothingTells
	}
	articles, err = unpackNames(nil, packed[n:])
	return resolve.Roles(r), articles, err
}

// bearing is what a bearer is made of.
type bearing struct {
	names, articles []int64
	roles           resolve.Roles
}

// makeBearers makes bearers of entities.
func (s *sweep) makeBearers(entities []int64) error {
	if len(entities) == 0 {
		return nil
	}
	of, err := s.bearings(entities)
	if err != nil {
		return err
	}
	made := make([]*resolve.Bearer, len(entities))
	inParallel(len(entities), func(i int) { made[i] = s.bearer(&of[i]) })
	for i, e := range entities {
		s.bearers[e] = made[i]
	}
	return nil
}

// bearings reads what bearers are made of, their names ready and their scenes read;
// entities ascend.
func (s *sweep) bearings(entities []int64) ([]bearing, error) {
	of := make([]bearing, len(entities))
	at := func(entity int64) *bearing {
		i, _ := slices.BinarySearch(entities, entity)
		return &of[i]
	}
	err := s.each("SELECT e.entity_id, e.tells FROM json_each(?) j CROSS JOIN entity e ON e.entity_id = j.value", []any{list(entities)}, func(rows *sql.Rows) error {
		var entity int64
		var packed sql.RawBytes
		err := rows.Scan(&entity, &packed)
		if b := at(entity); err == nil {
			b.roles, b.articles, err = unpackTells(packed)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	type alias struct{ entity, name int64 }
	var all []alias
	var names []int64
	err = s.each("SELECT DISTINCT l.entity_id, l.name_id FROM json_each(?) j CROSS JOIN alias l ON l.entity_id = j.value", []any{list(entities)}, func(rows *sql.Rows) error {
		var l alias
		err := rows.Scan(&l.entity, &l.name)
		all, names = append(all, l), append(names, l.name)
		return err
	})
	if err == nil {
		names, err = s.ofLayer(ascending(names), full)
	}
	if err != nil {
		return nil, err
	}
	names = ascending(names)
	for _, l := range all {
		if _, whole := slices.BinarySearch(names, l.name); whole {
			b := at(l.entity)
			b.names = append(b.names, l.name)
		}
	}
	if err := s.ready(names); err != nil {
		return nil, err
	}
	var articles []int64
	for i := range of {
		articles = append(articles, of[i].articles...)
	}
	return of, s.loadScenes(articles)
}

// bearer is an entity as its full names and what tells of it make it.
func (s *sweep) bearer(of *bearing) *resolve.Bearer {
	b := &resolve.Bearer{Roles: of.roles, Forms: make([]*resolve.Form, len(of.names)), Seen: make([]resolve.Seen, len(of.articles))}
	for i, id := range of.names {
		b.Forms[i] = s.forms[id]
	}
	for i, row := range of.articles {
		b.Seen[i].Scene = s.scenes[row]
	}
	slices.SortFunc(b.Forms, resolve.CompareForms)
	b.Gather()
	return b
}
