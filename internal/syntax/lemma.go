package syntax

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A lemma comes of a word by an edit: how many code points to cut from its end and
// what to put there. Which edit, the longest known ending of the word under its
// tag tells; the trainer condenses endings from the treebanks' lemmas, and what is
// irregular is an ending as long as the word.

// maxEnding is the longest ending, in code points, irregular words included.
const maxEnding = 12

// Lemma appends the lemma of a word under a tag to dst: in small letters but for
// names, "denied" → "deny", "Korva" → "Korva".
func (m *Model) Lemma(dst []byte, word string, t Tag) []byte {
	cut, put := m.edit(word, t)
	for range cut {
		_, size := utf8.DecodeLastRuneInString(word)
		word = word[:len(word)-size]
	}
	if m.proper(t) {
		return append(append(dst, word...), put...)
	}
	for _, r := range word {
		dst = utf8.AppendRune(dst, small(r))
	}
	return append(dst, put...)
}

func (m *Model) proper(t Tag) bool { return strings.HasPrefix(m.tags[t], "PROPN") }

// edit is what the longest known ending says.
func (m *Model) edit(word string, t Tag) (cut int, put string) {
	found := uint32(0)
	for h := range endings(word, t) {
		if p := m.endings.find(h); p != 0 {
			found = p
		}
	}
	if found == 0 {
		return 0, ""
	}
	e := m.edits[found-1]
	return int(e[0] - '0'), e[1:]
}

// endings yields the hash of a tag alone, then of a word's endings under it, each
// a code point longer, and at last of the whole word.
func endings(word string, t Tag) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		h := mix(300, uint64(t), 0, 0)
		for n := 0; n < maxEnding && len(word) > 0; n++ {
			if !yield(h) {
				return
			}
			r, size := utf8.DecodeLastRuneInString(word)
			word = word[:len(word)-size]
			h = mix(301, h, uint64(small(r)), 0)
		}
		if yield(h) && len(word) == 0 {
			yield(mix(302, h, 0, 0))
		}
	}
}

// small is a letter's lower case.
func small(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return unicode.ToLower(r)
}
