package flow

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/attribute"
	"github.com/hearsay-engine/hearsay/internal/boilerplate"
	"github.com/hearsay-engine/hearsay/internal/clean"
	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/internal/lang/ru"
	"github.com/hearsay-engine/hearsay/internal/name"
	"github.com/hearsay-engine/hearsay/internal/ner"
	"github.com/hearsay-engine/hearsay/internal/stance"
	"github.com/hearsay-engine/hearsay/internal/syntax"
)

// Stage is one step of the river. Its Version changes with its code's meaning,
// by a constant of the stage, and with every model and list file it reads, by
// their hash.
type Stage struct {
	Name    string
	Version string
}

// Stages lists the per-article stages in order. What a stage made is stale when
// its own version or that of a stage before it has changed.
func Stages() []Stage { return stages() }

var stages = sync.OnceValue(func() []Stage {
	return []Stage{
		{"clean", clean.Version + "-" + digest(clean.Data, boilerplate.Data, lang.Data)},
		{"attribute", attribute.Version + "-" + digest(lang.Data, en.Data, ru.Data) + "-" + name.Version() + "-" + syntax.Digest() + "-" + ner.Digest() + "-" + known.Version()},
		{"stance", stance.Version + "-" + digest(en.Data) + "-" + syntax.Digest()},
	}
})

// digest names the content of data files by the first 32 bits of its SHA-256.
func digest(all ...fs.FS) string {
	h := sha256.New()
	for _, files := range all {
		err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			b, err := fs.ReadFile(files, path)
			fmt.Fprintf(h, "%s %d\n%s", path, len(b), b)
			return err
		})
		if err != nil {
			panic("flow: an embedded file does not read: " + err.Error())
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:4])
}

// Prepare makes the models that reading will want ready, side by side, while the
// caller still opens its inputs. It does not wait for them.
func Prepare() {
	go syntax.English()
	go ner.English()
}
