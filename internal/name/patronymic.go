package name

import (
	"strings"
	"sync"
)

// kinship words follow a father's name: "oglu", "qizi".
func kinship(w string) bool {
	switch w {
	case "оглы", "оглу", "углы", "уулу", "улы", "ұлы", "ўғли", "угли", "кызы", "қызы", "кизи", "қизи", "гызы",
		"ogly", "oglu", "oğlu", "oghlu", "ogli", "o'g'li", "ogʻli", "uulu", "uly", "uli", "kyzy", "qizi", "qyzy", "kizi", "gyzy", "qızı", "kızı", "gizi":
		return true
	}
	return false
}

// father marks the patronymic of a name of three words or more: the first
// word from the second on that has its ending.
func (n *Name) father() {
	naming := 0
	for i := range n.parts {
		if r := n.parts[i].role; r == word || r == initial || r == patronymic {
			naming++
		}
		if n.parts[i].role == patronymic {
			return
		}
	}
	if naming < 3 {
		return
	}
	seen := 0
	for i := range n.parts {
		p := &n.parts[i]
		if p.role == word && seen > 0 && n.parts[i-1].role != particle && p.patronymic() {
			p.role = patronymic
			return
		}
		if p.role == word || p.role == initial {
			seen++
		}
	}
}

// Endings of patronymics in the alphabet of skeletons, the longest first.
var fatherEndings = strings.Fields("oviCim eviCim oviCem eviCem " +
	"oviCa eviCa aviCa oviCu eviCu aviCu oviCe eviCe aviCe ovits evits ovici evici " +
	"oviC eviC aviC iviC ovic evic avic oviS eviS oviz eviz ovit evit ovix evix " +
	"inCna iCna ovna evna avna ovni evni ovnu evnu ovno evno ovne evne")

// sonEndings are the Turkic words for son and daughter written on.
var sonEndings = strings.Fields("kizi gizi ogli oglu ugli uli")

// leastFather is how many sounds of the father's name must stand.
const (
	leastFather = 2
	leastSon    = 4 // before sonEndings, which end other words, too
)

// shortFathers are patronymics whose endings many surnames have.
var shortFathers = strings.Fields("ильич кузьмич лукич фомич никитич саввич ильинична кузьминична лукинична фоминична никитична " +
	"ilyich ilich iljitsch kuzmich lukich fomich nikitich savvich ilyinichna kuzminichna lukinichna fominichna nikitichna")

var shortFatherSounds = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, w := range shortFathers {
		out[string(soundsOf(w))] = true
	}
	return out
})

// patronymic reports whether a word is made of a father's name, and if so cuts
// its root to that.
func (p *part) patronymic() bool {
	return shortFatherSounds()[string(p.skeleton())] || p.cutEnding(fatherEndings, leastFather) || p.cutEnding(sonEndings, leastSon)
}

func (p *part) cutEnding(endings []string, least int) bool {
	for _, e := range endings {
		if endsIn(p.skeleton(), e) && int(p.n) >= len(e)+least {
			p.stem = p.n - uint8(len(e))
			return true
		}
	}
	return false
}

func endsIn(sounds []uint8, ending string) bool {
	at := len(sounds) - len(ending)
	if at < 1 {
		return false
	}
	for i := range len(ending) {
		if sounds[at+i] != signs[ending[i]] {
			return false
		}
	}
	return true
}
