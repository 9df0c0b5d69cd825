package main

import (
	"fmt"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/store"
)

// entryWords say what was decided, in one line.
func entryWords(e *corrections.Entry) string {
	of := anchorWords(e.Anchors)
	switch e.Decision {
	case corrections.Speaker:
		if e.Name == "" {
			return of + " is nobody's"
		}
		return of + " is by " + e.Name
	case corrections.Merge:
		return of + " and " + anchorWords(e.Others) + " are one"
	case corrections.Split:
		return anchorWords(e.Others) + " is not " + of
	case corrections.Rename:
		return of + " is shown as " + e.Name
	case corrections.Kind:
		return of + " is of the kind " + string(e.Kind)
	case corrections.Hide:
		return of + " is left out"
	case corrections.Confirm:
		if e.Target == corrections.Statement {
			return of + " was read rightly"
		}
		return anchorWords(e.Others) + " is " + of
	case corrections.Reject:
		return anchorWords(e.Others) + " is not " + of
	case corrections.Move:
		return anchorWords(e.Others) + " goes to " + of
	}
	return "undoes " + e.Revokes
}

// anchorWords are what was decided on: the different words of the anchors.
func anchorWords(anchors []corrections.Anchor) string {
	var words []string
	seen := map[string]bool{}
	for _, a := range anchors {
		if !seen[a.Words] {
			seen[a.Words] = true
			words = append(words, "“"+short(a.Words)+"”")
		}
	}
	if len(words) == 0 {
		return "(forgotten)"
	}
	return strings.Join(words, ", ")
}

// standingWords say why a decision does not apply.
func standingWords(l *store.Logged) string {
	switch l.Standing() {
	case store.TakenBack:
		return "taken back"
	case store.AboutBuried:
		return "does not apply: its article was forgotten"
	case store.NoEffect:
		return "does not apply: the names stand for two all the same; a later decision may part them, or two names that contradict each other"
	case store.NoText:
		return "does not apply: no article of this archive has its text" + otherVersion(l)
	}
	for _, p := range l.Places {
		if p.Statement == corrections.None && p.Name == "" {
			now := "nothing is read there now"
			if p.Now != "" {
				now = "there now: “" + short(p.Now) + "”"
			}
			return fmt.Sprintf("does not apply: sought “%s” in %s; %s", short(sought(l, &p)), p.Article, now)
		}
	}
	return "does not apply: a part of it is in no article of this archive"
}

// otherVersion names the article whose text it was: it may be there in another
// version.
func otherVersion(l *store.Logged) string {
	if len(l.Anchors) == 0 || l.Anchors[0].Article == "" {
		return ""
	}
	return fmt.Sprintf("; sought “%s” in %s as it stood then", short(l.Anchors[0].Words), l.Anchors[0].Article)
}

// shortWidth is how many columns of a text's words a line shows.
const shortWidth = 60

func short(s string) string { return snip(s, shortWidth) }

func snip(s string, width int) string {
	return text.Snip(strings.Join(strings.Fields(s), " "), width, "…")
}
