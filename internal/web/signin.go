package web

import (
	"cmp"
	"context"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/a-h/templ"
	"github.com/alexedwards/scs/v2"
	"golang.org/x/time/rate"

	"github.com/hearsay-engine/hearsay/internal/accounts"
	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of signing in and of asking, for one address each.
const (
	sessionTime = 12 * time.Hour
	idleSession = 2 * time.Hour
	tryEvery    = 3 * time.Second // between two tries of a password, after the first few
	tryBurst    = 5
	askRate     = 30 // requests a second
	askBurst    = 150
	mostClients = 10_000 // addresses remembered
	mostHashing = 2      // passwords tried at once: each takes 64 MiB
	lineBits    = 64     // of an IPv6 address
)

// gate lets those with an account in. Pages for this machine only have none.
type gate struct {
	server   *Server
	sessions *scs.SessionManager
	secure   *scs.SessionManager // the same sessions, for who asks by https
	tries    *limiters
	asks     *limiters
	hashing  chan struct{}
}

func newGate(s *Server) *gate {
	m := scs.New()
	m.Lifetime, m.IdleTimeout, m.HashTokenInStore = sessionTime, idleSession, true
	m.Cookie.Name, m.Cookie.HttpOnly, m.Cookie.SameSite = "hearsay", true, http.SameSiteStrictMode
	secure := *m
	secure.Cookie.Secure = true
	return &gate{server: s, sessions: m, secure: &secure, hashing: make(chan struct{}, mostHashing),
		tries: newLimiters(rate.Every(tryEvery), tryBurst), asks: newLimiters(askRate, askBurst)}
}

type editorKey struct{}

// editor is who is signed in and may change things, "" for nobody.
func editor(ctx context.Context) string {
	name, _ := ctx.Value(editorKey{}).(string)
	return name
}

// alone lets everybody of this machine in as the author the server was given.
func alone(author string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), editorKey{}, author)))
	})
}

const accountKey = "account"

var waiting = pages.Mend{Words: "wait a few seconds"}

// open reports whether who has no account may ask for a page: for that on which one
// signs in and what it is drawn with.
func (s *Server) open(r *http.Request) bool {
	return r.URL.Path == "/language" && r.Method == http.MethodPost || slices.Contains([]string{"/signin", s.style.address, s.script.address, s.paper.address}, r.URL.Path)
}

// guard lets through who is signed in, and to the page on which one does.
func (g *gate) guard(next http.Handler) http.Handler {
	return g.inSession(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !g.asks.allow(client(r)) {
			w.Header().Set("Retry-After", "5")
			refuse(w, r, http.StatusTooManyRequests, "too many requests at once", waiting)
			return
		}
		if g.server.open(r) {
			next.ServeHTTP(w, r)
			return
		}
		n, in := g.account(r)
		switch {
		case !in && (ofAPI(r) || bearer(r) != ""):
			w.Header().Set("WWW-Authenticate", "Bearer")
			refuse(w, r, http.StatusUnauthorized, "this archive wants an account", pages.Mend{Words: "send its token as Authorization: Bearer TOKEN; hearsay account token NAME makes one"})
		case !in && (r.Method == http.MethodGet || r.Method == http.MethodHead):
			http.Redirect(w, r, "/signin?"+url.Values{"to": {r.URL.RequestURI()}}.Encode(), http.StatusSeeOther)
		case !in:
			refuse(w, r, http.StatusUnauthorized, "nobody is signed in here any more", pages.Mend{Words: "sign in in another tab and load this page again: what you wrote is sent again", Path: "/signin"})
		case r.Method != http.MethodGet && r.Method != http.MethodHead && r.URL.Path != "/signout" && !ofAPI(r) && n.Role != accounts.Editor:
			refuse(w, r, http.StatusForbidden, "this account reads only", pages.Mend{Words: "an editor's is needed"})
		default:
			ctx := r.Context()
			if n.Role == accounts.Editor {
				ctx = context.WithValue(ctx, editorKey{}, n.Name)
			}
			next.ServeHTTP(w, r.WithContext(ctx))
		}
	}))
}

// inSession has who asks by https given a cookie that is sent by https only.
func (g *gate) inSession(next http.Handler) http.Handler {
	plain, secure := g.sessions.LoadAndSave(next), g.secure.LoadAndSave(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if g.server.https(r) {
			secure.ServeHTTP(w, r)
			return
		}
		plain.ServeHTTP(w, r)
	})
}

