package trace

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Count is how much there is of something. Origins stand beside articles: a
// copy is not a source.
type Count struct {
	Articles int
	Outlets  int // that are known; those of one group are one
	NoOutlet int // articles whose outlet is unknown
	Origins  int // articles that are not copies of one another
	Copies   int // articles that only carry another's words
	Speakers int // who are reported as saying it
}

// Counts of a course. What is only suggested is in none but Suggested.
type Counts struct {
	All       Count
	By        []RelationCount // in the order of Relations, none empty
	Suggested []RelationCount // the same for what is for a person to look at; Origins are not counted
}

// RelationCount counts what takes the claim up in one way.
type RelationCount struct {
	news.Relation
	Count
}

// Relations in the order they are told of.
var Relations = []news.Relation{news.RelRepeats, news.RelDenies, news.RelCorrects, news.RelDoubts, news.RelAsks, news.RelDistances}

// Count of a relation, zero when there is none.
func (c *Counts) Count(r news.Relation) Count {
	for _, rc := range c.By {
		if rc.Relation == r {
			return rc.Count
		}
	}
	return Count{}
}

func counts(c *Course, o origins) Counts {
	out := Counts{All: count(c.Stations, o, func(*Station) bool { return true })}
	for _, r := range Relations {
		is := func(s *Station) bool { return s.Relation() == r }
		if n := count(c.Stations, o, is); n.Articles > 0 {
			out.By = append(out.By, RelationCount{r, n})
		}
		if n := count(c.Suggested, nil, is); n.Articles > 0 {
			n.Origins = 0
			out.Suggested = append(out.Suggested, RelationCount{r, n})
		}
	}
	return out
}

func count(all []Station, o origins, is func(*Station) bool) (n Count) {
	articles, noOutlet, own := set{}, set{}, set{}
	outlets, roots, speakers := set{}, set{}, set{}
	for i := range all {
		s := &all[i]
		if s.Role == Event || !is(s) {
			continue
		}
		articles.add(s.Article.ID)
		roots.add(o.of(s.Article.ID))
		if !s.Hollow() {
			own.add(s.Article.ID)
		}
		if outlet := outletOf(s.Article); outlet != "" {
			outlets.add(outlet)
		} else {
			noOutlet.add(s.Article.ID)
		}
		if who := speakerKey(s.Telling); who != "" {
			speakers.add(who)
		}
	}
	return Count{Articles: len(articles), Outlets: len(outlets), NoOutlet: len(noOutlet), Origins: len(roots),
		Copies: len(articles) - len(own), Speakers: len(speakers)}
}

// set of ids.
type set map[string]bool

// add puts an id into the set and gives 1 when it was not there.
func (s set) add(id string) int {
	if s[id] {
		return 0
	}
	s[id] = true
	return 1
}

// outletOf is what an outlet is counted by; "" when it is unknown.
func outletOf(a *Article) string {
	return strings.ToLower(cmp.Or(a.Group, a.Outlet))
}

// speakerKey is what a speaker is counted by; "" when nobody is reported as
// saying it.
func speakerKey(t *Telling) string {
	if t == nil || t.Voice == news.OutletOwn {
		return ""
	}
	if t.Entity != nil && t.Entity.Confirmed {
		return t.Entity.ID
	}
	return strings.ToLower(t.Who())
}

// Voice is one who told the claim or took it up.
type Voice struct {
	news.Relation
	Who      string  // the speaker, or the outlet in its own voice; "" when neither is known
	Entity   *Entity // who that is across articles; nil when not known
	Own      bool    // an outlet, in its own voice
	Articles int     // in which they do
	Origins  int     // of those articles
	First    int     // the station, by index
}

// voices of the stations that are no mere copies.
func voices(all []Station, o origins) []Voice {
	var out []Voice
	place := map[string]int{}
	articles, roots := set{}, set{}
	for i := range all {
		s := &all[i]
		if s.Telling == nil || s.Hollow() {
			continue
		}
		key := string(s.Relation()) + "\x00" + speakerKey(s.Telling)
		v := Voice{Relation: s.Relation(), Who: s.Telling.Who(), Entity: s.Telling.Entity, First: i}
		if s.Telling.Voice == news.OutletOwn {
			v.Own, v.Who = true, s.Article.Outlet
			key = string(s.Relation()) + "\x01" + cmp.Or(outletOf(s.Article), s.Article.ID)
		}
		at, known := place[key]
		if !known {
			at = len(out)
			place[key] = at
			out = append(out, v)
		}
		out[at].Articles += articles.add(key + "\x00" + s.Article.ID)
		out[at].Origins += roots.add(key + "\x00" + o.of(s.Article.ID))
	}
	slices.SortStableFunc(out, func(a, b Voice) int {
		return cmp.Compare(slices.Index(Relations, a.Relation), slices.Index(Relations, b.Relation))
	})
	return out
}
