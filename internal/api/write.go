package api

import (
	"bytes"
	"net/http"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

// writeJSON answers with a value. What is read is named by its hash, so that who
// has it already is told so only.
func writeJSON(w http.ResponseWriter, r *http.Request, status int, media string, v any) {
	var b bytes.Buffer
	if err := wire.NewEncoder(&b).Encode(v); err != nil {
		WriteProblem(w, problemOf(err))
		return
	}
	h := w.Header()
	h.Set("Content-Type", media)
	if status == http.StatusOK && (r.Method == http.MethodGet || r.Method == http.MethodHead) {
		tag := `"` + news.DigestOf(b.Bytes()).String()[:tagLength] + `"`
		h.Set("ETag", tag)
		if matches(r.Header.Get("If-None-Match"), tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(b.Bytes())
	}
}

// tagLength is how many hexadecimal digits of a hash name an answer.
const tagLength = 32

// matches reports whether an If-None-Match header names a tag.
func matches(header, tag string) bool {
	for one := range strings.SplitSeq(header, ",") {
		one = strings.TrimSpace(one)
		if one == "*" || strings.TrimPrefix(one, "W/") == tag {
			return true
		}
	}
	return false
}
