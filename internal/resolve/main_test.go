package resolve

import (
	"slices"
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

// Uses outside of the sample go to one of two bearers that have as many of those in
// it, whichever bearer was met first.
func TestTheMainStandIsNotThatOfWhoWasMetFirst(t *testing.T) {
	names := []Name{{Form: NewForm(news.Person, "Quill", nil), Seen: []Seen{{Lot: 3}, {Lot: 1}, {Lot: 2}, {Lot: 4}}}}
	least := &stand{uses: []use{{0, 1}, {0, 3}}}
	other := &stand{bearer: 1, uses: []use{{0, 2}, {0, 0}}}
	stands := []*stand{least, other}
	for range 2 {
		s := &short{names: names, stands: stands}
		if s.mainStands()[0] != least {
			t.Errorf("of %v and %v the second is the main one", *stands[0], *stands[1])
		}
		slices.Reverse(stands)
	}
	other.uses = append(other.uses, use{0, 0})
	if s := (&short{names: names, stands: stands}); s.mainStands()[0] != other {
		t.Error("the one with most uses is not the main one")
	}
}
