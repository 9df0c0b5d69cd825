package main

import (
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/eval"
	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/internal/when"
	"github.com/hearsay-engine/hearsay/news"
)

func newEvalClaims() *cobra.Command {
	var data, predictions string
	cmd := &cobra.Command{
		Use:   "claims --data DIR",
		Short: "Claims already known found for what is said again",
		Long: `claims reads the folder, and the folders in it, that hold claims.jsonl {"id","text",
"title",…}, queries.jsonl {"id","text","split",…} and qrels.jsonl {"qid","cid"}:
the mean average precision of the first five, and, with half of the true claims
left out, how many of the others are linked at a precision of .9.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if data == "" {
				return news.Errorf(news.Usage, "eval claims", "say --data DIR, a folder of the form the help tells", "no data folder is named")
			}
			report, err := eval.ReadClaims(os.DirFS(data), matchClaims)
			if err == nil && predictions != "" {
				err = writeTo(predictions, report.WriteDecisions)
			}
			return printed(cmd, report, err)
		},
	}
	cmd.Flags().StringVar(&data, "data", "", "the `DIR` with the sets")
	cmd.Flags().StringVar(&predictions, "predictions", "", "write every answer to `FILE`, {\"qid\",\"ranked\",\"linked\",\"score\"} a line")
	return cmd
}

func newEvalStories() *cobra.Command {
	var data, predictions string
	cmd := &cobra.Command{
		Use:   "stories --data DIR",
		Short: "Articles grouped by the event they tell",
		Long: `stories reads the folder, and the folders in it, that hold bodies.jsonl {"id","text"}
and stories.jsonl {"story","body_ids"}: B³ of the groups, on all and by halves of the stories.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if data == "" {
				return news.Errorf(news.Usage, "eval stories", "say --data DIR, a folder of the form the help tells", "no data folder is named")
			}
			report, err := eval.ReadStories(os.DirFS(data), match.Stories)
			if err == nil && predictions != "" {
				err = writeTo(predictions, report.WriteDecisions)
			}
			return printed(cmd, report, err)
		},
	}
	cmd.Flags().StringVar(&data, "data", "", "the `DIR` with the sets")
	cmd.Flags().StringVar(&predictions, "predictions", "", "write every article's group to `FILE`, {\"id\",\"cluster\"} a line")
	return cmd
}

// claimsRanked is how many claims a query is answered with.
const claimsRanked = 20

func matchClaims(claims []eval.ClaimText) func(eval.ClaimText) eval.ClaimLink {
	items := make([]match.Item, len(claims))
	for i, c := range claims {
		items[i] = itemOf(c)
	}
	index := match.NewIndex(items)
	return func(q eval.ClaimText) eval.ClaimLink {
		asked := itemOf(q)
		ranking := index.Rank(asked, claimsRanked)
		d := index.Decide(asked, ranking)
		link := eval.ClaimLink{Linked: -1, Score: d.Score}
		for _, c := range ranking.Best {
			link.Ranked = append(link.Ranked, c.Claim)
		}
		if d.Status == match.Confirmed {
			link.Linked = d.Claim
		}
		return link
	}
}

func itemOf(c eval.ClaimText) match.Item {
	_, address, _ := strings.Cut(c.URL, "://")
	_, way, _ := strings.Cut(address, "/")
	context := strings.Join([]string{c.Title, c.Subtitle, c.Speaker, strings.NewReplacer("/", " ", "-", " ").Replace(way)}, " ")
	return match.Item{Text: c.Text, Context: context, Date: dateOf(c, way)}
}

// dateOf is when something was said, by what the files tell: a date of its own,
// its address, the date at the end of a post. The zero time when none does.
func dateOf(c eval.ClaimText, way string) time.Time {
	m, ok := when.Parse(c.Date, when.NoOrder)
	if !ok {
		m, ok = when.InPath(way)
	}
	if !ok {
		m, ok = when.Parse(strings.ToValidUTF8(c.Text[max(0, len(c.Text)-dateTail):], ""), when.NoOrder)
	}
	if d := m.Date(news.Evidence{}); ok && d.Precision == news.Day {
		if t, err := time.Parse(time.DateOnly, d.Value); err == nil {
			return t
		}
	}
	return time.Time{}
}

// dateTail is how many bytes at the end of a post may hold its date.
const dateTail = 24
