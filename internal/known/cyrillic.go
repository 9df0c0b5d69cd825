package known

import (
	"iter"
	"strings"
)

// Cyrillic gives the base's names in Cyrillic letters, of whatever language, each
// with the role of what it names.
func Cyrillic() iter.Seq2[string, Role] {
	return func(yield func(string, Role) bool) {
		for line := range strings.Lines(base().lines) {
			if !holdsCyrillic(line) {
				continue
			}
			col := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			for n := range strings.SplitSeq(col[5], nameMark) {
				if holdsCyrillic(n) && !yield(n, Role(1)<<number(col[1])) {
					return
				}
			}
		}
	}
}

// holdsCyrillic reports whether a letter of U+0400 to U+04FF stands in s, by the
// first byte of its two.
func holdsCyrillic(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0xD0 && s[i] <= 0xD3 {
			return true
		}
	}
	return false
}
