package pages

// Person is the page of one entity.
type Person struct {
	Frame
	ID      string
	Name    string
	Kind    string
	Notes   []string // what to know before passing it on
	Aliases []Alias
	Said    []Statement
	Denied  []Statement
	About   []Statement
	SaidN   int
	DeniedN FacetValue
	AboutN  int

	Bars    []Bar
	Opposed []Pair
	Pick    Pick

	SaidSuggested  int // by names that are only suggested
	AboutSuggested int
}

// Alias is one way a name is written, and what joins it.
type Alias struct {
	Name    string
	Status  string
	Script  string // of its letters
	Reasons []string
	Article string // id of one that prints it, "" for none
	Printed string // the words there

	Articles, Origins int
}

// Pair is two statements of one speaker on one claim, one telling and one denying
// it, in the order of time.
type Pair struct {
	Claim      string
	One, Other Statement
}

// Listed is one line of the list of names.
type Listed struct {
	ID, Name, Kind    string
	Articles, Origins int
	MoreOrigins       bool // there are at least so many
}

// People is the list of names, or the candidates for one that was asked for.
type People struct {
	Frame
	Asked string
	Part  bool  // none is called that: those listed have some of its words
	Kinds []Tab // of the list, none for candidates
	List  []Listed
	Next  string
	Left  int    // people of one origin that are not listed
	All   string // where they are
}

// aliasesOpen is for how many names at most it is told at once why they are one: of
// more, the table would stand between a reader and what was said.
const aliasesOpen = 2
