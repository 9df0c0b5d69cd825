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

// question is something to decide.
type question struct {
	What    string `json:"what"` // "name", "claim" or "speaker"
	Effect  string `json:"effect"`
	Article string `json:"article"`
	wire.Quote
	Reasons []wire.Reason `json:"reasons"`
	Yes     string        `json:"yes"` // the commands that answer it
	No      string        `json:"no"`

	entry func(yes bool, name string) (corrections.Entry, error)
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
	asks, err := x.asks(cmd)
	if err != nil {
		return err
	}
	if f, ok := cmd.InOrStdin().(*os.File); x.format == "json" || !ok || !term.IsTerminal(int(f.Fd())) {
		return x.list(cmd, asks)
	}
	x.in, x.out = bufio.NewScanner(cmd.InOrStdin()), cmd.OutOrStdout()
	return x.converse(cmd, asks)
}

// ask makes its question from the archive as it is when its turn comes; nil when
// nothing is left to ask.
type ask func() (*question, error)

func (x *review) asks(cmd *cobra.Command) ([]ask, error) {
	var out []ask
	if x.what == "all" || x.what == "names" {
		names, err := x.archive.Suggestions(cmd.Context(), x.limit)
		if err != nil {
			return nil, err
		}
		for _, s := range names {
			out = append(out, func() (*question, error) { return x.askName(cmd, s) })
		}
	}
	if x.what == "all" || x.what == "claims" {
		tellings, err := x.archive.SuggestedTellings(cmd.Context(), x.limit)
		if err != nil {
			return nil, err
		}
		for _, t := range tellings {
			out = append(out, func() (*question, error) { return x.askTelling(cmd, t) })
		}
	}
	if x.what != "all" && x.what != "speakers" {
		return out, nil
	}
	doubts, err := x.doubts(cmd)
	if err != nil {
		return nil, err
	}
	speakers, err := x.archive.Doubtful(cmd.Context(), doubts, x.limit)
	for _, l := range speakers {
		out = append(out, func() (*question, error) { return x.askSpeaker(cmd, l) })
	}
	return out, err
}

func (x *review) doubts(cmd *cobra.Command) ([]corrections.Doubt, error) {
	log, err := x.archive.Log(cmd.Context())
	if err != nil {
		return nil, err
	}
	return corrections.Doubts(corrections.TallyRules(holding(log))), nil
}

// holding are the decisions of a log that nobody took back.
func holding(log []store.Logged) []corrections.Entry {
	var out []corrections.Entry
	for i := range log {
		if l := &log[i]; !l.Revoked && l.Decision != corrections.Undo {
			out = append(out, l.Entry)
		}
	}
	return out
}

func (x *review) list(cmd *cobra.Command, asks []ask) error {
	out := bufio.NewWriter(cmd.OutOrStdout())
	enc := wire.NewEncoder(out)
	for _, a := range asks {
		q, err := a()
		switch {
		case err != nil:
			return err
		case q == nil:
		case x.format == "json":
			err = enc.Encode(q)
		default:
			q.write(out)
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

func (q *question) write(out io.Writer) {
	fmt.Fprintln(out, wire.Printable(q.Effect))
	fmt.Fprintln(out, wire.Printable("  “"+snip(q.Text, reviewWidth)+"”  ("+q.Article+")"))
	for _, r := range q.Reasons {
		fmt.Fprintln(out, wire.Printable("  · "+r.Says))
	}
}

// converse asks one question after another; an undo asks again what it takes back.
func (x *review) converse(cmd *cobra.Command, asks []ask) error {
	for x.at < len(asks) {
		q, err := asks[x.at]()
		if err != nil {
			return err
		}
		if q == nil {
			x.at++
			continue
		}
		fmt.Fprintf(x.out, "\n%d of %d. ", x.at+1, len(asks))
		q.write(x.out)
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
func (x *review) answer(cmd *cobra.Command, q *question) (bool, error) {
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

func (x *review) decide(cmd *cobra.Command, q *question, yes bool, name string) error {
	e, err := q.entry(yes, name)
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
		fmt.Fprintln(x.out, wire.Printable("  "+e.ID+": "+entryWords(&e)))
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
