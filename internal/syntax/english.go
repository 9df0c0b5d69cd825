package syntax

import (
	_ "embed"
	"sync"
)

//go:embed models/en.syntax
var englishFile []byte

// English is the shipped model, made ready on first use; see models/NOTICE for
// what it was trained on and under which licence it stands.
var English = sync.OnceValue(func() *Model {
	m, err := Decode(englishFile)
	if err != nil {
		panic("syntax: the embedded model: " + err.Error()) // the build is broken, not the input
	}
	return m
})
