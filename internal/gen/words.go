package gen

import (
	_ "embed"
	"strings"
)

//go:embed words.txt
var wordsFile string

// meaning is one meaning with its wordings; a verb's wording holds its base
// form and its past.
type meaning [][]string

// lexicon is the word list by section.
type lexicon map[string][]meaning

// parseWords reads the format words.txt describes at its top.
func parseWords(file string) lexicon {
	lex, section := lexicon{}, ""
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			section = strings.Trim(line, "[]")
		default:
			var m meaning
			for wording := range strings.SplitSeq(line, "|") {
				if section == "verb" {
					m = append(m, strings.Split(wording, ","))
				} else {
					m = append(m, []string{wording})
				}
			}
			lex[section] = append(lex[section], m)
		}
	}
	return lex
}
