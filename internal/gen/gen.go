// Package gen is furnished next.
package gen
