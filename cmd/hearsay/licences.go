package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/hearsay-engine/hearsay"
	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/internal/ner"
	"github.com/hearsay-engine/hearsay/internal/syntax"
)

// shipped is a part of the program that has a notice of its own. A room that
// embeds data of others adds its row.
type shipped struct{ what, notice string }

var notices = []shipped{
	{"hearsay", hearsay.Notice},
	{"internal/syntax/models: tags and trees of English", syntax.Notice},
	{"internal/ner/models: names in English", ner.Notice},
	{"internal/ner/models: names in Russian", ner.RussianNotice},
	{"internal/known/data: names of places, peoples and organisations", known.Notice},
	{"internal/match/data: frequent words of English and Russian", match.Notice},
}

// writeLicences prints the notices of all that ships, one after the other.
func writeLicences(w io.Writer) error {
	for i, s := range notices {
		if i > 0 {
			fmt.Fprintf(w, "\n%s\n\n", strings.Repeat("=", 72))
		}
		if _, err := fmt.Fprintf(w, "%s\n\n%s\n", s.what, strings.TrimSpace(s.notice)); err != nil {
			return err
		}
	}
	return nil
}
