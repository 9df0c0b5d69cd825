package store

import (
	"bytes"
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// What is kept by its bytes is what these bytes make, whatever else was asked for
// and however often.
func TestKeptByItsBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := newByBytes[string](rapid.IntRange(1, 8).Draw(t, "most"))
		for _, b := range rapid.SliceOf(rapid.SliceOfN(rapid.Byte(), 0, 2)).Draw(t, "asked") {
			want := fmt.Sprintf("%x", b)
			got, err := k.of(b, func() (string, error) { return fmt.Sprintf("%x", b), nil })
			if got != want || err != nil {
				t.Fatalf("of %x: %q, %v", b, got, err)
			}
			if len(b) > 0 {
				b[0]++ // as rows are read into the same bytes again
			}
		}
	})
}

// Long values are unpacked, too, and not kept.
func TestLongValuesAreNotKept(t *testing.T) {
	u := newUnpacked()
	text := bytes.Repeat([]byte("The bridge stays shut. "), 10)
	for range 3 {
		p := Texts.pack(text)
		if got, err := u.text(p.coding, p.bytes); err != nil || got != string(text) {
			t.Fatalf("%q, %v", got, err)
		}
		text = append(text, byte('a'+len(u.texts.made.young)))
	}
	long := make([]byte, keptPacked+1)
	if _, err := u.texts.of(long, func() (string, error) { return "", nil }); err != nil || len(u.texts.made.young) != 3 {
		t.Errorf("%d kept, %v", len(u.texts.made.young), err)
	}
}
