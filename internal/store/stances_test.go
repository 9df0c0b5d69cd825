package store_test

import (
	"reflect"
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

func TestStancesComeBackWithTheirArticle(t *testing.T) {
	a := open(t)
	x := article("one", "Faro", "", []string{"Ada Quill"}, sentence{"Ada Quill", "said", "the rumour is false"})
	told := x.Statements[0].Content[0]
	x.Stances = []news.Stance{
		{Statement: 0, Relation: news.RelDenies, Cue: news.Span{Start: told.End - 5, End: told.End}, Of: []news.Span{{Start: told.Start, End: told.Start + 10}}, Told: news.Outermost,
			Reasons: []news.Reason{{Rule: "stance-denies", Words: "false", Figure: 2}}},
		{Statement: news.Outermost, Holder: x.Statements[0].Speaker, Relation: news.RelDoubts, Cue: told, Of: []news.Span{told}, Told: 0},
	}
	put(t, a, x)
	if got := shown(t, a, "one").Stances; !reflect.DeepEqual(got, x.Stances) {
		t.Errorf("came back as %+v", got)
	}
	x.Stances = x.Stances[:1]
	again := entry(t, x)
	again.Again = true
	putEntry(t, a, again)
	if got := shown(t, a, "one").Stances; len(got) != 1 {
		t.Errorf("read again it has %d stances, not 1", len(got))
	}
}
