package web

import (
	"crypto/tls"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"golang.org/x/time/rate"
)

func proxies(t *testing.T, list ...string) []netip.Prefix {
	t.Helper()
	all, err := ParseProxies(list)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestProxiesAreAddressesAndNetworks(t *testing.T) {
	for text, want := range map[string]string{"127.0.0.1": "127.0.0.1/32", "10.1.2.3/8": "10.0.0.0/8", "::1": "::1/128", "::ffff:10.0.0.7": "10.0.0.7/32", "fd00::/8": "fd00::/8"} {
		if got := proxies(t, text)[0].String(); got != want {
			t.Errorf("%s is read as %s", text, got)
		}
	}
	for _, text := range []string{"", "proxy.example", "10.0.0.7:80", "0.0.0.0/0", "::/0", "10.0.0.0/33", "fe80::1%eth0"} {
		if all, err := ParseProxies([]string{text}); err == nil {
			t.Errorf("%q is taken for a proxy: %v", text, all)
		}
	}
}

// Whom a request comes from is told by trusted proxies only, and never by what the
// client wrote left of them.
func TestOnlyTrustedProxiesTellWhoAsks(t *testing.T) {
	trusted := proxies(t, "127.0.0.1", "::1", "10.0.0.0/8")
	for name, c := range map[string]struct {
		peer  string
		lines []string
		proto string
		want  string
		https bool
	}{
		"proxy":                         {"127.0.0.1:9", []string{"198.51.100.7"}, "https", "198.51.100.7", true},
		"proxy by IPv6":                 {"[::1]:9", []string{"198.51.100.7"}, "HTTPS", "198.51.100.7", true},
		"proxy, mapped":                 {"[::ffff:127.0.0.1]:9", []string{"198.51.100.7"}, "https", "198.51.100.7", true},
		"stranger":                      {"203.0.113.5:9", []string{"198.51.100.7"}, "https", "203.0.113.5", false},
		"stranger says loopback":        {"203.0.113.5:9", []string{"127.0.0.1"}, "https", "203.0.113.5", false},
		"client wrote one too":          {"127.0.0.1:9", []string{"192.0.2.1, 198.51.100.7"}, "http", "198.51.100.7", false},
		"client wrote a line":           {"127.0.0.1:9", []string{"192.0.2.1", "198.51.100.7"}, "", "198.51.100.7", false},
		"client wrote a trusted one":    {"127.0.0.1:9", []string{"10.0.0.9, 198.51.100.7"}, "https", "198.51.100.7", true},
		"two proxies":                   {"127.0.0.1:9", []string{"192.0.2.1, 198.51.100.7, 10.0.0.9"}, "https", "198.51.100.7", true},
		"all trusted":                   {"127.0.0.1:9", []string{"10.0.0.8, 10.0.0.9"}, "https", "10.0.0.8", true},
		"no header":                     {"127.0.0.1:9", nil, "", "127.0.0.1", false},
		"empty":                         {"127.0.0.1:9", []string{""}, "https", "127.0.0.1", true},
		"no address":                    {"127.0.0.1:9", []string{"198.51.100.7, unknown"}, "https", "127.0.0.1", true},
		"no address behind a proxy":     {"127.0.0.1:9", []string{"198.51.100.7, <script>, 10.0.0.9"}, "https", "10.0.0.9", true},
		"with a port":                   {"127.0.0.1:9", []string{"198.51.100.7:4711"}, "https", "198.51.100.7", true},
		"IPv6 with a port":              {"127.0.0.1:9", []string{"[2001:db8::7]:4711"}, "https", "2001:db8::/64", true},
		"IPv6 in brackets":              {"127.0.0.1:9", []string{"[2001:db8::7]"}, "https", "2001:db8::/64", true},
		"IPv6 with a zone":              {"127.0.0.1:9", []string{"fe80::1%eth0"}, "https", "fe80::/64", true},
		"mapped":                        {"127.0.0.1:9", []string{"::ffff:198.51.100.7"}, "https", "198.51.100.7", true},
		"the client's scheme, then its": {"127.0.0.1:9", []string{"198.51.100.7"}, "https, http", "198.51.100.7", false},
		"no such scheme":                {"127.0.0.1:9", []string{"198.51.100.7"}, "https://", "198.51.100.7", false},
		"ten thousand hops":             {"127.0.0.1:9", []string{strings.Repeat("10.0.0.9,", 10_000) + "198.51.100.7"}, "https", "198.51.100.7", true},
	} {
		t.Run(name, func(t *testing.T) {
			r := httptest.NewRequest(http.MethodGet, "/", nil)
			r.RemoteAddr, r.Header["X-Forwarded-For"] = c.peer, c.lines
			r.Header.Set("X-Forwarded-Proto", c.proto)
			r.Header.Set("Forwarded", `for=192.0.2.99;proto=https`)
			r.Header.Set("X-Real-IP", "192.0.2.99")
			behindProxies(trusted, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
				if got, https := client(r), (&Server{}).https(r); got != c.want || https != c.https {
					t.Errorf("asked by %s, by https: %t; not by %s, %t", got, https, c.want, c.https)
				}
			})).ServeHTTP(httptest.NewRecorder(), r)
		})
	}
}

