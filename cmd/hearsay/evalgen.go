package main

import (
	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/eval"
	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

// newEvalGenerate is for benchmarks, so help leaves it out.
func newEvalGenerate() *cobra.Command {
	var seed uint64
	var count int
	var shape gen.Config
	cmd := &cobra.Command{
		Use:    "generate",
		Short:  "Write invented articles with the truth of each, as JSON lines that add and extract read",
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			enc := wire.NewEncoder(cmd.OutOrStdout())
			for a := range gen.New(seed, shape).Articles(count) {
				if cmd.Context().Err() != nil {
					return nil
				}
				if err := enc.Encode(newGenerated(a)); err != nil {
					return err
				}
			}
			return nil
		},
	}
	cmd.Flags().Uint64Var(&seed, "seed", 1, "another seed, another archive")
	cmd.Flags().IntVar(&count, "count", 1000, "number of articles")
	cmd.Flags().IntVar(&shape.Bytes, "bytes", 0, "mean size of a body; 0 is 2,500")
	return cmd
}

// generated is the line of one article; its truth's offsets are code points.
type generated struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	news.Given
	Truth truth `json:"truth"`
}

type truth struct {
	Body   eval.Extent  `json:"body"`
	CopyOf string       `json:"copy_of,omitempty"`
	Kind   gen.CopyKind `json:"kind,omitempty"`
	Share  float64      `json:"share,omitempty"`
	Claims []claim      `json:"claims,omitempty"`
}

type claim struct {
	Claim    int          `json:"claim"`
	Relation gen.Relation `json:"relation"`
	Speaker  string       `json:"speaker"`
	eval.Extent
}

func newGenerated(a gen.Article) generated {
	ruler := news.NewRuler(a.Text)
	extent := func(s news.Span) eval.Extent {
		return eval.Extent{Start: ruler.CodePoints(s.Start), End: ruler.CodePoints(s.End)}
	}
	t := truth{Body: extent(a.Truth.Body), CopyOf: a.Truth.CopyOf, Kind: a.Truth.Kind, Share: a.Truth.Share}
	for _, c := range a.Truth.Claims {
		t.Claims = append(t.Claims, claim{c.Claim, c.Relation, c.Speaker, extent(c.Sentence)})
	}
	return generated{a.ID, a.Text, a.Given, t}
}
