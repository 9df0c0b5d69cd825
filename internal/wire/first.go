package wire

import (
	"fmt"

	"github.com/hearsay-engine/hearsay/internal/trace"
)

// FirstWords say where a claim is told first, as far as dates tell: in one article,
// or one of several of which nothing says which was before the others. Stations are
// their places in the course, one an article.
func FirstWords(c *trace.Course) (words string, stations []int) {
	met := map[string]bool{}
	undated := true
	for _, i := range c.First.May {
		a := c.Stations[i].Article
		if met[a.ID] {
			continue
		}
		met[a.ID] = true
		undated = undated && a.Seen.From.IsZero()
		stations = append(stations, i)
	}
	switch n := len(stations); {
	case n == 0:
		return "Nothing in this collection tells it.", nil
	case undated:
		return "Which is the earliest in this collection is not known: no date is.", stations
	case n == 1:
		return "Earliest in this collection:", stations
	default:
		return fmt.Sprintf("Earliest in this collection: one of these %d; their dates do not tell which", n), stations
	}
}
