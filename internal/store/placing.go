package store

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// placing finds the groups of touched names: all names that reach each other by
// links of a level, the least at which they are no more than resolve.MaxGroup.
// Their order does not matter: groups are canonical.
type placing struct {
	*sweep
	layer  int
	placed map[int64]bool
	groups []*group
	due    []int64       // names to be grouped again besides
	raised map[int64]int // names whose level is another than the file has
}

// place gives the groups of touched names, and of those that a link of theirs
// tells otherwise of than before.
func (s *sweep) place(touched []int64, layer int) (*placing, error) {
	p := &placing{sweep: s, layer: layer, placed: map[int64]bool{}, raised: map[int64]int{}}
	company, err := s.ids(`SELECT DISTINCT b.name_id FROM json_each(?) j CROSS JOIN alias a ON a.name_id = j.value CROSS JOIN entity e ON e.entity_id = a.entity_id AND e.borne = ?
		CROSS JOIN alias b ON b.entity_id = a.entity_id`, list(touched), layer == full) // short names that stand for one bearer say nothing of each other
	if err == nil {
		company, err = s.ofLayer(company, layer)
	}
	if err != nil {
		return nil, err
	}
	queue := ascending(append(company, touched...))
	if err := s.loadLevels(queue); err != nil {
		return nil, err
	}
	if err := s.loadNearby(queue); err != nil {
		return nil, err
	}
	changes, err := s.appraise(s.doubtful(touched))
	if err != nil {
		return nil, err
	}
	s.asked(touched)
	for _, c := range changes {
		queue = append(append(queue, p.moved(c.a, c)...), p.moved(c.b, c)...)
	}
	for _, id := range queue {
		if err := p.name(id); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(p.groups, func(a, b *group) int { return len(b.ids) - len(a.ids) })
	return p, p.keep()
}

// moved is an end of a link that changed, if it is to be placed again.
func (p *placing) moved(id int64, c change) []int64 {
	level := p.levels[id]
	switch {
	case level > max(c.was, c.is):
		return nil
	case level > c.is+1:
		p.setLevel(id, unplaced)
	}
	return []int64{id}
}

// unplaced is the level of a name that lost links: whether as many names as
// before reach it is not known.
const unplaced = -1

func (p *placing) setLevel(id int64, level int) {
	if p.levels[id] != level {
		p.levels[id], p.raised[id] = level, level
	}
}

// name finds the group of a name.
func (p *placing) name(id int64) error {
	if p.placed[id] {
		return nil
	}
	level, sure := max(p.levels[id], resolve.Lowest), p.levels[id] != unplaced
	for ; ; level++ {
		r, err := p.reach(id, level, sure)
		if err != nil {
			return err
		}
		if !r.crowded {
			p.group(r.met, level)
			return nil
		}
		for _, x := range r.met {
			if p.levels[x] <= level {
				p.setLevel(x, level+1)
				p.due = append(p.due, x)
			}
		}
		p.due = append(p.due, r.beyond...)
	}
}

// reached is names that reach each other by links of a level. When they are too
// many, these are some of them: those whose links were followed, and those they
// lead to.
type reached struct {
	met, beyond []int64
	crowded     bool
}

// reach follows the links of a level from a name. What is known of names met is
// believed: at levels below theirs, too many reach them. Of a name that is
// unplaced, nothing is believed.
func (p *placing) reach(from int64, level int, believing bool) (reached, error) {
	var out reached
	met := map[int64]bool{from: true}
	for frontier := []int64{from}; len(frontier) > 0; {
		if err := p.loadNearby(frontier); err != nil {
			return out, err
		}
		var next []int64
		for _, id := range frontier {
			others, err := p.others(id, level)
			if err != nil {
				return out, err
			}
			for _, o := range others {
				if met[o] {
					continue
				}
				met[o] = true
				if believing && p.levels[o] > level {
					out.crowded = true
					continue
				}
				next = append(next, o)
			}
		}
		out.met = append(out.met, frontier...)
		if level < resolve.Alone && len(out.met)+len(next) > p.most {
			return p.crowd(from, out.met, next, believing), nil
		}
		frontier = next
	}
	return out, nil
}

// crowd is too many names: when not all of them are what is believed of them,
// only the first is known to be crowded.
func (p *placing) crowd(from int64, met, beyond []int64, believing bool) reached {
	if !believing {
		return reached{met: []int64{from}, crowded: true}
	}
	return reached{met, beyond, true}
}

// others are the names that links of a level tie to one, and decisions.
func (p *placing) others(id int64, level int) ([]int64, error) {
	var out []int64
	for _, h := range p.nearby[id] {
		if int(h.level) >= level {
			out = append(out, h.other)
		}
	}
	if !p.decided.any() {
		return out, nil
	}
	if err := p.ready([]int64{id}); err != nil {
		return nil, err
	}
	tied, err := p.tiedTo(p.forms[id], p.layer)
	if err != nil {
		return nil, err
	}
	return append(out, tied...), p.loadLevels(tied)
}

// group makes a group of names with the links of a level between them.
func (p *placing) group(ids []int64, level int) {
	g := &group{ids: ids, at: map[int64]int{}, level: level}
	for _, id := range ids {
		p.placed[id] = true
		p.setLevel(id, level)
		for _, h := range p.nearby[id] {
			if int(h.level) >= level && id < h.other {
				g.linked = append(g.linked, pair{id, h.other})
			}
		}
	}
	p.groups = append(p.groups, g)
}

// keep writes the levels that changed, and which names are still to be grouped.
func (p *placing) keep() error {
	var rows [][2]int64
	for id, level := range p.raised {
		rows = append(rows, [2]int64{id, int64(level)})
	}
	if len(rows) > 0 {
		if err := p.exec("UPDATE name SET level = j.value ->> 1 FROM json_each(?) j WHERE name_id = j.value ->> 0", list(rows)); err != nil {
			return err
		}
	}
	due := slices.DeleteFunc(ascending(p.due), func(id int64) bool { return p.placed[id] })
	return p.touch(p.layer, due...)
}
