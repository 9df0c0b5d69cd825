package main

import (
	"bufio"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/spread"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

type spreading struct {
	archive archiveFlag
	of      store.SpreadOf
	claim   string
	way     string
	owners  bool
	limit   int
	format  string
	json    bool
}

func newSpread() *cobra.Command {
	var x spreading
	cmd := &cobra.Command{
		Use:   "spread [QUERY…]",
		Short: "Who carried whose words, outlet by outlet, and whether they name their source",
		Long: `spread counts the articles of one outlet that carry words of another's: those that
name it as their source, those that name none, and those of which only the words
tell: which had them first is not known, or both quote a third. What is only
machine-suggested is counted apart.

With a query, as search takes it, only articles with a statement that it finds
are counted; with --outlet what leads to that outlet or from it.`,
		DisableFlagsInUseLine: true,
		RunE:                  func(cmd *cobra.Command, words []string) error { return x.run(cmd, strings.Join(words, " ")) },
	}
	f := cmd.Flags()
	f.StringArrayVar(&x.of.Outlets, "outlet", nil, "only what leads to this outlet or from it; several may be given")
	f.StringVar(&x.claim, "claim", "", "only articles that tell the claim with this id")
	f.StringVar(&x.of.After, "after", "", "only articles of this date or later: 2022, 2022-03, 2022-03-06")
	f.StringVar(&x.of.Before, "before", "", "only articles of an earlier date")
	f.StringVar(&x.way, "way", "", "only credited, uncredited or by-words")
	f.BoolVar(&x.of.Sure, "confirmed", false, "leave out what is only machine-suggested")
	f.BoolVar(&x.owners, "owners", false, "outlets of one owner as one; see hearsay outlets")
	f.IntVar(&x.limit, "limit", 40, "at most this many lines, the most frequent; 0 for all")
	f.StringVar(&x.format, "format", "table", "table or json")
	f.BoolVar(&x.json, "json", false, "the same as --format json")
	x.archive.register(cmd)
	return cmd
}

func (x *spreading) run(cmd *cobra.Command, query string) (err error) {
	if err := x.check(query); err != nil {
		return err
	}
	a, err := x.archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	s, err := a.Spread(cmd.Context(), x.of)
	if err != nil {
		return err
	}
	var o spread.Options
	if x.owners {
		o.Groups = s.Groups
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	told := wire.NewSpread(s, spread.Of(s.Counts, o), x.limit)
	if x.format == "json" {
		err = wire.NewEncoder(out).Encode(told)
	} else {
		told.Write(out)
	}
	return errors.Join(err, out.Flush())
}

// check reads what is asked for.
func (x *spreading) check(query string) (err error) {
	if x.json {
		x.format = "json"
	}
	switch {
	case x.format != "table" && x.format != "json":
		return news.Errorf(news.Usage, "--format "+x.format, "take table or json", "no such format")
	case x.limit < 0:
		return news.Errorf(news.Usage, fmt.Sprint("--limit ", x.limit), "count from 0", "below nothing")
	case x.limit == 0:
		x.limit = math.MaxInt
	}
	if x.way != "" {
		w, known := spread.WayNamed(x.way)
		if !known {
			return news.Errorf(news.Usage, "--way "+x.way, "take credited, uncredited or by-words", "no such way")
		}
		x.of.Ways = []spread.Way{w}
	}
	if x.of.Query, err = store.ParseQuery(query); err == nil && x.claim != "" {
		x.of.Query = x.of.Query.With(store.Term{Operator: store.ClaimOf, Value: x.claim})
	}
	return err
}
