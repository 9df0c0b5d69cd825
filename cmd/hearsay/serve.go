package main

import (
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"strings"

	"github.com/cli/browser"
	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/api"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

// defaultAddr is this machine only, on a port few programs take.
const defaultAddr = "127.0.0.1:8474"

type serving struct {
	archive archiveFlag
	input   inputFlags
	addr    string
	open    bool
	hosts   []string
	proxies []string
	cert    string
	key     string
	openapi bool
}

func newServe() *cobra.Command {
	var x serving
	cmd := &cobra.Command{
		Use:   "serve [PATH…]",
		Short: "The pages, on this machine; reads PATHs into the archive first",
		Long: `serve shows the archive as pages on 127.0.0.1: statements to search, articles with
their voices marked, names with what they said. Given PATHs, it adds them first,
as add does. It asks nothing of any other machine, and answers this one only
unless --addr names another address: then only those with an account are let in
(hearsay account --help), and --host names what their browsers ask for. Give a
certificate with --tls-cert and --tls-key, or put a server in front that has one
and name its address by --trusted-proxy: then accounts are asked for at 127.0.0.1
too, whom it names in X-Forwarded-For is told apart, and cookies are sent by https
where it says so in X-Forwarded-Proto. From any other address these are not read.`,
		RunE: func(cmd *cobra.Command, paths []string) error { return x.run(cmd, paths) },
	}
	cmd.Flags().StringVar(&x.addr, "addr", defaultAddr, "the `ADDRESS` to answer on; port 0 takes any")
	cmd.Flags().BoolVar(&x.open, "open", false, "open the pages in the browser")
	cmd.Flags().StringSliceVar(&x.hosts, "host", nil, "a `NAME` by which other machines ask for the pages")
	cmd.Flags().StringSliceVar(&x.proxies, "trusted-proxy", nil, "the `ADDRESS` or network of a proxy in front, whose word is taken for who asks")
	cmd.Flags().StringVar(&x.cert, "tls-cert", "", "a certificate's `FILE`, PEM")
	cmd.Flags().StringVar(&x.key, "tls-key", "", "its key's `FILE`, PEM")
	cmd.Flags().BoolVar(&x.openapi, "openapi", false, "print the OpenAPI document of what programs may ask for, and serve nothing")
	cmd.MarkFlagsRequiredTogether("tls-cert", "tls-key")
	x.archive.register(cmd)
	x.input.register(cmd)
	return cmd
}

func (x *serving) run(cmd *cobra.Command, paths []string) (err error) {
	if x.openapi {
		return wire.NewEncoder(cmd.OutOrStdout()).Encode(api.Document())
	}
	roomToServe()
	l, err := web.Listen(x.addr)
	if err != nil {
		return err
	}
	defer l.Close()
	a, err := x.archive.open(cmd, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	o, err := x.options(cmd, a)
	if err != nil {
		return err
	}
	if l, err = x.secured(l); err != nil {
		return err
	}
	if err := x.add(cmd, a, paths); err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), &slog.HandlerOptions{Level: slog.LevelWarn}))
	s, err := web.New(cmd.Context(), a, log, o)
	if err != nil {
		return err
	}
	address := x.address(l.Addr())
	fmt.Fprintf(cmd.OutOrStdout(), "%s shows %s; stop with Ctrl-C\n", address, a.Path())
	if x.open {
		openBrowser(cmd, address)
	}
	return s.Serve(cmd.Context(), l)
}

// options say who is let in: whoever is at this machine, or those with an account.
func (x *serving) options(cmd *cobra.Command, a *store.Archive) (web.Options, error) {
	proxies, err := web.ParseProxies(x.proxies)
	o := web.Options{Secure: x.cert != "", Proxies: proxies}
	if err != nil {
		return o, err
	}
	if web.Local(x.addr) && len(proxies) == 0 {
		by, err := (&deciding{}).author()
		o.Author = by
		return o, err
	}
	all, err := a.Accounts(cmd.Context())
	if err != nil {
		return o, err
	}
	if len(all) == 0 {
		return o, news.Errorf(news.Usage, x.addr, "add one: hearsay account add NAME; or take 127.0.0.1 without a proxy", "other machines reach this address, and the archive has no account")
	}
	host, _, _ := net.SplitHostPort(x.addr)
	o.Accounts, o.Hosts = true, append(x.hosts, host)
	for i := range o.Hosts {
		o.Hosts[i] = strings.ToLower(o.Hosts[i])
	}
	if len(x.hosts) == 0 && (len(proxies) > 0 || host == "" || net.ParseIP(host).IsUnspecified()) {
		fmt.Fprintln(cmd.ErrOrStderr(), "hearsay: nobody at another machine gets a page: give the names by which their browsers ask for this one by --host")
	}
	if x.cert == "" && len(proxies) == 0 {
		fmt.Fprintln(cmd.ErrOrStderr(), "hearsay: without --tls-cert passwords cross the network as they are; put a server with a certificate in front and name it by --trusted-proxy, or give one")
	}
	return o, nil
}

// secured wraps a listener in TLS where there is a certificate.
func (x *serving) secured(l net.Listener) (net.Listener, error) {
	if x.cert == "" {
		return l, nil
	}
	pair, err := tls.LoadX509KeyPair(x.cert, x.key)
	if err != nil {
		return l, news.Errorf(news.Usage, x.cert, "give the certificate and its key as PEM files", "the certificate cannot be used")
	}
	return tls.NewListener(l, &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12, NextProtos: []string{"http/1.1"}}), nil
}

// address is where a browser finds the pages: an address that stands for all of this
// machine's is none to ask for.
func (x *serving) address(at net.Addr) string {
	scheme := "http"
	if x.cert != "" {
		scheme = "https"
	}
	host, port, _ := net.SplitHostPort(at.String())
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
		if len(x.hosts) > 0 {
			host = x.hosts[0]
		}
	}
	return scheme + "://" + net.JoinHostPort(host, port) + "/"
}

// add reads paths into the archive. Inputs that fail are listed and do not keep
// the pages from being shown.
func (x *serving) add(cmd *cobra.Command, a *store.Archive, paths []string) error {
	if len(paths) == 0 {
		return nil
	}
	failed, err := newFailures(cmd.ErrOrStderr(), "")
	if err != nil {
		return err
	}
	blobs := x.input.blobs(cmd, paths)
	p, err := watched(cmd, "adding", failed, func(w keep.Watch) (keep.Progress, error) { return keep.Add(cmd.Context(), a, blobs, w) })
	fmt.Fprintf(cmd.ErrOrStderr(), "%s in %s\n", progressWords(p), a.Path())
	return err
}

func openBrowser(cmd *cobra.Command, address string) {
	browser.Stdout, browser.Stderr = io.Discard, io.Discard
	if err := browser.OpenURL(address); err != nil {
		fmt.Fprintln(cmd.ErrOrStderr(), "no browser could be started; open the address above yourself")
	}
}
