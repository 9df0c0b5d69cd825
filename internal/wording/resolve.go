package wording

// resolving has the sentences of internal/resolve.
var resolving = map[string]string{}
