package name

import (
	"strings"
	"unicode/utf8"
)

// caseEndings are the endings of Russian names and nouns, the longest first:
// what remains is the same in all cases.
var caseEndings = strings.Fields("ового евого " +
	"ыми ими ого его ому ему ами ями иями ией ием иях иям ьями " +
	"ый ий ой ей ая яя ое ее ую юю ым им ом ем ём ых их ые ие ою ею ию ия ии ью ья ьи ьё ьей ам ям ах ях " +
	"а я о е у ю ы и й ь")

// leastRoot is how many letters must remain, behind a long ending one more.
const leastRoot = 2

// latinEndings are those of Russian surnames, whose cases and genders
// translators leave standing, by sound: what to look for, and how many of its
// sounds stay.
var latinEndings = []struct {
	sounds string
	stay   int
}{
	{"ovim", 2}, {"evim", 2}, {"inim", 2}, {"ova", 2}, {"eva", 2}, {"ina", 2}, {"ovu", 2}, {"evu", 2}, {"inu", 2},
	{"ove", 2}, {"eve", 2}, {"ovo", 2}, {"evo", 2}, {"ska", 2}, {"cka", 2},
}

// root is how many sounds of a word its cases share.
func root(w string, in script, sounds []uint8) uint8 {
	switch {
	case in == cyrillic:
		return cyrillicRoot(w, sounds)
	case in == greek:
		return greekRoot(sounds)
	case strings.HasSuffix(w, "ová") && len(sounds) > 5: // Czech, of any woman
		return uint8(len(sounds) - 3)
	}
	for _, e := range latinEndings {
		if endsIn(sounds, e.sounds) && len(sounds) > len(e.sounds)+1 {
			return uint8(len(sounds) - len(e.sounds) + e.stay)
		}
	}
	return uint8(len(sounds))
}

func cyrillicRoot(w string, sounds []uint8) uint8 {
	_, spoken, _ := spell(Stem(w))
	var buf [maxSkeleton]uint8
	return uint8(min(len(collapse(spoken, buf[:0])), len(sounds)))
}

// Stem is what the cases of a Russian word in small letters share.
func Stem(w string) string {
	cut := w
	for _, e := range caseEndings {
		if rest, ok := strings.CutSuffix(w, e); ok && utf8.RuneCountInString(rest) >= min(leastRoot+utf8.RuneCountInString(e)-1, leastRoot+1) {
			cut = rest
			break
		}
	}
	for {
		r, n := utf8.DecodeLastRuneInString(cut)
		if !strings.ContainsRune("аеёиоуыэюяйьіїє", r) || utf8.RuneCountInString(cut) <= leastRoot {
			return cut
		}
		cut = cut[:len(cut)-n]
	}
}
