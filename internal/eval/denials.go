package eval

import (
	"crypto/sha256"
	"encoding/json"
	"io"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/sorted"
	"github.com/hearsay-engine/hearsay/news"
)

// DenialCase is one line of eval/denials.jsonl; see eval/denials.md. Spans are
// code points.
type DenialCase struct {
	Article  string     `json:"article"`
	Whole    bool       `json:"read_whole"` // all stances of the article are cases
	Relation string     `json:"relation"`   // NoStance: looks like one and is none
	Cue      [2]int     `json:"cue"`
	Holder   *[2]int    `json:"holder"`
	Of       [][2]int   `json:"of"`
	Also     [][][2]int `json:"also"`
	Accept   []string   `json:"accept"` // relations as right as Relation
	Optional bool       `json:"optional"`
}

// NoStance is the relation of a case that looks like a stance and is none.
const NoStance = "none"

// DenialCases reads the cases of a file; name is the file's, for errors.
func DenialCases(r io.Reader, name string) ([]DenialCase, error) {
	var out []DenialCase
	err := eachLine(r, name, func(line []byte) error {
		var c DenialCase
		err := json.Unmarshal(line, &c)
		out = append(out, c)
		return err
	})
	return out, err
}

// Half tells which half of the articles an id belongs to, "a" or "b": rules are
// made on the first and judged on the second.
func Half(id string) string {
	return [2]string{"a", "b"}[sha256.Sum256([]byte(id))[0]%2]
}

// OfHalf is the cases of one half; of "" all.
func OfHalf(cases []DenialCase, half string) []DenialCase {
	return slices.DeleteFunc(slices.Clone(cases), func(c DenialCase) bool { return half != "" && Half(c.Article) != half })
}

// Told is a stance that was found, in code points.
type Told struct {
	Relation string
	Cue      [2]int
	Holder   *[2]int
	Of       [][2]int
}

// ToldIn is an article's stances as denials judges them.
func ToldIn(a *news.Article) []Told {
	ruler := news.NewRuler(a.Text)
	points := func(s news.Span) [2]int { return [2]int{ruler.CodePoints(s.Start), ruler.CodePoints(s.End)} }
	out := make([]Told, len(a.Stances))
	for i, s := range a.Stances {
		t := Told{Relation: string(s.Relation), Cue: points(s.Cue)}
		holder := s.Holder
		if holder == nil && s.Statement != news.Outermost {
			holder = a.Statements[s.Statement].Speaker
		}
		if holder != nil {
			p := points(*holder)
			t.Holder = &p
		}
		for _, of := range s.Of {
			t.Of = append(t.Of, points(of))
		}
		out[i] = t
	}
	return out
}

// Denials is how well stances are found.
type Denials struct {
	Cases  map[string]*DenialRate // by relation, and All
	Wrong  int                    // denials where there are none, in articles read whole and at cases of NoStance
	Right  int                    // denials where there are some, in articles read whole
	Placed int                    // denials at the cases of the other articles, about the right words
	Missed int                    // the same, about other words
	Faults []DenialFault
}

// DenialRate counts the cases of one relation.
type DenialRate struct {
	Of      int
	Seen    int // some stance overlaps the cue
	Found   int // and what it is about, whatever its relation
	Held    int // of Found, those with the right holder
	Labeled int // of Found, those of the right relation
}

// DenialFault is a case missed, or a stance that is none.
type DenialFault struct {
	Article, What string
	Cue           [2]int
	Case          *DenialCase // nil for a stance that is none
	Told          *Told       // nil when nothing was found there
}

// JudgeDenials judges the stances that read finds in an article's text.
func JudgeDenials(cases []DenialCase, text func(id string) string, read func(text string) []Told) *Denials {
	d := &Denials{Cases: map[string]*DenialRate{}}
	for len(cases) > 0 {
		id, n := cases[0].Article, 1
		for n < len(cases) && cases[n].Article == id {
			n++
		}
		words := text(id)
		d.article(cases[:n], newTokens(words), read(words))
		cases = cases[n:]
	}
	return d
}

