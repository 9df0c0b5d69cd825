package attribute

import (
	"slices"
	"strings"
)

// leaveOutlet takes back what the article's own outlet was read to say: "The
// bridge is closed, the Orlan Press reports", in the Orlan Press, is its own
// report and stays its own voice.
func (p *page) leaveOutlet(outlet string) {
	own := plainName(outlet)
	if own == "" {
		return
	}
	p.found = slices.DeleteFunc(p.found, func(f finding) bool {
		return !f.speaker.Empty() && plainName(f.speaker.Of(p.text)) == own
	})
}

// plainName is a name of an outlet without article and marks, in small letters.
func plainName(name string) string {
	name = strings.ToLower(strings.Trim(strings.TrimSpace(name), "\"“”«»'‘’"))
	return strings.TrimPrefix(name, "the ")
}
