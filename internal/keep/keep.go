// Package keep runs the river into an archive: add, redo and verify. Whatever
// stops it (an interrupt, a kill, a full disk) leaves an archive that opens,
// verifies and, on the next run, comes to what an undisturbed run would have
// made.
package keep

import (
	"github.com/hearsay-engine/hearsay/internal/descent"
	"github.com/hearsay-engine/hearsay/internal/flow"
	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/internal/store"
)

// makers are the per-article stages at this program's versions.
func makers() store.Makers {
	var m store.Makers
	for _, s := range flow.Stages() {
		switch s.Name {
		case "clean":
			m.Clean = store.Maker{Stage: s.Name, Version: s.Version}
		case "attribute":
			m.Attribute = store.Maker{Stage: s.Name, Version: s.Version}
		case "stance":
			m.Stance = store.Maker{Stage: s.Name, Version: s.Version}
		}
	}
	m.Match = store.Maker{Stage: "match", Version: match.Version + "-" + match.Digest()}
	return m
}

// descender is the stage that finds copies, at this program's version.
func descender() store.Maker {
	return store.Maker{Stage: "copies", Version: descent.Version}
}

// resolver is the resolve stage at this program's version.
func resolver() store.Maker {
	return store.Maker{Stage: "resolve", Version: resolve.Version()}
}
