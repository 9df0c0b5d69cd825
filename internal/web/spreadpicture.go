package web

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/layered"
	"github.com/hearsay-engine/hearsay/internal/spread"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
)

// Measures of the picture, in its own units.
const (
	spreadEdge   = 12 // around it
	spreadRow    = 16
	headLong     = 9
	headHalf     = 5
	thinnest     = 1.5
	thickestMore = 6.5
)

// spreadGaps are the room between two columns, where counts stand: the widest by
// which the picture fits a page.
var spreadGaps = []int{112, 80, 60}

// inColumns puts a graph into columns that fit a page, if they can.
func inColumns(nodes int, edges []layered.Edge) (at *layered.Placed, err error) {
	for _, gap := range spreadGaps {
		at, err = layered.Place(nodes, edges, layered.Room{Wide: pages.SpreadWide, High: pages.SpreadHigh, Across: gap, Apart: spreadRow})
		if err != nil || at.Wide+2*spreadEdge <= pages.SpreadFits {
			break
		}
	}
	return at, err
}

// picture draws a graph: those whose words are carried to the left.
func (a *spreadAsk) picture(found *store.Spread, g *spread.Graph) (*pages.SpreadPicture, error) {
	if len(g.Bundles) == 0 {
		return nil, nil
	}
	edges := make([]layered.Edge, len(g.Bundles))
	for i, b := range g.Bundles {
		edges[i] = layered.Edge{From: b.A, To: b.B, Weight: b.Articles}
	}
	at, err := inColumns(len(g.Nodes), edges)
	if err != nil {
		return nil, fmt.Errorf("spread: %w", err)
	}
	p := &pages.SpreadPicture{Wide: at.Wide + 2*spreadEdge, High: at.High + 2*spreadEdge}
	for i := range g.Nodes {
		p.Nodes = append(p.Nodes, a.node(found, &g.Nodes[i], at.Nodes[i]))
	}
	for i := range g.Bundles {
		p.Lines = append(p.Lines, a.line(p.Nodes, &g.Bundles[i], at.Lines[i], g.Bundles[0].Articles))
	}
	return p, nil
}

func (a *spreadAsk) node(found *store.Spread, n *spread.Node, at layered.Point) pages.SpreadNode {
	out := pages.SpreadNode{X: at.X - pages.SpreadWide/2 + spreadEdge, Y: at.Y - pages.SpreadHigh/2 + spreadEdge,
		Others: n.Others, Given: n.Given, Taken: n.Taken, Words: n.Aligned, Address: "#spread-table"}
	if n.Name != "" {
		e := a.end(found, n.Name)
		out.Name, out.Address = e.Name, e.Address
	}
	return out
}

func (a *spreadAsk) line(nodes []pages.SpreadNode, b *spread.Bundle, points []layered.Point, most int) pages.SpreadLine {
	for i := range points {
		points[i].X += spreadEdge
		points[i].Y += spreadEdge
	}
	l := pages.SpreadLine{A: b.A, B: b.B, Way: b.Way().Name(), Count: b.Articles,
		Width: strconv.FormatFloat(thinnest+thickestMore*math.Sqrt(float64(b.Articles-1)/float64(max(most, 12))), 'f', 1, 64),
		X:     (points[0].X + points[1].X) / 2, Y: (points[0].Y + points[1].Y) / 2, Said: saidOf(b)}
	from, to := nodes[b.A], nodes[b.B]
	l.Address = "#spread-table"
	if from.Others == 0 && to.Others == 0 {
		l.Address = a.with("/spread/copies", "from", from.Name, "to", to.Name)
	}
	right := points[len(points)-1].X > points[0].X
	if b.Forth() {
		l.Heads = append(l.Heads, head(&points[len(points)-1], right))
	}
	if b.Back() {
		l.Heads = append(l.Heads, head(&points[0], !right))
	}
	l.Path = threadOf(points)
	return l
}

// head draws an arrow's head that ends at a point, and moves the point behind it.
func head(at *layered.Point, right bool) string {
	back := -headLong
	if !right {
		back = headLong
	}
	d := fmt.Sprintf("M%d %dl%d %dv%dz", at.X, at.Y, back, -headHalf, 2*headHalf)
	at.X += back
	return d
}

// threadOf is a line through points that leaves and reaches each of them level.
func threadOf(points []layered.Point) string {
	var d strings.Builder
	fmt.Fprintf(&d, "M%d %d", points[0].X, points[0].Y)
	for i, p := range points[1:] {
		q := points[i]
		middle := (p.X + q.X) / 2
		fmt.Fprintf(&d, "C%d %d %d %d %d %d", middle, q.Y, middle, p.Y, p.X, p.Y)
	}
	return d.String()
}

// saidOf is what two nodes have of each other's words, way by way.
func saidOf(b *spread.Bundle) []pages.SpreadSaid {
	var out []pages.SpreadSaid
	for _, w := range spread.Ways {
		there, back := b.AToB[w], b.BToA[w]
		if w == spread.ByWords {
			there, back = there+back, 0
		}
		if there > 0 {
			out = append(out, pages.SpreadSaid{From: b.A, To: b.B, Articles: there, Way: w.Name()})
		}
		if back > 0 {
			out = append(out, pages.SpreadSaid{From: b.B, To: b.A, Articles: back, Way: w.Name()})
		}
	}
	return out
}
