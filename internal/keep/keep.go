// Package keep runs the river into an archive: add, redo and verify. Whatever
// stops it (an interrupt, a kill, a full disk) leaves an archive that opens,
// verifies and, on the next run, comes to what an undisturbed run would have
// made.
package keep

import (
	"github.com/hearsay-engine/hearsay/internal/flow"
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
		}
	}
	return m
}

// resolver gives the store the two pure halves of the resolve stage.
func resolver() store.Resolver {
	return store.Resolver{
		Maker:  store.Maker{Stage: "resolve", Version: resolve.Version},
		Bucket: resolve.Bucket,
		Group: func(names []store.Name) []store.Grouped {
			in := make([]resolve.Name, len(names))
			for i, n := range names {
				in[i] = resolve.Name{Kind: n.Kind, Name: n.Name, Outlets: n.Outlets, Uses: n.Uses}
			}
			return grouped(resolve.Group(in))
		},
	}
}

func grouped(entities []resolve.Entity) []store.Grouped {
	out := make([]store.Grouped, len(entities))
	for i, e := range entities {
		out[i] = store.Grouped{ID: e.ID, Kind: e.Kind, Name: e.Name}
		for _, l := range e.Aliases {
			out[i].Aliases = append(out[i].Aliases, store.GroupedAlias(l))
		}
	}
	return out
}
