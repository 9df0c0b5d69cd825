package layered

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

var room = Room{Wide: 120, High: 40, Across: 60, Apart: 12}

// graphs are any that Place takes.
func graphs(t *rapid.T) (int, []Edge) {
	n := rapid.IntRange(1, MaxNodes).Draw(t, "nodes")
	var edges []Edge
	if n > 1 {
		edges = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Edge {
			from := rapid.IntRange(0, n-1).Draw(t, "from")
			to := rapid.IntRange(0, n-2).Draw(t, "to")
			if to >= from {
				to++
			}
			return Edge{from, to, rapid.IntRange(1, 50).Draw(t, "weight")}
		}), 0, MaxEdges).Draw(t, "edges")
	}
	return n, edges
}

func TestNodesStandApartAndEdgesLeadOn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, edges := graphs(t)
		p, err := Place(n, edges, room)
		if err != nil {
			t.Fatal(err)
		}
		for i, a := range p.Nodes {
			if a.X < room.Wide/2 || a.Y < room.High/2 || a.X > p.Wide-room.Wide/2 || a.Y > p.High-room.High/2 {
				t.Fatalf("node %d stands outside: %v of %d × %d", i, a, p.Wide, p.High)
			}
			for k, b := range p.Nodes[:i] {
				if a.X == b.X && max(a.Y-b.Y, b.Y-a.Y) < room.High+room.Apart {
					t.Fatalf("nodes %d and %d meet: %v, %v", k, i, b, a)
				}
				if a.X != b.X && max(a.X-b.X, b.X-a.X) < room.Wide+room.Across {
					t.Fatalf("layers of %d and %d meet: %v, %v", k, i, b, a)
				}
			}
		}
		for i, e := range edges {
			checkLine(t, p, e, i)
		}
	})
}

func checkLine(t *rapid.T, p *Placed, e Edge, i int) {
	from, to := p.Nodes[e.From], p.Nodes[e.To]
	if p.Turned[i] == (to.X > from.X) {
		t.Fatalf("edge %d from %v to %v is said to be turned: %v", i, from, to, p.Turned[i])
	}
	side := room.Wide / 2
	if p.Turned[i] {
		side = -side
	}
	line := p.Lines[i]
	if first, last := line[0], line[len(line)-1]; first.X != from.X+side || last.X != to.X-side {
		t.Fatalf("edge %d from %v to %v is drawn from %v to %v", i, from, to, first, last)
	}
	for k := 1; k < len(line); k++ {
		if p.Turned[i] != (line[k].X < line[k-1].X) {
			t.Fatalf("edge %d goes back: %v", i, line)
		}
	}
}

func TestTheSameGraphHasTheSamePlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, edges := graphs(t)
		a, _ := Place(n, edges, room)
		b, _ := Place(n, edges, room)
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("%v and %v", a, b)
		}
	})
}

func TestNoEdgeIsTurnedWithoutNeed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, edges := graphs(t)
		for i, e := range edges {
			edges[i].From, edges[i].To = min(e.From, e.To), max(e.From, e.To)
		}
		p, _ := Place(n, edges, room)
		for i, turned := range p.Turned {
			if turned {
				t.Fatalf("edge %d of a graph without cycles is turned: %v", i, edges)
			}
		}
	})
}

func TestTheLightestEdgeOfACycleIsTurned(t *testing.T) {
	p, err := Place(3, []Edge{{0, 1, 5}, {1, 2, 1}, {2, 0, 5}}, room)
	if err != nil || !reflect.DeepEqual(p.Turned, []bool{false, true, false}) {
		t.Fatalf("turned %v, %v", p.Turned, err)
	}
}

func TestLinesThatNeedNotCrossDoNot(t *testing.T) {
	l := newLayers(6, []Edge{{0, 5, 1}, {1, 4, 1}, {2, 3, 1}}, make([]bool, 3), room)
	if l.crossings() != 3 {
		t.Fatalf("%d lines cross at the start", l.crossings())
	}
	if l.order(); l.crossings() != 0 {
		t.Fatalf("%d lines cross: %v", l.crossings(), l.layers)
	}
}

func TestWhatIsTooMuchOrNoGraphIsRefused(t *testing.T) {
	for _, c := range []struct {
		n     int
		edges []Edge
	}{{MaxNodes + 1, nil}, {2, make([]Edge, MaxEdges+1)}, {2, []Edge{{1, 1, 1}}}, {2, []Edge{{0, 2, 1}}}, {2, []Edge{{-1, 1, 1}}}} {
		if _, err := Place(c.n, c.edges, room); err == nil {
			t.Errorf("%d nodes with %d edges are placed", c.n, len(c.edges))
		}
	}
}

func BenchmarkTheLargestGraph(b *testing.B) {
	var edges []Edge
	for i := range MaxEdges {
		edges = append(edges, Edge{i % MaxNodes, (i*7 + 1 + i%3) % MaxNodes, i})
	}
	for i := range edges {
		if edges[i].From == edges[i].To {
			edges[i].To = (edges[i].To + 1) % MaxNodes
		}
	}
	for b.Loop() {
		if _, err := Place(MaxNodes, edges, room); err != nil {
			b.Fatal(err)
		}
	}
}
