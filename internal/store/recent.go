package store

// recent keeps what was asked for last. Of many, those go that were not asked
// for since half as many were.
type recent[K comparable, V any] struct {
	most       int
	young, old map[K]V
}

func newRecent[K comparable, V any](most int) recent[K, V] {
	return recent[K, V]{most, map[K]V{}, map[K]V{}}
}

func (r *recent[K, V]) get(id K) (V, bool) {
	if v, known := r.young[id]; known {
		return v, true
	}
	v, known := r.old[id]
	if known {
		r.hold(id, v)
	}
	return v, known
}

func (r *recent[K, V]) hold(id K, v V) {
	if len(r.young) >= r.most/2 {
		r.young, r.old = map[K]V{}, r.young
	}
	r.young[id] = v
}

func (r *recent[K, V]) drop(id K) {
	delete(r.young, id)
	delete(r.old, id)
}
