package wording

// telling has the sentences of what an article's body tells of time.
var telling = map[string]string{
	"time-stated":       "the words state the day, month or year themselves",
	"time-nearest":      "the one nearest to the article's date, {words}, rather before it",
	"time-ahead":        "the wording looks ahead: the one after the article's date, {words}",
	"time-counted":      "counted from the article's date, {words}",
	"time-roughly":      "counted from the article's date, {words}, roughly: a few is two to nine",
	"time-either-order": "either number may be the month: from the first to the last day it may mean",
	"time-no-anchor":    "not known: the article states no date of its own to count from",
	"time-impossible":   "refused: no such day or time",
	"time-future":       "refused: more than a year after the article's date, {words}, in wording that does not look ahead",
	"time-clock-alone":  "not known: a time of day without its day",
}
