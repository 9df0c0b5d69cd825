package wording

// matching has the sentences of internal/match.
var matching = map[string]string{
	"match-margin":         "stands before the next claim that says something else by {figure}, 1 being all",
	"match-covers":         "has {figure} of the words' weight, 1 being all",
	"match-near-in-time":   "close in time: {figure}, 1 being the same day",
	"match-numbers-agree":  "the same numbers: {figure}",
	"match-numbers-differ": "both have numbers and none the same",
	"match-too-short":      "{figure} words are too few to link",

	"claim-first":      "the first telling of the claim in this collection",
	"claim-same-words": "the same words",
	"claim-holds":      "{figure} of the shorter one's words, by what they tell, stand in the other; 1 being all",
	"claim-shares":     "{figure} of all words of both, by what they tell, are shared; 1 being all",
	"claim-numbers":    "the same numbers: {figure}",
	"claim-number-off": "each has a number that the other has not",
	"claim-names":      "names of people or places in both: {figure}",
	"claim-name-off":   "each names somebody or some place that the other does not",
	"claim-name-more":  "the longer one names somebody or some place besides, and says much more",
	"claim-judged":     "one of the two speaks of something as denied or made up",
	"claim-opposite":   "holds a word that says the opposite of one in the other",
	"claim-negation":   "one says that it is not so",
	"claim-deictic":    "says “I” or “he”, and it is not known that both mean the same",
	"claim-week":       "says “yesterday” or a day of the week, weeks apart",
	"claim-apart":      "{figure} days apart",
	"claim-decided":    "{words} decided that it is of this claim",
}
