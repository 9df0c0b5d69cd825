package wording

// attribution has the sentences of internal/attribute.
var attribution = map[string]string{}
