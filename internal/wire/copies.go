package wire

import (
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// Copy is the JSON of two articles that share words. From is the one that is
// canonically earlier: the words stood there, where Directed.
type Copy struct {
	From      string        `json:"from"`
	To        string        `json:"to"`
	Directed  bool          `json:"directed"`
	Kind      string        `json:"kind"`
	Share     float64       `json:"share"` // of the shorter one's words, 0 to 1
	Certainty string        `json:"certainty"`
	Says      string        `json:"says"`
	Reasons   []Reason      `json:"reasons"`
	Passages  []CopyPassage `json:"passages"`
}

// CopyPassage is a stretch that both have, up to small edits.
type CopyPassage struct {
	From   Quote `json:"from"`
	To     Quote `json:"to"`
	Words  int   `json:"words"`  // that are the same
	Quoted int   `json:"quoted"` // of those, inside quotation marks
}

// NewCopy is the wire form of a copy; from and to are the texts of its ends.
func NewCopy(c news.Copy, from, to string) Copy {
	out := Copy{From: c.From, To: c.To, Directed: c.Directed, Kind: string(c.Kind), Share: c.Share, Certainty: string(c.Certainty),
		Says: wording.Copy(c), Reasons: []Reason{}, Passages: []CopyPassage{}}
	for _, r := range c.Reasons {
		out.Reasons = append(out.Reasons, NewReason(r))
	}
	a, b := former{from, news.NewRuler(from)}, former{to, news.NewRuler(to)}
	for _, p := range c.Passages {
		out.Passages = append(out.Passages, CopyPassage{a.quote(p.From), b.quote(p.To), p.Words, p.Quoted})
	}
	return out
}
