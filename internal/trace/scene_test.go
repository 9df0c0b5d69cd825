package trace

import (
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

// scene is a claim in the making, with the texts its spans stand in.
type scene struct {
	Claim
	texts map[string]string
}

func newScene() *scene {
	return &scene{Claim: Claim{ID: "claim:0000000001"}, texts: map[string]string{}}
}

// article adds a text, published on a day of May 2025: "3" is all of the 3rd,
// "3 14:00" that minute, "" no day at all.
func (s *scene) article(id, outlet, day, text string) *Article {
	s.texts[id] = text
	s.Articles = append(s.Articles, Article{ID: id, Outlet: outlet, SHA256: news.DigestOf(text), Seen: seenOn(day)})
	return &s.Articles[len(s.Articles)-1]
}

func seenOn(day string) news.Seen {
	if day == "" {
		return news.Seen{Gaps: []news.Reason{{Rule: "DATE_UNKNOWN"}}}
	}
	if t, err := time.Parse("2006-01-2 15:04", "2025-05-"+day); err == nil {
		return news.Seen{Interval: news.Interval{From: t, Until: t.Add(time.Minute)}}
	}
	t, err := time.Parse("2006-01-2", "2025-05-"+day)
	if err != nil {
		panic(err)
	}
	return news.Seen{Interval: news.Interval{From: t, Until: t.AddDate(0, 0, 1)}, Gaps: []news.Reason{{Rule: "DATE_DAY_ONLY"}}}
}

// tell adds a telling of the words in an article; who is "" for the outlet's own.
func (s *scene) tell(id, who, words string) *Telling {
	t := Telling{Article: id, Content: []Quote{s.quote(id, words)}, Voice: news.OutletOwn, Relation: news.RelRepeats, Certainty: news.Confirmed}
	if who != "" {
		t.Voice, t.Name = news.Attributed, who
	}
	s.Tellings = append(s.Tellings, t)
	return &s.Tellings[len(s.Tellings)-1]
}

// takes adds a telling that takes the claim up by the cue.
func (s *scene) takes(id, who string, r news.Relation, cue, words string) *Telling {
	t := s.tell(id, who, words)
	takes := s.quote(id, cue)
	t.Relation, t.Takes = r, &takes
	return t
}

// copy adds a copy whose passage is the same words on both sides.
func (s *scene) copy(from, to, words string) *news.Copy {
	s.Copies = append(s.Copies, news.Copy{From: from, To: to, Directed: true, Kind: news.Republished, Certainty: news.Confirmed,
		Passages: []news.CopyPassage{{From: s.quote(from, words).Span, To: s.quote(to, words).Span}}})
	return &s.Copies[len(s.Copies)-1]
}

func (s *scene) quote(id, words string) Quote {
	i := strings.Index(s.texts[id], words)
	if i < 0 {
		panic(id + " lacks " + words)
	}
	return Quote{news.Span{Start: i, End: i + len(words)}, words}
}

// told is a date that words of an article tell.
func (s *scene) told(id, words, day string) Told {
	q := s.quote(id, words)
	return Told{news.Told{Span: q.Span, From: "2025-05-0" + day, To: "2025-05-0" + day, Window: seenOn(day).Interval, Precision: news.Day}, q.Words}
}

func (s *scene) course() *Course { return Of(&s.Claim) }

// line writes a course as one reads it: hollow stations in brackets.
func line(c *Course) string {
	var out []string
	for i := range c.Stations {
		s := &c.Stations[i]
		switch {
		case s.Role == Event:
			out = append(out, "event "+s.Event.From.Format(time.DateOnly))
		case s.Hollow():
			out = append(out, "["+s.Article.ID+" of "+s.Copy.From+"]")
		case s.Role == Takes:
			out = append(out, s.Article.ID+" "+string(s.Relation()))
		case s.Role == Carries:
			out = append(out, s.Article.ID+" carries")
		default:
			out = append(out, s.Article.ID)
		}
	}
	return strings.Join(out, ", ")
}
