package pages

import "context"

// Bar is one count of a line in time; Query finds what it counts.
type Bar struct {
	Label string
	Count int
	Query string
}

// A bar's width and the greatest bar's height, in pixels.
const (
	barWide = 12
	barHigh = 48
)

func barsBox(list []Bar) string { return "0 0 " + count(len(list)*barWide) + " " + count(barHigh) }

// barsName tells days from months and years by how they are written.
func barsName(list []Bar) string {
	switch len(list[0].Label) {
	case len("2031-03-05"):
		return "Statements by day"
	case len("2031-03"):
		return "Statements by month"
	}
	return "Statements by year"
}

// barOf is a bar's height; what is there at all is seen.
func barOf(list []Bar, b Bar) int {
	most := 1
	for _, x := range list {
		most = max(most, x.Count)
	}
	if b.Count == 0 {
		return 0
	}
	return max(2, b.Count*barHigh/most)
}

func barWords(ctx context.Context, b Bar) string {
	return told(ctx, b.Label) + ": " + counted(ctx, b.Count, "%d statement", "%d statements")
}
