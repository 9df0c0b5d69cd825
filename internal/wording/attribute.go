package wording

// attribution has the sentences of internal/attribute.
var attribution = map[string]string{
	"cue-verb":       "the verb “{words}” reports",
	"cue-gerund":     "an -ing form of “{words}” reports what the clause's subject says",
	"cue-infinitive": "the infinitive of “{words}” reports what the clause's subject says",
	"cue-passive":    "a passive of “{words}” names who says it behind “by”",
	"cue-noun":       "“{words}” is a noun of reporting that somebody holds",
	"cue-according":  "“{words}” names whose words they are",
	"cue-colon":      "a name and a colon stand before the words",
	"cue-signature":  "a name stands behind the quotation and a dash",

	"content-that":            "“that” opens what “{words}” reports",
	"content-bare":            "a clause follows “{words}”",
	"content-question":        "a question word opens what “{words}” reports",
	"content-infinitive":      "an infinitive follows “{words}”",
	"content-quotation":       "a quotation stands beside “{words}”",
	"content-colon":           "a colon stands behind “{words}”",
	"content-preposition":     "a preposition ties the words to “{words}”",
	"content-object":          "the words are the object of “{words}”",
	"content-around-gap":      "a question word before and words behind “{words}” belong together",
	"content-as":              "“as” ties the clause of “{words}” to what was said",
	"content-sentence-before": "“{words}” points back to the sentence before",
	"content-carried":         "“{words}” passes on what somebody else says",
	"content-before-cue":      "the words stand before “{words}” and its speaker",

	"speaker-continued":  "the quotation goes on from the one before, which {words} speaks",
	"speaker-introduced": "the sentence before speaks of {words}",
	"speaker-ahead":      "the quotation goes on in the next paragraph, which {words} speaks",
	"speaker-unnamed":    "a quotation of whole sentences with nobody named beside it",
	"voice-outlet":       "nobody is named for it: the article's own words",

	"mark-unbalanced":        "a quotation mark without its mate",
	"quotation-unattributed": "words in quotation marks that nobody is said to say",
	"text-too-long":          "not read: the article goes on beyond what one reading takes",
}
