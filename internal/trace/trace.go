// Package trace follows one claim through time: where it is first held, who
// said it, in whose voice and at which remove, who carried a copy of whom, who
// denied or corrected it, what changed in its wording, and what is not known.
//
// It is the last stage and a pure one: Of takes what an archive found of one
// claim and puts it in order. It knows no archive and no clock, and what it
// gives does not depend on the order in which it is given things. It judges
// nothing: a claim is never said to be so or not so, only told or denied by
// somebody, with their words.
package trace

import (
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Claim is what is known of one claim.
type Claim struct {
	ID       string
	Aliases  []string // ids it had before others were merged into it
	Articles []Article
	Tellings []Telling
	Copies   []news.Copy   // between two of Articles
	Gaps     []news.Reason // what the archive itself does not know yet
	Unread   int           // tellings that were left out, to bound the work

	MoreSuggested int // suggested ones that were left out
}

// Article is where a claim is told or carried.
type Article struct {
	ID         string
	Title      string
	Opening    string // the words it begins with, where it has no title
	Outlet     string // "" when unknown
	Group      string // outlets of one group are one origin of the same text; "" when it is in none
	URL        string
	Language   string
	Translated bool // its words read as a translation
	SHA256     news.Digest
	Seen       news.Seen
}

// Quote is a span of an article's text and its words, verbatim.
type Quote struct {
	news.Span
	Words string
}

// Words are the words of several quotes in one line, what is between them left out.
func Words(all []Quote) string {
	words := make([]string, len(all))
	for i, q := range all {
		words[i] = q.Words
	}
	return strings.Join(words, " […] ")
}

// Telling is one place where a claim is told or taken up: Content are its words
// there, and Says what is said of it, when that is something else.
type Telling struct {
	Article   string  // by id
	Number    int     // of the statement in the article, as exports count
	Content   []Quote // the words by which the article tells the claim; never empty
	Says      []Quote // of one that takes it up: what its speaker says; nil when that is Content
	Speaker   *Quote  // the words that name who says it; nil when none do
	Name      string  // who that is, resolved within the article
	Entity    *Entity
	Cue       *Quote
	Voice     news.Voice
	Via       []Speaker // through whom it came, the outermost first
	Polarity  news.Polarity
	Relation  news.Relation
	Certainty news.Certainty // that it is of this claim
	Takes     *Quote         // the words that take it up: "called the report false"; nil where Cue does, or the wording of Content
	Names     []Name         // in Content
	Dates     []Told         // in Content
	By        string         // the person who confirmed that it is of this claim, and the day; "" when nobody did
	Reasons   []news.Reason
}

// Entity is who a name is across articles.
type Entity struct {
	ID        string
	Name      string
	Confirmed bool
}

// Speaker is somebody through whom a telling came.
type Speaker struct {
	Words *Quote // nil when no words name them
	Name  string
}

// Name is a name in a telling's content. Who is the same for every name of one
// entity, "" when nobody knows whose it is.
type Name struct {
	Quote
	Who string
}

// Told is a date or time that a telling tells, and its words.
type Told struct {
	news.Told
	Words string
}

// Remove says how far the words of a telling stand from the reader.
type Remove string

const (
	Said      Remove = "said"       // the outlet says it in its own voice
	Quoted    Remove = "quoted"     // the outlet reports that the speaker said it
	QuotedVia Remove = "quoted-via" // the outlet reports somebody who reports that the speaker said it
)

// Remove of the telling.
func (t *Telling) Remove() Remove {
	switch {
	case t.Voice == news.OutletOwn:
		return Said
	case len(t.Via) == 0:
		return Quoted
	}
	return QuotedVia
}

// Who is the speaker as far as they are known: the entity when it is sure, else
// the name, else the words; "" for nobody.
func (t *Telling) Who() string {
	switch {
	case t.Voice == news.OutletOwn:
		return ""
	case t.Entity != nil && t.Entity.Confirmed:
		return t.Entity.Name
	case t.Name != "":
		return t.Name
	case t.Speaker != nil:
		return t.Speaker.Words
	}
	return ""
}

// start is the first byte of the telling.
func (t *Telling) start() int {
	if len(t.Content) == 0 {
		return 0
	}
	return t.Content[0].Start
}
