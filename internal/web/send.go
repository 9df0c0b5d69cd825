package web

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"sync"

	"github.com/a-h/templ"
	"github.com/klauspost/compress/gzhttp"

	"github.com/hearsay-engine/hearsay/internal/api"
)

// packedFrom is the size, in bytes, from which an answer is compressed: below it
// the packet is as full either way.
const packedFrom = 1400

// packing compresses answers for who takes gzip. Pages hold no secret beside what
// a reader sends (forms are told by their origin), so that sizes betray nothing.
func packing() (func(http.Handler) http.HandlerFunc, error) {
	return gzhttp.NewWrapper(gzhttp.EnableZstd(false), gzhttp.MinSize(packedFrom), gzhttp.CompressionLevel(gzip.BestSpeed),
		gzhttp.ExceptContentTypes([]string{"text/event-stream", "application/pdf"}))
}

// drawing holds pages while they are drawing.
var drawing = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// putBack has a buffer used again.
func putBack(b *bytes.Buffer) {
	if b.Cap() <= keptBuffer {
		b.Reset()
		drawing.Put(b)
	}
}

// keptBuffer is the largest buffer, in bytes, that is used again.
const keptBuffer = 1 << 20

// send draws a page whole before a byte is sent; who has it already is told so
// only.
func (s *Server) send(w http.ResponseWriter, r *http.Request, status int, body templ.Component) {
	b := drawing.Get().(*bytes.Buffer)
	defer putBack(b)
	if err := body.Render(r.Context(), b); err != nil {
		if r.Context().Err() == nil {
			s.log.Error("a page could not be drawn", "path", r.URL.Path, "error", err)
		}
		http.Error(w, "Something went wrong on our side.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if status == http.StatusOK && api.Known(w.Header(), r, b.Bytes()) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.WriteHeader(status)
	w.Write(b.Bytes())
}
