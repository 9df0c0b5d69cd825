package web

import (
	"context"
	"net/http"
	"net/netip"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/news"
)

// ParseProxies reads addresses such as 10.0.0.7 and networks such as 10.0.0.0/8.
func ParseProxies(list []string) ([]netip.Prefix, error) {
	var out []netip.Prefix
	for _, text := range list {
		p, err := netip.ParsePrefix(text)
		if ip, only := netip.ParseAddr(text); only == nil && ip.Zone() == "" {
			ip = ip.Unmap()
			p, err = netip.PrefixFrom(ip, ip.BitLen()), nil
		}
		switch {
		case err != nil:
			return nil, news.Errorf(news.Usage, "--trusted-proxy "+text, "give an address such as 127.0.0.1 or a network such as 10.0.0.0/8", "no address of a proxy")
		case p.Bits() == 0:
			return nil, news.Errorf(news.Usage, "--trusted-proxy "+text, "name the proxies' own addresses", "everybody would be believed to be a proxy")
		}
		out = append(out, p.Masked())
	}
	return out, nil
}

type httpsKey struct{}

// https reports whether a reader asked by TLS: of this server, or of a trusted proxy.
func (s *Server) https(r *http.Request) bool {
	told, _ := r.Context().Value(httpsKey{}).(bool)
	return s.Secure || told || r.TLS != nil
}

// behindProxies has a request that a trusted proxy hands on come from whom the proxy
// names, by the scheme it names. What anybody else states of it is not read.
func behindProxies(trusted []netip.Prefix, next http.Handler) http.Handler {
	if len(trusted) == 0 {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		peer, err := netip.ParseAddrPort(r.RemoteAddr)
		if err != nil || !within(trusted, peer.Addr()) {
			next.ServeHTTP(w, r)
			return
		}
		schemes := listed(r.Header, "X-Forwarded-Proto")
		r = r.WithContext(context.WithValue(r.Context(), httpsKey{}, len(schemes) > 0 && strings.EqualFold(schemes[len(schemes)-1], "https")))
		r.RemoteAddr = netip.AddrPortFrom(farthest(trusted, peer.Addr(), listed(r.Header, "X-Forwarded-For")), 0).String()
		next.ServeHTTP(w, r)
	})
}

// farthest is the right-most hop that is no trusted proxy: what stands left of it is
// what the client itself wrote. Words that are no address end the walk at the hop
// before.
func farthest(trusted []netip.Prefix, peer netip.Addr, hops []string) netip.Addr {
	for _, hop := range slices.Backward(hops) {
		at, err := netip.ParseAddr(strings.Trim(hop, "[]"))
		if with, port := netip.ParseAddrPort(hop); port == nil {
			at, err = with.Addr(), nil
		}
		if err != nil {
			break
		}
		if peer = at; !within(trusted, at) {
			break
		}
	}
	return peer
}

func within(all []netip.Prefix, ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	return slices.ContainsFunc(all, func(p netip.Prefix) bool { return p.Contains(ip) })
}

// listed is a header that is a list, of all its lines.
func listed(h http.Header, name string) []string {
	var out []string
	for _, line := range h.Values(name) {
		for part := range strings.SplitSeq(line, ",") {
			out = append(out, strings.TrimSpace(part))
		}
	}
	return out
}

// forwarding are headers that only proxies send.
var forwarding = []string{"Forwarded", "X-Forwarded-For", "X-Real-Ip"}

// unforwarded refuses what a proxy hands on where no account is needed: whoever
// reaches the proxy would be taken for who sits at this machine.
func unforwarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if slices.ContainsFunc(forwarding, func(name string) bool { return r.Header.Get(name) != "" }) {
			refuse(w, r, http.StatusForbidden, "this came through a proxy, and these pages are for this machine only", pages.Mend{Words: "start hearsay serve with --trusted-proxy and the proxy's address: then accounts are asked for"})
			return
		}
		next.ServeHTTP(w, r)
	})
}
