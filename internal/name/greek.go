package name

// leastGreek is how many sounds of a Greek name stand before its ending.
const leastGreek = 3

// greekRoot is how many sounds a Greek word has before its ending: a vowel, or
// one and -ς.
func greekRoot(sounds []uint8) uint8 {
	at := len(sounds)
	if at > 0 && sounds[at-1] == signs['s'] {
		at--
	}
	if at > leastGreek && vowel(alphabet[sounds[at-1]-1]) {
		return uint8(at - 1)
	}
	return uint8(len(sounds))
}

// greekCases are a man's nominative and the ending of another case; a woman of
// the family has the same.
var greekCases = [...][2]string{{"os", "u"}, {"os", "o"}, {"is", "i"}, {"is", "u"}, {"as", "a"}, {"a", "as"}, {"i", "is"}}

// declinesGreek reports whether p and q are cases of one word: Παπαδόπουλος,
// Παπαδόπουλου.
func (p *part) declinesGreek(q *part) bool {
	if string(p.root()) != string(q.root()) {
		return false
	}
	for _, c := range greekCases {
		if p.ends(c[0]) && q.ends(c[1]) || p.ends(c[1]) && q.ends(c[0]) {
			return true
		}
	}
	return false
}

// ends reports whether the sounds behind p's root are these.
func (p *part) ends(sounds string) bool {
	end := p.sounds[p.stem:p.n]
	for i := range end {
		if i >= len(sounds) || alphabet[end[i]-1] != sounds[i] {
			return false
		}
	}
	return len(end) == len(sounds)
}

// greekMan reports whether a Greek surname has the ending of a man's nominative.
func (p *part) greekMan() bool { return p.script == greek && p.n > p.stem+1 }
