package wording

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Done says what is done with a claim.
func Done(r news.Relation) string { return cmp.Or(done[r], string(r)) }

var done = map[news.Relation]string{news.RelRepeats: "told", news.RelDenies: "denied", news.RelCorrects: "corrected", news.RelDoubts: "doubted",
	news.RelAsks: "asked about", news.RelDistances: "held off"}

// InArticles says of how many articles a rule's sentence holds.
func InArticles(n int, rule string) string {
	says, _, _ := strings.Cut(OfRule(rule), ": …")
	return "of articles, " + says + ": " + strconv.Itoa(n)
}

// tracing has the sentences of internal/trace: what is not known of a claim.
var tracing = map[string]string{
	"NOT_TOLD":            "nothing in this collection tells it: it is only taken up here",
	"SINGLE_ORIGIN":       "articles that tell it and all go back to one origin: {figure}",
	"NO_PRIMARY_SOURCE":   "nobody is named, at first hand, as saying it",
	"SPEAKER_AMBIGUOUS":   "whom a speaker's name means is machine-suggested, not reviewed: {figure}",
	"FIRST_AMBIGUOUS":     "articles that may have had it first, their dates leaving it open: {figure}",
	"DENIED_BEFORE_TOLD":  "a denial is older than the earliest telling: what it denies is not in this collection",
	"DIRECTION_UNKNOWN":   "articles that have another's words, and which had them first is not known: {figure}",
	"OUTLET_UNKNOWN":      "articles whose outlet is not known: {figure}",
	"TRANSLATED":          "articles that read as translations, so that words may not be the speakers' own: {figure}",
	"SUGGESTED_ONLY":      "machine-suggested, not reviewed, and in no count: {figure}",
	"NOT_ALL_READ":        "tellings in the archive that were not read for this course: {figure}",
	"NO_DENIAL_FOUND":     "no denial found by these rules",
	"NO_CORRECTION_FOUND": "no correction found by these rules",
	"DENIAL_SUGGESTED":    "no sure denial found by these rules; machine-suggested, not reviewed: {figure}",
	"NOT_YET_SWEPT":       "articles and tellings of the archive not yet compared with the others: {figure} (hearsay redo)",
	"CLAIM_TOO_LARGE":     "more is alike than is compared at once: some that tell it may be missing",
}
