package wording

// taking has the sentences of internal/stance.
var taking = map[string]string{
	"stance-denies":      "“{words}” says that it is not so",
	"stance-doubts":      "“{words}” says that it may not be so",
	"stance-corrects":    "“{words}” puts something in its place",
	"stance-asks":        "“{words}” asks whether it is so",
	"stance-verdict":     "“{words}” is said of it",
	"stance-called":      "it is called so: “{words}”",
	"stance-against":     "“{words}” leads what the sentence goes against",
	"stance-no-evidence": "“{words}” says that nothing speaks for it",
	"stance-restated":    "“{words}” says no to what another tells in the same words",
	"stance-opposite":    "“{words}” goes against what another tells",
	"stance-answers":     "follows on the outlet's word that it is not so, by one who answers for it: “{words}”",
	"stance-apart":       "“{words}” says that the two are not tied",

	"about-clause":     "it stands behind those words as a clause",
	"about-object":     "it is the object of those words",
	"about-complement": "it is what the claim, report or rumour named there tells",
	"about-noun":       "the claim, report or rumour named there is told elsewhere: this fits best, with the weight {figure}",
	"about-modifier":   "it stands before the claim, report or rumour named there",
	"about-pronoun":    "a pronoun stands for something told elsewhere: this fits best, with the weight {figure}",
	"about-negated":    "it is what the sentence says is not so",
}
