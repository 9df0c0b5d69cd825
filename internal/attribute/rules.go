package attribute

// Rule ids of the reasons this stage gives; internal/wording has their sentences.
const (
	ruleVerb       = "cue-verb"
	ruleGerund     = "cue-gerund"
	ruleInfinitive = "cue-infinitive"
	rulePassive    = "cue-passive"
	ruleNoun       = "cue-noun"
	ruleAccording  = "cue-according"
	ruleHeadline   = "cue-colon"
	ruleSignature  = "cue-signature"

	ruleThat        = "content-that"
	ruleBare        = "content-bare"
	ruleWh          = "content-question"
	ruleTo          = "content-infinitive"
	ruleQuoted      = "content-quotation"
	ruleColon       = "content-colon"
	rulePreposition = "content-preposition"
	ruleObject      = "content-object"
	ruleBehind      = "content-before-cue"
	ruleGap         = "content-around-gap"
	ruleAs          = "content-as"
	ruleBefore      = "content-sentence-before"
	ruleCarried     = "content-carried"

	ruleContinued  = "speaker-continued"
	ruleIntroduced = "speaker-introduced"
	ruleAhead      = "speaker-ahead"
	ruleUnnamed    = "speaker-unnamed"
	ruleOutlet     = "voice-outlet"

	ruleUnbalanced = "mark-unbalanced"
	ruleScare      = "quotation-unattributed"
	ruleTooLong    = "text-too-long"
)

var rules = []string{ruleVerb, ruleGerund, ruleInfinitive, rulePassive, ruleNoun, ruleAccording, ruleHeadline, ruleSignature, ruleThat, ruleBare, ruleWh, ruleTo,
	ruleQuoted, ruleColon, rulePreposition, ruleObject, ruleBehind, ruleGap, ruleAs, ruleBefore, ruleCarried, ruleContinued, ruleIntroduced, ruleAhead, ruleUnnamed, ruleOutlet, ruleUnbalanced, ruleScare, ruleTooLong}
