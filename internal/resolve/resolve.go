// Package resolve is furnished next.
package resolve
