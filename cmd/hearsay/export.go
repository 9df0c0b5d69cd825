package main

import (
	"bufio"
	"errors"
	"io"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

type export struct {
	archive archiveFlag
	format  string
	what    string
	outlet  bool
	people  string // what becomes of people of one origin
	left    int    // statements or mentions of them left out

	singles *store.Singles
	only    store.Found // what a query found, nil without one
}

// What may become of people of one origin.
const (
	keepPeople  = "keep"
	leavePeople = "leave-out"
)

func newExport() *cobra.Command {
	var x export
	cmd := &cobra.Command{
		Use:   "export [QUERY…]",
		Short: "Print all statements, mentions, entities or copies of the archive, or those a query finds",
		Long: `export prints every statement of the archive, or every mention of a name, ordered
by article id, then by place in the text; or every entity, by id; or which
article carries the words of which, by the id of the one that carries them. The same
articles and decisions give the same statements, and the same mentions together
under one entity, in whatever order they came. An entity's id is handed out once
and kept: it tells of the name that came first.

In CSV a cell that a spreadsheet would take for a formula begins with an
apostrophe; JSON Lines have it as it is.

What a person hid is left out. Somebody whom one text only names and nobody has
decided anything about is marked single_origin; they are left out of entities,
and with --single-origin leave-out of mentions and as speakers of statements.

With a query, as search takes it, the statements it finds are printed; of
mentions and entities those of the articles in which it finds any, of copies
those that have such an article at either end.`,
		DisableFlagsInUseLine: true,
		RunE:                  func(cmd *cobra.Command, words []string) error { return x.run(cmd, strings.Join(words, " ")) },
	}
	cmd.Flags().StringVar(&x.format, "format", "jsonl", "jsonl or csv")
	cmd.Flags().StringVar(&x.what, "what", "statements", "statements, mentions, entities or copies")
	cmd.Flags().StringVar(&x.people, "single-origin", "", "people named in one text only: keep or leave-out; entities leave them out, statements and mentions keep them")
	cmd.Flags().BoolVar(&x.outlet, "outlet", false, "the outlets' own sentences too")
	x.archive.register(cmd)
	return cmd
}

// exporter prints what of an article is exported.
type exporter func(*store.Stored) error

func (x *export) run(cmd *cobra.Command, query string) (err error) {
	out := bufio.NewWriter(cmd.OutOrStdout())
	a, err := x.archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	if err := x.check(); err != nil {
		return err
	}
	x.singles = a.Singles()
	if err := x.find(cmd, a, query); err != nil {
		return err
	}
	switch x.what {
	case "entities":
		return errors.Join(x.exportEntities(cmd, a, out), out.Flush())
	case "copies":
		return errors.Join(x.exportCopies(cmd, a, out), out.Flush())
	}
	print, flush, err := x.exporter(cmd, a, out)
	if err != nil {
		return err
	}
	for s, err := range x.articles(cmd, a) {
		if err != nil {
			return err
		}
		if err := print(s); err != nil {
			return err
		}
	}
	tellLeftOut(cmd, x.left, x.what+" of people whom one text only names")
	return errors.Join(flush(), out.Flush())
}

// find asks the query, if there is one.
func (x *export) find(cmd *cobra.Command, a *store.Archive, query string) error {
	q, err := store.ParseQuery(query)
	if err != nil || len(q.Terms) == 0 {
		return err
	}
	x.outlet = x.outlet || q.AsksOutlets()
	x.only, err = a.FindAll(cmd.Context(), q)
	return err
}

// articles are those that are exported, by id.
func (x *export) articles(cmd *cobra.Command, a *store.Archive) iter.Seq2[*store.Stored, error] {
	if x.only == nil {
		return a.Articles(cmd.Context())
	}
	return func(yield func(*store.Stored, error) bool) {
		for _, id := range slices.Sorted(maps.Keys(x.only)) {
			if s, err := a.Article(cmd.Context(), id); !yield(s, err) || err != nil {
				return
			}
		}
	}
}

func (x *export) check() error {
	switch {
	case x.people != "" && x.people != keepPeople && x.people != leavePeople:
		return news.Errorf(news.Usage, "--single-origin "+x.people, "take keep or leave-out", "no such choice")
	case x.what == "entities" && x.format != "jsonl" && x.format != "json" && x.format != "csv":
		return x.noSuchForm()
	}
	return nil
}

func (x *export) noSuchForm() error {
	return news.Errorf(news.Usage, "export", "take --what statements, mentions, entities or copies, --format jsonl or csv", "no such form")
}

func (x *export) exporter(cmd *cobra.Command, a *store.Archive, out io.Writer) (exporter, func() error, error) {
	none := func() error { return nil }
	switch x.what + " " + x.format {
	case "statements jsonl", "statements json":
		enc := wire.NewEncoder(out)
		return x.statements(cmd, a, func(e exported) error { return enc.Encode(e.Exported) }), none, nil
	case "statements csv":
		return x.statementSheet(cmd, a, out)
	case "mentions jsonl", "mentions json":
		enc := wire.NewEncoder(out)
		return x.mentions(cmd, a, func(m mention) error { return enc.Encode(m) }), none, nil
	case "mentions csv":
		return x.mentionSheet(cmd, a, out)
	}
	return nil, nil, x.noSuchForm()
}

// exported is a statement and the article it stands in.
type exported struct {
	wire.Exported
	of *news.Article
}

// statements exports an article's statements, each by do; speakers whom a person
// hid are withheld.
func (x *export) statements(cmd *cobra.Command, a *store.Archive, do func(exported) error) exporter {
	ctx := cmd.Context()
	return func(s *store.Stored) error {
		speakers, err := a.Speakers(ctx, s)
		if err != nil {
			return err
		}
		if err := a.Withhold(ctx, s); err != nil {
			return err
		}
		claims, err := a.ClaimsOf(ctx, s.ID)
		if err != nil {
			return err
		}
		for _, st := range wire.NewStatements(s.Article, x.outlet) {
			if x.only != nil && !x.only[s.ID][st.Number] {
				continue
			}
			who := wire.NewEntityRef(speakers[st.Number])
			one := false
			if who != nil {
				if one, err = x.singles.Has(ctx, who.ID); err != nil {
					return err
				}
			}
			if one && x.people == leavePeople {
				x.left++
				continue
			}
			if err := do(exported{wire.NewExported(s.ID, st, who, claims[st.Number], one), s.Article}); err != nil {
				return err
			}
		}
		return nil
	}
}

// statementSheet is the statements as CSV: the columns of extract and two more.
func (x *export) statementSheet(cmd *cobra.Command, a *store.Archive, out io.Writer) (exporter, func() error, error) {
	w := wire.NewSheet(out)
	err := w.Write(append(slices.Clone(wire.SheetColumns), "single_origin", "speaker_withheld"))
	return x.statements(cmd, a, func(e exported) error {
		row := append([]string{e.Article, e.of.Outlet.Value, e.of.Title.Value, e.of.Published.Value}, wire.SheetRow(e.Statement)...)
		return w.Write(append(row, strconv.FormatBool(e.One), e.Withheld))
	}), w.Flush, err
}

func (x *export) mentionSheet(cmd *cobra.Command, a *store.Archive, out io.Writer) (exporter, func() error, error) {
	w := wire.NewSheet(out)
	err := w.Write([]string{"article", "start", "end", "text", "entity", "status", "single_origin"})
	return x.mentions(cmd, a, func(m mention) error { return w.Write(m.row()) }), w.Flush, err
}
