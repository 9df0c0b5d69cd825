package ner

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"sync"
)

//go:embed models/en.names
var englishFile []byte

// English is the shipped model, made ready on first use; see models/NOTICE for
// what it was trained on and under which licence it stands.
var English = sync.OnceValue(func() *Model {
	m, err := Decode(englishFile)
	if err != nil {
		panic("ner: the embedded model: " + err.Error()) // the build is broken, not the input
	}
	return m
})

// Digest names the shipped model's content by the first 32 bits of its SHA-256:
// what was read with another model is read anew.
func Digest() string { return digest() }

var digest = sync.OnceValue(func() string {
	sum := sha256.Sum256(englishFile)
	return hex.EncodeToString(sum[:4])
})

// Notice says what the shipped model is, what it was made of and under which
// licence it stands.
//
//go:embed models/NOTICE
var Notice string
