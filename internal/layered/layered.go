// Package layered places the nodes of a small directed graph in layers, so that
// its edges lead to the right: the method of Sugiyama, Tagawa and Toda, "Methods
// for Visual Understanding of Hierarchical System Structures" (1981). Edges that
// would close a cycle are turned, layers follow the longest path, each layer is
// ordered by the barycentre of its neighbours, and nodes are drawn towards their
// neighbours without ever meeting. The same graph always gives the same places.
package layered

import "fmt"

// Edge leads from a node to another, both by number. The heavier an edge, the
// later it is turned.
type Edge struct{ From, To, Weight int }

// Room is how much room nodes take, in any unit; High is even.
type Room struct {
	Wide, High int // of a node
	Across     int // between two layers
	Apart      int // between two nodes of a layer
}

// Point is a place; Y grows downwards.
type Point struct{ X, Y int }

// Placed is a graph with its places.
type Placed struct {
	Wide, High int
	Nodes      []Point   // their middles
	Lines      [][]Point // of each edge, from its From's side to its To's, by way of the layers between
	Turned     []bool    // the edge leads to the left
}

// Bounds: what a reader can take in, and what is placed in some milliseconds.
const (
	MaxNodes = 40
	MaxEdges = 120
)

// Place places n nodes. Edges from a node to itself and edges to no node are
// errors, as is more than the bounds.
func Place(n int, edges []Edge, room Room) (*Placed, error) {
	if n < 0 || n > MaxNodes || len(edges) > MaxEdges {
		return nil, fmt.Errorf("%d nodes and %d edges: at most %d and %d are placed", n, len(edges), MaxNodes, MaxEdges)
	}
	for _, e := range edges {
		if e.From == e.To || min(e.From, e.To) < 0 || max(e.From, e.To) >= n {
			return nil, fmt.Errorf("no edge leads from %d to %d among %d nodes", e.From, e.To, n)
		}
	}
	turned := acyclic(n, edges)
	l := newLayers(n, edges, turned, room)
	l.order()
	l.settle()
	return l.placed(edges, turned), nil
}
