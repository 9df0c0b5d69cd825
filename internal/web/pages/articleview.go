package pages

// Article is the page of one article.
type Article struct {
	Frame
	ID         string
	Headline   string
	Tabs       []Tab
	Fields     []Field
	Provenance []Field // of every field
	Language   string
	Translated bool
	Text       []Paragraph
	Cards      []Statement
	Voices     map[int]Voice // by the statement's number
	Named      []Named       // those the text names and who say nothing in it
	Pick       Pick
	Family     string // how many carry its words, of how many origins
	Copies     []Copy
	MoreCopies int
}

// ArticleLine is an article in a list.
type ArticleLine struct{ ID, Headline, Opening, Published, Instant string }

// Field is one fact about an article with the evidence for it, and the words it
// was read from where they stand in the text; where it leads, "" for nowhere.
type Field struct {
	Label, Value, Evidence, Words, Link string

	Instant string // that Value tells of; "" for none
}

// Tab leads to a part of a page.
type Tab struct {
	Label, Path string
	Now         bool
	Count       int // 0 where there is nothing to count
}

// Paragraph is one paragraph of the article, or neighbouring lines outside it.
type Paragraph struct {
	Pieces  []Piece
	Outside []Outside // set instead of Pieces
}

// Piece is a run of an article's text inside the same statements.
type Piece struct {
	Text    string
	Depth   int   // how many statements hold it; 0 outside of all
	Speaker bool  // words that name a speaker
	Cue     bool  // words that say that somebody speaks
	Here    bool  // inside the one statement the page is about
	Opens   []int // statements whose content begins here, by number
	Names   []int // statements whose speaker's words begin here, by number
}

// Voice is who makes a statement of an article, as it is shown beside their words
// in the text.
type Voice struct {
	Name     string // "" for nobody
	Printed  string // the words that name them, where Name tells more
	Withheld string // that the speaker is not told; "" when it is
	Where    string // the address that tells more, "" for none

	Here, Denies int // their statements in the article, and those of them that deny
}

// Named is somebody or something that a text names.
type Named struct{ Name, Kind string }

// Outside is a line that stands outside the article, and why.
type Outside struct{ Text, Why string }

// Copy is another article that shares words with the one that is shown.
type Copy struct {
	ID, Headline, Opening, Outlet, Published, Instant string

	Words    string // what the shown one is to it
	Kind     string
	Status   string // confirmed or suggested
	Share    string
	Reasons  []string
	Passages []Passage
	More     int // passages that are not shown
}

// Passage is a stretch both have, a paragraph beside the other's.
type Passage struct {
	Lines         []Beside
	Words, Quoted int
}

// Beside is the words of the shown article, and the other's.
type Beside struct{ Here, There []Compared }

// Compared is words of one side of a passage, in order; what Differs the other side
// lacks there.
type Compared struct {
	Text    string
	Differs bool
}

// voiceOf is whose name a piece is, with the number of the statement it is told of.
func voiceOf(x Piece, voices map[int]Voice) (Voice, int) {
	for _, n := range x.Names {
		if v, told := voices[n]; told {
			return v, n
		}
	}
	return Voice{}, 0
}
