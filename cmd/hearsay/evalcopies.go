package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/copies"
	"github.com/hearsay-engine/hearsay/internal/eval"
	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/news"
)

type copiesEval struct {
	data, predictions string
	edits             bool
	write, floors     string
	check             bool
}

func newEvalCopies() *cobra.Command {
	var x copiesEval
	cmd := &cobra.Command{
		Use:   "copies --data DIR",
		Short: "Copies among articles: republications, re-translations, false pairs, edited copies",
		Long: `copies reads the folder, and those in it, that have one of two forms:

  bodies.jsonl {"id","text"}, and stories.jsonl {"story","body_ids"} and
  reuse_pairs.jsonl {"id1","id2","label"} where they are there: of the labelled
  pairs republications against the rest, and pairs of different stories taken
  for copies;
  docs.jsonl {"doc","pair","version","kind","lang","text"}: versions of one
  article in one language, recall at a precision of .99; and of each source
  ("kind" src) whether its translation is the likest of all texts.

It then makes copies of the bodies, and of articles of its own, edited in ways
that are known, and tells how many are found by kind.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return x.run(cmd) },
	}
	f := cmd.Flags()
	f.StringVar(&x.data, "data", "", "the `DIR` with the sets")
	f.StringVar(&x.predictions, "predictions", "", "write every decision to `FILE`, {\"id1\",\"id2\",\"kind\",\"direction\",\"score\"} a line; a version's id is DOC/VERSION")
	f.BoolVar(&x.edits, "edits", true, "make and look for edited copies")
	f.StringVar(&x.write, "write", "", "write copies.md into `DIR` too")
	f.BoolVar(&x.check, "check", false, "exit 1 and name what fell below the floors")
	f.StringVar(&x.floors, "floors", "eval/floors.json", "the floors, {\"copies/set/figure\": percent}")
	return cmd
}

func (x *copiesEval) run(cmd *cobra.Command) error {
	if x.data == "" {
		return news.Errorf(news.Usage, "eval copies", "say --data DIR, a folder of the form the help tells", "no data folder is named")
	}
	report, err := eval.ReadCopies(os.DirFS(x.data), x.engine())
	if err != nil {
		return err
	}
	if x.predictions != "" {
		if err := writeTo(x.predictions, report.WriteDecisions); err != nil {
			return err
		}
	}
	if x.check {
		return holdFloors(cmd, x.floors, "copies", report.Measured())
	}
	if x.write != "" {
		if err := writeTo(filepath.Join(x.write, "copies.md"), report.Markdown); err != nil {
			return err
		}
	}
	return printed(cmd, report, nil)
}

func (x *copiesEval) engine() eval.CopyEngine {
	e := eval.CopyEngine{Find: findCopies, Likeness: likenesses}
	if x.edits {
		e.Edit = func(seed uint64, kind, origin, own string) string {
			return gen.Edit(seed, gen.CopyKind(kind), origin, own)
		}
		for _, kind := range gen.Edits {
			e.EditKinds = append(e.EditKinds, string(kind))
		}
		e.Directions = directions
		e.Generated = func() *eval.EditedPool { return generatedEdits(e) }
	}
	return e
}

const (
	generatedArticles = 300
	generatedBytes    = 2300 // the mean size of news
	manyCities        = 30_000
)

// generatedEdits are invented articles, edited as others are and told again in
// other words. They are made of few phrases, so that two of them share more by
// chance than articles of people do: what is wrongly found among them says nothing.
func generatedEdits(e eval.CopyEngine) *eval.EditedPool {
	archive := gen.New(1, gen.Config{Bytes: generatedBytes, Varied: true, Cities: manyCities})
	texts := make([]eval.CopyText, generatedArticles)
	for n := range texts {
		texts[n] = eval.CopyText{ID: fmt.Sprintf("generated/%d", n), Text: archive.Own(n)}
	}
	p := eval.NewEditedPool("generated", texts, nil, e)
	for n := range texts {
		p.Copies = append(p.Copies, eval.EditedCopy{Kind: string(gen.Reworded), Origin: n, Text: archive.Retold(n, generatedArticles+n)})
	}
	return p
}

func readyText(t eval.CopyText) *copies.Text {
	return copies.New(t.Text, []news.Span{{Start: 0, End: len(t.Text)}})
}

// findCopies finds copies among texts of which nothing but the words is known.
func findCopies(in []eval.CopyText) []eval.Copy {
	texts := make([]*copies.Text, len(in))
	for i, t := range in {
		texts[i] = readyText(t)
	}
	edges := copies.Among(texts)
	out := make([]eval.Copy, len(edges))
	for i, e := range edges {
		a, b := sideOf(in[e.A].Text, texts[e.A]), sideOf(in[e.B].Text, texts[e.B])
		direction, _ := copies.Direct(a, b, e.Overlap)
		out[i] = eval.Copy{A: e.A, B: e.B, Kind: string(e.Kind), Direction: string(direction), Score: e.Score}
	}
	return out
}

func sideOf(full string, t *copies.Text) copies.Side {
	return copies.Side{Text: t, Full: full, Credits: copies.Credits(full)}
}

// likenesses compares texts by what a translation keeps.
func likenesses(asked, pool []eval.CopyText) [][]eval.Likeness {
	known := make([][]copies.Anchor, len(pool))
	for i, t := range pool {
		known[i] = readyText(t).Anchors(nil)
	}
	out := make([][]eval.Likeness, len(asked))
	for q, t := range asked {
		anchors := readyText(t).Anchors(nil)
		for _, other := range known {
			v := copies.JudgeAcross(copies.Cross(anchors, other))
			out[q] = append(out[q], eval.Likeness{Score: v.Score, Suggested: v.Kind != copies.Apart})
		}
	}
	return out
}

// writeTo makes the file at path of what write writes.
func writeTo(path string, write func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return news.Errorf(news.Usage, path, "name a file that can be written", "cannot be written: %v", err)
	}
	if err := write(f); err != nil {
		f.Close()
		return news.Errorf(news.Usage, path, "see that there is room", "cannot be written: %v", err)
	}
	return f.Close()
}
