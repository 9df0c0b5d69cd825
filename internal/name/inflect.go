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

// root is how many sounds of a word its cases share. In Latin script only
// Russian surnames are cut, whose cases translators leave standing.
func root(w string, in script, sounds []uint8) uint8 {
	if in == cyrillic {
		return cyrillicRoot(w, sounds)
	}
	if strings.HasSuffix(w, "ová") && len(sounds) > 5 {
		return uint8(len(sounds) - 3)
	}
	for _, e := range [...]string{"ova", "eva", "ina", "ovu", "evu", "inu", "ovim", "evim", "inim", "ove", "eve", "ovo", "evo", "ska", "cka"} {
		if endsIn(sounds, e) && len(sounds) > len(e)+1 {
			if e == "ska" || e == "cka" {
				return uint8(len(sounds) - 1)
			}
			return uint8(len(sounds) - len(e) + 2)
		}
	}
	return uint8(len(sounds))
}

func cyrillicRoot(w string, sounds []uint8) uint8 {
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
			break
		}
		cut = cut[:len(cut)-n]
	}
	raw, _ := spell(cut)
	var buf [maxSkeleton]uint8
	return uint8(min(len(collapse(raw, buf[:0])), len(sounds)))
}
