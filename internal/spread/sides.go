package spread

// Tally is how many articles, and how many more are only machine-suggested.
type Tally struct{ Articles, Suggested int }

func (t *Tally) add(c Count) {
	t.Articles += c.Articles
	t.Suggested += c.Suggested
}

// All is both together.
func (t Tally) All() int { return t.Articles + t.Suggested }

// Sides are one outlet's: what others carry of its words and what it carries of
// theirs, Credited or Uncredited. By words only has no side.
type Sides struct {
	Given, Taken [ByWords]Tally
	Alike        Tally
}

// SidesOf adds up the counts of one outlet, by how they name it; what it has of
// itself is left out.
func SidesOf(counts []Count, outlet string) Sides {
	var s Sides
	for _, c := range counts {
		switch {
		case c.From == c.To || c.From != outlet && c.To != outlet:
		case c.Way == ByWords:
			s.Alike.add(c)
		case c.From == outlet:
			s.Given[c.Way].add(c)
		default:
			s.Taken[c.Way].add(c)
		}
	}
	return s
}
