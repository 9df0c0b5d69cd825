// Package store is furnished next.
package store
