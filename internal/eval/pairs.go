package eval

import (
	"encoding/json"
	"hash/fnv"
	"io"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// NamePair is two names and whether they are names of one.
type NamePair struct {
	A, B  string
	Kind  news.EntityKind // "" when the file does not say
	Match bool
	Group string // "id" of the file: who both are, for retrieval
}

// JudgedPair is a pair with what a matcher made of it.
type JudgedPair struct {
	NamePair
	Score     float64
	Decision  string // apart, likely or same
	Suggested bool   // held for one, perhaps
	Confirmed bool   // held for one
}

// NameMatcher judges whether two names are of one: internal/name.
type NameMatcher func(NamePair) JudgedPair

// NamePairs reads JSON lines of {"a","b","match"}, with "kind" or "type" and
// "id" where they are; name is the file's, for errors.
func NamePairs(r io.Reader, name string) ([]NamePair, error) {
	var out []NamePair
	err := eachLine(r, name, func(line []byte) error {
		var p struct {
			A, B, Kind, Type, ID string
			Match                bool
		}
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		out = append(out, NamePair{p.A, p.B, kindOf(p.Kind + p.Type), p.Match, p.ID})
		return nil
	})
	return out, err
}

// kindOf reads the kinds that name sets use.
func kindOf(s string) news.EntityKind {
	switch strings.ToLower(s) {
	case "person":
		return news.Person
	case "company", "organization", "organisation", "org", "legalentity", "vessel":
		return news.Organisation
	case "place", "location", "locorg", "facility":
		return news.Place
	}
	return ""
}

// NameFigures are precision, recall and F1 of pairs, at both thresholds.
type NameFigures struct {
	Pairs, Matches       int
	Suggested, Confirmed PRF
}

// FiguresOfNames judges the pairs that keep keeps; nil keeps all.
func FiguresOfNames(pairs []JudgedPair, keep func(JudgedPair) bool) NameFigures {
	var f NameFigures
	suggested, suggestedRight, confirmed, confirmedRight := 0, 0, 0, 0
	count := func(said, match bool, all, right *int) {
		if said {
			*all++
			if match {
				*right++
			}
		}
	}
	for _, p := range pairs {
		if keep != nil && !keep(p) {
			continue
		}
		f.Pairs++
		if p.Match {
			f.Matches++
		}
		count(p.Suggested, p.Match, &suggested, &suggestedRight)
		count(p.Confirmed, p.Match, &confirmed, &confirmedRight)
	}
	f.Suggested = counted(suggestedRight, suggested, f.Matches)
	f.Confirmed = counted(confirmedRight, confirmed, f.Matches)
	return f
}

func counted(right, said, gold int) PRF {
	return prf(float64(right), float64(said), float64(right), float64(gold))
}

// Tuning reports whether a pair lies in the half that thresholds and weights
// were chosen on; figures are reported on the other.
func (p NamePair) Tuning() bool {
	h := fnv.New64a()
	io.WriteString(h, min(p.A, p.B)+"\x00"+max(p.A, p.B))
	return h.Sum64()>>40%2 == 0 // the lowest bit is but the letters' parity, the same for all reorderings
}

// Judge runs match over pairs.
func Judge(pairs []NamePair, match NameMatcher) []JudgedPair {
	out := make([]JudgedPair, len(pairs))
	for i, p := range pairs {
		out[i] = match(p)
		out[i].NamePair = p
	}
	return out
}

// WriteJudged writes pairs as JSON lines of {"a","b","score","match","decision"}.
func WriteJudged(w io.Writer, pairs []JudgedPair) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, p := range pairs {
		line := struct {
			A        string  `json:"a"`
			B        string  `json:"b"`
			Score    float64 `json:"score"`
			Match    bool    `json:"match"`
			Decision string  `json:"decision"`
		}{p.A, p.B, p.Score, p.Suggested, p.Decision}
		if err := enc.Encode(line); err != nil {
			return err
		}
	}
	return nil
}
