package wording

// taking has the sentences of internal/stance.
var taking = map[string]string{
	"stance-denies": "the verb that reports it denies what follows",
	"stance-asks":   "the verb that reports it asks what follows",
}
