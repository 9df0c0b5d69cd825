package main

import (
	"encoding/csv"
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
	left := 0
	err := a.EachEntity(cmd.Context(), func(r store.EntityRow) error {
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

// tellLeftOut says how many were left out, and how to have them.
func tellLeftOut(cmd *cobra.Command, n int, what string) {
	if n > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "left out: %d %s (--single-origin keep prints them)\n", n, what)
	}
}

func entityLines(out io.Writer) (put func(wire.EntityRow) error, flush func() error) {
	enc := wire.NewEncoder(out)
	return func(e wire.EntityRow) error { return enc.Encode(e) }, func() error { return nil }
}

func entitySheet(out io.Writer) (put func(wire.EntityRow) error, flush func() error) {
	w := csv.NewWriter(out)
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
	}, func() error { w.Flush(); return w.Error() }
}
