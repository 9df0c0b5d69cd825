package name

import "unicode/utf8"

// organisation gives the words of the name of an organisation or place their
// roles. A name of legal forms and common words only keeps them as words.
func (n *Name) organisation(words []token) {
	naming := 0
	for _, w := range words {
		if !w.legal && !w.generic && !w.small && !w.filler {
			naming++
		}
	}
	for i, w := range words {
		if len(n.parts) == maxParts {
			return
		}
		var p part
		p.read(w.text)
		switch {
		case w.legal && naming > 0:
			p.role, p.form = legal, w.form
		case i+1 < len(words) && (w.small || w.filler):
			p.role = particle
		case w.generic && naming > 0:
			p.role = generic
		}
		p.stem = root(w.text, p.script, p.skeleton())
		n.parts = append(n.parts, p)
	}
	n.heads, n.short = acronym(words)
}

// Bounds of acronyms, in letters.
const (
	leastAcronym = 2
	mostAcronym  = 10
)

// acronym is the hash of a name in capitals of one word, or of the first
// letters of a name of several; 0 when there is none.
func acronym(words []token) (hash uint64, short bool) {
	var buf [4 * mostAcronym]byte
	b, letters := buf[:0], 0
	var only token
	for _, w := range words {
		if w.small || w.filler || w.legal && !w.generic || letters == mostAcronym {
			continue
		}
		r, _ := utf8.DecodeRuneInString(w.text)
		b, letters, only = utf8.AppendRune(b, r), letters+1, w
	}
	if letters == 1 && only.upper && utf8.RuneCountInString(only.text) <= mostAcronym {
		return hashOf([]byte(only.text)), true
	}
	if letters < leastAcronym {
		return 0, false
	}
	return hashOf(b), false
}
