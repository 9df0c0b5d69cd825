package wording

// resolving has the sentences of internal/resolve.
var resolving = map[string]string{
	"same-name":                 "the same name but for case, diacritics and spacing: “{words}”",
	"same-name-of-unknown-kind": "the one entity whose name is “{words}”; what it is, the article does not say",
	"same-name-of-other-kind":   "the same name, “{words}”, though articles take it for different things",
	"short-form-in-text":        "articles print “{words}” for it: {figure}",
	"acronym-alone":             "letters that may be those of several bodies, in articles that have little else in common",
	"known-name":                "known by several names: {words}",
	"scenes-agree":              "its articles name the same people and places, or are of one outlet and time (weight {figure})",
	"many-bearers":              "more than {figure} people bear this name: none of them was taken for it",
	"crowded":                   "more than {figure} names hang together here: weak links between them were left out",
	"torn":                      "may name any of several: {words}",
	"parted":                    "kept apart from another by a person, correction {words}",
	"decided":                   "decided by a person, correction {words}",
}
