// Package web serves the archive's pages to this machine: statements searched,
// an article with its voices marked, a name with what it said. The pages are
// drawn on the server and work without script; nothing is loaded from outside.
package web

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"runtime"
	"strings"
	"sync"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/api"
	"github.com/hearsay-engine/hearsay/internal/intake"
	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/news"
)

// Options say how pages are served. The zero value serves this machine only.
type Options struct {
	Author   string         // whose decisions are made on pages that need no account
	Accounts bool           // only those with an account are let in
	Secure   bool           // pages are asked for by https only
	Hosts    []string       // names by which other machines ask for them, without ports
	Proxies  []netip.Prefix // whose X-Forwarded-For and X-Forwarded-Proto are believed
}

// Server answers for one archive.
type Server struct {
	Options
	gate      *gate // nil where pages need no account
	archive   *store.Archive
	log       *slog.Logger
	jobs      *intake.Queue
	api       *api.API
	packed    func(http.Handler) http.HandlerFunc // sends answers compressed
	turns     *turns
	counts    counts
	answers   *store.Recalled
	printing  sync.Mutex    // one report at a time
	followers chan struct{} // of jobs
	style     asset
	script    asset
	paper     asset // the style of reports
}

// New makes a server of an open archive; what pages start ends with ctx.
func New(ctx context.Context, a *store.Archive, log *slog.Logger, o Options) (*Server, error) {
	s := &Server{Options: o, archive: a, log: log, turns: newTurns(runtime.GOMAXPROCS(0)), answers: store.NewRecalled(mostAgain, againFor), followers: make(chan struct{}, mostFollowers)}
	if o.Accounts {
		s.gate = newGate(s)
	}
	s.jobs = intake.New(ctx, a)
	s.jobs.GiveWay = s.turns.giveWay
	s.api = api.New(a, s.jobs, log, api.Options{Editor: editor})
	var err error
	if s.packed, err = packing(); err != nil {
		return nil, err
	}
	if s.style, err = newAsset(styleFile, "text/css; charset=utf-8"); err != nil {
		return nil, err
	}
	if s.paper, err = newAsset("report.css", "text/css; charset=utf-8"); err != nil {
		return nil, err
	}
	s.script, err = newAsset(scriptFile, "text/javascript; charset=utf-8")
	return s, err
}

// Handler answers requests for the pages.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /{$}", s.page(s.statements))
	mux.Handle("GET /article", s.page(s.article))
	mux.Handle("GET /who", s.page(s.who))
	mux.Handle("GET /names", s.page(s.names))
	mux.Handle("GET /statement", s.page(s.statement))
	mux.Handle("GET /feed.atom", s.act(s.feed(atom)))
	mux.Handle("GET /feed.json", s.act(s.feed(jsonFeed)))
	mux.Handle("GET /original", s.act(s.original))
	mux.Handle("GET /claims", s.page(s.claims))
	mux.Handle("GET /claim", s.page(s.claim))
	mux.Handle("GET /outlets", s.page(s.outlets))
	mux.Handle("GET /outlet", s.page(s.outlet))
	mux.Handle("GET /spread", s.page(s.spread))
	mux.Handle("GET /spread/copies", s.page(s.spreadCopies))
	mux.Handle("GET /review", s.page(s.review))
	mux.Handle("POST /review", s.act(patient(s.answer)))
	mux.Handle("GET /watchlist", s.page(s.watchlist))
	mux.Handle("POST /watchlist", s.act(s.watch))
	mux.Handle("GET /decide", s.page(s.deciding))
	mux.Handle("POST /correct", s.act(patient(s.correct)))
	mux.Handle("GET /cases", s.page(s.cases))
	mux.Handle("GET /cases/{id}", s.page(s.caseOf))
	mux.Handle("GET /cases/{id}/report", s.page(s.report))
	mux.Handle("GET /cases/{id}/{file}", s.act(s.reportFile))
	mux.Handle("POST /cases/current", s.act(s.setCurrent))
	mux.Handle("GET /pick", s.page(s.choosePage))
	mux.Handle("POST /pick", s.act(s.pick))
	mux.Handle("POST /pick/all", s.act(s.pickAll))
	mux.Handle("GET /add", s.page(s.addPage))
	mux.Handle("POST /add", s.act(s.add))
	mux.Handle("GET /add/events", s.act(s.events))
	mux.Handle("GET /api", s.page(s.apiPage))
	mux.Handle("POST /language", s.act(s.chooseLanguage))
	mux.Handle("GET "+s.style.address, s.style)
	mux.Handle("GET "+s.script.address, s.script)
	mux.Handle("GET "+s.paper.address, s.paper)
	mux.Handle("GET /", s.page(func(r *http.Request, f pages.Frame) (templ.Component, error) {
		return nil, news.Errorf(news.NotFound, r.URL.Path, "start from the statements", "there is no such page")
	}))
	pages := s.again(s.packed(s.forPrograms(mux)))
	let := unforwarded(alone(s.Author, pages))
	if s.gate != nil {
		mux.Handle("GET /signin", s.page(s.gate.page))
		mux.Handle("POST /signin", s.act(s.gate.signIn))
		mux.Handle("POST /signout", s.act(s.gate.signOut))
		let = s.gate.guard(pages)
	}
	return behindProxies(s.Proxies, guard(s.Hosts, s.turns.inTurn(inLanguage(let))))
}

