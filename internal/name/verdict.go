package name

import "github.com/hearsay-engine/hearsay/news"

// Decision is what two names are held to be.
type Decision uint8

const (
	Apart  Decision = iota // two, or not known to be one
	Likely                 // suggested to be one
	Same                   // one
)

func (d Decision) String() string { return [...]string{"apart", "likely", "same"}[d] }

// Verdict is the outcome of a comparison, small and without pointers.
type Verdict struct {
	Score    float64 // 0 to 1
	Decision Decision
	Rules    Rules
}

// Rules is the set of rules that spoke in a comparison.
type Rules uint32

// Rules of comparisons; internal/wording has their sentences.
const (
	Spelled    Rules = 1 << iota // every word of one is a word of the other
	Initials                     // an initial stands for a word
	Equivalent                   // given names that are one
	Inflected                    // a case ending apart
	Similar                      // words that sound or look alike
	Glued                        // two words written as one
	Longer                       // one has words the other lacks
	OneWord                      // one word only is shared, and one name has no other
	Conflict                     // words on both sides that the other lacks
	Fathers                      // two patronymics
	Led                          // a word stands before those they share
	Crossed                      // their words stand in another order
	Generation                   // Jr and Sr, II and III
	Sexes                        // a woman, and a man of her family
	LegalForm                    // legal forms differ
	Acronym                      // one is made of the other's first letters
	NoKey                        // nothing in common to begin with
	Slight                       // short words only sound alike: no reason of its own
)

var ruleIDs = [...]string{"name-words", "name-initial", "name-given", "name-case", "name-similar", "name-glued", "name-longer", "name-one-word",
	"name-conflict", "name-patronymic", "name-led", "name-order", "name-generation", "name-sex", "name-legal-form", "name-acronym", "name-unlike"}

// Reasons are the rules of v in order, each with the score.
func (v Verdict) Reasons() []news.Reason {
	var out []news.Reason
	for i, id := range ruleIDs {
		if v.Rules&(1<<i) != 0 {
			out = append(out, news.Reason{Rule: id, Figure: v.Score})
		}
	}
	return out
}
