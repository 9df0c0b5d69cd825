package attribute

import (
	"slices"
	"strings"
	"unicode"
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

// plainName is a name of an outlet in small letters and digits alone, without
// article and, where it is a host's, without its first and last labels: "The
// Orlan Press" and "www.orlanpress.example" are one.
func plainName(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	if !strings.ContainsAny(name, " \t") {
		name = strings.TrimPrefix(name, "www.")
		if dot := strings.LastIndexByte(name, '.'); dot > 0 {
			name = name[:dot]
		}
	}
	name = strings.TrimPrefix(name, "the ")
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, name)
}
