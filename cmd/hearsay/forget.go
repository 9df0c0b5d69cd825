package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

func newForget() *cobra.Command {
	var x deciding
	cmd := &cobra.Command{
		Use:   "forget ID… --reason WORDS",
		Short: "Remove articles for good; they do not come back",
		Long: `forget removes each article named: all its versions, the captures no other article
shares, its statements, names nobody else uses, and what of them stands in
indexes and free pages of the file. This cannot be undone. What is kept is a
tombstone: SHA-256 of the id, the captures and the text, your reason, you and
the time. hearsay add refuses what has one, unless you say --again. Decisions on
the article stay in the log without its words. Backups and exports made before
are not changed. The file is written anew: this takes as long as copying it.`,
		Args: someArgs("forget", 1, 10_000, "an article's id"),
		RunE: func(cmd *cobra.Command, ids []string) error { return forget(cmd, &x, ids) },
	}
	cmd.Flags().StringVar(&x.by, "by", "", "who removes it")
	cmd.Flags().StringVar(&x.reason, "reason", "", "why: it is all that will be known of it")
	x.archive.register(cmd)
	return cmd
}

func forget(cmd *cobra.Command, x *deciding, ids []string) (err error) {
	if x.reason == "" {
		return news.Errorf(news.Usage, "forget", "say why: --reason WORDS", "no reason is given")
	}
	by, err := x.author()
	if err != nil {
		return err
	}
	a, err := x.archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	if err := keep.Forget(cmd.Context(), a, ids, store.Grave{By: by, At: time.Now(), Reason: x.reason}, keep.Watch{}); err != nil {
		return err
	}
	for _, id := range ids {
		fmt.Fprintln(cmd.OutOrStdout(), wire.Printable(id)+" is forgotten")
	}
	return nil
}
