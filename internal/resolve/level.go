package resolve

import "github.com/hearsay-engine/hearsay/news"

// Levels of a link: the higher, the more it takes to break it. Names are grouped
// at the least level at which no more than MaxGroup reach each other; where many
// names are alike and named together, weak links would chain them all.
const (
	Broken = -1 // it does not hold: its scenes do not agree
	Lowest = 0

	levelWords = 3 // the names alone hold it
	levelSame  = 4 // they are the same but for case, diacritics and spacing
	Alone      = 5 // no link has this level: every name is grouped alone
)

// agreements are how far scenes must agree for a link of each level below
// levelWords. Set on generated news, where the scenes of one person's names
// agree by 30 and more.
var agreements = [levelWords]float64{likelyAgreement, 6, 18}

// Level is how far the link of two names holds; ok is false when their scenes say.
func (l Link) Level(a, b *Form) (level int, ok bool) {
	switch {
	case l.Scenes && !a.Short && !b.Short:
		return 0, false
	case l.Sure && l.Score == scoreSame:
		return levelSame, true
	}
	return levelWords, true
}

// ShortInTextLevel is the level of a link that only articles make.
const ShortInTextLevel = levelWords

// OfScenes reports whether scenes decide on a link of this level.
func OfScenes(level int) bool { return level >= Broken && level < levelWords }

// SceneLevel is how far a link holds between names that only may be one
// entity's. Both must be gathered.
func SceneLevel(a, b *Name) int {
	agreed := a.all.between(b.all, []Companion{a.own, b.own})
	level := Broken
	for level+1 < levelWords && agreed >= agreements[level+1] {
		level++
	}
	return level
}

// Crowded adds to the reasons of entities that their names were grouped above the
// lowest level.
func Crowded(entities []Entity) {
	for i := range entities {
		for k := range entities[i].Aliases {
			a := &entities[i].Aliases[k]
			a.Reasons = append(a.Reasons[:len(a.Reasons):len(a.Reasons)], news.Reason{Rule: RuleCrowded, Figure: MaxGroup})
		}
	}
}
