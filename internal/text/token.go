package text

import "github.com/hearsay-engine/hearsay/news"

// Token is one word, number or mark.
type Token struct {
	news.Span
	Key    Key
	Kind   Kind
	Case   Case
	Spaced bool // white space, or the beginning of the span, stands before it
}

// Kind is what a token is.
type Kind uint8

const (
	Word         Kind = iota // letters first
	Number                   // a digit first
	Clitic                   // 's, n't, 're, 've, 'd, 'll, 'm
	Stop                     // . ! ? … and runs of them
	Comma                    // ,
	Semicolon                // ;
	Colon                    // :
	Dash                     // – — -- and a hyphen that joins no word
	DoubleQuote              // " “ ” „ ‟ « » '' `` ″ and their kin
	SingleQuote              // ‘ ’ ‚ ‹ › ' ` that stand in no word
	OpenBracket              // ( [ {
	CloseBracket             // ) ] }
	Symbol                   // anything else
)

// Case is how a word is written.
type Case uint8

const (
	Caseless  Case = iota // no letter with case
	LowerCase             // first letter small
	TitleCase             // first letter capital, the others small
	UpperCase             // two capitals or more, no small letter
	InnerCase             // first letter capital, others mixed: McLaren
)

// Capital reports whether the first letter is a capital.
func (t *Token) Capital() bool { return t.Case >= TitleCase }

// IsQuote reports whether the token is a quotation mark, double or single.
func (t *Token) IsQuote() bool { return t.Kind == DoubleQuote || t.Kind == SingleQuote }

// IsWordy reports whether the token is a word, a number or a clitic.
func (t *Token) IsWordy() bool { return t.Kind <= Clitic }

// Side tells which side of a quotation a mark belongs to by its shape.
type Side uint8

const (
	Either  Side = iota // " '' ' ″
	Opening             // “ « „ ‘ ‹ ‚ ``
	Closing             // ” » ’ ›
)

// SideOf tells the side of a quotation mark by its shape alone. Texts turn ” and
// » about, so that it is evidence and not proof.
func SideOf(mark string) Side {
	switch mark {
	case "“", "«", "„", "‟", "‘", "‹", "‚", "``", "`", "「", "『", "‛":
		return Opening
	case "”", "»", "’", "›", "」", "』", "´", "´´", "’’":
		return Closing
	}
	return Either
}
