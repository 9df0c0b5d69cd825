package eval

import "math/rand/v2"

// CopyEditor makes a copy of origin in the way of kind, with words of own where
// it wants others; "" when the texts are too short for it.
type CopyEditor func(seed uint64, kind, origin, own string) string

// EditedPool is articles and copies made of some of them.
type EditedPool struct {
	Name   string
	Texts  []CopyText
	Copies []EditedCopy
	// Different is true of two texts that are known to tell different stories.
	Different func(a, b int) bool
}

// EditedCopy is a copy made of a text of the pool.
type EditedCopy struct {
	Kind   string
	Origin int
	Text   string
}

// EditFigures is how well edited copies of one pool are found.
type EditFigures struct {
	Pool      string       `json:"pool"`
	Articles  int          `json:"articles"`
	Kinds     []EditRecall `json:"kinds"`
	Different int          `json:"different_pairs"`
	False     int          `json:"false"`
	Rate      float64      `json:"in_40000"`
}

// EditRecall is of one kind of edit: copies whose origin is found and verified.
type EditRecall struct {
	Kind   string  `json:"kind"`
	Copies int     `json:"copies"`
	Found  int     `json:"found"`
	Quoted int     `json:"as_shared_quotation"` // of those found
	Recall float64 `json:"recall"`
}

const (
	editsOfAKind = 300 // copies, where the pool has so many texts
	editTries    = 10  // draws for each, where texts are too short
)

// NewEditedPool makes copies of every kind of texts, each by the hand of another
// article that is not known to tell the same story.
func NewEditedPool(name string, texts []CopyText, story map[string]string, e CopyEngine) *EditedPool {
	p := &EditedPool{Name: name, Texts: texts, Different: func(a, b int) bool {
		x, y := story[texts[a].ID], story[texts[b].ID]
		return x != "" && y != "" && x != y
	}}
	for k, kind := range e.EditKinds {
		dice := rand.New(rand.NewPCG(1, uint64(k)))
		left := min(editsOfAKind, len(texts))
		for try := 0; left > 0 && try < editTries*editsOfAKind; try++ {
			origin, own := dice.IntN(len(texts)), dice.IntN(len(texts))
			if x := story[texts[origin].ID]; origin == own || x != "" && x == story[texts[own].ID] {
				continue
			}
			if copied := e.Edit(uint64(try), kind, texts[origin].Text, texts[own].Text); copied != "" {
				p.Copies = append(p.Copies, EditedCopy{kind, origin, copied})
				left--
			}
		}
	}
	return p
}

// judgeEdits looks for the copies among all texts of the pool and all other copies.
func judgeEdits(p *EditedPool, find CopyFinder) EditFigures {
	texts := append([]CopyText(nil), p.Texts...)
	for _, c := range p.Copies {
		texts = append(texts, CopyText{Text: c.Text})
	}
	f := EditFigures{Pool: p.Name, Articles: len(p.Texts)}
	kinds := map[[2]int]string{}
	for _, x := range find(texts) {
		kinds[[2]int{x.A, x.B}] = x.Kind
		f.False += count(x.B < len(p.Texts) && x.Kind != sharedQuotation && p.Different(x.A, x.B))
	}
	for a := range p.Texts {
		for b := range a {
			f.Different += count(p.Different(b, a))
		}
	}
	f.Rate = ratio(float64(f.False), float64(f.Different)) * 40000
	f.Kinds = recallByKind(p, kinds)
	return f
}

// recallByKind counts the copies found with their origins, in order of kinds.
func recallByKind(p *EditedPool, found map[[2]int]string) []EditRecall {
	var out []EditRecall
	at := map[string]int{}
	for i, c := range p.Copies {
		k, known := at[c.Kind]
		if !known {
			k = len(out)
			at[c.Kind] = k
			out = append(out, EditRecall{Kind: c.Kind})
		}
		kind, ok := found[[2]int{c.Origin, len(p.Texts) + i}]
		out[k].Copies++
		out[k].Found += count(ok)
		out[k].Quoted += count(kind == sharedQuotation)
	}
	for k := range out {
		out[k].Recall = ratio(float64(out[k].Found), float64(out[k].Copies))
	}
	return out
}
