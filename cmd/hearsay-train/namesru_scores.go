package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/eval"
	"github.com/hearsay-engine/hearsay/internal/ner"
)

const russianScores = "eval/names-ru.md"

const russianHead = `# Names, Russian

Made by ` + "`hearsay-train names-ru --data DIR`" + ` for the shipped model (%d bytes), by the tagger alone: every fifth document of factRuEval-2016's
demonstration part, kept from training and tuned on. Typed: right bytes and right kind; span: right bytes. A name is
marked from its first word to the last that goes on with it, without the post or "the company" before it.

The test part, 132 documents, was measured once, through the whole program (` + "`hearsay eval mentions FOLDER`" + `), when dev stood at
87.1 / 92.9 (the board's rows): names of the right kind 80.5 (P 80.2, R 80.9), of whatever kind 87.4; people 83.8,
organisations 73.3, places 85.6.

| part | kind | gold | found | P | R | typed F1 | span F1 |
|---|---|---:|---:|---:|---:|---:|---:|
`

// writeRussianScores measures the model in file on the documents kept for it.
func writeRussianScores(page, data, file string) error {
	m, size, err := readModel(file)
	if err != nil {
		return err
	}
	docs, err := eval.ReadFacts(os.DirFS(filepath.Join(data, filepath.FromSlash(factFolder))), eval.DevFacts)
	if err != nil {
		return err
	}
	var out strings.Builder
	fmt.Fprintf(&out, russianHead, size)
	scoreNames(&out, "dev (tuned on)", m, docs, func(d *eval.Marked) ner.Document { return russianDocument(d.Text) })
	return os.WriteFile(page, []byte(out.String()), 0o644)
}
