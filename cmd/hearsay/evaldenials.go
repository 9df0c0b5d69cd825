package main

import (
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay"
	"github.com/hearsay-engine/hearsay/internal/eval"
	"github.com/hearsay-engine/hearsay/news"
)

type denialsEval struct {
	data   string
	bodies string
	cases  string
	half   string
	faults int
}

func newEvalDenials() *cobra.Command {
	var x denialsEval
	cmd := &cobra.Command{
		Use:   "denials --data DIR",
		Short: "Who denies what: cases picked by hand in news",
		Long: `denials reads the cases of eval/denials.jsonl (eval/denials.md tells their form),
which are ids and offsets, and the articles they stand in: lines of {"id","text"}
in DIR/matching/fnc1/bodies.jsonl, or in --bodies FILE. A case is found when a
stance overlaps its cue and has the words it is about (Dice ≥ 0.5).`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return x.run(cmd) },
	}
	f := cmd.Flags()
	f.StringVar(&x.data, "data", "", "the `DIR` that holds matching/fnc1")
	f.StringVar(&x.bodies, "bodies", "", "read the articles of `FILE` in its place")
	f.StringVar(&x.cases, "cases", "eval/denials.jsonl", "the `FILE` of cases")
	f.StringVar(&x.half, "half", "", "a or b: the half that rules are made on, the half they are judged on")
	f.IntVar(&x.faults, "errors", 0, "print so many wrong cases")
	return cmd
}

func (x *denialsEval) run(cmd *cobra.Command) error {
	if x.half != "" && x.half != "a" && x.half != "b" {
		return news.Errorf(news.Usage, "--half", "say a or b, or leave it out for both", "no half is called %q", x.half)
	}
	texts, err := x.texts()
	if err != nil {
		return err
	}
	cases, err := readCases(x.cases)
	if err != nil {
		return err
	}
	cases = eval.OfHalf(cases, x.half)
	for _, c := range cases {
		if _, known := texts[c.Article]; !known {
			return news.Errorf(news.NotFound, c.Article, "name the folder or the file that holds it", "no article of this id is there")
		}
	}
	text := func(id string) string { return texts[id] }
	d := eval.JudgeDenials(cases, text, readStances)
	d.PrintFaults(cmd.OutOrStdout(), x.faults, text)
	d.Print(cmd.OutOrStdout())
	return nil
}

func readCases(path string) ([]eval.DenialCase, error) {
	f, err := openGold(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return eval.DenialCases(f, path)
}

// texts are the articles by id.
func (x *denialsEval) texts() (map[string]string, error) {
	path := x.bodies
	if path == "" {
		if x.data == "" {
			return nil, news.Errorf(news.Usage, "eval denials", "say --data DIR, the folder that holds matching/fnc1", "no data folder is named")
		}
		path = filepath.Join(x.data, filepath.FromSlash(eval.DenialBodies))
	}
	docs, err := readDocuments(path)
	if err != nil {
		return nil, err
	}
	texts := make(map[string]string, len(docs))
	for _, d := range docs {
		texts[d.ID] = d.Text
	}
	return texts, nil
}

// readStances finds the stances of a text as a capture of its own. A text that
// cannot be read has none.
func readStances(text string) []eval.Told {
	a, err := hearsay.Read(news.Blob{ID: "-", Media: news.MediaText, Charset: "utf-8", Bytes: []byte(text)})
	if err != nil || a.Text != text {
		return nil
	}
	return eval.ToldIn(a)
}
