package wording

// page has the sentences of internal/clean for pages with markup.
var page = map[string]string{
	"no-words":           "no words, only signs",
	"page-advertisement": "the page marks this as advertising",
	"page-after":         "short lines after the article's last sentence",
	"page-apart":         "the page's layout sets this apart from the article",
	"page-aside":         "the page sets this aside, beside the article",
	"page-before":        "short lines before the article's first sentence",
	"page-byline":        "the page marks this as byline or date line",
	"page-comments":      "the page marks this as readers' comments",
	"page-foot":          "the foot of the page",
	"page-form":          "a form or button of the page",
	"page-links":         "mostly links, and no sentence",
	"page-navigation":    "the page marks this as navigation",
	"page-notice":        "the page marks this as a notice to visitors",
	"page-related":       "the page marks this as other articles",
	"page-share":         "the page marks this as sharing",
	"page-subscribe":     "the page marks this as an offer to subscribe",
	"page-tags":          "the page marks this as topics",
	"picture-caption":    "the caption or credit of a picture",
}
