package main

import (
	"bytes"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/store"
)

// TestDictionariesAreMadeTheSame: of the same articles come the same bytes.
func TestDictionariesAreMadeTheSame(t *testing.T) {
	first, err := trainDictionaries(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	again, err := trainDictionaries(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range store.Packings() {
		if name := p.String(); len(first[name]) == 0 || !bytes.Equal(first[name], again[name]) {
			t.Errorf("%s: %d bytes, then %d others", name, len(first[name]), len(again[name]))
		}
	}
}
