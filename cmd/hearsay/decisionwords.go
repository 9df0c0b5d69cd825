package main

import (
	"fmt"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
)

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
				now = "there now: “" + decide.Short(p.Now) + "”"
			}
			return fmt.Sprintf("does not apply: sought “%s” in %s; %s", decide.Short(wire.Sought(l, &p)), p.Article, now)
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
	return fmt.Sprintf("; sought “%s” in %s as it stood then", decide.Short(l.Anchors[0].Words), l.Anchors[0].Article)
}
