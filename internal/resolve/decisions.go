package resolve

import "github.com/hearsay-engine/hearsay/news"

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
// a split is a tie for each use that goes.
type Tie struct {
	A, B Use
	Same bool
	By   string // the correction's id
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
