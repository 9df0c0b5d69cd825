package pages

// Review is the page on which questions are answered.
type Review struct {
	Frame
	What      string // the kind of questions
	Kinds     []Tab
	Skipped   string
	Undo      string // the last decision of this sitting
	Told      string // what it did
	MayDecide bool
	Left      int
	Question  *Question // nil when nothing is left to ask
	Unsure    string    // where it is left undecided
}

// Question is something to decide.
type Question struct {
	Key, What, Effect, Article, Words string

	Reasons []string
}
