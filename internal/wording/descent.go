package wording

import "github.com/hearsay-engine/hearsay/news"

// descending has the sentences of internal/descent.
var descending = map[string]string{
	"copy-contrary":    "this speaks for the other direction, against their dates",
	"copy-same-outlet": "both are of one outlet",
}

// carrying says what an article of each kind does with another's words.
var carrying = map[news.CopyKind]string{
	news.Republished:     "carries the same text",
	news.Excerpt:         "carries passages of the same text",
	news.Retranslated:    "tells the same text in other words, as translations do",
	news.SharedQuotation: "carries the same quotations; what stands around them is its own",
}

// Copy is what an article does with the words of another, and whether it says so.
func Copy(c news.Copy) string {
	s := carrying[c.Kind]
	if s == "" {
		s = "shares words"
	}
	return s + "; " + source(c)
}

// source says whether the one that carries the words names where they stood.
func source(c news.Copy) string {
	if !c.Directed {
		return "which of the two had them first is not known"
	}
	for _, r := range c.Reasons {
		if r.Rule == "copy-names-outlet" || r.Rule == "copy-cites-outlet" {
			return "names its source: “" + r.Words + "”"
		}
	}
	return "no source named"
}
