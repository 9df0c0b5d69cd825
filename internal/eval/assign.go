package eval

import "math"

type pair struct{ gold, pred int }

// assign pairs rows with columns one to one so that the summed weights are
// greatest (Kuhn 1955, Munkres 1957, with potentials). Weights are not
// negative; ties fall as the published scorer has them fall, which is why the
// order of the loops matters.
func assign(w [][]float64) []pair {
	if len(w) == 0 || len(w[0]) == 0 {
		return nil
	}
	if len(w) > len(w[0]) {
		pairs := assignRows(transpose(w))
		for i, p := range pairs {
			pairs[i] = pair{p.pred, p.gold}
		}
		return pairs
	}
	return assignRows(w)
}

// assignRows wants at least as many columns as rows.
func assignRows(w [][]float64) []pair {
	n, m := len(w), len(w[0])
	a := assignment{w: w, u: make([]float64, n+1), v: make([]float64, m+1), row: make([]int, m+1), way: make([]int, m+1)}
	for i := 1; i <= n; i++ {
		a.place(i)
	}
	var pairs []pair
	for j := 1; j <= m; j++ {
		if a.row[j] != 0 {
			pairs = append(pairs, pair{a.row[j] - 1, j - 1})
		}
	}
	return pairs
}

type assignment struct {
	w    [][]float64
	u, v []float64 // potentials of rows and columns
	row  []int     // the row each column is given to, 0 for none
	way  []int     // the column before on the alternating path
}

// place gives row i a column, moving other rows along the cheapest path.
func (a *assignment) place(i int) {
	m := len(a.v) - 1
	a.row[0] = i
	slack, used := make([]float64, m+1), make([]bool, m+1)
	for j := range slack {
		slack[j] = math.Inf(1)
	}
	j0 := 0
	for {
		used[j0] = true
		delta, next := a.nearest(j0, slack, used)
		for j := range used {
			if used[j] {
				a.u[a.row[j]] += delta
				a.v[j] -= delta
			} else {
				slack[j] -= delta
			}
		}
		j0 = next
		if a.row[j0] == 0 {
			break
		}
	}
	for j0 != 0 {
		j1 := a.way[j0]
		a.row[j0] = a.row[j1]
		j0 = j1
	}
}

// nearest updates the slacks through column j0's row and finds the least.
func (a *assignment) nearest(j0 int, slack []float64, used []bool) (delta float64, next int) {
	delta = math.Inf(1)
	i0 := a.row[j0]
	for j := 1; j < len(used); j++ {
		if used[j] {
			continue
		}
		cur := -a.w[i0-1][j-1] - a.u[i0] - a.v[j]
		if cur < slack[j] {
			slack[j], a.way[j] = cur, j0
		}
		if slack[j] < delta {
			delta, next = slack[j], j
		}
	}
	return delta, next
}

func transpose(w [][]float64) [][]float64 {
	out := make([][]float64, len(w[0]))
	for j := range out {
		out[j] = make([]float64, len(w))
		for i := range w {
			out[j][i] = w[i][j]
		}
	}
	return out
}
