// Package copies tells how much two texts share, where, and what that makes of
// them: one republished, an excerpt, the same quotations only, translated anew.
//
// It has the two pure halves of a stage across the archive. Of one text, Prints
// gives the fingerprints by which texts with the same words are found, and Keys
// the buckets by which translations are. Of two, Compare aligns them passage by
// passage, with the bytes of both sides; Judge says what it means and Direct in
// which direction; Cross and JudgeAcross do so for texts of two languages, by
// their anchors. None of them knows an archive, and what they find depends on
// the two texts and nothing else.
//
// Fingerprints are winnowed (Schleimer, Wilkerson and Aiken 2003, "Winnowing:
// Local Algorithms for Document Fingerprinting"). The commonest overlap of real
// news is a shared quotation and no copying, so words inside and outside
// quotation marks are counted apart and the verdict rests on those outside.
package copies

import (
	"strings"
	"sync"

	"github.com/hearsay-engine/hearsay/news"
)

// Version is raised whenever the stage finds otherwise in the same texts. Its
// second half is the hash of the lists the stage reads; a test says what it must be.
const Version = "5-2f3360ba"

// MaxText is how many bytes of one text are compared: more than any article
// has. What lies beyond is not looked at.
const MaxText = 1 << 20

// Text is one text made ready to be compared. It is read-only and may be
// compared by many at once.
type Text struct {
	text  string
	words []word
	body  []news.Span
	plain int // words outside quotation marks

	once  sync.Once
	grams []uint32 // see runsOfFive

	indexed sync.Once
	places  places
}

// word is a run of letters and digits: its bytes, its folded letters as a hash.
type word struct {
	start, end int32
	key        uint32
	quoted     bool
}

// New makes the body of a text ready; body is in bytes of text, in order.
func New(text string, body []news.Span) *Text {
	t := &Text{text: text, body: within(body, MaxText)}
	t.words = make([]word, 0, t.wordsAbout())
	s := scan{text: t}
	for _, b := range t.body {
		s.read(b)
	}
	t.readBlocks(s.paragraphs)
	for i := range t.words {
		if !t.words[i].quoted {
			t.plain++
		}
	}
	return t
}

// wordsAbout is how many words the text has, most often a few more.
func (t *Text) wordsAbout() int {
	spaces := 0
	for _, b := range t.body {
		spaces += 1 + strings.Count(b.Of(t.text), " ")
	}
	return spaces + spaces/8 // ends of lines and hyphens part words too
}

// Words is how many words the text has.
func (t *Text) Words() int { return len(t.words) }

// Plain is how many words stand outside quotation marks.
func (t *Text) Plain() int { return t.plain }

// within is as much of the spans as stands in the first n bytes they cover.
func within(spans []news.Span, n int) []news.Span {
	for i, s := range spans {
		if s.Len() > n {
			cut := append([]news.Span{}, spans[:i]...)
			return append(cut, news.Span{Start: s.Start, End: s.Start + n})
		}
		n -= s.Len()
	}
	return spans
}
