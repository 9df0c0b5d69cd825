package web

import (
	"slices"
	"unicode"
)

// scripts are those that names are told apart by, as a reader calls them.
var scripts = []struct {
	name  string
	table *unicode.RangeTable
}{
	{"Latin", unicode.Latin}, {"Cyrillic", unicode.Cyrillic}, {"Arabic", unicode.Arabic}, {"Hebrew", unicode.Hebrew}, {"Greek", unicode.Greek}, {"Georgian", unicode.Georgian},
	{"Armenian", unicode.Armenian}, {"Devanagari", unicode.Devanagari}, {"Chinese", unicode.Han}, {"Japanese", unicode.Hiragana}, {"Japanese", unicode.Katakana}, {"Korean", unicode.Hangul},
}

// scriptOf is the script of a name's first letter, "" for one that is not listed.
func scriptOf(name string) string {
	for _, r := range name {
		if !unicode.IsLetter(r) {
			continue
		}
		for _, s := range scripts {
			if unicode.Is(s.table, r) {
				return s.name
			}
		}
		return ""
	}
	return ""
}

// inScripts puts what is written in one script together, those first that come
// first.
func inScripts[T any](list []T, of func(T) string) {
	place := map[string]int{}
	for _, x := range list {
		if _, met := place[of(x)]; !met {
			place[of(x)] = len(place)
		}
	}
	slices.SortStableFunc(list, func(a, b T) int { return place[of(a)] - place[of(b)] })
}
