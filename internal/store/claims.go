package store

import "github.com/hearsay-engine/hearsay/news"

// Claim is something said, with all that say it, deny it or take it up.
type Claim struct {
	ID        string   // "claim:" and ten letters and digits, handed out once
	Aliases   []string // other ids it goes by: of claims that became one with it, by age
	Words     string   // as its first telling has them
	Tellings  []Telling
	Suggested []Telling // that may be of this claim; they belong to claims of their own
	More      int       // tellings beyond the limit asked for: between the first and the last

	MoreSuggested int  // of Suggested, beyond a limit
	Large         bool // more is alike than is grouped at once: some of it may be missing
}

// Telling is one place where an article tells a claim. Spans are bytes of the
// article's text. They stand in canonical order: by the earliest moment the
// article's date can mean, undated ones last, then the text's SHA-256, then start.
type Telling struct {
	Article   Head
	SHA256    news.Digest    // of the article's text
	Number    int            // of the statement among all of its article; Outermost for words of the outlet that are no statement of their own
	Index     int            // the same as export counts it
	Statement news.Statement // the zero one where Number is Outermost
	Speaker   string         // the words that name the speaker, as printed
	Cue       string         // the words that say so, as printed
	Identity  *Ref           // who that is across articles; nil when not known
	Content   []news.Span    // the words by which the article tells the claim
	Words     []string       // verbatim, one for each span
	Relation  news.Relation  // to the claim as its first telling words it
	Stance    *StanceCue     // words that take the claim up elsewhere than in Content; nil where polarity or wording does
	Certainty news.Certainty
	Reasons   []news.Reason
	Claim     string // id of the claim it belongs to: another's for a suggested one

	utterance int64
}

// StanceCue is the words by which somebody takes up what the same article tells:
// "called the report false".
type StanceCue struct {
	Span  news.Span
	Words string
	Told  int // number of the statement that tells it; Outermost when the outlet does
}

// ClaimHead is what a list shows of a claim.
type ClaimHead struct {
	ID       string
	Words    string        // of its first telling
	Article  Head          // where that stands
	Tellings int           // confirmed ones
	Articles int           // that hold them
	Denials  int           // of the tellings, those that deny
	Origins  int           // independent ones among the articles
	Speaker  string        // who is reported as telling it first, as printed or resolved; "" for nobody named
	Own      bool          // the outlet tells it first, in its own voice
	Relation news.Relation // that its first telling has to these words: who only denies them did not say them
}

// ClaimRef is what a statement is to a claim.
type ClaimRef struct {
	ID       string
	Relation news.Relation
}
