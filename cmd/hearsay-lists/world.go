package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/lang/en"
)

// world is what has been gathered, by ID.
type world struct {
	data  string
	of    map[string]*thing
	city  map[cityName][]*thing // by country and name, most inhabitants first
	notes []string
}

// thing is an entry in the making: names each once, English ones apart.
type thing struct {
	id, in         string
	role           known.Role
	population     int
	english, other []string
	has            map[string]bool
	feature        string // of a city: GeoNames' code
}

// cityName is a city's name in its country, as names are looked up.
type cityName struct{ country, name string }

func newWorld(data string) *world {
	return &world{data: data, of: map[string]*thing{}, city: map[cityName][]*thing{}}
}

// at is the thing of an ID, made with the role when it is new.
func (w *world) at(id string, role known.Role) *thing {
	t := w.of[id]
	if t == nil {
		t = &thing{id: id, role: role, has: map[string]bool{}}
		w.of[id] = t
	}
	return t
}

// name adds a name. One that is already there keeps its place, but what is
// found to be English counts as such.
func (t *thing) name(name string, english bool) {
	name = strings.Join(strings.Fields(strings.ReplaceAll(name, "\u200b", "")), " ")
	name = strings.TrimRight(name, "¹²³:,") // CLDR's marks on names that several have, and slips
	if len([]rune(name)) < 2 && name < "\u0370" || strings.Contains(name, "|") {
		return // a letter is no name, but a Chinese character is
	}
	if english && !slices.Contains(t.english, name) {
		t.english = append(t.english, name)
		t.other = slices.DeleteFunc(t.other, func(o string) bool { return o == name })
	}
	if !english && !t.has[name] {
		t.other = append(t.other, name)
	}
	t.has[name] = true
}

// entries gives what has been gathered, in order of IDs.
func (w *world) entries() []known.Entry {
	out := make([]known.Entry, 0, len(w.of))
	for _, id := range w.ids() {
		t := w.of[id]
		if len(t.english)+len(t.other) == 0 {
			w.note("%s has no name", id)
			continue
		}
		slices.Sort(t.other)
		english, common := t.split()
		out = append(out, known.Entry{ID: id, Role: t.role, In: t.in, Population: t.population, Names: slices.Concat(english, common, t.other), English: len(english)})
	}
	return out
}

// split sets apart the English names of towns and parts of states that are
// words of common English (Of, Same, Western): no text means the place by them.
func (t *thing) split() (english, common []string) {
	for _, n := range t.english {
		if t.role&(known.Town|known.Region) != 0 && n != strings.ToUpper(n) && commonWords[known.Form(n)] {
			common = append(common, n)
		} else {
			english = append(english, n)
		}
	}
	return english, common
}

// commonWords are the words of common English and its closed classes.
var commonWords = func() map[string]bool {
	all := map[string]bool{}
	for _, line := range strings.Split(en.CommonWords, "\n") {
		if !strings.HasPrefix(line, "#") {
			for _, word := range strings.Fields(line) {
				all[word] = true
			}
		}
	}
	for _, class := range [][]string{en.Openers, en.Prepositions, en.Determiners, en.Possessives, en.SubjectPronouns, en.ObjectPronouns,
		en.Coordinators, en.Subordinators, en.WhWords, en.Auxiliaries, en.Modals, en.Negations, en.Adverbs} {
		for _, word := range class {
			all[strings.ToLower(word)] = true
		}
	}
	return all
}()

func (w *world) ids() []string {
	ids := make([]string, 0, len(w.of))
	for id := range w.of {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

func (w *world) names() int {
	n := 0
	for _, t := range w.of {
		n += len(t.english) + len(t.other)
	}
	return n
}

// note keeps a remark for the person who makes the lists.
func (w *world) note(format string, args ...any) {
	w.notes = append(w.notes, fmt.Sprintf(format, args...))
}
