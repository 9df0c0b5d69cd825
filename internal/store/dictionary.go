package store

import (
	"context"
	"database/sql"
	"embed"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// Packing is a kind of bytes that are stored compressed, with a dictionary.
type Packing int

const (
	Texts Packing = iota // captures, and texts that are not their capture's bytes
	Said                 // what packSaid writes
)

// packings are the kinds' dictionaries by their files, and where the archive holds
// such bytes.
var packings = [...]struct{ file, query string }{
	Texts: {"text", "SELECT coding, bytes FROM capture ORDER BY capture_id"},
	Said:  {"said", "SELECT iif(substr(said, 1, 1) = x'01', 'raw', 'zstd'), said FROM reading ORDER BY article_id"},
}

func (p Packing) String() string { return packings[p].file }

// Packings are all kinds.
func Packings() []Packing { return []Packing{Texts, Said} }

// dictionaries hold what stored bytes of a kind have in common: an article is too
// short to repeat much of itself. Bytes that are packed with one name it by its
// number, so that none is ever changed: another gets another number. They are made
// by hearsay-train dictionaries of the example corpus, which is our own.
//
//go:embed dictionary
var dictionaries embed.FS

// Dictionary is the number of a kind's dictionary: those from 32768 on are for
// whoever likes.
func (p Packing) Dictionary() uint32 { return 1<<15 + uint32(p) }

func (p Packing) dictionary() []byte {
	b, err := dictionaries.ReadFile("dictionary/" + p.String())
	if err != nil {
		panic("store: " + err.Error()) // the build is broken
	}
	return b
}

// packers are of each kind.
var packers = func() (out [len(packings)]func() *zstd.Encoder) {
	for _, p := range Packings() {
		out[p] = sync.OnceValue(func() *zstd.Encoder {
			return newPacker(zstd.WithEncoderDict(p.dictionary()))
		})
	}
	return out
}()

// packer packs records, of whose bytes too few are the same in most articles for a
// dictionary: one made like the others saves 62 bytes of 403 in an article of fnc1.
var packer = sync.OnceValue(func() *zstd.Encoder { return newPacker() })

func newPacker(o ...zstd.EOption) *zstd.Encoder {
	return must(zstd.NewWriter(nil, append(o, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(2), zstd.WithEncoderCRC(false))...))
}

// unpacker unpacks what was packed with any dictionary, or with none.
var unpacker = sync.OnceValue(func() *zstd.Decoder {
	o := []zstd.DOption{zstd.WithDecoderConcurrency(2), zstd.WithDecoderMaxMemory(maxUnpacked)}
	for _, p := range Packings() {
		o = append(o, zstd.WithDecoderDicts(p.dictionary()))
	}
	return must(zstd.NewReader(nil, o...))
})

func must[T any](made T, err error) T {
	if err != nil {
		panic("store: " + err.Error()) // the options or the dictionaries are wrong, not the input
	}
	return made
}

// EachPacked calls do with all bytes of a kind, unpacked, in order of rows.
func (a *Archive) EachPacked(ctx context.Context, p Packing, do func([]byte) error) error {
	err := a.eachRow(ctx, packings[p].query, nil, func(rows *sql.Rows) error {
		var coding string
		var b []byte
		if err := rows.Scan(&coding, &b); err != nil {
			return err
		}
		plain, err := unpack(coding, b)
		if err != nil {
			return err
		}
		return do(plain)
	})
	return a.fault(err)
}
