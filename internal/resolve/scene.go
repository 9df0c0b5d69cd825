package resolve

import (
	"cmp"
	"encoding/binary"
	"hash/fnv"
	"slices"
	"time"

	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/news"
)

// Scene is what surrounds the names of one article: it tells whether two
// articles that print one surname are likely to mean one person.
type Scene struct {
	Outlet uint32      // hash of the folded outlet; 0 when unknown
	Day    int32       // days since 1600 of its date; 0 when unknown
	With   []Companion // who and what the article names, ascending
}

// Companion is a name in its article, whatever its spelling: a hash, and in the
// two lowest bits how much it tells.
type Companion uint32

// Weight is what sharing the companion tells: a state is named in much of the
// news, a person in little of it.
func (c Companion) Weight() int { return int(c & weightMask) }

// maxCompanions bounds the names of an article that count: an article that names
// hundreds tells little of each. Those that tell most are kept.
const maxCompanions = 48

const (
	weightMask = 3
	weighState = 1 // a state, a people, an organisation known everywhere
	weighCity  = 2
	weighName  = 3 // anything else
)

// Sighting is a name in an article, as the archive files it.
type Sighting struct {
	Kind  news.EntityKind // "" for a speaker no entity of the article names
	Name  string
	Span  news.Span // its first mention, empty when there is none
	Roles Roles
	Times int // mentions
	Short []Short
}

// Short is a short form that an article prints for a name it has in full.
type Short struct {
	Name string
	Span news.Span // of the short form
}

// Read gives the scene of an article and a sighting for each of its entities,
// in their order.
func Read(a *news.Article) (Scene, []Sighting) {
	s := Scene{Outlet: hash32(fold.Name(a.Outlet.Value)), Day: dayOf(a.Published.Value)}
	if a.Outlet.Value == "" {
		s.Outlet = 0
	}
	sightings := make([]Sighting, len(a.Entities))
	for i := range a.Entities {
		e := &a.Entities[i]
		sightings[i] = sighting(a.Text, e)
		s.With = append(s.With, companionOf(e.Kind, e.Name))
	}
	s.With = heaviest(s.With)
	return s, sightings
}

func sighting(text string, e *news.Entity) Sighting {
	s := Sighting{Kind: e.Kind, Name: e.Name, Times: len(e.Mentions), Short: shortForms(text, e)}
	if len(e.Mentions) > 0 {
		s.Span = e.Mentions[0]
	}
	if e.Kind == news.Person {
		s.Roles = rolesOf(text, e.Mentions)
	}
	return s
}

// heaviest keeps the companions that tell most, ascending.
func heaviest(all []Companion) []Companion {
	slices.SortFunc(all, func(a, b Companion) int {
		return cmp.Or(b.Weight()-a.Weight(), cmp.Compare(a, b))
	})
	all = slices.Compact(all)
	all = all[:min(len(all), maxCompanions)]
	slices.Sort(all)
	return all
}

func hash32(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

// epoch keeps the days of every date an article can have above zero.
var epoch = time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC)

func dayOf(date string) int32 {
	const least = "0001-01-01"
	if len(date) < len("2006-01-02") {
		return 0 // a month or a year is no day
	}
	t, err := time.Parse("2006-01-02", date[:len(least)])
	if err != nil || t.Before(epoch) {
		return 0
	}
	return int32(t.Sub(epoch)/(24*time.Hour)) + 1
}

// Append writes a scene in its stored form behind dst.
func (s *Scene) Append(dst []byte) []byte {
	dst = binary.LittleEndian.AppendUint32(dst, s.Outlet)
	dst = binary.LittleEndian.AppendUint32(dst, uint32(s.Day))
	for _, c := range s.With {
		dst = binary.LittleEndian.AppendUint32(dst, uint32(c))
	}
	return dst
}

// ParseScene reads what Append wrote; what is cut short reads as unknown.
func ParseScene(b []byte) Scene {
	word := func() uint32 {
		if len(b) < 4 {
			return 0
		}
		w := binary.LittleEndian.Uint32(b)
		b = b[4:]
		return w
	}
	s := Scene{Outlet: word(), Day: int32(word())}
	if n := min(len(b)/4, maxCompanions); n > 0 {
		s.With = make([]Companion, 0, n)
	}
	for len(b) >= 4 && len(s.With) < maxCompanions {
		s.With = append(s.With, Companion(word()))
	}
	return s
}
