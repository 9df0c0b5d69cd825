package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/eval"
	"github.com/hearsay-engine/hearsay/internal/name"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

type namesEval struct {
	data, write, floors, predictions string
	check                            bool
	mistakes                         int
}

func newEvalNames() *cobra.Command {
	var x namesEval
	cmd := &cobra.Command{
		Use:   "names PAIRS.jsonl | names --data DIR",
		Short: "Pairs of names: which are names of one",
		Long: `names reads JSON lines of {"a","b","match"}, "kind" where it is known (person,
organisation, place, group), and compares each pair. With --data it judges every set of
the folder and prints one page; with --check it holds that against the floors.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return x.run(cmd, args) },
	}
	f := cmd.Flags()
	f.StringVar(&x.predictions, "predictions", "", "write each pair's score and decision to `FILE`, {\"a\",\"b\",\"score\",\"match\",\"decision\"} a line")
	f.IntVar(&x.mistakes, "errors", 0, "print so many wrong pairs with their reasons")
	f.StringVar(&x.data, "data", "", "the `DIR` that holds names")
	f.StringVar(&x.write, "write", "", "write identities.md into `DIR` in place of standard output")
	f.BoolVar(&x.check, "check", false, "exit 1 and name what fell below the floors; prints no page")
	f.StringVar(&x.floors, "floors", "eval/floors.json", "the floors, {\"names/set/figure\": percent}")
	return cmd
}

func (x *namesEval) run(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 1 && x.data == "":
		return x.file(cmd.OutOrStdout(), args[0])
	case len(args) == 0 && x.data != "":
		return x.board(cmd)
	}
	return news.Errorf(news.Usage, "eval names", "name one file of pairs, or say --data DIR", "no pairs are named, or too many")
}

func (x *namesEval) file(out io.Writer, path string) error {
	f, err := openGold(path)
	if err != nil {
		return err
	}
	defer f.Close()
	pairs, err := eval.NamePairs(f, path)
	if err != nil {
		return err
	}
	judged := eval.Judge(pairs, newMatcher())
	if x.predictions != "" {
		if err := writeTo(x.predictions, func(w io.Writer) error { return eval.WriteJudged(w, judged) }); err != nil {
			return err
		}
	}
	left := x.mistakes
	for _, p := range judged {
		if p.Suggested != p.Match && left > 0 {
			left--
			tellPair(out, p)
		}
	}
	eval.FiguresOfNames(judged, nil).Print(out)
	return nil
}

func tellPair(out io.Writer, p eval.JudgedPair) {
	fmt.Fprintf(out, "%s | %s: match %v, score %.3f\n", p.A, p.B, p.Match, p.Score)
	a, b := name.Parse(p.A, p.Kind), name.Parse(p.B, p.Kind)
	for _, r := range name.Compare(&a, &b).Reasons() {
		fmt.Fprintln(out, "   ", wording.Of(r))
	}
}

func (x *namesEval) board(cmd *cobra.Command) error {
	b, err := eval.ReadNameBoard(os.DirFS(x.data), newMatcher(), func(set string) {
		fmt.Fprintln(cmd.ErrOrStderr(), "hearsay: comparing", set)
	})
	if err != nil {
		return err
	}
	if x.check {
		return holdFloors(cmd, x.floors, "names", b.Measured())
	}
	var page bytes.Buffer
	if err := b.Markdown(&page); err != nil {
		return err
	}
	if x.write == "" {
		_, err := cmd.OutOrStdout().Write(page.Bytes())
		return err
	}
	return writeTo(filepath.Join(x.write, "identities.md"), func(w io.Writer) error {
		_, err := w.Write(page.Bytes())
		return err
	})
}

// newMatcher compares names, each taken apart once.
func newMatcher() eval.NameMatcher {
	type key struct {
		name string
		kind news.EntityKind
	}
	known := map[key]*name.Name{}
	parse := func(s string, kind news.EntityKind) *name.Name {
		k := key{s, kind}
		if known[k] == nil {
			n := name.Parse(s, kind)
			known[k] = &n
		}
		return known[k]
	}
	return func(p eval.NamePair) eval.JudgedPair {
		v := name.Compare(parse(p.A, p.Kind), parse(p.B, p.Kind))
		return eval.JudgedPair{NamePair: p, Score: v.Score, Decision: v.Decision.String(), Suggested: v.Decision != name.Apart, Confirmed: v.Decision == name.Same}
	}
}
