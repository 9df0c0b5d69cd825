package mention

import (
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// authorOf is who speaks as "I" outside every quotation: the byline's name.
func authorOf(a *news.Article, x *Index) string {
	byline := strings.TrimSpace(a.Byline.Value)
	if len(byline) > 3 && strings.EqualFold(byline[:3], "by ") {
		byline = byline[3:]
	}
	if byline == "" {
		return ""
	}
	for i := range x.Entities {
		if x.Entities[i].Kind == news.Person && strings.Contains(byline, x.Entities[i].Name) {
			return x.Entities[i].Name
		}
	}
	return byline
}
