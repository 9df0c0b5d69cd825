package eval

import (
	"encoding/json"
	"fmt"
	"io"
)

// Mistake is one wrong case, for reading by eye.
type Mistake struct {
	Kind     string     `json:"kind"` // MISS, FALSE, SPEAKER
	Document string     `json:"document"`
	Type     string     `json:"type"`
	Gold     *Statement `json:"gold,omitempty"`
	Pred     *Statement `json:"pred,omitempty"`
}

// Mistakes lists the first n wrong cases, document by document: what was
// missed, what was found falsely, what was given to the wrong speaker.
func (r *Report) Mistakes(n int) []Mistake {
	var out []Mistake
	for _, v := range r.verdicts {
		if len(out) >= n {
			break
		}
		out = append(out, v.mistakes(r.Rules.Threshold)...)
	}
	return out[:min(n, len(out))]
}

func (v *verdict) mistakes(threshold float64) []Mistake {
	gold, pred := make([]bool, len(v.gold)), make([]bool, len(v.pred))
	var wrong []Mistake
	for _, m := range v.pairs {
		if m.dice < threshold {
			continue
		}
		gold[m.gold], pred[m.pred] = true, true
		if !m.right {
			g := v.gold[m.gold]
			wrong = append(wrong, Mistake{"SPEAKER", v.id, g.kind, g.Statement, v.pred[m.pred].Statement})
		}
	}
	var out []Mistake
	for i, g := range v.gold {
		if !gold[i] && !v.skip[i] {
			out = append(out, Mistake{"MISS", v.id, g.kind, g.Statement, nil})
		}
	}
	for j, p := range v.pred {
		if !pred[j] && !v.drop[j] {
			out = append(out, Mistake{"FALSE", v.id, p.kind, nil, p.Statement})
		}
	}
	return append(out, wrong...)
}

// PrintMistakes writes one JSON line a mistake.
func PrintMistakes(w io.Writer, list []Mistake) error {
	for _, m := range list {
		line, err := json.Marshal(m)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s\n", line)
	}
	return nil
}
