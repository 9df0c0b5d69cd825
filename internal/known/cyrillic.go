package known

import (
	"iter"
	"strings"
	"unicode"
)

// Cyrillic gives the base's names in Cyrillic letters, of whatever language, each
// with the role of what it names.
func Cyrillic() iter.Seq2[string, Role] {
	return func(yield func(string, Role) bool) {
		for line := range strings.Lines(base().lines) {
			if !strings.ContainsFunc(line, isCyrillic) {
				continue
			}
			col := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			for n := range strings.SplitSeq(col[5], nameMark) {
				if strings.ContainsFunc(n, isCyrillic) && !yield(n, Role(1)<<number(col[1])) {
					return
				}
			}
		}
	}
}

func isCyrillic(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }
