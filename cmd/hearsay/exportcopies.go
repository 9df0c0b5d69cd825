package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

// exportCopies prints which article carries words of which, by the id of the one
// that carries them.
func (x *export) exportCopies(cmd *cobra.Command, a *store.Archive, out io.Writer) error {
	if x.format != "jsonl" && x.format != "json" {
		return news.Errorf(news.Usage, "export", "take --format jsonl", "copies have no other form")
	}
	enc := wire.NewEncoder(out)
	return a.EachCopy(cmd.Context(), func(c news.Copy) error {
		if x.only != nil && x.only[c.From] == nil && x.only[c.To] == nil {
			return nil
		}
		from, err := a.Text(cmd.Context(), c.From)
		if err != nil {
			return err
		}
		to, err := a.Text(cmd.Context(), c.To)
		if err != nil {
			return err
		}
		origin, err := a.Origins(cmd.Context(), []string{c.To})
		if err != nil {
			return err
		}
		return enc.Encode(wire.ExportedCopy{Copy: wire.NewCopy(c, from, to), Origin: origin[c.To]})
	})
}
