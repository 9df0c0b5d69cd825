package name

// middles counts what stands between given name and surname of both: an initial
// that is not the other's is another person's, whatever else they share.
func (t *tally) middles(n, o *Name, al *alignment) {
	a, b := n.middle(al.usedA), o.middle(al.usedB)
	if a == nil || b == nil || a.n == 0 || b.n == 0 || a.role != initial && b.role != initial || initialLikeness(a, b) > 0 {
		return
	}
	t.rules |= Conflict
	t.loss += costConflict
}

// secondInitial is the second of the two initials that stand for all but the
// surname, of which the first was laid on a word of the other name.
func (n *Name) secondInitial(used uint32) *part {
	if len(n.parts) != 3 || n.words() != 1 {
		return nil
	}
	for i := range 2 {
		if n.parts[i].role == initial && n.parts[i+1].role == initial && used&(3<<i) == 1<<i {
			return &n.parts[i+1]
		}
	}
	return nil
}

// middle is the part behind a name's first word and before its last, which were
// both laid on words of the other name; nil when nothing stands there.
func (n *Name) middle(used uint32) *part {
	if p := n.secondInitial(used); p != nil {
		return p
	}
	last := len(n.parts) - 1
	for last > 0 && n.parts[last].role != word {
		last--
	}
	first := 0
	for first < last && n.parts[first].role != word {
		first++
	}
	if last-first < 2 || used&(1<<first) == 0 || used&(1<<last) == 0 {
		return nil
	}
	p := &n.parts[first+1]
	if p.comma || p.role != initial && p.role != patronymic && (p.role != word || used&(1<<(first+1)) != 0) {
		return nil // a first surname, as of two, is shared
	}
	return p
}
