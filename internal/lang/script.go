package lang

import "unicode/utf8"

// script is a writing system the identifier tells apart.
type script int

const (
	noScript script = iota
	latin
	cyrillic
	arabic
	greek
	hebrew
	georgian
	armenian
	han
	kana
	hangul
	devanagari
	thai
	scripts
)

var scriptNames = map[string]script{
	"latin": latin, "cyrillic": cyrillic, "arabic": arabic, "greek": greek, "hebrew": hebrew,
	"georgian": georgian, "armenian": armenian, "han": han, "kana": kana, "hangul": hangul,
	"devanagari": devanagari, "thai": thai,
}

// scriptBlocks are the Unicode blocks of each script, in order.
var scriptBlocks = []struct {
	first, last rune
	script      script
}{
	{0xC0, 0x24F, latin}, {0x2BB, 0x2BC, latin},
	{0x370, 0x3FF, greek}, {0x400, 0x52F, cyrillic}, {0x531, 0x58F, armenian}, {0x591, 0x5F4, hebrew},
	{0x600, 0x6FF, arabic}, {0x750, 0x77F, arabic}, {0x900, 0x97F, devanagari}, {0xE01, 0xE5B, thai}, {0x10A0, 0x10FF, georgian}, {0x1100, 0x11FF, hangul},
	{0x1C90, 0x1CBF, georgian}, {0x1E00, 0x1EFF, latin}, {0x1F00, 0x1FFF, greek},
	{0x3041, 0x30FF, kana}, {0x3400, 0x9FFF, han}, {0xAC00, 0xD7A3, hangul}, {0xFB50, 0xFDFF, arabic},
	{0xFE70, 0xFEFC, arabic}, {0x20000, 0x2FA1F, han},
}

func scriptOf(r rune) script {
	if r < utf8.RuneSelf {
		if isLetter(r) {
			return latin
		}
		return noScript
	}
	for i := range scriptBlocks {
		b := &scriptBlocks[i]
		if r < b.first {
			return noScript
		}
		if r <= b.last {
			return b.script
		}
	}
	return noScript
}

// maxScriptRunes bounds how much of a stretch is counted to find its script.
const maxScriptRunes = 400

// syllabic is how many letters one character of Han, kana or Hangul stands for,
// so that a Latin name among them does not outweigh the sentence.
const syllabic = 3

// kanaShare is the least share of kana that makes a text in Han characters
// Japanese: particles and endings are always in kana.
const kanaShare = 0.1

// asciiLetter is 1 for each ASCII letter.
var asciiLetter = func() (t [utf8.RuneSelf]int) {
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = 1, 1
	}
	return t
}()

// dominantScript is the script of most letters of s.
func dominantScript(s string) script {
	var n [scripts]int
	seen := 0
	for i := 0; i < len(s) && seen < maxScriptRunes; seen++ {
		if s[i] < utf8.RuneSelf {
			n[latin] += asciiLetter[s[i]]
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch sc := scriptOf(r); sc {
		case han, kana, hangul:
			n[sc] += syllabic
		default:
			n[sc]++
		}
	}
	if east := n[han] + n[kana]; float64(n[kana]) > kanaShare*float64(east) {
		n[kana], n[han] = east, 0
	}
	best := noScript
	for sc := latin; sc < scripts; sc++ {
		if n[sc] > 0 && (best == noScript || n[sc] > n[best]) {
			best = sc
		}
	}
	return best
}
