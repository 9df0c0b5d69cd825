package wording

// mentions has the sentences of internal/mention.
var mentions = map[string]string{
	"speaker-name":       "the speaker is named: “{words}”",
	"speaker-short-name": "“{words}” is short for a name this article prints in full",
	"speaker-pronoun":    "“{words}” is taken for the one most in view before it (weight {figure})",
	"speaker-post":       "“{words}” describes somebody this article names",
	"speaker-before":     "nobody is named here; the speaker before, {words}, goes on",
	"speaker-subject":    "nobody is named here; the words before are about “{words}”",
	"speaker-antecedent": "“{words}” stands for the noun before it",
	"speaker-owner":      "“{words}” is filled in with whom it stands for",
	"speaker-within":     "“{words}” inside a quotation is its speaker",
	"speaker-author":     "“{words}” outside of quotations is the author",
	"speaker-as-printed": "the speaker has no name in this article: as printed, “{words}”",

	"turn-label":    "a turn of an interview, labelled “{words}”",
	"turn-goes-on":  "the turn before goes on over this paragraph",
	"turn-named":    "a turn of talk that names its speaker",
	"turn-answer":   "an answer; who answers is named before",
	"turn-question": "a question of the interviewer, who is not named",
}