// forPrograms lets the API answer what is asked of it.
func (s *Server) forPrograms(pages http.Handler) http.Handler {
	pages = inForm(pages)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if ofAPI(r) {
			s.api.ServeHTTP(w, r)
			return
		}
		pages.ServeHTTP(w, r)
	})
}

// ofAPI reports whether a program asks, which reads problems and no pages.
func ofAPI(r *http.Request) bool { return strings.HasPrefix(r.URL.Path+"/", api.Root+"/") }

// Serve answers on l until ctx ends, then lets requests under way finish.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	defer s.jobs.Wait() // what was finished of them is kept
	srv := &http.Server{
		Handler: s.Handler(), ReadHeaderTimeout: headerTime, ReadTimeout: readTime, WriteTimeout: writeTime,
		IdleTimeout: idleTime, MaxHeaderBytes: headerBytes, ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
	stop := context.AfterFunc(ctx, func() {
		late, cancel := context.WithTimeout(context.Background(), headerTime)
		defer cancel()
		srv.Shutdown(late)
	})
	defer stop()
	if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// page is a handler that draws a component inside the frame, or a problem.
func (s *Server) page(draw func(*http.Request, pages.Frame) (templ.Component, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f, err := s.frame(r)
		var body templ.Component
		if err == nil {
			body, err = draw(r, f)
		}
		status := http.StatusOK
		if _, bad := body.(refused); bad {
			status = http.StatusBadRequest
		}
		if err != nil {
			status, body = s.problem(r, f, err)
		}
		s.send(w, r, status, body)
	})
}

// act is a handler that answers by itself, or leaves a problem to be drawn.
func (s *Server) act(do func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := do(w, r)
		if err == nil {
			return
		}
		s.page(func(*http.Request, pages.Frame) (templ.Component, error) { return nil, err }).ServeHTTP(w, r)
	})
}

func (s *Server) frame(r *http.Request) (pages.Frame, error) {
	asked := r.URL.Query()
	f := pages.Frame{Editor: editor(r.Context()) != "", Here: here(r.URL), Decided: asked.Get("decided"), Told: asked.Get("told"), Account: s.signedIn(r), Style: s.style.address, Script: s.script.address, Path: r.URL.Path, Query: asked.Get("q")}
	n, err := s.counts.now(r.Context(), s.archive)
	f.Articles, f.Said, f.Waiting = n.Articles, n.Statements, n.waiting
	if err != nil {
		return f, err
	}
	c, err := s.current(r)
	if c != nil {
		f.Case = pages.CaseHere{ID: c.ID, Name: c.Name, Items: len(c.Picks)}
	}
	return f, err
}

// statusOf is the HTTP status of each kind of fault.
var statusOf = map[news.Fault]int{
	news.NotFound: http.StatusNotFound,
	news.Usage:    http.StatusBadRequest,
	news.Busy:     http.StatusServiceUnavailable,
	news.TooLarge: http.StatusRequestEntityTooLarge,
	news.Denied:   http.StatusServiceUnavailable,
}

func (s *Server) problem(r *http.Request, f pages.Frame, err error) (int, templ.Component) {
	status, known := statusOf[news.FaultOf(err)]
	p := pages.Problem{Frame: f, Words: "Something went wrong on our side.", Mend: pages.Mend{Words: "Try again; hearsay verify tells whether the archive is sound."}}
	p.Title = messages.Say(r.Context(), "This page cannot be shown")
	e, ours := faultOf(err)
	switch {
	case known && ours:
		p.Words, p.Of, p.Mend = e.Words, e.ID, mend(e.Mend, r.URL)
	default:
		status = http.StatusInternalServerError
		s.log.Error("a page failed", "path", r.URL.Path, "error", err)
	}
	if status == http.StatusNotFound && !strings.HasSuffix(r.URL.Path, printedReport) { // there nothing is missing but a browser
		p.Title, p.Mend.Seeks = messages.Say(r.Context(), "Not in this archive"), true
		if r.URL.Path == "/who" { // whom no page is of may speak all the same
			p.Seek = `"` + strings.ReplaceAll(r.URL.Query().Get("name"), `"`, " ") + `"`
		}
	}
	return status, pages.ProblemPage(p)
}

// here is a page's address without what was just decided on it, and as a page of
// its own.
func here(u *url.URL) string {
	v := u.Query()
	for _, name := range []string{"decided", "told", "part"} {
		v.Del(name)
	}
	return (&url.URL{Path: u.Path, RawQuery: v.Encode()}).String()
}

// signedIn is the account of a request, "" where pages need none.
func (s *Server) signedIn(r *http.Request) string {
	if s.gate == nil {
		return ""
	}
	return s.gate.sessions.GetString(r.Context(), accountKey)
}

func faultOf(err error) (*news.Error, bool) {
	var e *news.Error
	return e, errors.As(err, &e)
}
