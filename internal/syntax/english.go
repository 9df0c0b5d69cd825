package syntax

import (
	_ "embed"
	"hash/maphash"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/shipped"
)

//go:embed models/en.syntax
var englishFile []byte

// English is the shipped model, made ready on first use; see models/NOTICE for
// what it was trained on and under which licence it stands.
var English = sync.OnceValue(func() *Model {
	m := shipped.Model("syntax", englishFile, Decode)
	m.recall = &recall{seed: maphash.MakeSeed()}
	return m
})

// Digest names the shipped model's content: what was read with another model is
// read anew.
func Digest() string { return digest() }

var digest = sync.OnceValue(func() string { return shipped.Digest(englishFile) })

// Notice says what the shipped model is, what it was made of and under which
// licence it stands.
//
//go:embed models/NOTICE
var Notice string
