package resolve

import (
	"iter"

	"github.com/hearsay-engine/hearsay/news"
)

// Decisions are what people decided about names, oldest first: where two
// contradict each other, the later one holds. The zero value decides nothing.
// They bind Group: no rule joins what a person parted, or parts what a person
// joined.
type Decisions struct {
	Ties   []Tie
	Labels []Label
}

// Use is a name where it stands: in one article, or wherever it is used alike.
type Use struct {
	Kind    news.EntityKind // as articles give it, "" when none says what it is
	Name    string          // as articles give it
	Article string          // the article's id; "" for every article
}

// Tie says that two uses are one entity, or that they are not. A confirmed
// suggestion is a tie of the alias and its entity, a rejected one the opposite;
// a split is a tie for each use that goes. Ties that join one A by one decision
// are alternatives, best first: the names that an entity went by then. A goes to
// the first of them that nobody parted it from since.
type Tie struct {
	A, B Use
	Same bool
	By   string // the correction's id
}

// gift is a use that a decision gave to another's entity.
type gift struct {
	use Use
	by  string
}

// latest gives the ties of the latest decision first, those of one decision in
// their order.
func (d *Decisions) latest() iter.Seq[*Tie] {
	return func(yield func(*Tie) bool) {
		for end := len(d.Ties); end > 0; {
			start := end - 1
			for start > 0 && d.Ties[start-1].By == d.Ties[end-1].By {
				start--
			}
			for k := start; k < end; k++ {
				if !yield(&d.Ties[k]) {
					return
				}
			}
			end = start
		}
	}
}

// Label says something of the entity that a use stands for.
type Label struct {
	Of    Use
	What  LabelKind
	Value string // the new name, the new kind; "" otherwise
	By    string // the correction's id
}

// LabelKind is what a label changes.
type LabelKind string

const (
	Renamed  LabelKind = "renamed"
	Kinded   LabelKind = "kind"
	NoEntity LabelKind = "no-entity" // "not a person": the words name nobody and nothing
	Hidden   LabelKind = "hidden"    // left out of lists, pages, exports and feeds
)
