package eval

import (
	"cmp"
	"maps"
	"slices"
)

// Likeness is how alike two texts of different languages are, and whether one
// is suggested to be a translation of the other.
type Likeness struct {
	Score     float64
	Suggested bool
}

// LikenessFinder compares each text asked for with each of the pool.
type LikenessFinder func(asked, pool []CopyText) [][]Likeness

// CrossFigures is how well sources find their translations: the pool is all
// other texts and one version of each source, for each version in turn.
type CrossFigures struct {
	Set      string  `json:"set"`
	Queries  int     `json:"queries"`
	Pool     int     `json:"pool"`
	Versions int     `json:"versions"`
	First    float64 `json:"recall_at_1"`
	Least    float64 `json:"recall_at_1_worst_version"`
	PRF              // of what is suggested
}

// crossing is a question's standing with the texts of no version.
type crossing struct {
	best  float64 // the likest of them
	wrong int     // of them suggested
}

func (c *Copies) judgeAcross(set string, sources []versionRow, sets map[string][]versionRow, others []CopyText, likeness LikenessFinder) CrossFigures {
	pool := slices.Clone(others)
	for _, name := range slices.Sorted(maps.Keys(sets)) {
		if name != set {
			for _, v := range sets[name] {
				pool = append(pool, v.asText())
			}
		}
	}
	rest := len(pool)
	byVersion := map[string][]int{}
	for i, v := range sets[set] {
		pool = append(pool, v.asText())
		byVersion[v.Version] = append(byVersion[v.Version], i)
	}
	asked := make([]CopyText, len(sources))
	for i, s := range sources {
		asked[i] = s.asText()
	}
	all := likeness(asked, pool)
	f := CrossFigures{Set: set, Queries: len(sources), Pool: rest + len(sources), Versions: len(byVersion), Least: 1}
	standing := make([]crossing, len(sources))
	for q := range sources {
		standing[q] = standingOf(all[q][:rest])
		c.Decisions = append(c.Decisions, likest(asked[q].ID, pool, all[q])...)
	}
	f.judge(sources, sets[set], byVersion, standing, func(q, v int) Likeness { return all[q][rest+v] })
	return f
}

func standingOf(rest []Likeness) (c crossing) {
	for _, l := range rest {
		c.best = max(c.best, l.Score)
		c.wrong += count(l.Suggested)
	}
	return c
}

// judge counts, version by version, whose best answer is right, and what is suggested.
func (f *CrossFigures) judge(sources, versions []versionRow, byVersion map[string][]int, standing []crossing, likeness func(q, v int) Likeness) {
	right, suggested, asked := 0, 0, 0
	for _, name := range slices.Sorted(maps.Keys(byVersion)) {
		first := 0
		for q, s := range sources {
			best, own := standing[q].best, -1.0
			suggested += standing[q].wrong
			for _, v := range byVersion[name] {
				l := likeness(q, v)
				suggested += count(l.Suggested)
				if versions[v].Doc == s.Doc {
					own = l.Score
					right += count(l.Suggested)
				} else {
					best = max(best, l.Score)
				}
			}
			first += count(own > best)
		}
		asked += len(sources)
		f.First += float64(first)
		f.Least = min(f.Least, ratio(float64(first), float64(len(sources))))
	}
	f.First = ratio(f.First, float64(asked))
	f.PRF = prf(float64(right), float64(suggested), float64(right), float64(asked))
}

// likestShown is how many of the pool a source's decisions tell.
const likestShown = 5

// likest tells the likest texts of the pool, best first.
func likest(id string, pool []CopyText, all []Likeness) []CopyDecision {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(all[b].Score, all[a].Score), a-b) })
	var out []CopyDecision
	for _, i := range order[:min(likestShown, len(order))] {
		kind := "none"
		if all[i].Suggested {
			kind = retranslated
		}
		out = append(out, CopyDecision{id, pool[i].ID, kind, "unknown", all[i].Score})
	}
	return out
}
