package trace

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

const bridge = "the old bridge at Lindow will close in June for good"

func TestStationsStandInTheOrderOfTime(t *testing.T) {
	s := newScene()
	s.article("late", "Lindow Post", "9", "He said "+bridge+".")
	s.article("none", "", "", "Somebody wrote that "+bridge+".")
	s.article("soon", "Mill Gazette", "2 08:15", "Word is that "+bridge+". It was on 1 May.")
	s.tell("late", "Ivo Stam", bridge)
	s.tell("none", "somebody", bridge)
	s.tell("soon", "", bridge).Dates = []Told{s.told("soon", "1 May", "1")}
	if got, want := line(s.course()), "event 2025-05-01, soon, late, none"; got != want {
		t.Errorf("the course is %q, want %q", got, want)
	}
}

func TestWhoOnlyCarriesIsNoSource(t *testing.T) {
	s := newScene()
	s.article("agency", "Wire Nine", "2 09:00", "Ada Quill said that "+bridge+".")
	s.article("reprint", "Town Page", "3", "Ada Quill said that "+bridge+". More news below.")
	s.article("again", "Far Page", "4", "From the Town Page: Ada Quill said that "+bridge+".")
	s.article("own", "Mill Gazette", "5", "We asked Ada Quill. She said "+bridge+", she hopes.")
	s.tell("agency", "Ada Quill", bridge)
	s.tell("reprint", "Ada Quill", bridge)
	s.tell("own", "Ada Quill", bridge)
	s.copy("agency", "reprint", "Ada Quill said that "+bridge)
	s.copy("reprint", "again", "Ada Quill said that "+bridge)
	c := s.course()
	if got, want := line(c), "agency, [reprint of agency], [again of reprint], own"; got != want {
		t.Errorf("the course is %q, want %q", got, want)
	}
	want := Count{Articles: 4, Outlets: 4, Origins: 2, Copies: 2, Speakers: 1}
	if c.Counts.All != want {
		t.Errorf("counts %+v, want %+v", c.Counts.All, want)
	}
	if len(c.Voices) != 1 || c.Voices[0].Who != "Ada Quill" || c.Voices[0].Articles != 2 || c.Voices[0].Origins != 2 {
		t.Errorf("voices %+v, want Ada Quill in two articles of two origins", c.Voices)
	}
}

func TestWordsHeldByTheOriginOnly(t *testing.T) {
	s := newScene()
	s.article("origin", "Wire Nine", "2", "Note: "+bridge+"!")
	s.article("copy", "Town Page", "3", "Ada Quill said "+bridge+".")
	s.tell("copy", "Ada Quill", bridge)
	s.copy("origin", "copy", bridge)
	c := s.course()
	if got, want := line(c), "origin carries, [copy of origin]"; got != want {
		t.Errorf("the course is %q, want %q", got, want)
	}
	if p := c.Stations[0].Passage; p.Of(s.texts["origin"]) != bridge {
		t.Errorf("the passage is %q", p.Of(s.texts["origin"]))
	}
	if c.First.By == nil || c.First.By.ID != "origin" {
		t.Errorf("first by %v, want the origin, which had the words", c.First.By)
	}
}

func TestOwnWordsInACopyAreItsOwn(t *testing.T) {
	s := newScene()
	own := "the mayor has signed the order to close the bridge at Lindow"
	s.article("agency", "Wire Nine", "2", "Ada Quill said that "+bridge+".")
	s.article("more", "Town Page", "3", "Ada Quill said that "+bridge+". We know that "+own+".")
	s.tell("agency", "Ada Quill", bridge)
	s.tell("more", "", own)
	s.copy("agency", "more", "Ada Quill said that "+bridge)
	if got, want := line(s.course()), "agency, more"; got != want {
		t.Errorf("the course is %q, want %q", got, want)
	}
}

