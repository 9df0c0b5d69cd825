package spread

import (
	"testing"

	"pgregory.net/rapid"
)

// told adds up what the rows of each two nodes say, one way and the other.
func told(g *Graph) map[[2]int][len(names)]int {
	of := map[[2]int][len(names)]int{}
	for _, r := range g.Drawn {
		n := of[[2]int{r.From, r.To}]
		n[r.Way] += r.all()
		of[[2]int{r.From, r.To}] = n
	}
	return of
}

// Whatever is asked for, each line drawn has its rows, and what has no row of its
// own is in the rest.
func TestEachLineDrawnHasItsRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := Of(anyCounts.Draw(t, "counts"), Options{Top: rapid.IntRange(0, 40).Draw(t, "top"), Focus: rapid.StringMatching(`[a-h]?`).Draw(t, "focus")})
		rows := told(g)
		drawn := 0
		for _, b := range g.Bundles {
			there, back := rows[[2]int{b.A, b.B}], rows[[2]int{b.B, b.A}]
			for _, w := range Ways {
				said, row := [2]int{b.AToB[w], b.BToA[w]}, [2]int{there[w], back[w]}
				if w == ByWords { // neither is first
					said, row = [2]int{said[0] + said[1]}, [2]int{row[0] + row[1]}
				}
				if said != row {
					t.Fatalf("%s of %d and %d: drawn %v, rows %v", w.Name(), b.A, b.B, said, row)
				}
			}
			drawn += b.Articles
		}
		inRows, others := 0, 0
		for _, r := range g.Drawn {
			inRows += r.all()
			if g.Nodes[r.From].Others+g.Nodes[r.To].Others > 0 {
				others += r.all()
			}
		}
		rest, table := 0, 0
		for _, c := range g.Rest {
			rest += c.all()
		}
		for _, c := range g.Table {
			table += c.all()
		}
		if inRows != drawn || inRows+rest != table+others {
			t.Fatalf("%d articles drawn, %d in rows, %d of them of others, %d in the rest, %d in all", drawn, inRows, others, rest, table)
		}
	})
}
