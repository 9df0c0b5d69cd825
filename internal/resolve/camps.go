package resolve

import "slices"

// Namesakes: how many a name is divided into at most, and how far scenes may
// agree before other roles are taken for another time in one life.
const (
	maxCamps       = 4
	oneLifeAgrees  = 2.0
	leastAgreement = 0.5
)

// camp is uses of one name that tell of one person.
type camp struct {
	seen    []int
	profile *profile
}

// camps divides the uses of a name, the sample's indexes by Lot, into those of
// namesakes: people to whom articles that share nothing else give other walks
// of life. The largest camp stands first; most names have one.
func camps(seen []Seen, uses []int, own []Companion) [][]int {
	if !Namesakes(seen) || !anyConflict(seen, uses) {
		return [][]int{uses}
	}
	var all []*camp
	for _, i := range uses {
		if seen[i].Roles != 0 {
			all = enlist(all, seen, i, own)
		}
	}
	if len(all) < 2 {
		return [][]int{uses}
	}
	for _, i := range uses {
		if seen[i].Roles == 0 {
			c := nearestCamp(all, &seen[i], own)
			c.seen = append(c.seen, i)
		}
	}
	return campsBySize(all)
}

// Namesakes reports whether roles may tell two people among the uses of a name.
func Namesakes(seen []Seen) bool {
	var all, common Roles
	common--
	for i := range seen {
		if r := seen[i].Roles; r != 0 {
			all, common = all|r, common&r
		}
	}
	return all != 0 && common == 0
}

func anyConflict(seen []Seen, uses []int) bool {
	for k, i := range uses {
		for _, j := range uses[:k] {
			if seen[i].Roles.conflict(seen[j].Roles) {
				return true
			}
		}
	}
	return false
}

// enlist puts a use into the camp that it agrees with best among those it may
// be of, or opens one.
func enlist(all []*camp, seen []Seen, i int, own []Companion) []*camp {
	var best *camp
	score := -1.0
	for _, c := range all {
		a := c.profile.agreement(seen[i].Scene, own)
		if (!c.profile.roles.conflict(seen[i].Roles) || a >= oneLifeAgrees) && a > score {
			best, score = c, a
		}
	}
	if best == nil && len(all) < maxCamps {
		best = &camp{profile: newProfile()}
		all = append(all, best)
	}
	if best == nil {
		best = all[0]
	}
	best.seen = append(best.seen, i)
	best.profile.add(&seen[i])
	return all
}

// nearestCamp is the camp whose scenes a use is like, the largest when none is.
func nearestCamp(all []*camp, s *Seen, own []Companion) *camp {
	best, score := (*camp)(nil), leastAgreement
	largest := all[0]
	for _, c := range all {
		if a := c.profile.agreement(s.Scene, own); a > score {
			best, score = c, a
		}
		if c.profile.scenes > largest.profile.scenes {
			largest = c
		}
	}
	if best == nil {
		return largest
	}
	return best
}

func campsBySize(all []*camp) [][]int {
	slices.SortStableFunc(all, func(a, b *camp) int { return len(b.seen) - len(a.seen) })
	out := make([][]int, len(all))
	for i, c := range all {
		slices.Sort(c.seen)
		out[i] = c.seen
	}
	return out
}
