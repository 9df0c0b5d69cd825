package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
)

// exportEntities prints every entity, by id; people of one origin only where
// they are to be kept.
func (x *export) exportEntities(cmd *cobra.Command, a *store.Archive, out io.Writer) error {
	put, flush := entityLines(out)
	if x.format == "csv" {
		put, flush = entitySheet(out)
	}
	only, err := x.named(cmd, a)
	if err != nil {
		return err
	}
	left := 0
	err = a.EachEntity(cmd.Context(), func(r store.EntityRow) error {
		if only != nil && !only[r.ID] {
			return nil
		}
		if r.OneOrigin && x.people != keepPeople {
			left++
			return nil
		}
		return put(wire.NewEntityRow(r))
	})
	if err != nil {
		return err
	}
	tellLeftOut(cmd, left, "people whom one text only names")
	return flush()
}

// named are the entities that the articles of a query name; nil without one.
func (x *export) named(cmd *cobra.Command, a *store.Archive) (map[string]bool, error) {
	if x.only == nil {
		return nil, nil
	}
	out := map[string]bool{}
	for s, err := range x.articles(cmd, a) {
		if err != nil {
			return nil, err
		}
		refs, err := a.Named(cmd.Context(), s)
		if err != nil {
			return nil, err
		}
		for _, r := range refs {
			out[r.ID] = true
		}
	}
	return out, nil
}

// tellLeftOut says how many were left out, and how to have them.
func tellLeftOut(cmd *cobra.Command, n int, what string) {
	if n > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "left out: %s: %d (--single-origin keep prints them)\n", what, n)
	}
}

func entityLines(out io.Writer) (put func(wire.EntityRow) error, flush func() error) {
	enc := wire.NewEncoder(out)
	return func(e wire.EntityRow) error { return enc.Encode(e) }, func() error { return nil }
}

func entitySheet(out io.Writer) (put func(wire.EntityRow) error, flush func() error) {
	w := wire.NewSheet(out)
	w.Write([]string{"id", "name", "kind", "names", "suggested", "articles", "origins", "single_origin", "decided"})
	return func(e wire.EntityRow) error {
		var names [2][]string
		for _, n := range e.Names {
			suggested := 0
			if n.Status != wire.Status(true) {
				suggested = 1
			}
			names[suggested] = append(names[suggested], n.Name)
		}
		return w.Write([]string{e.ID, e.Name, e.Kind, strings.Join(names[0], " | "), strings.Join(names[1], " | "), strconv.Itoa(e.Articles), strconv.Itoa(e.Origins),
			strconv.FormatBool(e.OneOrigin), strconv.FormatBool(e.Decided)})
	}, w.Flush
}
