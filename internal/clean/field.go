package clean

import (
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// classes orders evidence, strongest first.
var classes = []news.EvidenceClass{
	news.EvidenceGiven, news.EvidenceHeader, news.EvidenceJSONLD, news.EvidenceMeta, news.EvidenceMarkup,
	news.EvidenceByline, news.EvidenceURL, news.EvidenceText, news.EvidenceFile, news.EvidenceFileTime,
}

// rank is the place of a class in that order.
func rank(c news.EvidenceClass) int {
	if i := slices.Index(classes, c); i >= 0 {
		return i
	}
	return len(classes)
}

// best is the candidate of the strongest class, the first of its equals; the
// zero Field when there is none.
func best(cs []candidate) news.Field {
	var top news.Field
	for _, c := range cs {
		if top.Class == "" || rank(c.Class) < rank(top.Class) {
			top = c
		}
	}
	return top
}
