package main

import (
	"net"
	"testing"
)

// What serve prints is an address that a browser can ask for.
func TestServeTellsAnAddressToAskFor(t *testing.T) {
	for _, c := range []struct {
		at    string
		hosts []string
		cert  string
		want  string
	}{
		{"127.0.0.1:8474", nil, "", "http://127.0.0.1:8474/"},
		{"[::1]:8474", nil, "", "http://[::1]:8474/"},
		{"[::]:8474", nil, "", "http://127.0.0.1:8474/"},
		{"0.0.0.0:8474", []string{"newsroom.example", "other.example"}, "cert.pem", "https://newsroom.example:8474/"},
		{"10.0.0.7:80", []string{"newsroom.example"}, "", "http://10.0.0.7:80/"},
	} {
		at, err := net.ResolveTCPAddr("tcp", c.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := (&serving{hosts: c.hosts, cert: c.cert}).address(at); got != c.want {
			t.Errorf("at %s for %v: %s, not %s", c.at, c.hosts, got, c.want)
		}
	}
}
