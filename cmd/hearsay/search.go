package main

import (
	"bufio"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

type search struct {
	archive archiveFlag
	format  string
	limit   int
	order   string
}

func newSearch() *cobra.Command {
	var x search
	cmd := &cobra.Command{
		Use:   "search QUERY…",
		Short: "Find statements in the archive",
		Long: `search finds statements by words, "phrases", word* and operators, each with - before
it to leave out: speaker: about: outlet: lang: before: after: kind: polarity:
voice: reviewed: case: claim: is:origin is:copy. Values with spaces stand in
quotation marks: speaker:"Ada Quill".
speaker: and about: find a person under every name that is confirmed, by one of
the names or by an id such as person:ada-quill; with = before the value, as in
speaker:="Tokaev" or about:="Tokaev", that spelling only, with its capitals and
accents; with == whoever is listed under just that name, as facets count them;
speaker:~ and about:~ names that are only suggested to be theirs. Where
nobody is named so, names are taken that are it in another script or spelling,
and listed.
The outlets' own sentences are found with voice:outlet only.`,
		DisableFlagsInUseLine: true,
		RunE:                  func(cmd *cobra.Command, words []string) error { return x.run(cmd, words) },
	}
	cmd.Flags().StringVar(&x.format, "format", "table", "table, jsonl or csv")
	cmd.Flags().StringVar(&x.order, "order", "newest", "newest, oldest or best (by how well the words fit)")
	cmd.Flags().IntVar(&x.limit, "limit", store.DefaultLimit, "at most this many statements; 0 for all")
	x.archive.register(cmd)
	return cmd
}

func (x *search) run(cmd *cobra.Command, words []string) (err error) {
	q, err := store.ParseQuery(strings.Join(words, " "))
	if err != nil {
		return err
	}
	if x.limit < 0 {
		return news.Errorf(news.Usage, "--limit", "take 0 for all", "the limit is below nothing")
	}
	order, err := store.ParseOrder(x.order)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	w, err := newHitWriter(out, x.format, columns(cmd))
	if err != nil {
		return err
	}
	a, err := x.archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	n, more, ids, err := x.print(cmd, a, q, order, w)
	if err != nil {
		return err
	}
	if err := errors.Join(w.close(), out.Flush()); err != nil {
		return err
	}
	origins, err := a.OriginsAmong(cmd.Context(), ids)
	if err != nil {
		return err
	}
	fmt.Fprintln(cmd.ErrOrStderr(), foundWords(n, more, order, inWords(len(ids), origins)))
	return nil
}

func (x *search) print(cmd *cobra.Command, a *store.Archive, q store.Query, order store.Order, w hitWriter) (n int, more bool, ids []string, err error) {
	singles := a.Singles()
	for page := (store.Page{Order: order}); ; {
		page.Limit = store.MaxLimit
		if x.limit > 0 {
			page.Limit = min(store.MaxLimit, x.limit-n)
		}
		r, err := a.Search(cmd.Context(), q, page)
		if err != nil {
			return n, false, nil, err
		}
		if page.After == "" {
			tellRespelt(cmd, r.Respelt)
		}
		for i := range r.Hits {
			one, err := singles.Speaks(cmd.Context(), &r.Hits[i])
			if err == nil {
				err = w.hit(&r.Hits[i], one)
			}
			if err != nil {
				return n, false, nil, err
			}
			ids = append(ids, r.Hits[i].Article.ID)
		}
		n += len(r.Hits)
		if r.Next == "" || x.limit > 0 && n >= x.limit {
			slices.Sort(ids)
			return n, r.Next != "", slices.Compact(ids), nil
		}
		page.After = r.Next
	}
}

// tellRespelt says which names were taken for those asked for.
func tellRespelt(cmd *cobra.Command, all []store.Respelt) {
	for _, r := range all {
		fmt.Fprintln(cmd.ErrOrStderr(), wire.Printable(fmt.Sprintf("nobody here is spelled “%s”; found by another spelling: %s", r.Asked, strings.Join(r.Names, ", "))))
	}
}

// inWords says in how many articles statements stand, and of how many origins
// those are.
func inWords(articles, origins int) string {
	if articles == 0 {
		return ""
	}
	return fmt.Sprintf(" in %s, %s", wording.Count(articles, "article"), wording.Count(origins, "origin"))
}

func foundWords(n int, more bool, order store.Order, in string) string {
	switch {
	case more:
		return fmt.Sprintf("the %s %s%s; there are more (--limit 0 for all)", order, wording.Count(n, "statement"), in)
	case n == 0:
		return "0 statements found by these rules: fewer words, another spelling, or the outlets' own sentences (voice:outlet) may help"
	}
	return wording.Count(n, "statement") + in
}
