package known

import (
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// Body is the name of a body as the states that it speaks of leave it.
type Body struct {
	States []string // the codes of states it names, by themselves or by their peoples, ascending: "KZ"
	Plain  string   // each of them by its canonical name: "Kazakhstan Ministry of Health" for "Kazakh Ministry of Health"
	Rest   string   // without them: "Ministry of Health"
}

// BodyOf takes the states out of a name. Words of regions and cities are none.
func BodyOf(name string) Body {
	room := rooms.Get().(*[]text.Token)
	defer rooms.Put(room)
	*room = text.Tokens(name, news.Span{End: min(len(name), maxNameBytes)}, (*room)[:0])
	tokens := *room
	var b Body
	var plain, rest strings.Builder
	at := 0
	for i := 0; i < len(tokens); i++ {
		n, roles := Longest(tokens[i:])
		if roles&(Country|Demonym) == 0 {
			continue
		}
		end := tokens[i+n-1].End
		code, state := stateOf(name[tokens[i].Start:end])
		if code == "" {
			continue
		}
		b.States = append(b.States, code)
		before := name[at:tokens[i].Start]
		plain.WriteString(before + state)
		rest.WriteString(before)
		at, i = end, i+n-1
	}
	b.Plain, b.Rest = plain.String()+name[at:], rest.String()+name[at:]
	slices.Sort(b.States)
	b.States = slices.Compact(b.States)
	return b
}

// stateOf is the state whose name, or whose people's, words are.
func stateOf(words string) (code, name string) {
	for _, e := range Named(words) {
		scheme, code, _ := strings.Cut(e.ID, ":")
		if e.Role&(Country|Demonym) == 0 || len(code) != StateCode || scheme != "iso" && scheme != "people" {
			continue
		}
		if state, found := Get("iso:" + code); found {
			return code, state.Name()
		}
	}
	return "", ""
}

// StateCode is the length of a state's code.
const StateCode = 2
