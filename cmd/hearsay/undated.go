package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/when"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

// undated gathers the dates that sidecars and JSON lines state and nobody can
// read: an article is read without them.
type undated struct {
	notes []string
	more  int
}

// maxDateNotes bounds how many of them are told one by one.
const maxDateNotes = 20

// look notes what is stated as a date of publication and is none.
func (u *undated) look(where string, g news.Given) {
	if g.Published == "" || readable(g.Published) {
		return
	}
	note := fmt.Sprintf("%s: \"published\" is no date and was left out: %q (write it as 2031-03-06 or 2031-03-06T14:45+03:00)", where, decide.Short(g.Published))
	switch {
	case slices.Contains(u.notes, note): // a sidecar of several files
	case len(u.notes) < maxDateNotes:
		u.notes = append(u.notes, note)
	default:
		u.more++
	}
}

// readable tells words that state a date in some language's order.
func readable(words string) bool {
	_, ok := when.Parse(words, func() when.Order { return when.DayBeforeMonth })
	if !ok {
		_, ok = when.Parse(words, func() when.Order { return when.MonthBeforeDay })
	}
	return ok
}

func (u *undated) tell(w io.Writer) {
	for _, n := range u.notes {
		fmt.Fprintln(w, "hearsay:", wire.Printable(n))
	}
	if u.more > 0 {
		fmt.Fprintf(w, "hearsay: and %d more dates of publication that are none\n", u.more)
	}
}