func (d *Denials) article(cases []DenialCase, t *tokens, told []Told) {
	id, whole := cases[0].Article, slices.ContainsFunc(cases, func(c DenialCase) bool { return c.Whole })
	cases = slices.DeleteFunc(slices.Clone(cases), func(c DenialCase) bool { return c.Whole })
	for i := range cases {
		if c := &cases[i]; c.Relation != NoStance && !c.Optional {
			d.find(c, t, told)
		}
	}
	for i := range told {
		if told[i].Relation == string(news.RelDenies) {
			d.weigh(id, &told[i], cases, t, whole)
		}
	}
}

// find looks for a case among the stances found.
func (d *Denials) find(c *DenialCase, t *tokens, told []Told) {
	seen := told[:0:0]
	for _, s := range told {
		if touch(s.Cue, c.Cue) {
			seen = append(seen, s)
		}
	}
	best := slices.IndexFunc(seen, func(s Told) bool { return c.about(t, s.Of) && c.labels(s.Relation) })
	if best < 0 {
		best = slices.IndexFunc(seen, func(s Told) bool { return c.about(t, s.Of) })
	}
	for _, r := range []*DenialRate{d.rate(All), d.rate(c.Relation)} {
		r.Of++
		r.Seen += count(len(seen) > 0)
		if best >= 0 {
			r.Found++
			r.Held += count(c.holds(seen[best].Holder))
			r.Labeled += count(c.labels(seen[best].Relation))
		}
	}
	d.fault(c, seen, best)
}

func (d *Denials) fault(c *DenialCase, seen []Told, best int) {
	f := DenialFault{Article: c.Article, Cue: c.Cue, Case: c}
	switch {
	case len(seen) == 0:
		f.What = "not found"
	case best < 0:
		f.What, f.Told = "about other words", &seen[0]
	case !c.holds(seen[best].Holder):
		f.What, f.Told = "of another holder", &seen[best]
	case !c.labels(seen[best].Relation):
		f.What, f.Told = "of another relation", &seen[best]
	default:
		return
	}
	d.Faults = append(d.Faults, f)
}

// weigh tells whether a denial that was found is one.
func (d *Denials) weigh(id string, s *Told, cases []DenialCase, t *tokens, whole bool) {
	none, optional, denies, right := false, false, false, false
	for i := range cases {
		c := &cases[i]
		if !touch(s.Cue, c.Cue) {
			continue
		}
		none = none || c.Relation == NoStance
		optional = optional || c.Optional
		denies = denies || c.Relation != NoStance && !c.Optional
		right = right || c.labels(s.Relation) && !c.Optional && c.about(t, s.Of)
	}
	switch {
	case right && whole:
		d.Right++
	case right:
		d.Placed++
	case optional:
	case none || whole:
		d.Wrong++
		d.Faults = append(d.Faults, DenialFault{Article: id, What: "is none", Cue: s.Cue, Told: s})
	case denies:
		d.Missed++
	}
}

func (d *Denials) rate(relation string) *DenialRate {
	if d.Cases[relation] == nil {
		d.Cases[relation] = &DenialRate{}
	}
	return d.Cases[relation]
}

func (c *DenialCase) labels(relation string) bool {
	return relation == c.Relation || slices.Contains(c.Accept, relation)
}

func (c *DenialCase) holds(holder *[2]int) bool {
	if c.Holder == nil || holder == nil {
		return c.Holder == nil && holder == nil
	}
	return touch(*c.Holder, *holder)
}

// about reports whether spans have the words the case is about, or others as
// right: Dice of words of DefaultThreshold.
func (c *DenialCase) about(t *tokens, spans [][2]int) bool {
	got, _ := t.in(extents(spans))
	for _, of := range append([][][2]int{c.Of}, c.Also...) {
		want, _ := t.in(extents(of))
		if len(want) > 0 && sorted.Dice(want, got) >= DefaultThreshold {
			return true
		}
	}
	return false
}

func extents(spans [][2]int) []Extent {
	out := make([]Extent, len(spans))
	for i, s := range spans {
		out[i] = Extent{Start: s[0], End: s[1]}
	}
	return out
}

func touch(a, b [2]int) bool { return a[0] < b[1] && b[0] < a[1] }
