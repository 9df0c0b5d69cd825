package store

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// TestDictionariesStayAsTheyAre: what archives hold is packed with them.
func TestDictionariesStayAsTheyAre(t *testing.T) {
	for p, want := range map[Packing]string{
		Texts: "7e0c5a31e85431f61426ced62a5712fea91da4655ea8b486102257abd95daf03",
		Said:  "85cd94a37d2d9e22556c1f69de3f309caadd3714c4f5183c9631f994a15b8b5a",
	} {
		if got := fmt.Sprintf("%x", sha256.Sum256(p.dictionary())); got != want {
			t.Errorf("the dictionary %q has the SHA-256 %s: it may not be changed, give another one a number of its own", p, got)
		}
	}
}

// TestWhatWasPackedWithoutADictionaryUnpacks: earlier archives had none.
func TestWhatWasPackedWithoutADictionaryUnpacks(t *testing.T) {
	plain := []byte(strings.Repeat("The dam holds, the ministry said. ", 20))
	w, err := zstd.NewWriter(nil, zstd.WithEncoderCRC(false))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := unpack(codingZstd, w.EncodeAll(plain, nil)); err != nil || !bytes.Equal(got, plain) {
		t.Errorf("%q, %v", got, err)
	}
}
