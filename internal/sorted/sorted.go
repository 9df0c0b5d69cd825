// Package sorted compares rising lists that hold each thing once, and finds the
// weightiest of a list.
package sorted

import (
	"cmp"
	"slices"
)

// Common counts what two rising lists share.
func Common[T cmp.Ordered](a, b []T) (n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// Merge appends what two rising lists hold, each once, to dst.
func Merge[T cmp.Ordered](dst, a, b []T) []T {
	for len(a) > 0 && len(b) > 0 {
		x := min(a[0], b[0])
		dst = append(dst, x)
		if a[0] == x {
			a = a[1:]
		}
		if b[0] == x {
			b = b[1:]
		}
	}
	return append(append(dst, a...), b...)
}

// Dice is twice what two rising lists share over their sizes' sum (Dice 1945);
// 1 for two empty ones.
func Dice[T cmp.Ordered](a, b []T) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	return 2 * float64(Common(a, b)) / float64(len(a)+len(b))
}

// Top gives the n of a list that outweigh the others, or all, the weightiest first;
// of those that weigh as much, what comes first in the list.
func Top[T any](list []T, n int, outweighs func(a, b T) bool) []T {
	top := make([]T, 0, n+1)
	for _, x := range list {
		at := len(top)
		for at > 0 && outweighs(x, top[at-1]) {
			at--
		}
		if at < n {
			top = slices.Insert(top, at, x)
			top = top[:min(n, len(top))]
		}
	}
	return top
}
