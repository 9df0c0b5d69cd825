package name

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/fold"
)

//go:embed letters.txt
var lettersText string

// letters gives the sounds of letters outside a–z.
var letters = sync.OnceValue(func() map[rune]string {
	out := map[rune]string{}
	for line := range strings.Lines(lettersText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Fields(line)
		for i := 0; i+1 < len(fields); i += 2 {
			r, _ := utf8.DecodeRuneInString(fields[i])
			out[r] = strings.TrimPrefix(fields[i+1], "-")
		}
	}
	return out
})

// script is what a word is written in, as far as its reading differs.
type script uint8

const (
	latin    script = iota
	cyrillic        // and Georgian, Armenian, Hangul: a letter has one sound
	greek           // the same; names have cases of its own
	abjad           // Arabic, Hebrew: most vowels are not written
	exact           // no letters with sounds known here: compared as it stands
)

func scriptOf(r rune) script {
	switch {
	case r < 0x250, r >= 0x1E00 && r < 0x1F00:
		return latin
	case r >= 0x370 && r < 0x400, r >= 0x1F00 && r < 0x2000:
		return greek
	case r >= 0x590 && r < 0x780, r >= 0xFB50 && r < 0xFE00, r >= 0xFE70 && r < 0xFF00:
		return abjad
	case r < 0x590, r >= 0x10A0 && r < 0x1100, hangul(r), r >= 0x2C00 && r < 0x2E00:
		return cyrillic
	}
	return exact
}

// spell writes a word, in lower case, in the alphabet: letter by letter, and
// then by sound.
func spell(word string) (written, sounds []byte, in script) {
	known := letters()
	if strings.ContainsFunc(word, paired) {
		word = pairSounds.Replace(" " + fold.Name(word))
	}
	written = make([]byte, 0, 2*maxSkeleton)
	word = belarusian(word)
	for _, r := range word {
		if s := scriptOf(r); s != latin && in != greek && unicode.IsLetter(r) { // pairs of Greek are written in Cyrillic
			in = s
		}
		if s, ok := known[r]; ok {
			written = append(written, s...)
		} else {
			written = spellOther(r, written)
		}
	}
	switch sounds = make([]byte, 0, len(written)+4); in {
	case latin:
		return written, contract(undoubled(written), latinSounds, sounds), in
	case cyrillic, greek:
		return written, contract(written, cyrillicSounds, sounds), in
	}
	return written, written, in
}

// spellOther spells a letter of no list: a–z as it is, a syllable of Hangul by
// its parts, a letter with marks and a compatibility form by what it folds to.
func spellOther(r rune, out []byte) []byte {
	switch {
	case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
		return append(out, byte(r))
	case hangul(r):
		return append(out, syllable(r)...)
	}
	for _, f := range fold.Name(string(r)) {
		if f >= 'a' && f <= 'z' || f >= '0' && f <= '9' {
			out = append(out, byte(f))
		} else {
			out = append(out, letters()[f]...)
		}
	}
	return out
}

// paired reports whether r is of a script in which letters have sounds in pairs
// that Latin does not write so: Greek, Armenian.
func paired(r rune) bool {
	return r >= 0x370 && r < 0x400 || r >= 0x530 && r < 0x590 || r >= 0x1F00 && r < 0x2000
}

// pairSounds are the pairs and what they sound as, in letters of letters.txt;
// a space is a word's beginning.
var pairSounds = strings.NewReplacer("ου", "у", "αυ", "αβ", "ευ", "εβ", "αι", "ε", "ει", "ι", "οι", "ι",
	"μπ", "б", "ντ", "д", "γκ", "г", "γγ", "нг", "τσ", "ц", "τζ", "џ",
	" ու", "у", " ո", "վո", "ու", "у")

func hangul(r rune) bool { return r >= 0xAC00 && r < 0xD7A4 }

// undoubled leaves one of two like consonants, which sound as one and may part
// the letters of a digraph.
func undoubled(s []byte) []byte {
	out := make([]byte, 0, len(s))
	for i, c := range s {
		if i == 0 || c != s[i-1] || vowel(c) || c >= '0' && c <= '9' {
			out = append(out, c)
		}
	}
	return out
}

// Sounds of the parts of a Hangul syllable; - is silent.
var (
	hangulInitial = strings.Fields("g k n d t r m b p s s - J J C k t p h")
	hangulMedial  = strings.Fields("a a ia ia o e io ie o ua ua oe io u uo ue ui iu u ui i")
	hangulFinal   = strings.Fields("- k k k n n n t l k m l l l p l m p p t t ng t t k t p t")
)

