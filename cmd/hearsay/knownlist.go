package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

func newKnownList() *cobra.Command {
	return newLister("What was added, by id; as JSON Lines it can be added to another archive", "no list was added: hearsay known add FILE; hearsay known find NAME asks what is known from the start",
		func(ctx context.Context, a *store.Archive) ([]store.Listed, error) { return a.Listed(ctx) },
		func(l *store.Listed) string { return string(l.Line()) },
		func(out io.Writer, l *store.Listed) { writeKnown(out, &l.Entry, l.File) })
}

// shownNames is how many names of an entry a line shows.
const shownNames = 8

// writeKnown prints an entry on a line, its note on another.
func writeKnown(out io.Writer, e *known.Entry, from string) {
	kind := string(e.Kind)
	if e.Role != 0 {
		kind = e.Role.String()
	}
	names := strings.Join(e.Names[:min(len(e.Names), shownNames)], ", ")
	if more := len(e.Names) - shownNames; more > 0 {
		names += fmt.Sprintf(" and %d more", more)
	}
	fmt.Fprintln(out, wire.Printable(fmt.Sprintf("%s  %s  %s  (%s)", e.ID, kind, names, from)))
	if e.Note != "" {
		fmt.Fprintln(out, wire.Printable("    "+e.Note))
	}
}

func newKnownFind() *cobra.Command {
	var archive archiveFlag
	cmd := &cobra.Command{
		Use:   "find NAME|ID",
		Short: "What goes by a name: what was added first, then what is known from the start",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, words []string) error {
			return findKnown(cmd, &archive, strings.Join(words, " "))
		},
	}
	archive.register(cmd)
	return cmd
}

func findKnown(cmd *cobra.Command, archive *archiveFlag, name string) error {
	if strings.TrimSpace(name) == "" {
		return news.Errorf(news.Usage, "known find", "give a name", "no name is given")
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	found, err := listedAs(cmd, archive, name)
	if err != nil {
		return err
	}
	for i := range found {
		writeKnown(out, &found[i].Entry, found[i].File)
	}
	base := known.Named(name)
	if e, ok := known.Get(name); ok {
		base = []known.Entry{e}
	}
	for i := range base {
		writeKnown(out, &base[i], "known from the start")
	}
	if len(found)+len(base) == 0 {
		return notKnown(name)
	}
	return out.Flush()
}

// notKnown says what is known at all, and how to add to it.
func notKnown(name string) error {
	line, err := json.Marshal(struct {
		Names []string        `json:"names"`
		Kind  news.EntityKind `json:"kind"`
	}{[]string{name}, news.Person})
	if err != nil {
		return err
	}
	return news.Errorf(news.NotFound, name, "add who or what it is: put the line "+string(line)+", with all its spellings, into a file, then hearsay known add FILE; hearsay who finds who is in your own articles",
		"not known by this name: known from the start are states, capitals, cities, regions, peoples and some organisations, and no people")
}

// listedAs gives what was added by a name; an archive that is not there holds
// nothing.
func listedAs(cmd *cobra.Command, archive *archiveFlag, name string) ([]store.Listed, error) {
	a, err := archive.open(cmd, false)
	if news.FaultOf(err) == news.NotFound {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	found, err := a.ListedAs(cmd.Context(), name)
	return found, errors.Join(err, a.Close())
}

func newKnownRemove() *cobra.Command {
	var archive archiveFlag
	cmd := &cobra.Command{
		Use:   "remove ID|NAME…",
		Short: "Take back what was added, by id or by a name that only one entry has",
		Args:  someArgs("known remove", 1, maxFiles, "an id or a name, see hearsay known list"),
		RunE:  func(cmd *cobra.Command, words []string) error { return removeKnown(cmd, &archive, words) },
	}
	archive.register(cmd)
	return cmd
}

func removeKnown(cmd *cobra.Command, archive *archiveFlag, words []string) (err error) {
	a, err := archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	var ids []string
	for _, w := range words {
		id, err := knownID(cmd, a, w)
		if err != nil {
			return err
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if err := keep.Strike(cmd.Context(), a, ids, keep.Watch{}); err != nil {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "%d removed from %s\n", len(ids), a.Path())
	return nil
}

// isWikidata reports whether a word is an id of Wikidata, as people write it.
func isWikidata(word string) bool {
	digits, q := strings.CutPrefix(word, "Q")
	return q && digits != "" && strings.Trim(digits, "0123456789") == ""
}

// knownID is the id of what goes by a name; what no entry goes by is taken for
// an id.
func knownID(cmd *cobra.Command, a *store.Archive, word string) (string, error) {
	found, err := a.ListedAs(cmd.Context(), word)
	switch {
	case err != nil:
		return "", err
	case len(found) == 0 && isWikidata(word):
		return "wikidata:" + word, nil
	case len(found) == 0:
		return word, nil
	case len(found) == 1:
		return found[0].ID, nil
	}
	var ids []string
	for _, l := range found {
		ids = append(ids, l.ID)
	}
	return "", news.Errorf(news.Usage, word, "take one of the ids "+strings.Join(ids, ", "), "several go by this name")
}
