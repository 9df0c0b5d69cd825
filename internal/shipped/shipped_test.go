package shipped_test

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/shipped"
)

func TestUnpackGivesBackWhatWasPacked(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		content := rapid.SliceOf(rapid.Byte()).Draw(rt, "content")
		packed := shipped.Pack(content)
		got, err := shipped.Unpack(packed)
		if err != nil || !bytes.Equal(got, content) {
			rt.Errorf("%x comes back as %x, %v", content, got, err)
		}
		if again := shipped.Pack(content); !bytes.Equal(packed, again) || shipped.Digest(packed) != shipped.Digest(again) {
			rt.Errorf("%x is packed in two ways", content)
		}
	})
}

func TestUnpackRefusesOtherBytes(t *testing.T) {
	if got, err := shipped.Unpack([]byte("a model of another kind")); err == nil {
		t.Errorf("got %q", got)
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add(shipped.Pack([]byte("weights")))
	f.Fuzz(func(t *testing.T, packed []byte) {
		if content, err := shipped.Unpack(packed); err == nil && len(content) > 64<<20 {
			t.Errorf("%d bytes unpacked", len(content))
		}
	})
}

func TestALargeModelUnpacks(t *testing.T) {
	content := bytes.Repeat([]byte("a row of weights, and another"), 200_000)
	if got, err := shipped.Unpack(shipped.Pack(content)); err != nil || !bytes.Equal(got, content) {
		t.Errorf("%d bytes come back as %d, %v", len(content), len(got), err)
	}
}
