package layered

import "slices"

// acyclic says which edges must be turned for none to be on a cycle: the
// lightest, of those alike the last.
func acyclic(n int, edges []Edge) []bool {
	order := make([]int, len(edges))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return edges[b].Weight - edges[a].Weight })
	next := make([][]int, n)
	turned := make([]bool, len(edges))
	for _, i := range order {
		from, to := edges[i].From, edges[i].To
		if turned[i] = leads(next, to, from); turned[i] {
			from, to = to, from
		}
		next[from] = append(next[from], to)
	}
	return turned
}

// leads reports whether a way leads from one node to another.
func leads(next [][]int, from, to int) bool {
	seen := make([]bool, len(next))
	open := []int{from}
	for len(open) > 0 {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		if at == to {
			return true
		}
		if seen[at] {
			continue
		}
		seen[at] = true
		open = append(open, next[at]...)
	}
	return false
}

// ranks gives each node its layer: the length of the longest way to it, or, where
// none leads to it, the one before the first it leads to.
func ranks(n int, edges []Edge, turned []bool) []int {
	rank := make([]int, n)
	for moved := true; moved; {
		moved = false
		for i, e := range edges {
			if from, to := e.ends(turned[i]); rank[to] <= rank[from] {
				rank[to], moved = rank[from]+1, true
			}
		}
	}
	return pulled(rank, edges, turned)
}

// pulled moves nodes that nothing leads to beside the first of what they lead to.
func pulled(rank []int, edges []Edge, turned []bool) []int {
	led := make([]bool, len(rank))
	first := slices.Repeat([]int{len(rank)}, len(rank))
	for i, e := range edges {
		from, to := e.ends(turned[i])
		led[to] = true
		first[from] = min(first[from], rank[to])
	}
	out := slices.Clone(rank)
	for i, f := range first {
		if !led[i] && f < len(rank) {
			out[i] = f - 1
		}
	}
	return out
}

// ends are the nodes an edge joins, the one whose layer is earlier first.
func (e Edge) ends(turned bool) (from, to int) {
	if turned {
		return e.To, e.From
	}
	return e.From, e.To
}
