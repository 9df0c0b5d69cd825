package store

// recent keeps what was asked for last. Of many, those go that were not asked
// for since half as many were.
type recent[V any] struct {
	most       int
	young, old map[int64]V
}

func newRecent[V any](most int) recent[V] {
	return recent[V]{most, map[int64]V{}, map[int64]V{}}
}

func (r *recent[V]) get(id int64) (V, bool) {
	if v, known := r.young[id]; known {
		return v, true
	}
	v, known := r.old[id]
	if known {
		r.hold(id, v)
	}
	return v, known
}

func (r *recent[V]) hold(id int64, v V) {
	if len(r.young) >= r.most/2 {
		r.young, r.old = map[int64]V{}, r.young
	}
	r.young[id] = v
}

func (r *recent[V]) drop(id int64) {
	delete(r.young, id)
	delete(r.old, id)
}
