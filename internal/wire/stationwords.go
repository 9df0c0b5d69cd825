package wire

import (
	"github.com/hearsay-engine/hearsay/internal/trace"
	"github.com/hearsay-engine/hearsay/internal/wording"
)

// StationWords say who does what with a claim, or whose words are carried, and
// the words themselves; "" for an event, which only others tell of.
func StationWords(s *trace.Station) (who, words string) {
	switch {
	case s.Event != nil:
		return "", ""
	case s.Hollow():
		return copyWords(s), passageWords(s)
	case s.Role == trace.Carries:
		return outletWords(s.Article) + " has the same passage; no statement of it was found there", passageWords(s)
	case s.Role == trace.Takes:
		x := s.Telling
		if len(x.Says) > 0 && !otherwise(x) {
			return whoTakes(s), quoted(x.Says)
		}
		return whoTakes(s), quoted(x.Content)
	}
	return whoTells(s), quoted(s.Telling.Content)
}

func passageWords(s *trace.Station) string {
	switch {
	case s.Telling != nil:
		return quoted(s.Telling.Content)
	case s.Passage != nil && s.Passage.Words != "":
		return quoted([]trace.Quote{*s.Passage})
	}
	return ""
}

// StationPlace is an article and when it was published, in words.
func StationPlace(a *trace.Article) string { return outletWords(a) + ", " + wording.Seen(a.Seen) }
