package resolve

import "sync"

// Contradictions remember which names Contradict said cannot be one entity's: the
// names of a group are asked again whenever one of them is used. They are safe for
// concurrent use and hold on to the names.
type Contradictions struct {
	mu   sync.Mutex
	said map[[2]*Form]bool
}

// maxContradictions bounds the pairs that are remembered, some 30 bytes each.
const maxContradictions = 500_000

// NewContradictions remembers nothing yet.
func NewContradictions() *Contradictions { return &Contradictions{said: map[[2]*Form]bool{}} }

func (c *Contradictions) of(a, b *Form) bool {
	pair := [2]*Form{a, b}
	c.mu.Lock()
	said, known := c.said[pair]
	c.mu.Unlock()
	if known {
		return said
	}
	said = Contradict(a, b)
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.said) >= maxContradictions {
		clear(c.said)
	}
	c.said[pair] = said
	return said
}
