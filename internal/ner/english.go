package ner

import (
	_ "embed"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/shipped"
)

//go:embed models/en.names
var englishFile []byte

// English is the shipped model, made ready on first use; see models/NOTICE for
// what it was trained on and under which licence it stands.
var English = sync.OnceValue(func() *Model { return shipped.Model("ner", englishFile, Decode) })

// Digest names the content of the shipped models: what was read with another is
// read anew.
func Digest() string { return digest() }

var digest = sync.OnceValue(func() string { return shipped.Digest(englishFile) + shipped.Digest(russianFile) })

// Notice says what the shipped model is, what it was made of and under which
// licence it stands.
//
//go:embed models/NOTICE
var Notice string
