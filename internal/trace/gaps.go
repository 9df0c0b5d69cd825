package trace

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// What is not known of a course, as codes; internal/wording has their sentences.
const (
	GapNotTold        = "NOT_TOLD"            // only taken up here: nobody tells it
	GapSingleOrigin   = "SINGLE_ORIGIN"       // all that tell it go back to one origin
	GapNoPrimary      = "NO_PRIMARY_SOURCE"   // nobody named is reported at first hand as saying it
	GapSpeaker        = "SPEAKER_AMBIGUOUS"   // whom a speaker's name means is only suggested
	GapFirst          = "FIRST_AMBIGUOUS"     // several can be the first
	GapDenialFirst    = "DENIED_BEFORE_TOLD"  // a denial is held from before the first telling
	GapDirection      = "DIRECTION_UNKNOWN"   // which of two copies was first
	GapOutlet         = "OUTLET_UNKNOWN"      // whose article it is
	GapTranslated     = "TRANSLATED"          // the words may not be the speakers' own
	GapSuggested      = "SUGGESTED_ONLY"      // members that wait for a person
	GapUnread         = "NOT_ALL_READ"        // tellings beyond the bound
	GapLarge          = "CLAIM_TOO_LARGE"     // more is alike than is compared at once
	GapUnswept        = "NOT_YET_SWEPT"       // what the archive has not compared yet
	GapNoDenial       = "NO_DENIAL_FOUND"     // by these rules
	GapNoCorrection   = "NO_CORRECTION_FOUND" // by these rules
	GapDenialsWaiting = "DENIAL_SUGGESTED"    // none is sure, some are suggested
)

// Rules are the codes of this stage.
var Rules = []string{GapNotTold, GapSingleOrigin, GapNoPrimary, GapSpeaker, GapFirst, GapDenialFirst, GapDirection,
	GapOutlet, GapTranslated, GapSuggested, GapUnread, GapLarge, GapUnswept, GapNoDenial, GapNoCorrection, GapDenialsWaiting}

// Gap is something that is not known of a course. Articles is how many it is not
// known of, 0 for one of the course as a whole; its Reason's figure is the same.
type Gap struct {
	news.Reason
	Articles int
}

// gaps says what is not known, what weighs most first.
func (w *work) gaps(c *Course) []Gap {
	var out []Gap
	add := func(code string, figure int) {
		out = append(out, Gap{Reason: news.Reason{Rule: code, Figure: float64(figure)}})
	}
	some := func(code string, n int) {
		if n > 0 {
			add(code, n)
		}
	}
	told := c.Counts.Count(news.RelRepeats)
	w.denialGaps(c, add)
	switch {
	case told.Articles == 0:
		add(GapNotTold, 0)
	case told.Origins == 1 && told.Articles > 1:
		add(GapSingleOrigin, told.Articles)
	}
	if told.Articles > 0 && !primary(c.Stations) {
		add(GapNoPrimary, 0)
	}
	if n := len(articlesAt(c.Stations, c.First.May)); n > 1 {
		add(GapFirst, n)
	}
	some(GapSpeaker, countTellings(c.Stations, func(t *Telling) bool { return t.Entity != nil && !t.Entity.Confirmed }))
	some(GapDirection, countArticles(c.Stations, func(s *Station) bool { return s.Hollow() && !s.Copy.Directed }))
	out = append(out, dateGaps(c.Stations)...)
	some(GapOutlet, c.Counts.All.NoOutlet)
	some(GapTranslated, countArticles(c.Stations, func(s *Station) bool { return s.Article.Translated }))
	some(GapSuggested, len(c.Suggested)+w.claim.MoreSuggested)
	some(GapUnread, w.claim.Unread)
	for _, r := range w.claim.Gaps {
		out = append(out, Gap{Reason: r})
	}
	return out
}

// denialGaps says what was looked for and not found: silence is not a finding.
func (w *work) denialGaps(c *Course, add func(code string, figure int)) {
	waiting := 0
	for i := range c.Suggested {
		waiting += btoi(c.Suggested[i].Relation() == news.RelDenies)
	}
	switch denied := c.Counts.Count(news.RelDenies).Articles; {
	case denied > 0 && deniedFirst(c):
		add(GapDenialFirst, 0)
	case denied == 0 && waiting > 0:
		add(GapDenialsWaiting, waiting)
	case denied == 0:
		add(GapNoDenial, 0)
	}
	if c.Counts.Count(news.RelCorrects).Articles == 0 {
		add(GapNoCorrection, 0)
	}
}

// deniedFirst reports whether a denial was there before anything that can be
// the first telling.
func deniedFirst(c *Course) bool {
	if c.First.By == nil || c.First.Undated > 0 {
		return false
	}
	for i := range c.Stations {
		s := &c.Stations[i]
		if s.Role == Takes && s.Relation() == news.RelDenies && !s.Article.Seen.Until.IsZero() && !s.Article.Seen.Until.After(c.First.From) {
			return true
		}
	}
	return false
}

// primary reports whether somebody named is reported at first hand as saying it.
func primary(all []Station) bool {
	for i := range all {
		t := all[i].Telling
		if t != nil && t.Relation == news.RelRepeats && t.Remove() == Quoted && Named(t.Who()) {
			return true
		}
	}
	return false
}

// Named reports whether who a speaker is called says who that is: "Ada Quill"
// does, "source" and "Ada Quill's neighbour" do not.
func Named(who string) bool {
	words := strings.Fields(who)
	if i := lastOwner(words); i+1 < len(words) {
		words = words[i+1:]
	}
	if len(words) > 1 && articles[strings.ToLower(words[0])] {
		words = words[1:]
	}
	if len(words) == 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(words[0])
	return unicode.IsUpper(first) || unicode.IsDigit(first) || !unicode.IsLower(first) && unicode.IsLetter(first)
}

// lastOwner is the last word in the possessive, -1 when there is none.
func lastOwner(words []string) int {
	for i := len(words) - 1; i >= 0; i-- {
		for _, end := range []string{"'s", "’s", "s'", "s’"} {
			if strings.HasSuffix(words[i], end) {
				return i
			}
		}
	}
	return -1
}

var articles = map[string]bool{"the": true, "a": true, "an": true}

func countTellings(all []Station, is func(*Telling) bool) (n int) {
	for i := range all {
		if t := all[i].Telling; t != nil && is(t) {
			n++
		}
	}
	return n
}

func countArticles(all []Station, is func(*Station) bool) int {
	found := set{}
	for i := range all {
		if all[i].Article != nil && is(&all[i]) {
			found.add(all[i].Article.ID)
		}
	}
	return len(found)
}

func articlesAt(all []Station, at []int) set {
	out := set{}
	for _, i := range at {
		out.add(all[i].Article.ID)
	}
	return out
}

// dateGaps counts the articles that have each gap in their date, in the order of
// the codes.
func dateGaps(all []Station) []Gap {
	articles := map[string]set{}
	for i := range all {
		if a := all[i].Article; a != nil {
			for _, g := range a.Seen.Gaps {
				if articles[g.Rule] == nil {
					articles[g.Rule] = set{}
				}
				articles[g.Rule].add(a.ID)
			}
		}
	}
	var out []Gap
	for _, code := range slices.Sorted(maps.Keys(articles)) {
		n := len(articles[code])
		out = append(out, Gap{news.Reason{Rule: code, Figure: float64(n)}, n})
	}
	return out
}
