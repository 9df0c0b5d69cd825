package stance_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/attribute"
	"github.com/hearsay-engine/hearsay/internal/stance"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// read is an article that is all body, with its stances.
func read(in string) *news.Article {
	a := &news.Article{Text: in, Language: "en", Body: []news.Span{{Start: 0, End: len(in)}}}
	f := attribute.Read(a)
	a.Statements, a.Entities = f.Statements, f.Entities
	a.Stances = stance.Read(a, text.Read(a))
	return a
}

// told is a stance on one line: who, its words, what it is about.
func told(a *news.Article, s news.Stance) string {
	who := "outlet"
	switch {
	case s.Holder != nil:
		who = s.Holder.Of(a.Text)
	case s.Statement != news.Outermost && a.Statements[s.Statement].Speaker != nil:
		who = a.Statements[s.Statement].Speaker.Of(a.Text)
	}
	var of []string
	for _, o := range s.Of {
		of = append(of, o.Of(a.Text))
	}
	return fmt.Sprintf("%s %s (%s): %s", who, s.Relation, s.Cue.Of(a.Text), strings.Join(of, " … "))
}

func TestStances(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Mayor Ilka Korva denied that the bridge is closed.", "Mayor Ilka Korva denies (denied): the bridge is closed"},
		{"Korva denied closing the bridge.", "Korva denies (denied): closing the bridge"},
		{"Korva denied any plans for a second bridge.", "Korva denies (denied): any plans for a second bridge"},
		{"The builders rejected claims that the bridge had sunk.", "The builders denies (rejected): the bridge had sunk"},
		{"The ministry debunked rumours of a flood in the valley.", "The ministry denies (debunked): a flood in the valley"},
		{"Korva said reports that the bridge had sunk were false.", "Korva denies (were false): the bridge had sunk"},
		{"The Orlan Times reported that the bridge had sunk.\nThe report is not true, Korva said.", "Korva denies (is not true): the bridge had sunk"},
		{"A blogger claimed that the bridge had sunk.\nThe story, however, turned out to be a hoax.", "outlet denies (turned out to be a hoax): the bridge had sunk"},
		{"A blogger claimed that the bridge had sunk.\nKorva called the report a complete fabrication.", "Korva denies (called the report a complete fabrication): the bridge had sunk"},
		{"A blogger claimed that the bridge had sunk.\n“That's absolutely false,” said Korva.", "Korva denies (That's absolutely false): the bridge had sunk"},
		{"The paper carried the false report that the bridge had sunk.", "outlet denies (false report): the bridge had sunk"},
		{"There is no truth to the rumour that the bridge had sunk, Korva said.", "Korva denies (There is no truth): the bridge had sunk"},
		{"Korva said there was no evidence that the bridge had sunk.", "Korva denies (there was no evidence): the bridge had sunk"},
		{"Contrary to reports, the bridge has not sunk.", "outlet denies (Contrary to reports, the bridge has not): sunk"},
		{"Experts questioned whether the bridge could carry the load.", "Experts doubts (questioned): the bridge could carry the load"},
		{"The rumour that the bridge had sunk may be exaggerated, Korva said.", "Korva doubts (may be exaggerated): the bridge had sunk"},
		{"Korva asked whether the bridge was closed.", "Korva asks (asked): the bridge was closed"},
		{"It is not true that the bridge had sunk, Korva said.", "Korva denies (is not true): the bridge had sunk"},
	} {
		a := read(c.text)
		var got []string
		for _, s := range a.Stances {
			got = append(got, told(a, s))
		}
		if g := strings.Join(got, "\n"); g != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, g, c.want)
		}
	}
}

func TestNoStance(t *testing.T) {
	for _, text := range []string{
		"The prisoner was denied parole.",
		"The guards denied the reporters access to the dam.",
		"Korva rejected the offer.",
		"The court dismissed the appeal.",
		"Korva neither confirmed nor denied the report that the bridge had sunk.",
		"Korva did not deny that the bridge had sunk.",
		"There is no denying that the bridge is old.",
		"Korva refused to comment on the report.",
		"There is no doubt that the bridge is old.",
		"The trip turned out well.",
		"He carried a fake passport.",
		"If the report is false, the bridge will open.",
		"The rebels shot down a plane over the valley.",
		"Korva dismissed two of her aides.",
		"She is a true friend of the valley.",
	} {
		a := read(text)
		for _, s := range a.Stances {
			t.Errorf("%s\n got %s", text, told(a, s))
		}
	}
}
