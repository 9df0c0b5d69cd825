// Package keep is furnished next.
package keep
