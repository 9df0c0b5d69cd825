package wording

// descending has the sentences of internal/descent.
var descending = map[string]string{
	"copy-contrary":    "this speaks for the other direction, against their dates",
	"copy-same-outlet": "both are of one outlet",
	"copy-bounded":     "more than {figure} articles carry these words: not all of them were compared again",
}
