package wire

import (
	"fmt"
	"io"

	"github.com/jedib0t/go-pretty/v6/table"

	"github.com/hearsay-engine/hearsay/internal/spread"
	"github.com/hearsay-engine/hearsay/internal/store"
)

// Spread is the JSON of who carried whose words, outlet by outlet.
type Spread struct {
	Outlets int        `json:"outlets"` // or groups of outlets, that stand in Counts
	Within  int        `json:"within"`  // articles that carry words of their own outlet, or group
	More    bool       `json:"more"`    // only the newest, or the most frequent, are counted
	Left    int        `json:"left"`    // counts that are left out
	Counts  []SpreadBy `json:"counts"`
}

// SpreadBy counts the articles of To that carry words of From's. By words only it
// is not known which had them first, or both quote a third.
type SpreadBy struct {
	From      string `json:"from"` // "" where it is not known
	To        string `json:"to"`
	Way       string `json:"way"`
	Articles  int    `json:"articles"`
	Suggested int    `json:"suggested"` // more of them, machine-suggested, not reviewed
}

// NewSpread is the JSON of the first limit counts of a graph.
func NewSpread(s *store.Spread, g *spread.Graph, limit int) Spread {
	out := Spread{Outlets: g.Outlets, Within: g.Within, More: s.More, Counts: []SpreadBy{}}
	for _, c := range g.Table[:min(limit, len(g.Table))] {
		out.Counts = append(out.Counts, SpreadBy{SpreadName(s, c.From), SpreadName(s, c.To), c.Way.Name(), c.Articles, c.Suggested})
	}
	out.Left = len(g.Table) - len(out.Counts)
	return out
}

// SpreadName is how an outlet, or a group, is spelled.
func SpreadName(s *store.Spread, name string) string {
	if spelled, known := s.Names[name]; known {
		return spelled
	}
	return name
}

// WayWords say how it is known who carried whose words.
func WayWords(w spread.Way) string {
	switch w {
	case spread.Credited:
		return "names its source"
	case spread.Uncredited:
		return "no source named"
	}
	return "by words only"
}

// Write prints counts as a person reads them.
func (s *Spread) Write(out io.Writer) {
	if len(s.Counts) == 0 {
		fmt.Fprintln(out, "no copy from one outlet to another found by these rules")
		return
	}
	w := table.NewWriter()
	w.SetStyle(quiet)
	w.AppendHeader(table.Row{"words of", "carried by", "how", "articles", "suggested"})
	for _, c := range s.Counts {
		way, _ := spread.WayNamed(c.Way)
		w.AppendRow(table.Row{spreadOutlet(c.From), spreadOutlet(c.To), WayWords(way), c.Articles, c.Suggested})
	}
	fmt.Fprintln(out, w.Render())
	if s.Left > 0 {
		fmt.Fprintf(out, "%d more: take a greater --limit, 0 for all\n", s.Left)
	}
	if s.Within > 0 {
		fmt.Fprintf(out, "articles that carry words of their own outlet or group: %d\n", s.Within)
	}
	if s.More {
		fmt.Fprintln(out, "there are more than are counted: ask for less")
	}
	fmt.Fprintln(out, "by words only: which had them first is not known, or both quote a third")
}

func spreadOutlet(name string) string {
	if name == "" {
		return "outlet unknown"
	}
	return Printable(name)
}
