package web

import (
	"net/url"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/web/pages"
)

// mend is what a page offers to whoever meets a fault. Mends are worded for the
// command line; where a page does the same, it is linked in the command's place.
func mend(words string, asked *url.URL) pages.Mend {
	if words == "see its article" {
		return pages.Mend{Words: words, Path: tabAddress(asked.Query().Get("article"), "")}
	}
	if strings.HasPrefix(words, "open the HTML file in a browser") {
		return pages.Mend{Words: words, Path: strings.TrimSuffix(asked.Path, ".pdf") + ".html"}
	}
	if path, known := pagesOfMends[words]; known {
		return pages.Mend{Words: words, Path: path}
	}
	before, command, has := strings.Cut(words, ": hearsay ")
	if !has {
		return pages.Mend{Words: words}
	}
	verb, of, _ := strings.Cut(command, " ")
	if verb == "case" {
		_, of, _ = strings.Cut(of, " ")
	}
	switch page, known := pagesOfCommands[verb]; {
	case !known:
		return pages.Mend{Words: words}
	case verb == "correct": // its forms stand on the page that the fault came from
		return pages.Mend{Words: before}
	case verb == "case" && isBlank(of):
		return pages.Mend{Words: before, Path: "/cases"}
	case isBlank(of):
		return pages.Mend{Words: before, Seeks: true}
	default:
		return pages.Mend{Words: before, Path: page + url.QueryEscape(of)}
	}
}

// pagesOfMends are the pages that mends speak of.
var pagesOfMends = map[string]string{"see the outlets there are": "/outlets", "start from the statements": "/"}

// pagesOfCommands are the pages that show what commands print, up to what they are of.
var pagesOfCommands = map[string]string{"search": "/?q=", "trace": "/claim?id=", "who": "/who?name=", "case": "/cases/", "correct": ""}

// isBlank reports whether a command is left to be filled in, as in "hearsay search
// WORDS".
func isBlank(of string) bool {
	return strings.Trim(of[strings.LastIndexByte(of, ':')+1:], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
