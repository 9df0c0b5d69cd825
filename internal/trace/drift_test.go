package trace

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

func TestDrift(t *testing.T) {
	for _, c := range []struct {
		name, from, to, want string
	}{
		{"the same", "some 46 divers searched the harbour at night", "some 46 divers searched the harbour at night", ""},
		{"a number", "some 46 divers searched the harbour at night", "some 64 divers searched the harbour", "number: 46 → 64"},
		{"words for a number", "three divers searched the harbour", "3 divers searched the harbour", ""},
		{"another word for it", "three divers searched the harbour", "four divers searched the harbour", "number: three → four"},
		{"grouped", "they spent 1,000,000 tul on the harbour", "they spent 1 million tul on the harbour", ""},
		{"a scale", "they spent 3.5 million tul on the harbour", "they spent 3.5 billion tul on the harbour", "number: 3.5 million → 3.5 billion"},
		{"a Russian scale", "they spent 3,5 млн tul on the harbour", "they spent 4 млн tul on the harbour", "number: 3,5 млн → 4 млн"},
		{"a number more is no other number", "divers searched the harbour at night", "46 divers searched the harbour at night", ""},
		{"a number elsewhere", "they mean to save the two million tuls that the harbour costs", "the harbour costs them twenty million tuls", "number: two million → twenty million"},
		{"a number of something else", "divers searched 40 days for the two boats in the harbour", "in the harbour divers searched two nights for 40 anchors", ""},
		{"a negation", "the harbour is closed to ships", "the harbour is not closed to ships", "negation: the harbour is closed to ships → not"},
		{"a contracted one", "the harbour is closed to ships", "the harbour isn’t closed to ships", "negation: the harbour is closed to ships → isn’t"},
		{"not only", "the harbour is closed to ships", "the harbour is not only closed to ships", ""},
		{"a hedge lost", "the harbour is allegedly closed to ships", "the harbour is closed to ships", "hedge: allegedly → the harbour is closed to ships"},
		{"a name", "divers from @Norvelle searched the harbour", "divers from @Volmaria searched the harbour", "name: Norvelle → Volmaria"},
		{"nothing alike", "divers searched the harbour at night", "the budget of 46 was put to the vote", ""},
	} {
		s := newScene()
		s.article("a", "Wire Nine", "2", strings.ReplaceAll(c.from, "@", ""))
		s.article("b", "Town Page", "3", strings.ReplaceAll(c.to, "@", ""))
		tellNames(s, "a", c.from)
		tellNames(s, "b", c.to)
		var got []string
		for _, d := range s.course().Drift {
			got = append(got, fmt.Sprintf("%s: %s → %s", d.Change, d.FromSays.Words, d.ToSays.Words))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// tellNames tells words in which @ stands before each name.
func tellNames(s *scene, id, marked string) {
	t := s.tell(id, "", s.texts[id])
	for _, w := range strings.Fields(marked) {
		if name, ok := strings.CutPrefix(w, "@"); ok {
			t.Names = append(t.Names, Name{s.quote(id, name), "place:" + name})
		}
	}
}

func TestDriftLooksAtTheLikestOfTheFirstWordings(t *testing.T) {
	s := newScene()
	s.article("a", "A", "2", "some 46 divers searched the harbour at night")
	s.article("b", "B", "3", "the harbour of Lindow was searched by 50 divers from the fire brigade on Monday")
	s.article("c", "C", "4", "the harbour of Lindow was searched by 60 divers from the fire brigade on Monday")
	for _, id := range []string{"a", "b", "c"} {
		s.tell(id, "", s.texts[id])
	}
	d := s.course().Drift
	if len(d) != 1 || d[0].FromSays.Words != "50" || d[0].ToSays.Words != "60" || d[0].From != 1 || d[0].To != 2 {
		t.Errorf("drift %+v, want 50 of b to 60 of c", d)
	}
}

func TestDriftOfWhatIsOnlySuggested(t *testing.T) {
	s := newScene()
	s.article("sure", "A", "3", "some 46 divers searched the harbour at night")
	s.article("before", "B", "2", "some 40 divers searched the harbour")
	s.article("after", "C", "4", "some 460 divers searched the harbour at night")
	s.article("free", "D", "5", "at night the harbour was not searched by anybody")
	for _, id := range []string{"sure", "before", "after", "free"} {
		s.tell(id, "", s.texts[id]).Certainty = news.Suggested
	}
	s.Tellings[0].Certainty = news.Confirmed
	c := s.course()
	var got []string
	for _, d := range c.Drift {
		got = append(got, fmt.Sprint(c.Station(d.From).Article.ID, " ", d.FromSays.Words, " → ", c.Station(d.To).Article.ID, " ", d.ToSays.Words))
	}
	if want := "before 40 → sure 46; sure 46 → after 460"; strings.Join(got, "; ") != want {
		t.Errorf("drift %q, want %q: each against the sure wording, and none of one that is worded freely", got, want)
	}
}

func TestDriftIsOfTellingsOnly(t *testing.T) {
	s := newScene()
	s.article("a", "A", "2", "the harbour is closed to ships")
	s.article("b", "B", "3", "Quill denied that the harbour is not closed to ships")
	s.tell("a", "", s.texts["a"])
	s.takes("b", "Quill", news.RelDenies, "denied", "the harbour is not closed to ships")
	if d := s.course().Drift; len(d) > 0 {
		t.Errorf("drift %+v of a denial", d)
	}
}

// BenchmarkOf puts 1,000 tellings in words of their own on a course; half of the
// articles are copies of the one before.
func BenchmarkOf(b *testing.B) {
	s := newScene()
	for i := range 1000 {
		id := fmt.Sprint("article ", i)
		words := fmt.Sprintf("some %d divers of the brigade of Lindow searched the old harbour at night for a boat that sank, it is said, in storm %d", i, i/2)
		s.article(id, fmt.Sprint("Outlet ", i%40), fmt.Sprint(1+i%28), words)
		s.tell(id, "Ada Quill", words)
		if i%2 == 1 {
			s.copy(fmt.Sprint("article ", i-1), id, "searched the old harbour at night")
		}
	}
	for b.Loop() {
		s.course()
	}
}
