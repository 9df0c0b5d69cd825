package boilerplate

import "embed"

// Data is every list and model file this package reads: a change in one makes
// what was derived with it stale.
//
//go:embed model
var Data embed.FS
