package main

import (
	"math"
	"math/rand/v2"
)

// kmeans cuts points into k groups, each point in that of the nearest mean, and
// gives each point its group.
func kmeans(points [][]float64, k, rounds int, random *rand.Rand) []int {
	k = min(k, len(points))
	means := make([][]float64, k)
	for i, p := range random.Perm(len(points))[:k] {
		means[i] = append([]float64(nil), points[p]...)
	}
	group := make([]int, len(points))
	for range rounds {
		for i, p := range points {
			group[i] = nearest(means, p)
		}
		settle(means, points, group)
	}
	return group
}

func nearest(means [][]float64, p []float64) int {
	best, least := 0, math.Inf(1)
	for i, m := range means {
		d := 0.0
		for j, x := range p {
			d += float64((x - m[j]) * (x - m[j]))
			if d > least {
				break
			}
		}
		if d < least {
			best, least = i, d
		}
	}
	return best
}

// settle moves each mean into the middle of its group.
func settle(means, points [][]float64, group []int) {
	size := make([]float64, len(means))
	for _, g := range group {
		size[g]++
	}
	for g, m := range means {
		if size[g] > 0 {
			clear(m)
		}
	}
	for i, p := range points {
		for j, x := range p {
			means[group[i]][j] += x / size[group[i]]
		}
	}
}
