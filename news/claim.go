package news

// Relation is how something said takes up a claim.
type Relation string

const (
	RelRepeats   Relation = "repeats"   // says it too
	RelDenies    Relation = "denies"    // says that it is not so
	RelCorrects  Relation = "corrects"  // says what is so in its place
	RelDoubts    Relation = "doubts"    // says that it may not be so
	RelAsks      Relation = "asks"      // asks whether it is so
	RelDistances Relation = "distances" // tells it and holds it off: "so-called", marks around a word
)

// Stance is what somebody makes of something told in the same article: the
// words that take it, and the words of what it is about. Spans are bytes.
type Stance struct {
	Statement int   // index of the statement that takes it; Outermost when none does
	Holder    *Span // the words naming who takes it where no statement does, or its speaker is a "who" or a paper of theirs; nil with Outermost is the outlet's own voice
	Relation  Relation
	Cue       Span   // the words that take it: "denied", "called the report false"
	Of        []Span // the words of what it is about, as this article tells it; never empty
	Told      int    // index of the statement that Of is told by: Statement where it is told only as what is taken up; Outermost when the outlet tells it
	Reasons   []Reason
}

// Certainty is how sure the program is of a judgement across articles.
type Certainty string

const (
	Confirmed Certainty = "confirmed" // sure enough to count
	Suggested Certainty = "suggested" // for a person to look at
)

// CopyKind is what one article is of another.
type CopyKind string

const (
	Republished     CopyKind = "republished"      // most of one stands in the other, in its own words
	Excerpt         CopyKind = "excerpt"          // passages of one stand in the other
	Retranslated    CopyKind = "re-translated"    // the same text in other words all along
	SharedQuotation CopyKind = "shared-quotation" // only what somebody else said is the same
)

// Copy says that one article carries words of another. Articles are named by
// their ids. Where it is unknown which of two carries the other's words, From
// is the canonically earlier one and Directed is false.
type Copy struct {
	From, To  string // From is where the words stood, To is what carries them
	Directed  bool
	Kind      CopyKind
	Share     float64 // of the shorter one's words, 0 to 1
	Certainty Certainty
	Passages  []CopyPassage // in order of To
	Reasons   []Reason
}

// CopyPassage is a stretch two articles share, up to small edits: bytes of the
// text of each.
type CopyPassage struct {
	From, To Span
	Words    int // that are the same on both sides
	Quoted   int // of those, inside quotation marks on either side
}
