package web

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/internal/trace"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds and measures of the picture of a course, in its own units.
const (
	mostLanes   = 14  // voices with a lane of their own, the others share the last
	shortestGap = 14  // between two moments
	tickGap     = 110 // between two dates that are written: as wide as “30 September 2031”
)

// sheet is what a course is drawn on: names stand before their lanes where there is
// room, else above them.
type sheet struct {
	wide, laneHigh int
	label          int // room for who it is, before a lane; 0 where it stands above
	lines, letters int // of a name
}

var (
	onDesk  = sheet{wide: 980, laneHigh: 28, label: 220, lines: 2, letters: 30}
	onPhone = sheet{wide: 340, laneHigh: 38, lines: 1, letters: 48}
)

// lanes draws a course: a lane for each voice, those who tell the claim above
// the line, those who take it up below it; time runs to the right.
// Only those at the places given are drawn.
func (on sheet) lanes(whole []trace.Station, places []int) *pages.Lanes {
	all := make([]trace.Station, len(places))
	for i, at := range places {
		all[i] = whole[at]
	}
	rows := laneRows(all)
	if len(rows) == 0 {
		return nil
	}
	x := on.placesInTime(all)
	out := &pages.Lanes{Wide: on.wide, From: on.label, Lines: on.lines, Letters: on.letters, Ticks: on.ticks(all, x)}
	place := map[int][2]int{}
	y := on.laneHigh
	below := false
	for _, r := range rows {
		if r.below && !below {
			out.Axis = y
			y += on.laneHigh
			below = true
		}
		out.Lanes = append(out.Lanes, pages.Lane{Label: r.label, Y: y, Below: r.below})
		for _, i := range r.stations {
			place[i] = [2]int{x[i], y}
		}
		y += on.laneHigh
	}
	if !below {
		out.Axis = y
		y += on.laneHigh
	}
	out.High = y
	out.Marks, out.Links = marksOf(all, place)
	for i := range out.Marks {
		out.Marks[i].Station = places[out.Marks[i].Station]
	}
	return out
}

// laneRow is one lane and the stations on it.
type laneRow struct {
	label    string
	below    bool
	stations []int
}

// laneRows gives those who tell the claim in the order they come, then those who
// take it up. Articles that only carry words share a lane.
func laneRows(all []trace.Station) []laneRow {
	const carried, others = "copies that carry it", "others"
	var rows []laneRow
	for i := range all {
		s := &all[i]
		if s.Role == trace.Event {
			continue
		}
		label, below := carried, false
		if s.Telling != nil {
			label, below = laneWords(s), s.Relation() != news.RelRepeats
		}
		at := slices.IndexFunc(rows, func(r laneRow) bool { return r.label == label && r.below == below })
		if at < 0 && len(rows) >= mostLanes {
			label = others
			at = slices.IndexFunc(rows, func(r laneRow) bool { return r.label == label && r.below == below })
		}
		if at < 0 {
			rows = append(rows, laneRow{label: label, below: below})
			at = len(rows) - 1
		}
		rows[at].stations = append(rows[at].stations, i)
	}
	slices.SortStableFunc(rows, func(a, b laneRow) int {
		if a.below == b.below {
			return 0
		}
		if a.below {
			return 1
		}
		return -1
	})
	return rows
}

// laneWords name whose lane a station stands on.
func laneWords(s *trace.Station) string {
	if s.Telling.Voice == news.OutletOwn {
		if s.Article.Outlet == "" {
			return "unknown outlet"
		}
		return s.Article.Outlet + " (own words)"
	}
	if who := s.Telling.Who(); who != "" {
		return who
	}
	return "nobody named"
}

// placesInTime gives each station its place from left to right: in the order of
// time, long gaps shortened by their square root, those of no date at the end.
func (on sheet) placesInTime(all []trace.Station) []int {
	at := make([]float64, len(all))
	far := 0.0
	var last time.Time
	undated := false
	for i := range all {
		t := stationTime(&all[i])
		switch {
		case t.IsZero() && !undated:
			undated = true
			far += 3 * shortestGap
		case t.IsZero(), last.IsZero() && i == 0, t.Equal(last):
		default:
			far += math.Max(shortestGap, math.Sqrt(t.Sub(last).Hours())*shortestGap/3)
		}
		if !t.IsZero() {
			last = t
		}
		at[i] = far
	}
	room := float64(on.wide - on.label - 2*shortestGap)
	scale := 1.0
	if far > 0 {
		scale = math.Min(room/far, 12)
	}
	out := make([]int, len(all))
	for i := range at {
		out[i] = on.label + shortestGap + int(at[i]*scale)
	}
	return out
}

func stationTime(s *trace.Station) time.Time {
	if s.Event != nil {
		return s.Event.From
	}
	return s.Article.Seen.From
}

// ticks write dates where there is room for them, within the picture.
func (on sheet) ticks(all []trace.Station, x []int) []pages.Tick {
	var out []pages.Tick
	for i := range all {
		label, at := cmp.Or(stationDay(&all[i]), "no date"), min(max(x[i], on.margin()), on.wide-tickGap/2)
		if n := len(out); n > 0 && (out[n-1].Label == label || at-out[n-1].At < tickGap) {
			continue
		}
		out = append(out, pages.Tick{X: x[i], At: at, Label: label})
	}
	return out
}

// margin is how far to the left a date may be written: it is centred on its moment.
func (on sheet) margin() int { return max(on.label, tickGap/2) }

// stationDay is the day an article's best date names, or a day it tells of.
func stationDay(s *trace.Station) string {
	value := ""
	if s.Event != nil {
		value = cmp.Or(s.Event.First, s.Event.Last)
	} else {
		value = s.Article.Seen.Best.Value
	}
	day, _, _ := strings.Cut(value, "T")
	return day
}

// marksOf are the stations as marks, and what ties a copy to whose words it has.
func marksOf(all []trace.Station, place map[int][2]int) (marks []pages.Mark, links []pages.Link) {
	first := map[string]int{}
	for i := range all {
		s := &all[i]
		at, drawn := place[i]
		if !drawn {
			continue
		}
		if _, known := first[s.Article.ID]; !known {
			first[s.Article.ID] = i
		}
		marks = append(marks, pages.Mark{X: at[0], Y: at[1], Station: i, Hollow: s.Hollow(), Relation: string(s.Relation()), At: placeOf(s)})
		if s.Copy == nil {
			continue
		}
		if of, known := first[s.Copy.Of.ID]; known {
			from := place[of]
			links = append(links, pages.Link{X1: from[0], Y1: from[1], X2: at[0], Y2: at[1], Sure: s.Copy.Directed})
		}
	}
	return marks, links
}

// placeOf is where and when a station stands.
func placeOf(s *trace.Station) pages.Place {
	return pages.Place{Outlet: s.Article.Outlet, Day: stationDay(s)}
}

// drawnFrom is the place of words that are compared.
func drawnFrom(c *trace.Course, station int) pages.Place {
	p := placeOf(c.Station(station))
	p.Suggested = station >= len(c.Stations)
	return p
}

func outletName(a *trace.Article) string {
	if a.Outlet == "" {
		return "unknown outlet"
	}
	return a.Outlet
}