func TestWhatIsNoCopy(t *testing.T) {
	for name, change := range map[string]func(*news.Copy){
		"the same quotation only": func(e *news.Copy) { e.Kind = news.SharedQuotation },
		"suggested only":          func(e *news.Copy) { e.Certainty = news.Suggested },
	} {
		s := newScene()
		s.article("a", "Wire Nine", "2", "Ada Quill said that "+bridge+".")
		s.article("b", "Town Page", "3", "Quill: “"+bridge+"”.")
		s.tell("a", "Ada Quill", bridge)
		s.tell("b", "Ada Quill", bridge)
		change(s.copy("a", "b", bridge))
		if c := s.course(); c.Counts.All.Origins != 2 || c.Counts.All.Copies != 0 {
			t.Errorf("%s: %+v, want two origins", name, c.Counts.All)
		}
	}
}

func TestOneTextOrOneGroupIsOneOrigin(t *testing.T) {
	s := newScene()
	text := "Ada Quill said that " + bridge + "."
	s.article("a", "Wire Nine", "2", text)
	s.article("b", "Town Page", "3", text)
	s.article("c", "Hill Post", "3", "Quill: "+bridge+" at last.")
	s.article("d", "Dale Post", "3", "Quill now: "+bridge+" at last.")
	for _, id := range []string{"a", "b", "c", "d"} {
		s.tell(id, "Ada Quill", bridge)
	}
	s.Articles[2].Group, s.Articles[3].Group = "Post Group", "Post Group"
	s.copy("c", "d", bridge+" at last.").Certainty = news.Suggested
	want := Count{Articles: 4, Outlets: 3, Origins: 2, Speakers: 1}
	if got := s.course().Counts.All; got != want {
		t.Errorf("counts %+v, want %+v", got, want)
	}
}

func TestFirstIsAnInterval(t *testing.T) {
	s := newScene()
	for id, day := range map[string]string{"day": "2", "hour": "2 18:00", "next": "3", "never": ""} {
		s.article(id, id, day, id+" says "+bridge)
		s.tell(id, "", bridge)
	}
	c := s.course()
	if got := c.First.From.Format(time.DateTime) + " " + c.First.Until.Format(time.DateTime); got != "2025-05-02 00:00:00 2025-05-02 18:01:00" {
		t.Errorf("first seen in %s", got)
	}
	may := articlesAt(c.Stations, c.First.May)
	if len(may) != 3 || may["next"] || c.First.Undated != 1 {
		t.Errorf("may be the first: %v, undated %d; want all but the next day's, one undated", may, c.First.Undated)
	}
}

func TestSuggestedStandsApart(t *testing.T) {
	s := newScene()
	s.article("a", "Wire Nine", "2", "Ada Quill said that "+bridge+".")
	s.article("b", "Town Page", "3", "Ivo Stam denied that "+bridge+".")
	s.tell("a", "Ada Quill", bridge)
	s.takes("b", "Ivo Stam", news.RelDenies, "denied", bridge).Certainty = news.Suggested
	c := s.course()
	if len(c.Stations) != 1 || len(c.Suggested) != 1 || c.Counts.All.Articles != 1 {
		t.Errorf("%d stations, %d suggested, %+v", len(c.Stations), len(c.Suggested), c.Counts.All)
	}
	if !says(c, GapDenialsWaiting) || says(c, GapNoDenial) {
		t.Errorf("gaps %v: a denial that waits is neither found nor none", c.Gaps)
	}
}

func says(c *Course, code string) bool {
	for _, g := range c.Gaps {
		if g.Rule == code {
			return true
		}
	}
	return false
}

