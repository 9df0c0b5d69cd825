package web

import (
	"net"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/internal/api"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of one request: a page is a few kilobytes of query and some
// milliseconds of work; more is a mistake or an attack.
const (
	headerTime  = 5 * time.Second
	readTime    = 10 * time.Second
	writeTime   = 30 * time.Second
	idleTime    = 2 * time.Minute
	headerBytes = 64 << 10
)

// policy lets a page load its own style sheet and script, ask its own server and
// show its own frame, and nothing else: nothing inline, nothing from outside. The
// one trusted-types policy is for parts of pages that this server drew.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; " +
	"base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types hearsay"

// ownCopy has nobody between keep what was answered: it may be what one account reads.
// A reader's browser keeps it and asks whether it is so still.
const ownCopy = "private, no-cache"

// guard sets the headers every answer carries and refuses what pages of this
// machine never send: another host's name (an attacker's page whose name was
// made to point here), and a form that another site's page sent.
func guard(hosts []string, next http.Handler) http.Handler {
	forms := http.NewCrossOriginProtection()
	forms.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		refuse(w, r, http.StatusForbidden, "this was sent by a page of another site", pages.Mend{Words: "send it from here"})
	}))
	next = forms.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("Cache-Control", ownCopy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		switch {
		case !loopbackName(r.Host) && !slices.Contains(hosts, hostName(r.Host)):
			refuse(w, r, http.StatusMisdirectedRequest, "this server does not go by that name", pages.Mend{Words: "open these pages by 127.0.0.1, localhost or a name given to hearsay serve by --host"})
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// patient gives a form that decides more time to be answered in than pages get.
func patient(do func(http.ResponseWriter, *http.Request) error) func(http.ResponseWriter, *http.Request) error {
	return func(w http.ResponseWriter, r *http.Request) error {
		if err := api.Patient(w); err != nil {
			return err
		}
		return do(w, r)
	}
}

// hostName is a Host header without its port, in lower case.
func hostName(host string) string {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	return strings.ToLower(strings.TrimSuffix(name, "."))
}

// loopbackName reports whether a Host header names this machine to itself.
func loopbackName(host string) bool {
	name := hostName(host)
	if name == "localhost" {
		return true
	}
	ip := net.ParseIP(name)
	return ip != nil && ip.IsLoopback()
}

// Local reports whether an address reaches this machine only.
func Local(addr string) bool { return loopbackName(addr) }

// Listen opens a listener for the pages.
func Listen(addr string) (net.Listener, error) {
	_, port, err := net.SplitHostPort(addr)
	if _, bad := net.LookupPort("tcp", port); err != nil || bad != nil {
		return nil, news.Errorf(news.Usage, addr, "give an address such as 127.0.0.1:8080", "no address to listen on")
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, news.Errorf(news.Denied, addr, "take another port with --addr, or 127.0.0.1:0 for any", "cannot listen: the address is taken, or is none of this machine's")
	}
	return l, nil
}
