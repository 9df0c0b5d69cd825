package match

import (
	"cmp"
	"math"
	"slices"
)

// The usual constants of BM25.
const (
	saturation   = 1.2
	lengthWeight = 0.75
)

// Index finds claims by their words. It is read-only and safe for concurrent use.
type Index struct {
	claims  []Item
	stems   postings
	letters postings
}

// NewIndex makes claims ready to be found.
func NewIndex(claims []Item) *Index {
	x := &Index{claims: claims, stems: newPostings(), letters: newPostings()}
	for i := range claims {
		s, l := claims[i].terms()
		x.stems.add(int32(i), s)
		x.letters.add(int32(i), l)
	}
	x.stems.finish()
	x.letters.finish()
	return x
}

// postings are, by term, the items that have it.
type postings struct {
	lists   map[term][]posting
	lengths []float64
	mean    float64
}

type posting struct {
	item  int32
	times float32
}

func newPostings() postings { return postings{lists: map[term][]posting{}} }

// add enters item i, the next after the last.
func (p *postings) add(i int32, terms []term) {
	p.lengths = append(p.lengths, float64(len(terms)))
	p.mean += float64(len(terms))
	for _, t := range counted(terms) {
		p.lists[t.term] = append(p.lists[t.term], posting{i, t.times})
	}
}

func (p *postings) finish() { p.mean /= max(float64(len(p.lengths)), 1) }

// rarity is how much a term tells (the probabilistic idf, above 0).
func (p *postings) rarity(n int) float64 {
	all := float64(len(p.lengths))
	return math.Log(1 + (all-float64(n)+.5)/(float64(n)+.5))
}

// score adds each item's BM25 for the terms to scores, and gives the most an
// item could have.
func (p *postings) score(terms []term, scores []float64) (most float64) {
	for _, t := range counted(terms) {
		list := p.lists[t.term]
		rarity := p.rarity(len(list))
		most += rarity * (saturation + 1)
		for _, x := range list {
			f := float64(x.times)
			scores[x.item] += rarity * f * (saturation + 1) / (f + saturation*(1-lengthWeight+lengthWeight*p.lengths[x.item]/p.mean))
		}
	}
	return most
}

type termCount struct {
	term  term
	times float32
}

// counted is each term once with how often it stands there, in order of terms.
func counted(terms []term) []termCount {
	sorted := slices.Clone(terms)
	slices.Sort(sorted)
	var out []termCount
	for _, t := range sorted {
		if n := len(out); n > 0 && out[n-1].term == t {
			out[n-1].times++
			continue
		}
		out = append(out, termCount{t, 1})
	}
	return out
}

// Ranking is the best claims for what was asked.
type Ranking struct {
	Best []Candidate // best first, of equals the older
	// MostStems and MostLetters are the scores a claim would have that holds every
	// word of what was asked.
	MostStems, MostLetters float64
}

// weightNear is what a date on the same day adds to a fused score of 0 to 1
// (MAP on the CheckThat dev and PolitiFact sets rises up to .15 to .2).
const weightNear = 0.15

// Rank finds the n best claims for what is asked.
func (x *Index) Rank(asked Item, n int) Ranking {
	stems, letters := asked.terms()
	s, l := make([]float64, len(x.claims)), make([]float64, len(x.claims))
	r := Ranking{MostStems: x.stems.score(stems, s), MostLetters: x.letters.score(letters, l)}
	topS, topL := slices.Max(append(s, tiny)), slices.Max(append(l, tiny))
	for i := range x.claims {
		if s[i] == 0 && l[i] == 0 {
			continue
		}
		c := Candidate{Claim: i, Stems: s[i], Letters: l[i], Near: near(asked.Date, x.claims[i].Date)}
		c.Score = s[i]/topS/2 + l[i]/topL/2 + weightNear*c.Near
		r.Best = append(r.Best, c)
	}
	slices.SortFunc(r.Best, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), a.Claim-b.Claim)
	})
	r.Best = r.Best[:min(n, len(r.Best))]
	return r
}

// tiny keeps a division by the best score defined where nothing is found.
const tiny = 1e-9
