package decide

import (
	"fmt"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/news"
)

// EntryWords say what was decided, in one line.
func EntryWords(e *corrections.Entry) string {
	of := AnchorWords(e.Anchors)
	if e.OfCase() {
		return caseWords(e, of, e.Case)
	}
	if len(e.Anchors) == 0 && e.Decision != corrections.Undo {
		return string(e.Decision) + " of " + of
	}
	switch e.Decision {
	case corrections.Speaker:
		if e.Name == "" {
			return of + " is nobody's"
		}
		return of + " is by " + e.Name
	case corrections.Merge:
		return of + " and " + AnchorWords(e.Others) + " are one"
	case corrections.Split:
		return AnchorWords(e.Others) + " is not " + of
	case corrections.Rename:
		return of + " is shown as " + e.Name
	case corrections.Kind:
		return of + KindWords(e.Kind)
	case corrections.Hide:
		return of + " is left out"
	case corrections.Confirm:
		if e.Target == corrections.Statement {
			return of + " was read rightly"
		}
		if e.Target == corrections.Claim {
			return AnchorWords(e.Others) + " is of " + of
		}
		return AnchorWords(e.Others) + aliasOf + of
	case corrections.Reject:
		return AnchorWords(e.Others) + " is not " + of
	case corrections.Move:
		return AnchorWords(e.Others) + " goes to " + of
	}
	return "undoes " + e.Revokes
}

// aliasOf is said of a name and whose it is.
const aliasOf = " is a name of "

// KindWords say what something is decided to be.
func KindWords(k news.EntityKind) string {
	if k == corrections.NoKind {
		return " is no name"
	}
	return " is of the kind " + string(k)
}

// caseWords say what was decided of a case, which is called so.
func caseWords(e *corrections.Entry, of, called string) string {
	what := of + " in the case " + called
	if e.Target == corrections.Case {
		what = "the case " + called
	}
	switch e.Decision {
	case corrections.Open:
		return "a case “" + e.Name + "”"
	case corrections.Close:
		return what + " is closed"
	case corrections.Rename:
		return what + " is called “" + e.Name + "”"
	case corrections.Place:
		return what + fmt.Sprintf(" is item %d", e.Place)
	case corrections.Note:
		return what + ": “" + Short(e.Words) + "”"
	case corrections.Tag:
		return what + " is tagged “" + e.Words + "”"
	}
	return what
}

// AnchorWords are what was decided on: the different words of the anchors.
func AnchorWords(anchors []corrections.Anchor) string {
	words := make([]string, len(anchors))
	for i, a := range anchors {
		words[i] = a.Words
	}
	if len(words) == 0 {
		return "words of an article that was forgotten"
	}
	return list(words)
}

// mostWordings bounds the wordings that a line names: beyond them it says that
// there are more.
const mostWordings = 4

// list are the different wordings of words.
func list(words []string) string {
	var out []string
	for _, w := range words {
		if w = Marked(w); !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	if len(out) > mostWordings {
		out = append(out[:mostWordings], "…")
	}
	return strings.Join(out, ", ")
}

// Marked are words in a line between quotation marks; those of the text itself do
// not stand within them a second time.
func Marked(words string) string {
	words = Short(words)
	for _, m := range [][2]string{{"“", "”"}, {"«", "»"}, {"„", "“"}, {`"`, `"`}} {
		rest, opened := strings.CutPrefix(words, m[0])
		rest, closed := strings.CutSuffix(rest, m[1])
		if opened && closed && !strings.Contains(rest, m[0]) && !strings.Contains(rest, m[1]) {
			words = rest
			break
		}
	}
	return "“" + words + "”"
}

// shortWidth is how many columns of a text's words a line shows.
const shortWidth = 60

// Short is words cut to a line's length.
func Short(s string) string { return Snip(s, shortWidth) }

// Snip is words on one line, cut to a width in columns.
func Snip(s string, width int) string {
	return text.Snip(strings.Join(strings.Fields(s), " "), width, "…")
}
