package pages

// Review is the page on which questions are answered.
type Review struct {
	Frame
	What      string // the kind of questions
	Kinds     []Tab
	Skipped   string
	Undo      string    // the last decision of this sitting
	Told      string    // what it did
	At        Statement // the article it was made in, by that alone
	MayDecide bool
	Left      int
	More      bool      // than were looked at
	Question  *Question // nil when nothing is left to ask
	Unsure    string    // where it is left undecided
}

// Question is something to decide.
type Question struct {
	Key, What, Effect    string
	Moves                string    // how many statements, "" for none
	Before, Words, After string    // the line it stands in
	At                   Statement // by its article alone
	Reasons              []string
	Of                   string // where the claim or the name is that it would be of, "" for none
}

// kinds are those a name can be decided to be of; the last is no name.
var kinds = []Field{{Label: "person", Value: "person"}, {Label: "organisation", Value: "organisation"}, {Label: "place", Value: "place"}, {Label: "group", Value: "group"}, {Label: "no name", Value: "none"}}
