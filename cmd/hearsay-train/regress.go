package main

import "math"

// ridge fits y ≈ x·w by weighted least squares with a penalty on large w, and
// gives w, a row for each column of x.
type ridge struct {
	xx [][]float64
	xy [][]float64
}

func newRidge(in, out int, penalty float64) *ridge {
	r := &ridge{xx: matrix(in, in), xy: matrix(in, out)}
	for i := range r.xx {
		r.xx[i][i] = penalty
	}
	return r
}

func matrix(rows, columns int) [][]float64 {
	m := make([][]float64, rows)
	for i := range m {
		m[i] = make([]float64, columns)
	}
	return m
}

// add takes in one example of the given weight.
func (r *ridge) add(x []float64, y map[int]float64, weight float64) {
	for i, a := range x {
		for j, b := range x {
			r.xx[i][j] += float64(weight * a * b)
		}
		for j, b := range y {
			r.xy[i][j] += float64(weight * a * b)
		}
	}
}

// solve gives w by Cholesky's factors.
func (r *ridge) solve() [][]float64 {
	n := len(r.xx)
	l := matrix(n, n)
	for i := range n {
		for j := 0; j <= i; j++ {
			sum := r.xx[i][j]
			for k := range j {
				sum -= float64(l[i][k] * l[j][k])
			}
			if i == j {
				l[i][i] = math.Sqrt(sum)
			} else {
				l[i][j] = sum / l[j][j]
			}
		}
	}
	w := r.xy
	for c := range w[0] {
		for i := range n {
			for k := range i {
				w[i][c] -= float64(l[i][k] * w[k][c])
			}
			w[i][c] /= l[i][i]
		}
		for i := n - 1; i >= 0; i-- {
			for k := i + 1; k < n; k++ {
				w[i][c] -= float64(l[k][i] * w[k][c])
			}
			w[i][c] /= l[i][i]
		}
	}
	return w
}
