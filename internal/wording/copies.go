package wording

// copying has the sentences of internal/copies.
var copying = map[string]string{
	"copy-share-of-text":   "{figure} of the shorter text's own words stand in the other, 1 being all",
	"copy-passages":        "{figure} of its own words stand in passages both have",
	"copy-only-quotations": "only quotations are the same: {figure} words",
	"copy-same-letters":    "worded alike all along: {figure} of the runs of five letters are the same, 1 being all",
	"copy-longest-passage": "the longest passage both have has {figure} words",
	"copy-anchors-alike":   "may be a translation: names, numbers and words are alike to {figure}, 1 being the same",
	"copy-same-names":      "{figure} words with capitals sound alike in both",
	"copy-same-numbers":    "{figure} numbers are the same",
	"copy-same-meanings":   "{figure} words sound or mean the same",
	"copy-names-outlet":    "names the other's outlet as its source: “{words}”",
	"copy-cites-outlet":    "cites the other's outlet: “{words}”",
	"copy-keeps-outlet":    "words that both have name the other's outlet: “{words}”",
	"copy-loses-outlet":    "says “{words}” where the other names its own outlet",
	"copy-breaks-off":      "breaks off where the other's sentence goes on: “{words}”",
	"copy-lost-link":       "points to where it comes from, the name is lost: “{words}”",
	"copy-earlier":         "the other was there {figure} hours before",
	"copy-cuts-short":      "{figure} of its own words are a part of the other, 1 being all",
	"copy-unknown-origin":  "nothing tells which of the two was first",
}
