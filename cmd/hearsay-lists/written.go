package main

import (
	"embed"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/lang/en"
)

// The tables in written are our own, from general knowledge: what the packages
// lack. Columns stand between tabs, names between commas; a line that begins
// with # is a note.
//
//go:embed written
var written embed.FS

// eachLine calls read with the columns of every line of a table, made up to n.
func eachLine(table string, n int, read func(col []string) error) error {
	b, err := written.ReadFile("written/" + table)
	if err != nil {
		return err
	}
	var wrong []error // all of them, so that a table is mended at once
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		col := strings.Split(line, "\t")
		if len(col) > n {
			wrong = append(wrong, fmt.Errorf("%s:%d: %d columns, at most %d are read", table, i+1, len(col), n))
			continue
		}
		if err := read(append(col, make([]string, n-len(col))...)); err != nil {
			wrong = append(wrong, fmt.Errorf("%s:%d: %w", table, i+1, err))
		}
	}
	return errors.Join(wrong...)
}

// listed splits names.
func listed(names string) []string {
	if names == "" {
		return nil
	}
	all := strings.Split(names, ",")
	for i := range all {
		all[i] = strings.TrimSpace(all[i])
	}
	return all
}

// nameAll adds English names and others. An English name behind = becomes the
// canonical one.
func (t *thing) nameAll(english, other string) {
	for _, n := range listed(english) {
		canonical, first := strings.CutPrefix(n, "=")
		t.name(canonical, true)
		if i := slices.Index(t.english, canonical); first && i > 0 {
			t.english = slices.Insert(slices.Delete(t.english, i, i+1), 0, canonical)
		}
	}
	for _, n := range listed(other) {
		t.name(n, false)
	}
}

// readRenamed adds names that cities had, have or are better known by: country,
// name in GeoNames, English names, others.
func readRenamed(w *world) error {
	var wrong []error
	for _, table := range []string{"cities.txt", "capitals.txt"} {
		wrong = append(wrong, eachLine(table, 4, w.readRenamedCity))
	}
	return errors.Join(wrong...)
}

func (w *world) readRenamedCity(col []string) error {
	t := w.findCity("iso:"+col[0], col[1])
	if t == nil {
		return fmt.Errorf("GeoNames lists no %s in %s", col[1], col[0])
	}
	t.nameAll(col[2], col[3])
	for _, n := range t.english {
		w.nameCity(t, n)
	}
	return nil
}

// readPlaces enters parts of the world and former states, and adds names to
// what CLDR lists: ID, role, English names, others.
func readPlaces(w *world) error {
	roles := map[string]known.Role{"country": known.Country, "region": known.Region, "area": known.Area}
	var wrong []error
	for _, table := range []string{"places.txt", "features.txt", "states.txt"} {
		wrong = append(wrong, eachLine(table, 4, func(col []string) error {
			if roles[col[1]] == 0 {
				return fmt.Errorf("no role %q", col[1])
			}
			w.at(col[0], roles[col[1]]).nameAll(col[2], col[3])
			return nil
		}))
	}
	return errors.Join(wrong...)
}

// readOrganisations enters organisations: ID, English names, others.
func readOrganisations(w *world) error {
	var wrong []error
	for _, table := range []string{"organisations.txt", "companies.txt"} {
		wrong = append(wrong, eachLine(table, 3, func(col []string) error {
			w.at("org:"+col[0], known.Organisation).nameAll(col[1], col[2])
			return nil
		}))
	}
	return errors.Join(wrong...)
}

// readPeoples enters who comes from where: English words of belonging as the
// language's own list has them, and others.
func readPeoples(w *world) error {
	places := w.placesByName()
	for _, line := range strings.Split(en.Demonyms, "\n") {
		words, place, found := strings.Cut(line, "\t")
		if !found || line[0] == '#' {
			continue
		}
		t := w.people(places[known.Form(place)], place)
		for _, word := range listed(words) {
			t.name(capitalised(word), true)
		}
	}
	return eachLine("peoples.txt", 3, func(col []string) error {
		if w.of[col[0]] == nil {
			return fmt.Errorf("no place %s", col[0])
		}
		w.people(col[0], "").nameAll(col[1], col[2])
		return nil
	})
}

// people is the thing of those who belong to a place, or to a faith or party
// that is none.
func (w *world) people(place, name string) *thing {
	id := "people:" + strings.ReplaceAll(known.Form(name), " ", "-")
	if place != "" {
		_, code, _ := strings.Cut(place, ":")
		id = "people:" + code
	}
	t := w.at(id, known.Demonym)
	t.in = place
	return t
}

// placesByName finds states before areas before regions by their English names.
func (w *world) placesByName() map[string]string {
	out := map[string]string{}
	for _, role := range []known.Role{known.Country, known.Area, known.Region} {
		for _, id := range w.ids() {
			t := w.of[id]
			for _, n := range t.english {
				if f := known.Form(n); t.role == role && out[f] == "" {
					out[f] = id
				}
			}
		}
	}
	return out
}

// capitalised writes a word of belonging as English does.
func capitalised(word string) string {
	parts := strings.Split(word, "-")
	for i, p := range parts {
		parts[i] = strings.ToUpper(p[:1]) + p[1:]
	}
	return strings.Join(parts, "-")
}
