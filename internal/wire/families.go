package wire

import (
	"fmt"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// CopyWords say what an article is to the other one.
func CopyWords(id string, c news.Copy) string {
	switch {
	case c.Kind == news.SharedQuotation:
		return "Only quotations are the same as in"
	case !c.Directed:
		return "Carries the same words as, and nothing tells which was first:"
	case c.To == id:
		return "Carries words of"
	}
	return "Its words are carried by"
}

// FamilyWords count an article's family: copies are not sources.
func FamilyWords(f store.Family) string {
	if f.Articles == 1 {
		return "1 origin, no copy in this archive"
	}
	return fmt.Sprintf("1 origin, %s", copiesWords(f.Articles-1))
}

// KinWords are FamilyWords of an article as it stands in its family; "" for one
// that has none.
func KinWords(k store.Kin) string {
	switch {
	case k.Articles < 2:
		return ""
	case k.Copy:
		return "a copy: 1 origin, " + copiesWords(k.Articles-1)
	}
	return "1 origin, " + copiesWords(k.Articles-1)
}

func copiesWords(n int) string {
	if n == 1 {
		return "1 copy"
	}
	return fmt.Sprintf("%d copies", n)
}