func TestGaps(t *testing.T) {
	for _, c := range []struct {
		name  string
		build func(*scene)
		code  string
		want  bool
	}{
		{"nobody denies", func(s *scene) {}, GapNoDenial, true},
		{"somebody denies", func(s *scene) { s.takes("b", "Ivo Stam", news.RelDenies, "denied", bridge) }, GapNoDenial, false},
		{"a denial is all there is", func(s *scene) {
			s.Tellings = nil
			s.takes("b", "Ivo Stam", news.RelDenies, "denied", bridge)
		}, GapNotTold, true},
		{"denied before told", func(s *scene) {
			s.article("c", "", "1", "Stam denied "+bridge)
			s.takes("c", "Stam", news.RelDenies, "denied", bridge)
		}, GapDenialFirst, true},
		{"denied after", func(s *scene) { s.takes("b", "Ivo Stam", news.RelDenies, "denied", bridge) }, GapDenialFirst, false},
		{"a source nobody names", func(s *scene) { s.Tellings[0].Name = "Wire Nine's source" }, GapNoPrimary, true},
		{"a named one", func(s *scene) {}, GapNoPrimary, false},
		{"a named one through another", func(s *scene) { s.Tellings[0].Via = []Speaker{{Name: "Ivo Stam"}} }, GapNoPrimary, true},
		{"the outlet's own words only", func(s *scene) { s.Tellings[0].Voice = news.OutletOwn }, GapNoPrimary, true},
		{"whose name is not sure", func(s *scene) { s.Tellings[0].Entity = &Entity{ID: "person:ada-quill"} }, GapSpeaker, true},
		{"two from one origin", func(s *scene) { s.tell("b", "", bridge); s.copy("a", "b", bridge) }, GapSingleOrigin, true},
		{"two origins", func(s *scene) { s.tell("b", "", bridge) }, GapSingleOrigin, false},
		{"a copy of unknown direction", func(s *scene) { s.tell("b", "", bridge); s.copy("a", "b", bridge).Directed = false }, GapDirection, true},
		{"an unknown outlet", func(s *scene) { s.Articles[0].Outlet = "" }, GapOutlet, true},
		{"a translation", func(s *scene) { s.Articles[0].Translated = true }, GapTranslated, true},
		{"a day and no time", func(s *scene) {}, "DATE_DAY_ONLY", true},
		{"left unread", func(s *scene) { s.Unread = 3 }, GapUnread, true},
		{"what the archive lacks", func(s *scene) { s.Claim.Gaps = []news.Reason{{Rule: "NOT_YET_SWEPT"}} }, "NOT_YET_SWEPT", true},
	} {
		s := newScene()
		s.article("a", "Wire Nine", "2", "Ada Quill said that "+bridge+".")
		s.article("b", "Town Page", "3", "Ivo Stam denied that "+bridge+".")
		s.tell("a", "Ada Quill", bridge)
		c.build(s)
		if got := s.course(); says(got, c.code) != c.want {
			t.Errorf("%s: %s is %v among %v, want %v", c.name, c.code, !c.want, got.Gaps, c.want)
		}
	}
}

func TestEveryRuleHasASentence(t *testing.T) {
	for _, r := range Rules {
		if !wording.Known(r) {
			t.Errorf("%s has no sentence", r)
		}
	}
}

func TestRemove(t *testing.T) {
	for _, c := range []struct {
		telling Telling
		want    Remove
	}{
		{Telling{Voice: news.OutletOwn}, Said},
		{Telling{Voice: news.Attributed}, Quoted},
		{Telling{Voice: news.Attributed, Via: []Speaker{{Name: "Wire Nine"}}}, QuotedVia},
	} {
		if got := c.telling.Remove(); got != c.want {
			t.Errorf("%+v is %s, want %s", c.telling, got, c.want)
		}
	}
}

func TestNamed(t *testing.T) {
	for who, want := range map[string]bool{"Ada Quill": true, "Ministry of Roads": true, "the Harbour Office": true, "source": false, "Wire Nine’s source": false,
		"Lindow's Road Office": true, "": false, "источник": false, "Айнель Боркутова": true, "photos' captions": false, "a 12-year-old": true} {
		if got := Named(who); got != want {
			t.Errorf("Named(%q) is %v", who, got)
		}
	}
}

// TestEveryRuleIsDocumented: programs decide by codes.
func TestEveryRuleIsDocumented(t *testing.T) {
	docs, err := os.ReadFile("../../docs/trace.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range Rules {
		if !strings.Contains(string(docs), r) {
			t.Errorf("docs/trace.md lacks %s", r)
		}
	}
}
