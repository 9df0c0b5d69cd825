package ner

func (r *reading) at(i int) *word {
	if i < 0 || i >= len(r.words) {
		return &nowhere
	}
	return &r.words[i]
}

// mix joins a template's number with up to three values into a feature.
func mix(template, a, b, c uint64) uint64 {
	h := template*0x9E3779B97F4A7C15 + a*0xFF51AFD7ED558CCD + b*0xC4CEB9FE1A85EC53 + c*0x9FB21C651E98DF25
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	return h ^ h>>32
}

// A word's features are of what each word around it says of itself, which is weighed
// once for many, see weighed.go, and of words together. big is whether the word has a
// capital.

// features appends all those of word i.
func (r *reading) features(i int, f []uint64) []uint64 {
	big := r.words[i].flags & capital
	for _, p := range parts {
		f = p.features(&r.at(i+p.at).saying, big, f)
	}
	return r.together(i, f)
}

// parts are the words around a word, itself among them, and what each says.
var parts = [...]struct {
	at       int
	features func(w *saying, big uint64, f []uint64) []uint64
}{{0, ofItself}, {-1, ofBefore}, {1, ofBehind}, {-2, ofSecondBefore}, {2, ofSecondBehind}}

func ofItself(w *saying, big uint64, f []uint64) []uint64 {
	wc := w.flags & (capital | allCapitals | opening | number)
	f = append(f,
		mix(0, w.flags, 0, 0), mix(1, w.key, 0, 0), mix(2, w.key, w.flags, 0), mix(3, w.shape, w.flags&opening, 0),
		mix(4, w.begin[0], 0, 0), mix(5, w.begin[1], 0, 0), mix(6, w.begin[2], 0, 0),
		mix(7, w.end[0], big, 0), mix(8, w.end[1], big, 0), mix(9, w.end[2], big, 0), mix(10, w.end[3], big, 0),
		mix(23, w.seen, wc, 0), mix(28, w.class, wc, 0), mix(40, w.group, wc, 0), mix(47, w.group, w.shape, 0), mix(50, w.coarse, wc, 0), mix(57, w.coarse, w.shape, 0),
	)
	return lists(60, w.class, w.flags&(capital|opening|number), f)
}

func ofBefore(w *saying, big uint64, f []uint64) []uint64 {
	f = append(f, mix(11, w.key, big, 0), mix(21, w.shape, 0, 0), mix(31, w.class, 0, big), mix(35, w.end[2], big, 0), mix(41, w.group, big, 0), mix(51, w.coarse, big, 0))
	return lists(61, w.class, big, f)
}

func ofBehind(w *saying, big uint64, f []uint64) []uint64 {
	f = append(f, mix(12, w.key, big, 0), mix(22, w.shape, 0, 0), mix(32, w.class, 0, big), mix(36, w.end[2], big, 0), mix(42, w.group, big, 0), mix(52, w.coarse, big, 0))
	return lists(62, w.class, big, f)
}

func ofSecondBefore(w *saying, big uint64, f []uint64) []uint64 {
	return append(f, mix(13, w.key, big, 0), mix(33, w.class, 0, big), mix(43, w.group, big, 0), mix(53, w.coarse, big, 0))
}

func ofSecondBehind(w *saying, big uint64, f []uint64) []uint64 {
	return append(f, mix(14, w.key, big, 0), mix(34, w.class, 0, big), mix(44, w.group, big, 0), mix(54, w.coarse, big, 0))
}

// together appends what word i and those around it say together.
func (r *reading) together(i int, f []uint64) []uint64 {
	w, p1, p2, n1, n2 := r.at(i), r.at(i-1), r.at(i-2), r.at(i+1), r.at(i+2)
	big := w.flags & capital
	wc, pc, nc := w.flags&(capital|allCapitals|opening|number), p1.flags&^headline, n1.flags&^headline
	f = append(f,
		mix(15, p1.key, w.key, 0), mix(16, w.key, n1.key, 0), mix(17, p1.shape, w.shape, 0), mix(18, w.shape, n1.shape, 0), mix(19, p1.shape, w.shape, n1.shape),
		mix(20, p1.key, n1.key, big), mix(24, pc, wc, nc), mix(25, p2.flags&^headline, pc<<8|big, nc<<8|n2.flags&^headline),
		mix(26, p1.key, p2.key, big), mix(27, n1.key, n2.key, big),
		mix(29, w.class, p1.class, big), mix(30, w.class, n1.class, big),
		mix(45, p1.group, w.group, big), mix(46, w.group, n1.group, big), mix(55, p1.coarse, w.coarse, big), mix(56, w.coarse, n1.coarse, big),
	)
	if w.known|p1.known|n1.known != 0 {
		f = append(f, mix(70, w.known, wc, 0), mix(71, p1.known, big, 0), mix(72, n1.known, big, 0), mix(73, w.known, p1.key, big), mix(74, w.known, n1.key, big), mix(75, p1.known, w.known, n1.known))
	}
	return f
}

// lists appends a feature for each list of a set.
func lists(template, set, beside uint64, f []uint64) []uint64 {
	for ; set != 0; set &= set - 1 {
		f = append(f, mix(template, set&-set, beside, 0))
	}
	return f
}

// maxFeatures bounds the features of one word: those above and three sets of
// lists.
const maxFeatures = 72 + 3*32
