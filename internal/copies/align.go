package copies

import (
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// Passage is a stretch the two texts share, up to small edits: bytes of both.
type Passage struct {
	A, B   news.Span
	Words  int // that are the same on both sides
	Quoted int // of those, inside quotation marks on either side

	longest int // run of same words
	run     int // the longest of them half of whose words at least are not quoted
}

// run is a passage in the making: ranges of words.
type run struct {
	a, b, n int // n words from a and b on are the same
}

const (
	// seedWords is how many words in a row tie two texts together: of words edited
	// one in three, every third run of three is whole.
	seedWords = 3
	// seedPlaces bounds how often a run of words in one text is looked at: what
	// stands there more often is a refrain.
	seedPlaces = 8
	// bridgeWords is the longest gap, on either side, over which two runs are one passage.
	bridgeWords = 12
	// passageWords is the fewest same words that make a passage: shorter ones are
	// turns of phrase.
	passageWords = 8
)

// align finds the passages of a and b, in the order of b. No word of b stands
// in two of them; of a neither.
func align(a, b *Text) []Passage {
	return assemble(a, b, bridge(runs(a, b)))
}

// runs finds the longest runs of same words, at most one over each word of b
// and of a, in the order of b.
func runs(a, b *Text) []run {
	if len(a.words) < seedWords || len(b.words) < seedWords {
		return nil
	}
	places := a.index()
	var found []run
	for j := 0; j+seedWords <= len(b.words); {
		best := run{}
		next, i := 0, places.first(b, j)
		for ; i >= 0 && next < seedPlaces; next++ {
			if n := same(a, b, i, j); n > best.n {
				best = run{i, j, n}
			}
			i = int(places.next[i])
		}
		if best.n < seedWords {
			j++
			continue
		}
		found = append(found, best)
		j += best.n
	}
	return apart(found)
}

// apart keeps, of runs that take the same words of a, the longest.
func apart(found []run) []run {
	byA := slices.Clone(found)
	slices.SortFunc(byA, func(x, y run) int {
		if x.a != y.a {
			return x.a - y.a
		}
		return y.n - x.n
	})
	kept := byA[:0]
	for _, r := range byA {
		if n := len(kept); n > 0 && r.a < kept[n-1].a+kept[n-1].n {
			last := &kept[n-1]
			if cut := last.a + last.n - r.a; r.n <= last.n || r.n-cut >= seedWords {
				if r.n-cut < seedWords {
					continue
				}
				r = run{r.a + cut, r.b + cut, r.n - cut}
			} else {
				*last = r
				continue
			}
		}
		kept = append(kept, r)
	}
	slices.SortFunc(kept, func(x, y run) int { return x.b - y.b })
	return kept
}

// same counts the words from i in a and j in b on that are the same.
func same(a, b *Text, i, j int) int {
	n := 0
	for i+n < len(a.words) && j+n < len(b.words) && a.words[i+n].key == b.words[j+n].key {
		n++
	}
	return n
}

// bridge joins runs that follow each other closely in both texts.
func bridge(found []run) [][]run {
	var groups [][]run
	for _, r := range found {
		if n := len(groups); n > 0 {
			last := groups[n-1][len(groups[n-1])-1]
			da, db := r.a-last.a-last.n, r.b-last.b-last.n
			if 0 <= da && da <= bridgeWords && 0 <= db && db <= bridgeWords {
				groups[n-1] = append(groups[n-1], r)
				continue
			}
		}
		groups = append(groups, []run{r})
	}
	return groups
}

// assemble makes passages of the groups that are long enough; single same words
// in the gaps count.
func assemble(a, b *Text, groups [][]run) []Passage {
	var out []Passage
	for _, g := range groups {
		p := Passage{}
		for k, r := range g {
			p.add(a, b, r)
			if k+1 < len(g) {
				p.gap(a, b, r, g[k+1])
			}
		}
		if p.Words < passageWords {
			continue
		}
		last := g[len(g)-1]
		p.A = news.Span{Start: int(a.words[g[0].a].start), End: int(a.words[last.a+last.n-1].end)}
		p.B = news.Span{Start: int(b.words[g[0].b].start), End: int(b.words[last.b+last.n-1].end)}
		out = append(out, p)
	}
	return out
}

func (p *Passage) add(a, b *Text, r run) {
	quoted := 0
	for k := range r.n {
		if a.words[r.a+k].quoted || b.words[r.b+k].quoted {
			quoted++
		}
	}
	p.Words += r.n
	p.Quoted += quoted
	p.longest = max(p.longest, r.n)
	if 2*quoted <= r.n {
		p.run = max(p.run, r.n)
	}
}

// gap counts the same words between two runs, in order (the longest common
// subsequence; a gap has bridgeWords words at most).
func (p *Passage) gap(a, b *Text, from, to run) {
	wa, wb := a.words[from.a+from.n:to.a], b.words[from.b+from.n:to.b]
	var row [bridgeWords + 1]int
	quoted := 0
	for _, x := range wa {
		diagonal := 0
		for j, y := range wb {
			up := row[j+1]
			if x.key == y.key {
				row[j+1] = diagonal + 1
				if x.quoted || y.quoted {
					quoted++
				}
			} else {
				row[j+1] = max(up, row[j])
			}
			diagonal = up
		}
	}
	n := row[len(wb)]
	p.Words += n
	p.Quoted += min(quoted, n)
}

// places says where in a text each run of seedWords words stands.
type places struct {
	heads []int32 // by hash: the first place + 1
	next  []int32 // by place: the next of the same hash, -1 when none
	mask  uint32
}

// index is made once: the text of a popular origin is compared with many.
func (t *Text) index() *places {
	t.indexed.Do(func() {
		size := 1
		for size < 2*len(t.words) {
			size *= 2
		}
		p := &t.places
		*p = places{heads: make([]int32, size), next: make([]int32, len(t.words)), mask: uint32(size - 1)}
		for i := len(t.words) - seedWords; i >= 0; i-- {
			h := seedHash(t, i) & p.mask
			p.next[i] = p.heads[h] - 1
			p.heads[h] = int32(i + 1)
		}
	})
	return &t.places
}

func (p *places) first(b *Text, j int) int { return int(p.heads[seedHash(b, j)&p.mask]) - 1 }

func seedHash(t *Text, i int) uint32 {
	h := uint64(0)
	for _, w := range t.words[i : i+seedWords] {
		h = h*base + uint64(w.key)
	}
	return uint32(mix(h) >> 32)
}
