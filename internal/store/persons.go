package store

import (
	"database/sql"
	"maps"
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// readPersons reads how often articles take single words of bodies and places for
// people, once more where they tell the post. It is read for every grouping: a
// person's use changes no sample of the body's.
func (s *sweep) readPersons(ids []int64) error {
	asked := map[string][]int64{}
	for _, id := range ids {
		if f := s.forms[id]; f.Single {
			s.samples[id].name.Persons = 0
			asked[f.Name] = append(asked[f.Name], id)
		}
	}
	if len(asked) == 0 {
		return nil
	}
	persons := map[int64][]int64{} // bodies and places that are named as a person is
	err := s.each("SELECT n.name, n.name_id FROM json_each(?) j CROSS JOIN name n ON n.kind = ? AND n.name = j.value", []any{list(slices.Sorted(maps.Keys(asked))), string(news.Person)}, func(rows *sql.Rows) error {
		var name string
		var person int64
		err := rows.Scan(&name, &person)
		persons[person] = asked[name]
		return err
	})
	if err != nil {
		return err
	}
	uses, err := s.leastUses(slices.Sorted(maps.Keys(persons)), shortSample+1)
	for len(uses) > 0 {
		n, posts := 0, 0
		for n < len(uses) && uses[n].name == uses[0].name {
			if uses[n].roles != 0 {
				posts++
			}
			n++
		}
		all := n
		if n > shortSample {
			all = usesUpTo(n, uses[n-1].lot)
		}
		for _, id := range persons[uses[0].name] {
			s.samples[id].name.Persons = all + all*posts/n
		}
		uses = uses[n:]
	}
	return err
}
