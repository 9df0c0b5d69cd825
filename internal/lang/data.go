package lang

import "embed"

// Data is every list and model file this package reads: a change in one makes
// what was derived with it stale.
//
//go:embed profiles times
var Data embed.FS
