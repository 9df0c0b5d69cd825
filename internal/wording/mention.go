package wording

// mentions has the sentences of internal/mention.
var mentions = map[string]string{}
