package web

import (
	"mime"
	"net/http"

	"github.com/hearsay-engine/hearsay/news"
)

// captured lets a captured page show itself with its own inline styles and
// pictures it holds, and do nothing: no script, no form, no load from anywhere,
// no frame but ours around it, no address of its own to act from.
const captured = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

// original answers with the bytes an article was read from, as they came.
func (s *Server) original(w http.ResponseWriter, r *http.Request) error {
	b, err := s.archive.Capture(r.Context(), r.URL.Query().Get("id"), 0)
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Security-Policy", captured)
	h.Set("X-DNS-Prefetch-Control", "off")
	h.Set("Content-Type", mediaType(b))
	h.Set("Content-Disposition", "inline")
	_, err = w.Write(b.Bytes)
	return err
}

// mediaType is how a browser is to read a capture. Nothing but HTML is read as
// anything else than text; a charset that nobody declared is left to the page.
func mediaType(b news.Blob) string {
	kind := "text/plain"
	if b.Media == news.MediaHTML {
		kind = "text/html"
	}
	charset := b.Charset
	if charset == "" && b.Media != news.MediaHTML {
		charset = "utf-8"
	}
	if charset == "" {
		return kind
	}
	if m := mime.FormatMediaType(kind, map[string]string{"charset": charset}); m != "" {
		return m
	}
	return kind
}
