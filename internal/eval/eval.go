// Package eval is furnished next.
package eval
