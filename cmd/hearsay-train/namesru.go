package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/eval"
	"github.com/hearsay-engine/hearsay/internal/ner"
	"github.com/hearsay-engine/hearsay/internal/russian"
	"github.com/hearsay-engine/hearsay/internal/shipped"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

const (
	russianFile = "internal/ner/models/ru.names"
	factFolder  = "ner/factrueval/devset"
	factSum     = "2a11fed19b03e3f102b8d66c4d0c0f690c62eb6d09ae95162f4c48683e89612e" // see sumOf
)

// russianTraining is how the shipped model is trained: the best over five parts of
// factRuEval's demonstration documents, each found by the other four. Names are
// hidden but not the lists that hold them, which are longer than what was read.
var russianTraining = ner.Training{
	Rounds:      8,
	Seeds:       []uint64{1, 2, 3},
	Margin:      60,
	Miss:        30,
	Often:       2,
	Features:    30_000,
	Plain:       8,
	PlainPurity: 200,
	Hidden:      25,
}

func russianCommand() *cobra.Command {
	var data, out, scores string
	c := &cobra.Command{
		Use:   "names-ru",
		Short: "train the Russian name tagger on the annotated texts in DIR/ner/factrueval",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			m, err := trainRussian(data)
			if err != nil {
				return err
			}
			if err := os.WriteFile(out, shipped.Pack(m.Encode()), 0o644); err != nil {
				return err
			}
			return writeRussianScores(scores, data, out)
		},
	}
	c.Flags().StringVar(&data, "data", "", "the folder that holds ner")
	c.Flags().StringVar(&out, "out", russianFile, "the model to write")
	c.Flags().StringVar(&scores, "scores", russianScores, "the page of scores to write")
	if err := c.MarkFlagRequired("data"); err != nil {
		panic(err)
	}
	return c
}

// trainRussian trains on the documents that are not kept for measuring.
func trainRussian(data string) (*ner.Model, error) {
	folder := filepath.Join(data, filepath.FromSlash(factFolder))
	switch sum, err := sumOf(os.DirFS(folder)); {
	case err != nil:
		return nil, err
	case sum != factSum:
		return nil, fmt.Errorf("%s is not the folder the model is made from: its SHA-256 is %s, want %s", folder, sum, factSum)
	}
	docs, err := eval.ReadFacts(os.DirFS(folder), eval.TrainFacts)
	if err != nil {
		return nil, err
	}
	t := russianTraining
	t.Log = func(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }
	var lessons []ner.Lesson
	for i := range docs {
		lessons = append(lessons, taught(russianDocument(docs[i].Text), &docs[i]))
	}
	return ner.Train(lessons, t), nil
}

// russianDocument cuts a text as hearsay cuts an article.
func russianDocument(in string) ner.Document {
	return russian.Cut(in, text.Read(&news.Article{Text: in, Body: []news.Span{{End: len(in)}}}))
}
