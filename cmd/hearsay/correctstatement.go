package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

type speakerCorrection struct {
	deciding
	nobody bool
	kind   string
}

func newCorrectSpeaker() *cobra.Command {
	var x speakerCorrection
	cmd := &cobra.Command{
		Use:   "speaker ARTICLE#N NAME… | --nobody",
		Short: "A statement is somebody else's, or nobody's",
		Long: `speaker gives the statement to NAME. Where the article has the name, the mention
next to the statement shows who is meant; any other name is taken as you write
it, and --kind says what it is.`,
		Args: someArgs("correct speaker", 1, 64, "a statement and a name: ARTICLE#N NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return x.decide(cmd, func(a *store.Archive) (corrections.Entry, string, error) { return x.make(cmd, a, args) })
		},
	}
	cmd.Flags().BoolVar(&x.nobody, "nobody", false, "the text names nobody for it")
	cmd.Flags().StringVar(&x.kind, "kind", string(news.Person), "what a name is that the article does not have: "+decide.EntityKinds)
	x.register(cmd)
	return cmd
}

func (x *speakerCorrection) make(cmd *cobra.Command, a *store.Archive, args []string) (corrections.Entry, string, error) {
	name := strings.Join(args[1:], " ")
	if (strings.TrimSpace(name) == "") != x.nobody {
		return corrections.Entry{}, "", news.Errorf(news.Usage, "correct speaker", "give a name, or --nobody", "it is not said whose the statement is")
	}
	return decide.Speaker(cmd.Context(), a, args[0], name, news.EntityKind(x.kind))
}