func TestHTTPSOfThisServerNeedsNoProxy(t *testing.T) {
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	if (&Server{}).https(r) {
		t.Error("a plain request is taken for one by https")
	}
	if r.TLS = new(tls.ConnectionState); !(&Server{}).https(r) || !(&Server{Options: Options{Secure: true}}).https(httptest.NewRequest(http.MethodGet, "/", nil)) {
		t.Error("a request by https is not taken for one")
	}
}

// hop sends a request as a proxy would, and gives the answer's status and cookies.
func hop(t *testing.T, address, from, proto string, form url.Values) (int, []*http.Cookie) {
	t.Helper()
	r, err := http.NewRequest(http.MethodPost, address, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("X-Forwarded-For", from)
	r.Header.Set("X-Forwarded-Proto", proto)
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	return answer.StatusCode, answer.Cookies()
}

func TestBehindAProxyEachReaderHasItsOwnLimitsAndASecureCookie(t *testing.T) {
	_, _, s := newsroomOf(t)
	s.Proxies = proxies(t, "127.0.0.1")
	s.gate.tries = newLimiters(rate.Every(time.Hour), tryBurst)
	served := httptest.NewServer(s.Handler())
	defer served.Close()
	last := 0
	for i := range tryBurst + 1 {
		last, _ = hop(t, served.URL+"/signin", "192.0.2."+string(rune('1'+i))+", 198.51.100.7", "https", signIn("Nobody "+string(rune('a'+i)), "guess number one"))
	}
	if last != http.StatusTooManyRequests {
		t.Errorf("who writes other addresses before its own is answered %d", last)
	}
	status, cookies := hop(t, served.URL+"/signin", "198.51.100.8", "https", signIn("Ada", "four words of Ada"))
	if status != http.StatusSeeOther || len(cookies) != 1 || !cookies[0].Secure {
		t.Errorf("another reader by https is answered %d with %v", status, cookies)
	}
	status, cookies = hop(t, served.URL+"/signin", "198.51.100.9", "http", signIn("Bo", "four words of Bo"))
	if status != http.StatusSeeOther || len(cookies) != 1 || cookies[0].Secure {
		t.Errorf("another reader by http is answered %d with %v", status, cookies)
	}
	_, cookies = hop(t, served.URL+"/language", "198.51.100.8", "https", url.Values{"language": {"ru"}})
	if len(cookies) == 0 || !cookies[0].Secure {
		t.Errorf("a chosen language is kept as %v", cookies)
	}
}

// A proxy that somebody put before pages without accounts would make an editor of
// everybody who reaches it.
func TestPagesWithoutAccountsAreHandedOnByNoProxy(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	for _, name := range []string{"", "X-Forwarded-For", "Forwarded", "X-Real-IP"} {
		for _, path := range []string{"/", "/api/v1/statements"} {
			r := httptest.NewRequest(http.MethodGet, path, nil)
			r.Host = "127.0.0.1"
			want := http.StatusOK
			if name != "" {
				r.Header.Set(name, "198.51.100.7")
				want = http.StatusForbidden
			}
			w := httptest.NewRecorder()
			s.Handler().ServeHTTP(w, r)
			if w.Code != want || name != "" && strings.Contains(w.Body.String(), "Nina Koval") {
				t.Errorf("%s with %q is answered %d:\n%s", path, name, w.Code, w.Body)
			}
		}
	}
}