func syllable(r rune) string {
	at := int(r - 0xAC00)
	s := hangulInitial[at/588] + hangulMedial[at%588/28] + hangulFinal[at%28]
	return strings.ReplaceAll(s, "-", "")
}

// digraph is a run of letters and the sound it has; ^ is a word's beginning.
type digraph struct{ letters, sound string }

// digraphs are what several Latin letters sound as, the longest first.
var digraphs = []digraph{
	{"schtsch", "S"}, {"shch", "S"}, {"szcz", "S"}, {"stsch", "S"}, {"dsch", "J"}, {"tsch", "C"}, {"zsch", "C"},
	{"sch", "S"}, {"tch", "C"}, {"dzh", "J"}, {"tsj", "C"}, {"dzs", "J"}, {"SC", "S"},
	{"sh", "S"}, {"sz", "S"}, {"sj", "S"}, {"zh", "Z"}, {"ch", "C"}, {"cz", "C"}, {"kh", "x"}, {"gh", "g"}, {"ph", "f"}, {"th", "t"},
	{"dh", "d"}, {"bh", "b"}, {"rh", "r"}, {"wh", "w"}, {"tsi", "Ti"}, {"tse", "Qe"}, {"ci", "Qi"}, {"ts", "c"}, {"tz", "c"}, {"ck", "k"}, {"qu", "kw"}, {"dj", "J"}, {"dZ", "J"}, {"dz", "D"},
	{"ousk", "owsk"}, {"eusk", "ewsk"}, {"ausk", "awsk"},
	{"oo", "u"}, {"ee", "i"}, {"q", "k"}, {"y", "i"}, {"^x", "x"}, {"x", "ks"},
}

// clusters are the same for words spelled by sound: how Cyrillic writes single
// sounds it has no letter for.
var clusters = []digraph{
	{"^ua", "wa"}, {"^ue", "we"}, {"^ui", "wi"}, {"^uo", "wo"},
	{"tC", "C"}, {"SC", "S"}, {"sC", "S"}, {"ts", "c"}, {"Cx", "C"}, {"CZ", "Z"}, {"cz", "J"}, {"dZ", "J"}, {"dz", "z"}, {"kx", "x"}, {"tx", "t"}, {"px", "p"}, {"bx", "b"}, {"dx", "d"}, {"gx", "g"},
}

// contract appends to out the sounds that the letters s of a word have.
func contract(s []byte, table *digraphTable, out []byte) []byte {
	for i := 0; i < len(s); {
		if sound, n := table.soundOf(s[i:], i == 0); n > 0 {
			out, i = append(out, sound...), i+n
			continue
		}
		c := s[i]
		switch {
		case c == 'j' && glide(out, s[i+1:]):
			c = 'i'
		case c == 'y' && i+1 < len(s) && !vowel(s[i+1]): // ъ, a vowel between consonants
			c = 'a'
		}
		out, i = append(out, c), i+1
	}
	return out
}

// digraphTable has digraphs by their first letter.
type digraphTable [256][]digraph

func byFirst(list []digraph) *digraphTable {
	var t digraphTable
	for _, d := range list {
		first := strings.TrimPrefix(d.letters, "^")[0]
		t[first] = append(t[first], d)
	}
	return &t
}

var latinSounds, cyrillicSounds = byFirst(digraphs), byFirst(clusters)

// soundOf finds the digraph that s begins with, and its letters' number.
func (t *digraphTable) soundOf(s []byte, first bool) (string, int) {
	for _, d := range t[s[0]] {
		letters, begins := strings.CutPrefix(d.letters, "^")
		if (!begins || first) && len(letters) <= len(s) && string(s[:len(letters)]) == letters {
			return d.sound, len(letters)
		}
	}
	return "", 0
}

// glide reports whether a Latin j between before and after can only be й.
func glide(before, after []byte) bool {
	if len(before) == 0 {
		return false
	}
	afterVowel := vowel(before[len(before)-1])
	switch {
	case len(after) == 0 || !vowel(after[0]):
		return afterVowel
	case !afterVowel:
		return true
	}
	return before[len(before)-1] == 'i' || after[0] == 'e'
}

// collapse makes runs of vowels one, the first that is no i, and doubled
// consonants single; it numbers the signs and keeps at most maxSkeleton.
func collapse(s []byte, out []uint8) []uint8 {
	run := false
	for _, c := range s {
		at, isVowel := signs[c], vowel(c)
		n := len(out)
		switch {
		case at == 0:
		case isVowel && run:
			if out[n-1] == signs['i'] {
				out[n-1] = at
			}
		case n > 0 && out[n-1] == at && !isVowel && (c < '0' || c > '9'):
		case n < maxSkeleton:
			out = append(out, at)
		default:
			return out
		}
		run = isVowel && len(out) > 0
	}
	return out
}
