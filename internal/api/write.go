package api

import (
	"bytes"
	"net/http"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

// writeJSON answers with a value; who has it already is told so only.
func writeJSON(w http.ResponseWriter, r *http.Request, status int, media string, v any) {
	body, err := encode(v)
	if err != nil {
		WriteProblem(w, problemOf(err))
		return
	}
	w.Header().Set("Content-Type", media)
	if status == http.StatusOK && Known(w.Header(), r, body) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(body)
	}
}

// encoded is an answer as JSON.
type encoded []byte

func encode(v any) (encoded, error) {
	if ready, done := v.(encoded); done {
		return ready, nil
	}
	var b bytes.Buffer
	err := wire.NewEncoder(&b).Encode(v)
	return b.Bytes(), err
}

// Known names an answer by its hash, in h, and reports whether who asks has it
// already. The tag is a weak one: it stands for all codings of the answer.
func Known(h http.Header, r *http.Request, answer []byte) bool {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return false
	}
	tag := `W/"` + news.DigestOf(answer).String()[:tagLength] + `"`
	h.Set("ETag", tag)
	return Has(r, tag)
}

// tagLength is how many hexadecimal digits of a hash name an answer.
const tagLength = 32

// Has reports whether who asks has the answer of a weak tag.
func Has(r *http.Request, tag string) bool {
	for one := range strings.SplitSeq(r.Header.Get("If-None-Match"), ",") {
		one = strings.TrimSpace(one)
		if one == "*" || "W/"+strings.TrimPrefix(one, "W/") == tag {
			return true
		}
	}
	return false
}
