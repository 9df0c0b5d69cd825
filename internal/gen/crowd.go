package gen

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Crowd is a load for the stage that resolves names: articles that only name
// people, organisations and places, with the truth of who each is. Some are
// named in much of the news and most in little of it; people share surnames,
// and some a whole name; each moves in circles whose news name them together.
// An outlet writes names by its house's romanisation, which is none of ours.
type Crowd struct {
	Entities int     // 0 is 18,000
	Names    int     // in an article; 0 is 20
	Outlets  int     // 0 is 200
	PerDay   int     // articles a day; 0 is 400
	Skew     float64 // exponent of Zipf's law for how often each is named; 0 is 0.9
}

// Shares of what a name is, and of how an article writes it.
const (
	shareOrganisation = 0.18
	sharePlace        = 0.07
	shareForeign      = 0.55 // of people, whose names were not written in Latin letters
	shareNamesake     = 0.01 // of people, who have the whole name of another
	circleSize        = 40
	shareOutside      = 0.12 // of an article's names, from outside of its circle
	shareSurname      = 0.10 // of articles that name a person, by surname only
	shareInitials     = 0.05
	sharePatronymic   = 0.06
	shareTypo         = 0.012
	shareCase         = 0.015 // a case ending kept by a translation
	shareAcronym      = 0.3   // of articles that name an organisation with one
	shareRole         = 0.25  // of people, by what they are
)

const (
	ofCrowd uint64 = 1<<8 + iota
	ofSighting
	ofSpelling
)

// Named is a name of an article and who that is.
type Named struct {
	Entity news.Entity
	Who    int // number of the entity
}

// CrowdArchive is a crowd of a seed. It is safe for concurrent use.
type CrowdArchive struct {
	Crowd
	seed   uint64
	shares []float64 // cumulated, of the entities' uses
	roles  []string
}

// NewCrowd gives the crowd of a seed.
func NewCrowd(seed uint64, c Crowd) *CrowdArchive {
	fill := func(n *int, usual int) {
		if *n == 0 {
			*n = usual
		}
	}
	fill(&c.Entities, 18_000)
	fill(&c.Names, 20)
	fill(&c.Outlets, 200)
	fill(&c.PerDay, 400)
	if c.Skew == 0 {
		c.Skew = 0.9
	}
	a := &CrowdArchive{Crowd: c, seed: seed, shares: make([]float64, c.Entities)}
	sum := 0.0
	for i := range a.shares {
		sum += 1 / math.Pow(float64(i+1), c.Skew)
		a.shares[i] = sum
	}
	a.roles = strings.Fields("minister senator striker goalkeeper physicist historian singer novelist journalist editor lawyer judge banker investor general surgeon bishop")
	return a
}

// often draws an entity, those of small numbers oftener.
func (a *CrowdArchive) often(d *dice) int {
	x := d.share() * a.shares[len(a.shares)-1]
	return min(sort.SearchFloat64s(a.shares, x), len(a.shares)-1)
}

// circle draws a member of the circle of an entity. Numbers far apart move in
// one circle, so that each has members of all frequencies.
func (a *CrowdArchive) circle(d *dice, of int) int {
	circles := max(1, a.Entities/circleSize)
	k := d.few(circleSize)
	return min(of%circles+k*circles, a.Entities-1)
}

// Article makes article n: what it is read to say, and who is who.
func (a *CrowdArchive) Article(n int) (*news.Article, []Named) {
	d := throw(a.seed, ofSighting, uint64(n))
	outlet := d.few(a.Outlets)
	day := firstDay.AddDate(0, 0, n/a.PerDay)
	art := &news.Article{ID: fmt.Sprintf("crowd/%08d", n), Language: "en"}
	art.Outlet.Value = fmt.Sprintf("Outlet %d", outlet)
	art.Published = news.Date{Value: day.Format("2006-01-02"), Precision: news.Day}
	lead := a.often(&d)
	var text strings.Builder
	var named []Named
	seen := map[int]bool{}
	wanted := d.between(a.Names/2, a.Names*3/2)
	for tries := 0; len(named) < wanted && tries < 4*wanted; tries++ {
		who := a.circle(&d, lead)
		if d.chance(shareOutside) {
			who = a.often(&d)
		}
		if !seen[who] {
			seen[who] = true
			named = append(named, a.print(&text, &d, who, outlet))
		}
	}
	art.Text = text.String()
	art.SHA256 = news.DigestOf(art.Text)
	art.Body = []news.Span{{End: len(art.Text)}}
	for _, x := range named {
		art.Entities = append(art.Entities, x.Entity)
	}
	return art, named
}

// print writes a sentence that names an entity.
func (a *CrowdArchive) print(text *strings.Builder, d *dice, who, outlet int) Named {
	e := a.entity(who)
	put := func(s string) news.Span {
		from := text.Len()
		text.WriteString(s)
		return news.Span{Start: from, End: text.Len()}
	}
	out := news.Entity{Kind: e.kind}
	put("Of ")
	if e.kind == news.Person && d.chance(shareRole) {
		put("the " + a.roles[e.role%len(a.roles)] + " ")
	}
	full, short := e.spelled(d, outlet)
	out.Name = full
	out.Mentions = append(out.Mentions, put(full))
	if short != "" {
		put(" (")
		out.Mentions = append(out.Mentions, put(short))
		put(")")
	}
	put(" it was said.\n")
	return Named{out, who}
}

// Blob is an article of a crowd as a capture.
func (a *CrowdArchive) Blob(art *news.Article) news.Blob {
	return news.Blob{ID: art.ID, Media: news.MediaText, Charset: "utf-8", Bytes: []byte(art.Text), Given: news.Given{Outlet: art.Outlet.Value, Published: art.Published.Value}}
}
