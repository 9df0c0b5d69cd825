// Package shipped packs the models that lie in the program, which halves what
// some of them take, and names them by their content.
package shipped

import (
	"crypto/sha256"
	"encoding/hex"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// maxUnpacked bounds a model unpacked: several times the largest.
const maxUnpacked = 64 << 20

// Pack gives the bytes to ship, the same for the same content.
func Pack(content []byte) []byte {
	return packer().EncodeAll(content, nil)
}

var packer = sync.OnceValue(func() *zstd.Encoder {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		panic("shipped: " + err.Error()) // the options are wrong, not the content
	}
	return w
})

// Unpack gives back what Pack was given. The error says that the bytes are no
// packed content.
func Unpack(packed []byte) ([]byte, error) {
	r, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxUnpacked))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var h zstd.Header
	if h.Decode(packed) != nil || !h.HasFCS || h.FrameContentSize > maxUnpacked {
		return r.DecodeAll(packed, nil)
	}
	return r.DecodeAll(packed, room(int(h.FrameContentSize)))
}

// Digest names packed content by the first 32 bits of its SHA-256, in hexadecimal:
// what was read with another model is read anew.
func Digest(packed []byte) string {
	sum := sha256.Sum256(packed)
	return hex.EncodeToString(sum[:4])
}
