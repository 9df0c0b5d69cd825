package stance_test

import (
	"testing"

	"github.com/hearsay-engine/hearsay/internal/attribute"
	"github.com/hearsay-engine/hearsay/internal/stance"
	"github.com/hearsay-engine/hearsay/news"
)

// read is the stances in a text that is all body.
func read(text string) *news.Article {
	a := &news.Article{Text: text, Language: "en", Body: []news.Span{{Start: 0, End: len(text)}}}
	f := attribute.Read(a)
	a.Statements, a.Entities = f.Statements, f.Entities
	a.Stances = stance.Read(a)
	return a
}

func TestADenialIsAStanceOnWhatItDenies(t *testing.T) {
	a := read("Mayor Ilka Korva denied that the bridge is closed.")
	if len(a.Stances) != 1 {
		t.Fatalf("%d stances", len(a.Stances))
	}
	s := a.Stances[0]
	if s.Relation != news.RelDenies || s.Cue.Of(a.Text) != "denied" || len(s.Of) != 1 || s.Told != s.Statement {
		t.Errorf("read as %+v", s)
	}
}