// account is whose token or session it is, as the archive has the account now. A
// token that is sent and is nobody's lets nobody in, whoever signed in.
func (g *gate) account(r *http.Request) (accounts.Account, bool) {
	if token := bearer(r); token != "" {
		hash := accounts.TokenHash(token)
		if hash == nil {
			return accounts.Account{}, false
		}
		n, err := g.server.archive.TokenAccount(r.Context(), hash)
		return n, err == nil
	}
	name := g.sessions.GetString(r.Context(), accountKey)
	if name == "" {
		return accounts.Account{}, false
	}
	n, err := g.server.archive.Account(r.Context(), name)
	return n, err == nil
}

// bearer is the token that is sent with a request, "" for none.
func bearer(r *http.Request) string {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(token)
}

func (g *gate) page(r *http.Request, f pages.Frame) (templ.Component, error) {
	return pages.SignInPage(pages.SignIn{Frame: signInFrame(r.Context(), f), To: inside(r.URL.Query().Get("to"))}), nil
}

// signInFrame tells nothing of the archive to who is not signed in.
func signInFrame(ctx context.Context, f pages.Frame) pages.Frame {
	return pages.Frame{Title: messages.Say(ctx, "Sign in"), Style: f.Style, Script: f.Script, Path: f.Path, Here: f.Here, Bare: true}
}

// inside is an address of this server's own, "/" for any other.
func inside(to string) string {
	u, err := url.Parse(to)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.Contains(to, `\`) {
		return "/"
	}
	return to
}

// signIn tries a name and a password.
func (g *gate) signIn(w http.ResponseWriter, r *http.Request) error {
	name, password := strings.TrimSpace(r.FormValue("name")), r.FormValue("password")
	if accounts.CheckName(name) != "" {
		name = "" // nobody's
	}
	n, err := g.server.archive.Account(r.Context(), name)
	if err != nil && news.FaultOf(err) != news.NotFound {
		return err
	}
	if !g.tries.allow(client(r)) || !g.tries.allow("\x00"+cmp.Or(n.Name, name)) {
		w.Header().Set("Retry-After", "5")
		return g.refuse(w, r, http.StatusTooManyRequests, name, "Too many tries: wait a few seconds.")
	}
	if !g.fits(r.Context(), n.Hash, password) {
		return g.refuse(w, r, http.StatusUnauthorized, name, "Name and password do not fit.")
	}
	if err := g.sessions.RenewToken(r.Context()); err != nil {
		return err
	}
	g.sessions.Put(r.Context(), accountKey, n.Name)
	http.Redirect(w, r, inside(r.FormValue("to")), http.StatusSeeOther)
	return nil
}

// fits tries a password when few others are being tried.
func (g *gate) fits(ctx context.Context, hash, password string) bool {
	select {
	case g.hashing <- struct{}{}:
		defer func() { <-g.hashing }()
		return accounts.Fits(hash, password)
	case <-ctx.Done():
		return false
	}
}

func (g *gate) refuse(w http.ResponseWriter, r *http.Request, status int, name, why string) error {
	f, err := g.server.frame(r)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	return pages.SignInPage(pages.SignIn{Frame: signInFrame(r.Context(), f), To: inside(r.FormValue("to")), Name: name, Refused: why}).Render(r.Context(), w)
}

func (g *gate) signOut(w http.ResponseWriter, r *http.Request) error {
	if err := g.sessions.Destroy(r.Context()); err != nil {
		return err
	}
	http.Redirect(w, r, "/signin", http.StatusSeeOther)
	return nil
}

// client is the address a request came from; of IPv6 the network that one line is
// given, whose addresses nobody could count.
func client(r *http.Request) string {
	at, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	ip := at.Addr().Unmap().WithZone("")
	if ip.Is6() {
		if line, err := ip.Prefix(lineBits); err == nil {
			return line.String()
		}
	}
	return ip.String()
}

// limiters hold each of many to a rate.
type limiters struct {
	every rate.Limit
	burst int
	mu    sync.Mutex
	of    map[string]*rate.Limiter
}

func newLimiters(every rate.Limit, burst int) *limiters {
	return &limiters{every: every, burst: burst, of: map[string]*rate.Limiter{}}
}

func (l *limiters) allow(who string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	x, known := l.of[who]
	if !known {
		if len(l.of) >= mostClients {
			clear(l.of) // all begin anew: better than to grow without end
		}
		x = rate.NewLimiter(l.every, l.burst)
		l.of[who] = x
	}
	return x.Allow()
}
