// Package api answers programs under /api/v1: everything the pages show, as
// JSON. One table of operations says what is answered, with which parameters and
// in which shape; requests are routed and checked by it, and the OpenAPI
// document is drawn from it, so that the three cannot part. Shapes are those
// the commands print: internal/wire has them.
//
// An address is that of the page with /api/v1 before it. Errors are problem
// details (RFC 9457). Whom a person hid is withheld here as everywhere: the
// store decides it.
package api

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/hearsay-engine/hearsay/internal/intake"
	"github.com/hearsay-engine/hearsay/internal/store"
)

// Root is where the operations stand.
const Root = "/api/v1"

// Bounds of one request.
const (
	answerTime = 20 * time.Second // of work on an answer: a list over a million articles takes less
	decideTime = 5 * time.Minute  // of work on a decision: it derives articles again
	maxBody    = 8 << 20          // bytes of JSON: one long article
	maxValue   = 4 << 10          // bytes of a parameter
)

// Options say whom an API asks who may change things.
type Options struct {
	Editor func(context.Context) string // who may, by name; "" for nobody
}

// API answers for one archive.
type API struct {
	Options
	archive *store.Archive
	jobs    *intake.Queue
	log     *slog.Logger
	routes  map[string]map[string]*operation // by path, then method

	document func() (encoded, error) // drawn once: it is the same for every archive
}

// New makes an API of an open archive; jobs takes what is added.
func New(a *store.Archive, jobs *intake.Queue, log *slog.Logger, o Options) *API {
	x := &API{Options: o, archive: a, jobs: jobs, log: log, routes: map[string]map[string]*operation{},
		document: sync.OnceValues(func() (encoded, error) { return encode(Document()) })}
	all := operations()
	for i := range all {
		path := Root + all[i].path
		if x.routes[path] == nil {
			x.routes[path] = map[string]*operation{}
		}
		x.routes[path][all[i].method] = &all[i]
	}
	return x
}

// ServeHTTP answers a request under Root.
func (x *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	path := strings.TrimSuffix(r.URL.Path, "/")
	at, known := x.routes[path]
	if !known {
		WriteProblem(w, &Problem{Status: http.StatusNotFound, Detail: "there is no such operation", Mend: "see " + Root + "/openapi.json"})
		return
	}
	method := r.Method
	if method == http.MethodHead {
		method = http.MethodGet
	}
	op, known := at[method]
	if !known {
		h.Set("Allow", allowed(at))
		WriteProblem(w, &Problem{Status: http.StatusMethodNotAllowed, Detail: "this operation is not asked for by " + printable(r.Method), Mend: "take " + allowed(at)})
		return
	}
	x.answer(w, r, op)
}

// allowed are the methods of an address, as the Allow header has them.
func allowed(at map[string]*operation) string {
	var out []string
	for _, m := range []string{http.MethodGet, http.MethodHead, http.MethodPost} {
		if at[m] != nil || m == http.MethodHead && at[http.MethodGet] != nil {
			out = append(out, m)
		}
	}
	return strings.Join(out, ", ")
}

// answer checks a request, has the operation answer it and writes what it says.
func (x *API) answer(w http.ResponseWriter, r *http.Request, op *operation) {
	limit := answerTime
	if op.edits {
		limit = decideTime
	}
	ctx, cancel := context.WithTimeout(r.Context(), limit)
	defer cancel()
	c := &call{API: x, Request: r.WithContext(ctx), writer: w, op: op}
	result, err := c.run()
	if err != nil {
		x.refuse(w, r, err)
		return
	}
	writeJSON(w, r, op.statusOf(), "application/json", result)
}
