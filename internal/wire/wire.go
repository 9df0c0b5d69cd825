// Package wire is furnished next.
package wire
