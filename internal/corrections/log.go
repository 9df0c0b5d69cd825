package corrections

import (
	"slices"
)

// Revoked gives the ids of the entries that do not hold: those that an entry
// which holds revokes. An undo can be undone.
func Revoked(entries []Entry) map[string]bool {
	r := revocation{by: map[string][]string{}, state: map[string]standing{}}
	for _, e := range entries {
		if e.Decision == Undo {
			r.by[e.Revokes] = append(r.by[e.Revokes], e.ID)
		}
	}
	out := map[string]bool{}
	for _, e := range entries {
		if !r.holds(e.ID) {
			out[e.ID] = true
		}
	}
	return out
}

type standing int

const (
	unknown standing = iota
	asked            // being found out: an entry that revokes itself in the end
	holds
	revoked
)

type revocation struct {
	by    map[string][]string // an entry's id to those that revoke it
	state map[string]standing
}

func (r *revocation) holds(id string) bool {
	switch r.state[id] {
	case holds:
		return true
	case asked, revoked:
		return false
	}
	r.state[id] = asked
	stands := holds
	for _, u := range r.by[id] {
		if r.holds(u) {
			stands = revoked
		}
	}
	r.state[id] = stands
	return stands == holds
}

// Effective gives the entries that hold and decide something, in the order of
// the log, whatever order they came in.
func Effective(entries []Entry) []Entry {
	gone := Revoked(entries)
	var out []Entry
	for _, e := range entries {
		if !gone[e.ID] && e.Decision != Undo {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, Compare)
	return slices.CompactFunc(out, func(a, b Entry) bool { return a.ID == b.ID })
}

// Resign gives entries their ids anew, where some lost anchors since they were
// signed, and has every undo follow what it revokes.
func Resign(entries []Entry) []Entry {
	out := slices.Clone(entries)
	place := map[string]int{}
	for i, e := range entries {
		place[e.ID] = i
	}
	done := make([]bool, len(out))
	var sign func(i int)
	sign = func(i int) {
		if done[i] {
			return
		}
		done[i] = true // before what it revokes: a circle ends
		if at, known := place[out[i].Revokes]; known && out[i].Decision == Undo {
			sign(at)
			out[i].Revokes = out[at].ID
		}
		out[i].Sign()
	}
	for i := range out {
		sign(i)
	}
	return out
}
