package resolve

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/name"
	"github.com/hearsay-engine/hearsay/news"
)

// Roles is a set of walks of life an article gives a person, a bit each.
type Roles uint16

//go:embed roles.txt
var rolesFile string

// roleWords has for each word the class it tells.
var roleWords = sync.OnceValue(func() map[string]Roles {
	words, class := map[string]Roles{}, Roles(1)
	for line := range strings.Lines(rolesFile) {
		_, list, found := strings.Cut(strings.TrimSpace(line), "\t")
		if !found {
			continue
		}
		for _, w := range strings.Fields(list) {
			words[roleKey(w)] |= class
		}
		class <<= 1
	}
	return words
})

// roleKey is what a word in small letters is looked up by: itself, or what the
// cases of a Russian word share.
func roleKey(w string) string {
	if w == "" || w[0] < utf8.RuneSelf {
		return w
	}
	return name.Stem(strings.ReplaceAll(w, "ё", "е"))
}

// Bounds of what is read beside a name: its role stands within a few words, and
// a person's first mentions tell it.
const (
	roleMentions   = 4
	roleBefore     = 5 // words before the name, to the nearest stop or comma
	roleAfter      = 10
	roleBytes      = 120 // half as many Cyrillic letters
	apposition     = ','
	roleClauseEnds = ",.;:!?()«»“”\"\n"
)

// rolesOf reads the roles printed beside mentions: "striker NAME", "NAME, a
// striker of". A word of two classes tells nothing.
func rolesOf(text string, mentions []news.Span) Roles {
	var out Roles
	for _, m := range mentions[:min(len(mentions), roleMentions)] {
		out |= rolesIn(before(text, m.Start), roleBefore, true)
		if after := strings.TrimLeft(text[m.End:min(len(text), m.End+roleBytes)], " "); len(after) > 0 && after[0] == apposition {
			out |= rolesIn(clause(after[1:]), roleAfter, false)
		}
	}
	return out
}

// before is the clause that leads up to a mention.
func before(text string, at int) string {
	s := text[max(0, at-roleBytes):at]
	return s[strings.LastIndexAny(s, roleClauseEnds)+1:]
}

func clause(s string) string {
	if i := strings.IndexAny(s, roleClauseEnds); i >= 0 {
		return s[:i]
	}
	return s
}

func rolesIn(s string, most int, last bool) Roles {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	if len(words) > most {
		if last {
			words = words[len(words)-most:]
		} else {
			words = words[:most]
		}
	}
	var out Roles
	for _, w := range words {
		out |= roleWords()[roleKey(w)]
	}
	return out
}

// conflict reports whether two sets of roles speak of two people.
func (r Roles) conflict(o Roles) bool { return r != 0 && o != 0 && r&o == 0 }
