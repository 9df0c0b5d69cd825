package store

import (
	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// unasked is the level of a link whose scenes were not asked for it yet.
const unasked = resolve.Broken - 1

// change is a link that holds otherwise than before.
type change struct {
	pair
	was, is int
}

// doubtful are the links of names that scenes decide on, but for those that were
// asked of the samples as they are.
func (s *sweep) doubtful(ids []int64) []pair {
	var out []pair
	for _, id := range ids {
		if x := s.samples[id]; x != nil && x.asked {
			continue
		}
		for _, h := range s.nearby[id] {
			if resolve.OfScenes(int(h.level)) {
				out = append(out, pair{id, h.other})
			}
		}
	}
	return out
}

// asked notes that all links of names were asked how far they hold.
func (s *sweep) asked(ids []int64) {
	for _, id := range ids {
		if x := s.samples[id]; x != nil {
			x.asked = true
		}
	}
}

// appraise asks links that scenes decide on how far they hold, and gives those
// that hold otherwise than before.
func (s *sweep) appraise(links []pair) ([]change, error) {
	if len(links) == 0 {
		return nil, nil
	}
	levels := make([]int, len(links))
	for i := range levels {
		levels[i] = unasked
	}
	if err := s.levelByScenes(links, levels); err != nil {
		return nil, err
	}
	var out []change
	var moved []int64
	for i, l := range links {
		if was := int(s.held(l.a, l.b).level); was != levels[i] {
			out = append(out, change{l, was, levels[i]})
			moved = append(moved, l.a, l.b)
		}
	}
	if err := s.loadNearby(ascending(moved)); err != nil {
		return nil, err
	}
	for _, c := range out {
		s.tie(c.pair, c.is)
	}
	return out, nil
}

// levelByScenes gives the links that are unasked their level.
func (s *sweep) levelByScenes(links []pair, levels []int) error {
	var scenic []pair
	var at []int
	for i, l := range links {
		if levels[i] == unasked {
			scenic, at = append(scenic, l), append(at, i)
		}
	}
	if err := s.gather(endsOf(scenic)); err != nil {
		return err
	}
	inParallel(len(scenic), func(i int) {
		levels[at[i]] = resolve.SceneLevel(&s.samples[scenic[i].a].name, &s.samples[scenic[i].b].name)
	})
	return nil
}

func endsOf(links []pair) []int64 {
	out := make([]int64, 0, 2*len(links))
	for _, l := range links {
		out = append(out, l.a, l.b)
	}
	return ascending(out)
}

// gather makes the samples of names ready to be compared.
func (s *sweep) gather(ids []int64) error {
	if err := s.ready(ids); err != nil {
		return err
	}
	if err := s.sampleOf(ids); err != nil {
		return err
	}
	if err := s.fillScenes(ids); err != nil {
		return err
	}
	apart := make([]*sample, 0, len(ids))
	for _, id := range ids {
		if x := s.samples[id]; !x.name.Gathered() {
			apart = append(apart, x)
		}
	}
	inParallel(len(apart), func(i int) { apart[i].name.Gather() })
	s.summed = append(s.summed, apart...)
	return nil
}
