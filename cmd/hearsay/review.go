package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

type review struct {
	deciding
	limit   int
	what    string
	archive *store.Archive
	author  string
	in      *bufio.Scanner
	out     io.Writer
	at      int    // the question that is asked
	made    []made // in this sitting
}

// made is a decision and the question it answered.
type made struct {
	id string
	at int
}

func newReview() *cobra.Command {
	var x review
	cmd := &cobra.Command{
		Use:   "review",
		Short: "Go through what the rules are not sure of: names that may be one, tellings that may be of one claim, doubtful speakers",
		Long: `review asks, best first, about names that were suggested to be an entity's, about
tellings that may be of a claim, and about statements whose speaker was found by
rules that are often wrong. It shows
what a yes would do, one place in the words of the text, and the reasons. Answer
  y  yes, it is so            n  no (of a statement: say whose it is)
  ?  leave it undecided       u  take the last answer back
  q  quit
Every answer is a decision of hearsay correct. Where this is no terminal, or with
--format json, the questions are listed with the commands that answer them.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return x.run(cmd) },
	}
	x.register(cmd)
	cmd.Flags().IntVar(&x.limit, "limit", 100, "at most this many questions of each kind")
	cmd.Flags().StringVar(&x.what, "what", "all", "all, names, claims or speakers")
	return cmd
}

func (x *review) run(cmd *cobra.Command) (err error) {
	if x.format != "table" && x.format != "json" || !slices.Contains([]string{"all", "names", "claims", "speakers"}, x.what) {
		return news.Errorf(news.Usage, "review", "take --format table or json, --what all, names, claims or speakers", "no such form")
	}
	if x.limit < 1 {
		return news.Errorf(news.Usage, "--limit", "take 1 or more", "no question would be asked")
	}
	if x.author, err = x.deciding.author(); err != nil {
		return err
	}
	if x.archive, err = x.deciding.archive.open(cmd, false); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, x.archive.Close()) }()
	asks, more, err := decide.Questions(cmd.Context(), x.archive, x.what, x.limit)
	if err != nil {
		return err
	}
	if err := x.tellMore(cmd, len(asks), more); err != nil {
		return err
	}
	if f, ok := cmd.InOrStdin().(*os.File); x.format == "json" || !ok || !term.IsTerminal(int(f.Fd())) {
		return x.list(cmd, asks)
	}
	x.in, x.out = bufio.NewScanner(cmd.InOrStdin()), cmd.OutOrStdout()
	return x.converse(cmd, asks)
}

// tellMore says that there is nothing to ask, or of which kinds there is more.
func (x *review) tellMore(cmd *cobra.Command, asked int, more []string) error {
	if asked == 0 {
		tellNone(cmd, "nothing to review: the rules are sure of all they found, or you have decided")
	}
	for _, kind := range more {
		all, err := decide.Count(cmd.Context(), x.archive, kind)
		if err != nil {
			return err
		}
		of := "; there are more"
		if all > x.limit {
			of = fmt.Sprintf(" of %d", all)
		}
		fmt.Fprintf(cmd.ErrOrStderr(), "hearsay: %s: the first %d%s (--limit asks more)\n", kind, x.limit, of)
	}
	return nil
}

func (x *review) list(cmd *cobra.Command, asks []decide.Ask) error {
	out := bufio.NewWriter(cmd.OutOrStdout())
	enc := wire.NewEncoder(out)
	for _, a := range asks {
		q, err := a.Make()
		switch {
		case err != nil:
			return err
		case q == nil:
		case x.format == "json":
			err = enc.Encode(q)
		default:
			writeQuestion(out, q)
			fmt.Fprintf(out, "  yes: %s\n  no:  %s\n\n", wire.Printable(q.Yes), wire.Printable(q.No))
		}
		if err != nil {
			return err
		}
	}
	return out.Flush()
}

// reviewWidth is how many columns of a statement a question shows.
const reviewWidth = 400

func writeQuestion(out io.Writer, q *decide.Question) {
	fmt.Fprintln(out, wire.Printable(q.Effect))
	if q.Moves != "" {
		fmt.Fprintln(out, wire.Printable("  "+q.Moves))
	}
	fmt.Fprintln(out, wire.Printable("  “"+decide.Snip(q.Text, reviewWidth)+"”  ("+q.Article+")"))
	for _, r := range q.Reasons {
		fmt.Fprintln(out, wire.Printable("  · "+r.Says))
	}
}

// converse asks one question after another; an undo asks again what it takes back.
func (x *review) converse(cmd *cobra.Command, asks []decide.Ask) error {
	for x.at < len(asks) {
		q, err := asks[x.at].Make()
		if err != nil {
			return err
		}
		if q == nil {
			x.at++
			continue
		}
		fmt.Fprintf(x.out, "\n%d of %d. ", x.at+1, len(asks))
		writeQuestion(x.out, q)
		more, err := x.answer(cmd, q)
		var fault *news.Error
		if errors.As(err, &fault) { // of this answer alone: the next question is another's
			fmt.Fprintln(x.out, wire.Printable("  not recorded: "+fault.Error()))
			x.at++
			continue
		}
		if err != nil || !more {
			return err
		}
	}
	fmt.Fprintf(x.out, "nothing more to review; %d decided\n", len(x.made))
	return nil
}

// answer takes one answer and says whether to go on.
func (x *review) answer(cmd *cobra.Command, q *decide.Question) (bool, error) {
	switch strings.ToLower(x.prompt("  y yes · n no · ? leave it · u undo · q quit > ")) {
	case "y", "yes":
		return true, x.decide(cmd, q, true, "")
	case "n", "no":
		name := ""
		if q.What == "speaker" {
			name = x.prompt("  whose is it? (Enter: nobody's) > ")
		}
		return true, x.decide(cmd, q, false, name)
	case "?":
		x.at++
	case "u", "undo":
		return true, x.undoLast(cmd)
	case "q", "quit":
		return false, nil
	}
	return true, nil
}

// prompt gives the next line; the end of the input quits.
func (x *review) prompt(words string) string {
	fmt.Fprint(x.out, words)
	if !x.in.Scan() {
		fmt.Fprintln(x.out)
		return "q"
	}
	return strings.TrimSpace(x.in.Text())
}

func (x *review) decide(cmd *cobra.Command, q *decide.Question, yes bool, name string) error {
	e, err := q.Entry(yes, name)
	if err != nil {
		return err
	}
	if e, err = x.record(cmd, e); err == nil {
		x.made = append(x.made, made{e.ID, x.at})
		x.at++
	}
	return err
}

func (x *review) record(cmd *cobra.Command, e corrections.Entry) (corrections.Entry, error) {
	e.By, e.Reason = x.author, x.reason
	e, err := keep.Decide(cmd.Context(), x.archive, e, keep.Watch{})
	if err == nil {
		fmt.Fprintln(x.out, wire.Printable("  "+e.ID+": "+decide.EntryWords(&e)))
	}
	return e, err
}

func (x *review) undoLast(cmd *cobra.Command) error {
	if len(x.made) == 0 {
		fmt.Fprintln(x.out, "  nothing was decided yet")
		return nil
	}
	last := x.made[len(x.made)-1]
	_, err := x.record(cmd, corrections.Entry{Decision: corrections.Undo, Target: corrections.Log, Revokes: last.id})
	x.made, x.at = x.made[:len(x.made)-1], last.at
	return err
}
