package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:generate go run ./bundle

//go:embed static
var static embed.FS

// Files that every page loads.
const (
	styleFile  = "style.css"
	scriptFile = "hearsay.js"
)

// asset is a file the pages load. Its address holds its content's hash, so that
// it may be kept for good.
type asset struct {
	address string
	media   string
	bytes   []byte
}

func newAsset(name, media string) (asset, error) {
	b, err := static.ReadFile("static/" + name)
	if err != nil {
		return asset{}, err
	}
	sum := sha256.Sum256(b)
	ext := path.Ext(name)
	return asset{"/static/" + strings.TrimSuffix(name, ext) + "-" + hex.EncodeToString(sum[:6]) + ext, media, b}, nil
}

func (a asset) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", a.media)
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(a.bytes))
}
