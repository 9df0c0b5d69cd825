// Package resolve tells which names of many articles are one person,
// organisation, place or group.
//
// It is pure. Read says what surrounds the names of an article. NewForm gives a
// name its keys: names that share none are never compared. Connect compares two
// names. Group makes entities of names that reach each other; GroupShort gives
// short names (a surname alone, "the Ministry"), use by use, to those entities
// whose scenes agree, or to each other. What comes out depends on the names,
// where they stand and what people decided, and on nothing else: not on the
// order they came in, nor on a row number.
//
// An alias is confirmed when a rule that does not err ties it to its entity,
// else suggested. A surname alone joins two articles only as a suggestion.
package resolve

import (
	"cmp"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/name"
	"github.com/hearsay-engine/hearsay/news"
)

// version is raised whenever the stage groups the same names otherwise.
const version = "16"

// Version names the stage's code and the data it goes by.
func Version() string {
	return version + "-" + name.Version() + "-" + known.Version() + "-" + fmt.Sprintf("%08x", hash32(rolesFile+commonFile+officesFile))
}

// Rules of this stage; internal/wording has their sentences.
const (
	RuleSameName    = "same-name"
	RuleUnkind      = "same-name-of-unknown-kind"
	RuleOtherKind   = "same-name-of-other-kind"
	RuleShortInText = "short-form-in-text"
	RuleKnown       = "known-name"
	RuleScenes      = "scenes-agree"
	RuleManyBearers = "many-bearers"
	RuleCrowded     = "crowded"
	RuleInitials    = "acronym-alone"
	RuleTorn        = "torn"
	RuleParted      = "parted"
	RuleDecided     = "decided"
)

// PublicID is "person:ada-quill". Where letters and digits alone do not tell
// the folded name, some of its SHA-256 follows, so that no two names share an
// id. From the second entity of that id on, n follows it.
func PublicID(kind news.EntityKind, words string, n int) string {
	folded := fold.Name(words)
	slug, lossy := slugOf(folded)
	if lossy {
		d := news.DigestOf(string(kind) + "\n" + folded)
		slug += "-" + hex.EncodeToString(d[:5])
	}
	id := string(cmp.Or(kind, "name")) + ":" + slug
	if n > 1 {
		id += "_" + strconv.Itoa(n)
	}
	return id
}

// maxSlug bounds an id's words, in runes: names longer than this are cut.
const maxSlug = 80

func slugOf(folded string) (slug string, lossy bool) {
	n := 0
	out := strings.Map(func(r rune) rune {
		switch n++; {
		case n > maxSlug:
			lossy = true
			return -1
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.M, r):
			return r
		case r == ' ':
			return '-'
		}
		lossy = true
		return '-'
	}, folded)
	return out, lossy
}
