package gen

import "strconv"

// writer puts meanings into words. facts decides what is said, words how.
type writer struct {
	archive *Archive
	facts   dice
	words   wording
	out     []byte
}

func (w *writer) put(parts ...string) *writer {
	for _, s := range parts {
		w.out = append(w.out, s...)
	}
	return w
}

// any draws a meaning of the section.
func (w *writer) any(section string) meaning {
	list := w.archive.words[section]
	return list[w.facts.n(len(list))]
}

// say words a meaning; form is 0, or 1 for a verb's past.
func (w *writer) say(m meaning, form int) string { return m[w.words.n(len(m))][form] }

// one chooses a wording.
func (w *writer) one(wordings ...string) string { return wordings[w.words.n(len(wordings))] }

func (w *writer) number(low, high int) string { return strconv.Itoa(w.facts.between(low, high)) }

// thing is a noun with its adjective, "the costly rail link in Dorgrad".
func (w *writer) thing() {
	adjective, noun := w.any("adjective"), w.any("noun")
	w.put("the ", w.say(adjective, 0), " ", w.say(noun, 0))
	if w.archive.Varied || w.facts.chance(.4) {
		w.put(w.one(" in ", " at "), w.archive.city(w.facts.few(w.archive.Cities)))
	}
}

// named puts a place of its own behind what was said, in a varied archive.
func (w *writer) named(preposition string) {
	if w.archive.Varied {
		w.put(preposition, w.archive.city(w.facts.n(w.archive.Cities)))
	}
}

// clause is something that can be said to be so: it begins small and has no stop.
func (w *writer) clause() {
	switch w.facts.n(5) {
	case 0, 1:
		w.deed()
	case 2:
		w.plan()
	case 3:
		w.crowd()
	default:
		w.price()
	}
}

func (w *writer) deed() {
	subject, verb := w.any("subject"), w.any("verb")
	w.put(w.say(subject, 0)).named(" of ")
	w.put(w.one(" had ", " has ", " "), w.say(verb, 1), " ")
	w.thing()
	w.perhapsAdjunct(.6, "")
}

func (w *writer) plan() {
	subject, verb := w.any("subject"), w.any("verb")
	w.put(w.say(subject, 0)).named(" of ")
	w.put(w.one(" would ", " will ", " is going to "), w.say(verb, 0), " ")
	w.thing()
	w.put(w.one(" for ", " at a cost of "), w.number(2, 980), w.one(" million crowns", " mln crowns"))
	w.perhapsAdjunct(.3, "")
}

func (w *writer) crowd() {
	group, befell := w.any("group"), w.any("befell")
	w.put(w.number(3, 40), w.one(" thousand ", ",000 "), w.say(group, 0), w.one(" of ", " from "), w.archive.city(w.facts.n(w.archive.Cities)), " ", w.say(befell, 0))
	w.perhapsAdjunct(.5, " at ")
}

func (w *writer) price() {
	goods, moved := w.any("goods"), w.any("moved")
	w.put(w.one("the price of ", "prices for ", "what one pays for "), w.say(goods, 0)).named(" from ")
	w.put(" ", w.say(moved, 0), w.one(" by ", " "), w.percent(), w.one(" percent in ", " per cent in "), w.archive.country(w.facts.n(w.archive.countries())))
	w.perhapsAdjunct(.4, "")
}

// countries is how many there are.
func (a *Archive) countries() int {
	if a.Varied {
		return a.Cities
	}
	return 40
}

// percent is a figure; in a varied archive with a hundredth, so that "stagnated at the
// old level and then rose by 42.07 percent" is said of one thing.
func (w *writer) percent() string {
	n := w.number(2, 95)
	if !w.archive.Varied {
		return n
	}
	return n + "." + w.number(10, 99)
}

// perhapsAdjunct ends in a place of its own in a varied archive, and a preposition
// before it leads another: its phrase and those around it are too many words in a row
// to be chance in news.
func (w *writer) perhapsAdjunct(p float64, before string) {
	if adjunct := w.any("adjunct"); w.facts.chance(p) {
		if before != "" {
			w.named(before)
		}
		w.put(" ", w.say(adjunct, 0)).named(" near ")
	}
}

// clauseText words one clause by itself.
func (w *writer) clauseText() string {
	start := len(w.out)
	w.clause()
	s := string(w.out[start:])
	w.out = w.out[:start]
	return s
}

// claimText words claim number c.
func (w *writer) claimText(c int) string {
	facts := w.facts
	w.facts = throw(w.archive.seed, ofClaim, uint64(c))
	s := w.clauseText()
	w.facts = facts
	return s
}
