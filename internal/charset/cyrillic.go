package charset

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// cyrillic are the single-byte charsets that undeclared Cyrillic text is tried
// in, the commonest first: it wins a draw.
var cyrillic = []struct {
	name  string
	table *charmap.Charmap
}{
	{"windows-1251", charmap.Windows1251},
	{"koi8-r", charmap.KOI8R},
	{"ibm866", charmap.CodePage866},
	{"iso-8859-5", charmap.ISO8859_5},
}

// frequency is how many of a thousand letters of Russian running text are each
// letter, after the counts over the Russian National Corpus; for the letters of
// its neighbours, of Ukrainian and Belarusian text.
var frequency = map[rune]int{
	'о': 110, 'е': 85, 'а': 80, 'и': 74, 'н': 67, 'т': 63, 'с': 55, 'р': 47, 'в': 45, 'л': 44, 'к': 35, 'м': 32, 'д': 30, 'п': 28,
	'у': 26, 'я': 20, 'ы': 19, 'ь': 17, 'г': 17, 'з': 16, 'б': 16, 'ч': 14, 'й': 12, 'х': 10, 'ж': 9, 'ш': 7, 'ю': 6, 'ц': 5,
	'щ': 4, 'э': 3, 'ф': 3, 'ъ': 1, 'ё': 1, 'і': 55, 'ї': 6, 'є': 6, 'ў': 10, 'ґ': 1,
}

const (
	// enoughLetters is how many letters beyond ASCII decide.
	enoughLetters = 4096
	// wrongCase is what a capital after a small letter costs: KOI8 and
	// windows-1251 have small letters where the other has capitals.
	wrongCase = 30
	// likeRussian is the mean frequency from which letters read as Russian:
	// the language itself has 55, a text read in a wrong charset about 30.
	likeRussian = 42
)

// likelySingle names the single-byte charset of b: one of the Cyrillic ones
// when letters beyond ASCII stand in runs, windows-1252 when they stand apart,
// as in the languages of Western Europe.
func likelySingle(b []byte) (string, error) {
	if !inRuns(b) {
		if at := undefined1252(b); at >= 0 {
			return "", badBytes("no charset fits: byte 0x%02X at offset %d is neither UTF-8 nor windows-1252", b[at], at)
		}
		return "windows-1252", nil
	}
	best, name := 0, ""
	for _, c := range cyrillic {
		if score := likeness(b, c.table); score > best {
			best, name = score, c.name
		}
	}
	if best < likeRussian {
		return "", badBytes("its charset could not be told: not UTF-8, and in no Cyrillic charset does it read as words")
	}
	return name, nil
}

// inRuns reports whether at least half of the bytes beyond ASCII are followed
// by another.
func inRuns(b []byte) bool {
	high, runs := 0, 0
	for i, c := range b {
		if c < utf8.RuneSelf {
			continue
		}
		high++
		if i+1 < len(b) && b[i+1] >= utf8.RuneSelf {
			runs++
		}
		if high == enoughLetters {
			break
		}
	}
	return runs*2 >= high
}

// undefined1252 is the offset of the first byte that windows-1252 leaves
// without a meaning, -1 for none.
func undefined1252(b []byte) int {
	for at, c := range b {
		switch c {
		case 0x81, 0x8D, 0x8F, 0x90, 0x9D:
			return at
		}
	}
	return -1
}

// letter is what one byte beyond ASCII weighs in a charset.
type letter struct {
	weight       int
	counts       bool // no punctuation, which all languages share
	small, large bool
}

// lettersOf are the letters of the upper half of table.
func lettersOf(table *charmap.Charmap) (half [utf8.RuneSelf]letter) {
	for i := range half {
		r := table.DecodeByte(byte(utf8.RuneSelf + i))
		lower := unicode.ToLower(r)
		half[i] = letter{frequency[lower], !unicode.IsPunct(r), unicode.IsLower(r), lower != r}
	}
	return half
}

// likeness is the mean frequency of the letters beyond ASCII when b is read
// with table.
func likeness(b []byte, table *charmap.Charmap) int {
	half := lettersOf(table)
	sum, n := 0, 0
	small := false
	for _, c := range b {
		if c < utf8.RuneSelf {
			small = false
			continue
		}
		l := &half[c-utf8.RuneSelf]
		if l.counts {
			sum += l.weight
			n++
		}
		if small && l.large {
			sum -= wrongCase
		}
		if small = l.small; n == enoughLetters {
			break
		}
	}
	return sum / max(n, 1)
}
