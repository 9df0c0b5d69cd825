// Command bundle makes the pages' script of the TypeScript in ../script, in one
// file without comments and blanks. Its output is committed: building hearsay
// needs neither this command nor npm.
package main

import (
	"fmt"
	"os"

	"github.com/evanw/esbuild/pkg/api"
)

func main() {
	made := api.Build(api.BuildOptions{
		EntryPoints: []string{"script/main.ts"}, Outfile: "static/hearsay.js", Write: true,
		Bundle: true, MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
		Target: api.ES2022, Format: api.FormatIIFE, Charset: api.CharsetUTF8, LegalComments: api.LegalCommentsNone,
	})
	for _, m := range made.Errors {
		fmt.Fprintln(os.Stderr, "bundle:", m.Text, m.Location)
	}
	if len(made.Errors) > 0 {
		os.Exit(1)
	}
}
