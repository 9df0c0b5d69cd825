package store

import (
	"cmp"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// seeking looks for the full names that the short names of a group may stand for,
// some at a time: a common surname is that of thousands, and a few tell that too
// many bear it.
type seeking struct {
	*group
	at     int     // of which of its names
	mates  []int64 // full names that share a word with it, still to be compared
	found  []int64 // of those compared last
	looked int     // how many were
	kept   []int64 // those that were found of this name
	begun  bool    // the mates are only those that were found before
}

// toSeek has a short name compared with the full ones that it was found to be
// like before: of many, they are enough.
func (s *sweep) toSeek(k *seeking) {
	k.mates, k.begun = k.mates[:0], true
	if known := s.sought[k.ids[k.at]]; known != nil {
		k.mates = append(k.mates, known.found...)
	}
}

// seekOn has it compared with all others, unless it was.
func (s *sweep) seekOn(k *seeking) error {
	k.mates, k.begun = k.mates[:0], false
	id := k.ids[k.at]
	known := s.sought[id]
	if known != nil && known.whole {
		return nil
	}
	names, err := s.named(keysIn(fullByWord, s.forms[id].Words))
	if known != nil {
		names = slices.DeleteFunc(names, func(id int64) bool {
			_, met := slices.BinarySearch(known.found, id)
			return met
		})
	}
	k.mates = append(k.mates, names...)
	return err
}

// settleSought notes what was found of the name that was turned to. Where more
// bear it than are told apart, what was found is enough to say so.
func (s *sweep) settleSought(k *seeking) {
	if k.at >= 0 && k.at < len(k.ids) {
		id := k.ids[k.at]
		known, many := s.sought[id], len(k.bearers.rows) > resolve.MaxBearers
		switch whole := known != nil && known.whole; {
		case whole && many:
			s.findings = append(s.findings, finding{id, sought{known.found, false}})
		case !whole && !k.begun:
			s.findings = append(s.findings, finding{id, sought{ascending(slices.Clone(k.kept)), len(k.mates) == 0 && !many}})
		}
	}
	k.kept = k.kept[:0]
}

// Bounds of how many full names are compared with a short one before it is asked
// whether too many bear it: each time twice as many.
const (
	leastSought = 64
	mostSought  = 4096
)

// soughtAtOnce is how many groups of short names are sought for at once: each
// holds the names that it is still to be compared with, thousands at most.
const soughtAtOnce = 500

// seekBearers finds whom words make bearers of groups' names, until they are too
// many. Groups come by the last words of their names; see lastWord.
func (s *sweep) seekBearers(groups []*group) error {
	groups = slices.DeleteFunc(slices.Clone(groups), func(g *group) bool { return len(g.ids) == 0 })
	slices.SortStableFunc(groups, func(a, b *group) int {
		return cmp.Compare(lastWord(a.samples[0].name.Form), lastWord(b.samples[0].name.Form))
	})
	var all []int64
	for _, g := range groups {
		all = append(all, g.ids...)
	}
	if err := s.loadSought(all); err != nil {
		return err
	}
	for some := range slices.Chunk(groups, soughtAtOnce) {
		open := make([]*seeking, len(some))
		for i, g := range some {
			open[i] = &seeking{group: g, at: -1}
		}
		if err := s.seekAll(open); err != nil {
			return err
		}
	}
	found := s.findings
	s.findings = nil
	return s.keepSought(found)
}

func (s *sweep) seekAll(open []*seeking) error {
	for {
		var err error
		open = slices.DeleteFunc(open, func(k *seeking) bool {
			var more bool
			if err == nil {
				more, err = s.turn(k)
			}
			return !more
		})
		if err != nil || len(open) == 0 {
			return err
		}
		if err := s.seek(open); err != nil {
			return err
		}
	}
}

// turn has the next full names compared; more is false when there are none, or
// enough were found.
func (s *sweep) turn(k *seeking) (more bool, err error) {
	k.mates = k.mates[k.looked:]
	if len(k.bearers.rows) > resolve.MaxBearers {
		s.settleSought(k)
		k.bearers.links = nil
		return false, nil
	}
	for k.looked = min(max(leastSought, 2*k.looked), mostSought); len(k.mates) == 0; k.looked = leastSought {
		if k.begun {
			if err := s.seekOn(k); err != nil {
				return false, err
			}
			continue
		}
		s.settleSought(k)
		if k.at++; k.at == len(k.ids) {
			return false, nil
		}
		s.toSeek(k)
	}
	k.looked = min(k.looked, len(k.mates))
	return true, nil
}

// named are the names in buckets, each once.
func (b *batch) named(keys []bucketKey) ([]int64, error) {
	err := b.loadBuckets(keys)
	var out []int64
	for _, k := range keys {
		out = b.memory.buckets.append(out, k)
	}
	return ascending(out), err
}

// seek compares names with those they were turned to, but for what was found
// before.
func (s *sweep) seek(open []*seeking) error {
	var names []int64
	var fresh []*seeking
	for _, k := range open {
		if k.begun {
			k.found = append(k.found[:0], k.mates[:k.looked]...)
			continue
		}
		fresh = append(fresh, k)
		names = append(append(names, k.ids[k.at]), k.mates[:k.looked]...)
	}
	if err := s.sign(names); err != nil {
		return err
	}
	s.inParallelSieved(len(fresh), func(l *looking, i int) {
		k := fresh[i]
		k.found = k.found[:0]
		l.turn(k.ids[k.at])
		for _, name := range k.mates[:k.looked] {
			if l.alike(name) {
				k.found = append(k.found, name)
			}
		}
	})
	names = names[:0]
	for _, k := range open {
		names = append(names, k.found...)
	}
	if err := s.loadStood(ascending(names)); err != nil {
		return err
	}
	for _, k := range open {
		for _, full := range k.found {
			k.kept = append(k.kept, full)
			for _, a := range s.stands[full].aliases {
				k.bearers.link(k.at, full, a.entity)
			}
		}
	}
	return nil
}

// sign makes names ready to be looked at.
func (s *sweep) sign(names []int64) error {
	var unsigned []int64
	for _, id := range names {
		if !s.signed.hold(id) {
			unsigned = append(unsigned, id)
		}
	}
	err := s.ready(unsigned)
	if err == nil {
		for _, id := range unsigned {
			s.memory.sign(id)
		}
	}
	return err
}

// looking compares one name with others that are signed, most at a glance.
type looking struct {
	signed pages
	sieve  *resolve.Sieve
	form   *resolve.Form
}

func (l *looking) turn(name int64) {
	x := l.signed.of(name)
	l.form = x.Form
	l.sieve.Turn(x.Form, x.signs)
}

// alike reports whether words connect a name with the one that was turned to.
func (l *looking) alike(name int64) bool {
	x := l.signed.of(name)
	if !l.sieve.Passes(&x.signs) {
		return false
	}
	_, ok := resolve.Connect(l.form, x.Form)
	return ok
}

// inParallelSieved calls do for 0 … n-1 on all processors. Names that do compares
// must be signed.
func (s *sweep) inParallelSieved(n int, do func(*looking, int)) {
	next := s.nextSieve()
	inParallelBy(n, func() func(int) {
		l := &looking{signed: s.signed, sieve: next()}
		return func(i int) { do(l, i) }
	})
}
