package main

import "math"

// example is one line for logistic regression.
type example struct {
	row    []float64
	keep   bool
	weight float64
}

// logistic fits a logistic regression with a ridge by Newton's method
// (iteratively reweighted least squares). It is deterministic: one order, no
// random start.
func logistic(set []example, ridge float64, rounds int) []float64 {
	n := len(set[0].row)
	w := make([]float64, n)
	total := 0.0
	for _, e := range set {
		total += e.weight
	}
	for range rounds {
		hess := make([][]float64, n)
		grad := make([]float64, n)
		for i := range hess {
			hess[i] = make([]float64, n)
			hess[i][i] = ridge * total / float64(n)
			grad[i] = -ridge * total / float64(n) * w[i]
		}
		for _, e := range set {
			accumulate(e, w, grad, hess)
		}
		for i, d := range solve(hess, grad) {
			w[i] += d
		}
	}
	return w
}

// accumulate adds an example's share to the gradient and the Hessian.
func accumulate(e example, w, grad []float64, hess [][]float64) {
	z := 0.0
	for i, x := range e.row {
		z += float64(w[i] * x)
	}
	p := 1 / (1 + math.Exp(-z))
	want := 0.0
	if e.keep {
		want = 1
	}
	slope := e.weight * (want - p)
	curve := e.weight * p * (1 - p)
	for i, x := range e.row {
		if x == 0 {
			continue
		}
		grad[i] += float64(slope * x)
		for k, y := range e.row {
			hess[i][k] += float64(curve * x * y)
		}
	}
}

// solve solves a·x = b for a symmetric positive definite a by Gaussian
// elimination in place.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		for k := i + 1; k < n; k++ {
			f := a[k][i] / a[i][i]
			for j := i; j < n; j++ {
				a[k][j] -= float64(f * a[i][j])
			}
			b[k] -= float64(f * b[i])
		}
	}
	x := make([]float64, n)
	for i := n - 1; i >= 0; i-- {
		sum := b[i]
		for j := i + 1; j < n; j++ {
			sum -= float64(a[i][j] * x[j])
		}
		x[i] = sum / a[i][i]
	}
	return x
}
