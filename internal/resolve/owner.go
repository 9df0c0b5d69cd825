package resolve

import (
	"slices"
	"strings"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/name"
	"github.com/hearsay-engine/hearsay/news"
)

// owned is a role or body taken apart.
type owned struct {
	by   string // whose it is, folded, without its article; "" when it does not say
	rest string // what it says besides
}

// takeOwner takes a role or body apart: "norland" and "Health Ministry" of "Norland's
// Health Ministry", "lake bank" and "website" of "website of the Lake Bank".
func takeOwner(role string) owned {
	for _, mark := range []string{"'s ", "’s ", "s' ", "s’ "} {
		if by, rest, found := strings.Cut(role, mark); found {
			if mark[0] == 's' {
				by += "s"
			}
			return owned{fold.Name(by), rest}
		}
	}
	if rest, by, found := strings.Cut(role, " of "); found {
		return owned{strings.TrimPrefix(fold.Name(by), "the "), rest}
	}
	return owned{}
}

// missions are houses that a state has in others, of which there are as many as
// states.
var missions = []string{"embassy", "consulate", "consulate general"}

// isMission reports whether what is somebody's is one of them, wherever it is.
func (o owned) isMission() bool {
	house, _, _ := strings.Cut(fold.Name(o.rest), " in ")
	return slices.Contains(missions, strings.TrimPrefix(house, "the "))
}

// holderOf is whose a body is that any state has, of the words of its owner:
// Norland of "norland in quayside", nobody of "health".
func holderOf(owner string) name.Name {
	owner, _, _ = strings.Cut(owner, " in ")
	var own []string
	for w := range strings.FieldsSeq(owner) {
		if !commonWords()[w] && w != "of" && w != "the" {
			own = append(own, w)
		}
	}
	return name.Parse(strings.Join(own, " "), "")
}

// otherHolders reports whether two roles are held by two who share no word: the
// embassy of one state is not another's.
func otherHolders(a, b *Form) bool {
	return !a.holder.Empty() && !b.holder.Empty() && name.Compare(&a.holder, &b.holder).Score == 0
}

// anyStates reports whether words are those of a body that any state has.
func anyStates(words string) bool {
	body := name.Parse(words, "")
	return body.Kind() == news.Organisation && ofAnyState(news.Organisation, fold.Name(words))
}

// postAndBody reports whether one of two names is of somebody or something that is
// no body, and the other of a body: the minister is not the ministry.
func postAndBody(a, b *Form) bool {
	return a.role && !a.held && b.held || b.role && !b.held && a.held
}

// owns reports whether a name is the owner of a role or body, or part of its name:
// the bank is not its website, nor a state its embassy.
func owns(owner, role *Form) bool {
	if role.owner == "" {
		return false
	}
	words := strings.Fields(role.owner)
	for w := range strings.FieldsSeq(strings.TrimPrefix(owner.Folded, "the ")) {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return true
}

// otherStates reports whether two names of bodies speak of different states.
func otherStates(a, b *Form) bool {
	return len(a.states) > 0 && len(b.states) > 0 && !slices.ContainsFunc(a.states, func(s string) bool { return slices.Contains(b.states, s) })
}

// stateMarks are what states count as among companions, by themselves or by
// their people: any code of two letters, whether or not a state has it.
var stateMarks = sync.OnceValue(func() map[Companion]string {
	out := map[Companion]string{}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			out[companion("iso:"+code, weighState)] = code
			out[companion("people:"+code, weighState)] = code
		}
	}
	return out
})

// elsewhere reports whether an article speaks of states and of none of those that
// a body is of.
func (s *Scene) elsewhere(states []string) bool {
	if s == nil || len(states) == 0 {
		return false
	}
	other := false
	for _, c := range s.With {
		code := stateMarks()[c]
		if code != "" && slices.Contains(states, code) {
			return false
		}
		other = other || code != ""
	}
	return other
}

// ofStates reads the states out of a body's name, or a role's, and gives its
// words with every state called one way.
func (f *Form) ofStates(words string) string {
	if f.known.id == "" {
		if english, code, office := inEnglish(f.Folded); office {
			if f.office, f.held = true, true; code != "" {
				f.states = []string{code}
			}
			return english
		}
	}
	if f.known.id != "" || !strings.Contains(f.Folded, " ") {
		return words
	}
	b := known.BodyOf(words)
	f.states = b.States
	f.held = anyStates(b.Rest)
	f.restated = b.Plain != words && !ofAnyState(news.Organisation, fold.Name(b.Rest))
	return b.Plain
}
