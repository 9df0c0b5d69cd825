package boilerplate

import "strings"

// ratedWords is the most words of a fact-checker's rating behind its label: "Rating: false",
// "Verdict: lacks context, in part".
const ratedWords = 8

// isRated reports whether the line s states what a fact-checker checked or found: "Claim: …",
// "Our rating: false", which are short and stand apart, and yet are the article.
func (f *Facts) isRated(s string) bool {
	head, rest, ok := strings.Cut(s, ":")
	if !ok || len(head) > labelBytes || strings.HasPrefix(rest, "//") {
		return false
	}
	switch strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(strings.TrimSpace(head)), "the "), "our ") {
	case "claim":
		return true
	case "verdict", "rating", "ruling", "conclusion", "finding", "assessment", "fact check verdict", "fact check rating":
		return f.Words <= ratedWords
	}
	return false
}
