package wording

// tracing has the sentences of internal/trace: what is not known of a claim.
var tracing = map[string]string{
	"NOT_TOLD":            "nothing in this collection tells it: it is only taken up here",
	"SINGLE_ORIGIN":       "the {figure} articles that tell it go back to one origin",
	"NO_PRIMARY_SOURCE":   "nobody is named, at first hand, as saying it",
	"SPEAKER_AMBIGUOUS":   "whom a speaker's name means is machine-suggested, not reviewed: {figure} times",
	"FIRST_AMBIGUOUS":     "which of {figure} articles had it first is not known: their dates overlap",
	"DENIED_BEFORE_TOLD":  "a denial is older than the earliest telling: what it denies is not in this collection",
	"DIRECTION_UNKNOWN":   "who carries whose words is not known of {figure} articles",
	"OUTLET_UNKNOWN":      "the outlet of {figure} articles is not known",
	"TRANSLATED":          "{figure} articles read as translations: the words may not be the speakers' own",
	"SUGGESTED_ONLY":      "machine-suggested, not reviewed, and in no count: {figure} (--suggested shows them)",
	"NOT_ALL_READ":        "{figure} more tellings are in the archive and were not read for this course",
	"NO_DENIAL_FOUND":     "no denial found by these rules",
	"NO_CORRECTION_FOUND": "no correction found by these rules",
	"DENIAL_SUGGESTED":    "no sure denial found by these rules; machine-suggested, not reviewed: {figure}",
	"NOT_YET_SWEPT":       "{figure} articles of the archive are not yet compared with the others: hearsay redo",
}
