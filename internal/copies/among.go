package copies

import "slices"

// Edge is two of many texts that share something worth telling.
type Edge struct {
	A, B int // indexes, A < B
	Overlap
	Verdict
}

const (
	// maxPosted is how many texts may have a print or key: what more have is a phrase of
	// the trade (METHODS: fingerprints in more than 40 articles are dropped).
	maxPosted = 40
	// leastPrints is the fewest shared prints, or keys, of a candidate pair.
	leastPrints = 1
)

// Among finds the pairs of texts that share something, in order of A, then B.
// It is the stage in one room, for texts that fit into memory.
func Among(texts []*Text) []Edge {
	var edges []Edge
	for _, p := range candidates(texts) {
		o := Compare(texts[p[0]], texts[p[1]])
		if v := Judge(texts[p[0]], texts[p[1]], o); v.Kind != Apart {
			edges = append(edges, Edge{int(p[0]), int(p[1]), o, v})
		}
	}
	return edges
}

// posted is a print or a key and the text that has it.
type posted struct {
	hash uint64
	text int32
}

// candidates gives the pairs that share enough prints, in order.
func candidates(texts []*Text) [][2]int32 {
	var all []posted
	var prints []Print
	var keys []uint64
	for i, t := range texts {
		prints = t.Prints(prints[:0])
		for _, p := range prints {
			all = append(all, posted{p.Hash, int32(i)})
		}
		keys = Keys(t.Anchors(nil), keys[:0])
		for _, k := range keys {
			all = append(all, posted{k, int32(i)})
		}
	}
	slices.SortFunc(all, func(x, y posted) int {
		if x.hash != y.hash {
			if x.hash < y.hash {
				return -1
			}
			return 1
		}
		return int(x.text - y.text)
	})
	all = slices.Compact(all)
	shared := map[[2]int32]int{}
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].hash == all[from].hash {
			to++
		}
		if to-from <= maxPosted {
			countPairs(all[from:to], shared)
		}
		from = to
	}
	return enoughShared(shared)
}

func countPairs(same []posted, shared map[[2]int32]int) {
	for i := range same {
		for _, q := range same[i+1:] {
			shared[[2]int32{same[i].text, q.text}]++
		}
	}
}

func enoughShared(shared map[[2]int32]int) [][2]int32 {
	var out [][2]int32
	for p, n := range shared {
		if n >= leastPrints {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(x, y [2]int32) int {
		if x[0] != y[0] {
			return int(x[0] - y[0])
		}
		return int(x[1] - y[1])
	})
	return out
}
