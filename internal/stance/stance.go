// Package stance tells, inside one article, who denies, corrects, doubts or asks
// about what is told in it.
package stance

import (
	"github.com/hearsay-engine/hearsay/news"
)

// Version is raised whenever the stage finds otherwise in the same text.
const Version = "1"

// Rule ids of the reasons this stage gives; internal/wording has their sentences.
const (
	ruleDenies = "stance-denies" // the statement's own verb denies
	ruleAsks   = "stance-asks"
)

var rules = []string{ruleDenies, ruleAsks}

// Read finds the stances of an article whose statements are known, by cue. It
// is pure and leaves the article as it is.
func Read(a *news.Article) []news.Stance {
	var out []news.Stance
	for i := range a.Statements {
		s := &a.Statements[i]
		if s.Cue == nil {
			continue
		}
		switch s.Polarity {
		case news.Denies:
			out = append(out, told(i, s, news.RelDenies, ruleDenies))
		case news.Asks:
			out = append(out, told(i, s, news.RelAsks, ruleAsks))
		}
	}
	return out
}

// told is the stance that a statement takes on its own content.
func told(i int, s *news.Statement, relation news.Relation, rule string) news.Stance {
	return news.Stance{Statement: i, Relation: relation, Cue: *s.Cue, Of: s.Content, Told: i,
		Reasons: []news.Reason{{Rule: rule}}}
}
