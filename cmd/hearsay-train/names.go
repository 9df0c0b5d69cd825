package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sort"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/eval"
	"github.com/hearsay-engine/hearsay/internal/mention"
	"github.com/hearsay-engine/hearsay/internal/ner"
	"github.com/hearsay-engine/hearsay/internal/shipped"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

const (
	namesFile    = "internal/ner/models/en.names"
	namesScores  = "eval/names.md"
	nameClusters = "cmd/hearsay-train/clusters/names.txt"
)

// namesTraining is how the shipped model is trained, tuned on the dev part of
// UNER EWT.
var namesTraining = ner.Training{
	Rounds:      4,
	Seeds:       []uint64{1},
	Margin:      30,
	Miss:        30,
	Often:       2,
	Features:    200_000,
	Plain:       8,
	PlainPurity: 200,
	Hidden:      80,
	HiddenLists: mention.NameLists,
}

func namesCommand() *cobra.Command {
	var data, out, scores string
	c := &cobra.Command{
		Use:   "names",
		Short: "train the English name tagger on the annotated texts in DIR/ner",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			m, err := trainNames(data)
			if err != nil {
				return err
			}
			if err := os.WriteFile(out, shipped.Pack(m.Encode()), 0o644); err != nil {
				return err
			}
			return writeNamesScores(scores, data, out)
		},
	}
	c.Flags().StringVar(&data, "data", "", "the folder that holds ner")
	c.Flags().StringVar(&out, "out", namesFile, "the model to write")
	c.Flags().StringVar(&scores, "scores", namesScores, "the page of scores to write")
	if err := c.MarkFlagRequired("data"); err != nil {
		panic(err)
	}
	return c
}

// The parts of Universal NER English EWT, below the data folder, and the SHA-256
// that each must have.
const (
	unerTrain = "ner/uner_en_ewt-train.iob2"
	unerDev   = "ner/uner_en_ewt-dev.iob2"
	unerTest  = "ner/uner_en_ewt-test.iob2"
)

var unerSums = map[string]string{
	unerTrain: "2d986b063bb92df99540e37de34b1415eb2a22958b86de3e4698ec3be05e339f",
	unerDev:   "0cafd881cf31d39897b6d588420fab8fbbe4423d271725c59921ac9dd49c0713",
	unerTest:  "821ad826d5f503ac03b4edc3fbc2174f21fbb005ec25863caf2051c434616d6e",
}

// trainNames trains on the train part, whose bytes must be the known ones.
func trainNames(data string) (*ner.Model, error) {
	docs, err := readMarked(data, unerTrain)
	if err != nil {
		return nil, err
	}
	clusters, err := readClusters(nameClusters)
	if err != nil {
		return nil, err
	}
	t := namesTraining
	t.Clusters = clusters
	t.Log = func(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }
	lessons := make([]ner.Lesson, len(docs))
	for i := range docs {
		lessons[i] = lessonOf(&docs[i])
	}
	return ner.Train(lessons, t), nil
}

func readMarked(data, part string) ([]eval.Marked, error) {
	path := filepath.Join(data, filepath.FromSlash(part))
	b, err := readSummed(path, unerSums[part])
	if err != nil {
		return nil, err
	}
	return eval.ReadMarked(bytes.NewReader(b), path)
}

// documentOf cuts a marked text as hearsay cuts an article, but into the
// sentences that its annotators cut.
func documentOf(d *eval.Marked) ner.Document {
	out := ner.Document{Text: d.Text}
	for _, s := range d.Sentences {
		from := len(out.Tokens)
		out.Tokens = text.Tokens(d.Text, s, out.Tokens)
		out.Sentences = append(out.Sentences, text.Range{From: from, To: len(out.Tokens)})
	}
	out.Classes = mention.Classes(d.Text, out.Tokens)
	return out
}

var markedKinds = map[news.EntityKind]ner.Kind{news.Person: ner.Person, news.Organisation: ner.Organisation, news.Place: ner.Place, "": ner.Other}

func lessonOf(d *eval.Marked) ner.Lesson { return taught(documentOf(d), d) }

// taught is a marked text to learn from. A mark takes in the tokens it touches;
// one that touches a token of the mark before is left out.
func taught(doc ner.Document, d *eval.Marked) ner.Lesson {
	l := ner.Lesson{Document: doc}
	last := 0
	for _, m := range d.Marks {
		from := sort.Search(len(l.Tokens), func(k int) bool { return l.Tokens[k].End > m.Start })
		to := sort.Search(len(l.Tokens), func(k int) bool { return l.Tokens[k].Start >= m.End })
		if from < last || from == to {
			continue
		}
		l.Names = append(l.Names, ner.Name{From: from, To: to, Kind: markedKinds[m.Kind]})
		last = to
	}
	return l
}
