package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay"
	"github.com/hearsay-engine/hearsay/internal/eval"
	"github.com/hearsay-engine/hearsay/news"
)

type boardEval struct {
	data   string
	write  string
	check  bool
	floors string
	cases  string
	boot   int
}

func newEvalAll() *cobra.Command {
	var x boardEval
	cmd := &cobra.Command{
		Use:   "all --data DIR",
		Short: "Every set of a data folder on one page; with --check, against the floors",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return x.run(cmd) },
	}
	f := cmd.Flags()
	f.StringVar(&x.data, "data", "", "the `DIR` that holds attribution, extraction and ner")
	f.StringVar(&x.write, "write", "", "write SCORES.md into `DIR` in place of standard output")
	f.BoolVar(&x.check, "check", false, "exit 1 and name what fell below the floors; prints no page")
	f.StringVar(&x.floors, "floors", "eval/floors.json", "the floors, {\"set/figure\": percent}")
	f.StringVar(&x.cases, "cases", "eval/denials.jsonl", "the `FILE` of cases of stances; \"\": leave them out")
	f.IntVar(&x.boot, "boot", 500, "resamples of the documents for 95 % intervals")
	return cmd
}

func (x *boardEval) run(cmd *cobra.Command) error {
	if x.data == "" {
		return news.Errorf(news.Usage, "eval all", "say --data DIR, the folder that holds attribution, extraction and ner", "no data folder is named")
	}
	if x.check {
		x.boot = 0
	}
	engine := eval.Engine{Read: hearsay.Read, Names: findNames, Russian: findRussianNames, Stances: readStances}
	if _, err := os.Stat(x.cases); x.cases != "" && errors.Is(err, fs.ErrNotExist) && !cmd.Flags().Changed("cases") {
		fmt.Fprintf(cmd.ErrOrStderr(), "hearsay: %s is not here: no table of stances; name it with --cases\n", x.cases)
		x.cases = ""
	}
	if x.cases != "" {
		cases, err := readCases(x.cases)
		if err != nil {
			return err
		}
		engine.Cases = cases
	}
	board, err := eval.ReadBoard(os.DirFS(x.data), engine, x.boot, func(set string) {
		fmt.Fprintln(cmd.ErrOrStderr(), "hearsay: reading", set)
	})
	if err != nil {
		return err
	}
	for _, err := range board.Refused {
		fmt.Fprintln(cmd.ErrOrStderr(), "hearsay: counted as empty:", err)
	}
	if x.check {
		return holdFloors(cmd, x.floors, "", board.Measured())
	}
	return x.publish(cmd, board)
}

func (x *boardEval) publish(cmd *cobra.Command, board *eval.Board) error {
	var page bytes.Buffer
	if err := board.Markdown(&page); err != nil {
		return err
	}
	if x.write == "" {
		_, err := cmd.OutOrStdout().Write(page.Bytes())
		return err
	}
	path := filepath.Join(x.write, "SCORES.md")
	if err := os.WriteFile(path, page.Bytes(), 0o644); err != nil {
		return news.Errorf(news.Usage, path, "name a folder that can be written", "cannot be written: %v", err)
	}
	return nil
}

// holdFloors lists what fell below its floor, of one section of the floors.
func holdFloors(cmd *cobra.Command, path, section string, measured []eval.Measured) error {
	f, err := openGold(path)
	if err != nil {
		return err
	}
	defer f.Close()
	floors, err := eval.ReadFloors(f, path)
	if err != nil {
		return err
	}
	floors = floors.Section(section)
	fallen := floors.Fallen(measured)
	for _, line := range fallen {
		fmt.Fprintln(cmd.ErrOrStderr(), "hearsay:", line)
	}
	if len(fallen) > 0 {
		return errSomeFailed
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%d floors hold\n", len(floors))
	return nil
}
