package trace

import "github.com/hearsay-engine/hearsay/news"

// eventTellings bounds the tellings kept of one event: enough to see who tells
// of it, and the rest are counted.
const eventTellings = 3

// moment is what makes two told dates one event.
type moment struct {
	from, to string
	window   news.Interval
}

// events makes stations of the dates that sure tellings tell of. They are told
// and not published: they stand on the line as such.
func (w *work) events(out *Course) {
	place := map[moment]int{}
	articles := map[moment]set{}
	var events []Station
	for i := range out.Stations {
		s := &out.Stations[i]
		if s.Telling == nil {
			continue
		}
		for _, d := range s.Telling.Dates {
			if d.Window.From.IsZero() {
				continue
			}
			m := moment{d.From, d.To, d.Window}
			at, known := place[m]
			if !known {
				at = len(events)
				place[m], articles[m] = at, set{}
				events = append(events, Station{Role: Event, Event: &Happening{Interval: d.Window, Precision: d.Precision, First: d.From, Last: d.To}})
			}
			e := events[at].Event
			if n := articles[m].add(s.Article.ID); n == 1 && len(e.Told) < eventTellings {
				e.Told = append(e.Told, ToldBy{s.Article, s.Telling, d})
			}
			e.Articles = len(articles[m])
		}
	}
	out.Stations = append(out.Stations, events...)
}
