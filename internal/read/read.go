// Package read is furnished next.
package read
