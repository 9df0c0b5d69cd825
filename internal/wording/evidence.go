package wording

import "github.com/hearsay-engine/hearsay/news"

// Evidence names a class of evidence for a person.
func Evidence(c news.EvidenceClass) string {
	if s, ok := evidence[c]; ok {
		return s
	}
	return string(c)
}

var evidence = map[news.EvidenceClass]string{
	news.EvidenceGiven:    "given with the file",
	news.EvidenceHeader:   "HTTP header",
	news.EvidenceJSONLD:   "the page's JSON-LD",
	news.EvidenceMeta:     "the page's meta data",
	news.EvidenceMarkup:   "the page's markup",
	news.EvidenceByline:   "the lines about the article",
	news.EvidenceURL:      "the address",
	news.EvidenceText:     "the article's words",
	news.EvidenceFile:     "the file's name",
	news.EvidenceFileTime: "the file's time",
}
