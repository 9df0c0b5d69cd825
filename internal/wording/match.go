package wording

// matching has the sentences of internal/match.
var matching = map[string]string{
	"match-margin":         "stands before the next claim that says something else by {figure}, 1 being all",
	"match-covers":         "has {figure} of the words' weight, 1 being all",
	"match-near-in-time":   "close in time: {figure}, 1 being the same day",
	"match-numbers-agree":  "the same numbers: {figure}",
	"match-numbers-differ": "both have numbers and none the same",
	"match-too-short":      "{figure} words are too few to link",
}
