package wording

// cleaning has the sentences of internal/clean.
var cleaning = map[string]string{}
