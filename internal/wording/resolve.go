package wording

// resolving has the sentences of internal/resolve.
var resolving = map[string]string{
	"same-name":                 "the same name but for case, diacritics and spacing: “{words}”",
	"same-name-of-unknown-kind": "the one entity whose name is “{words}”; what it is, the article does not say",
	"only-full-name-in-outlet":  "the only person of this surname whom the outlet names in full is {words}",
}
