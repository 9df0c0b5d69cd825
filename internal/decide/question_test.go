package decide

import (
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

func TestReadAs(t *testing.T) {
	for _, c := range []struct {
		there, here news.EntityKind
		want        string
	}{
		{news.Place, news.Place, " in 2 articles"},
		{"", news.Place, " in 2 articles"},
		{news.Place, news.Organisation, ", read as a place in 2 articles,"},
		{news.Organisation, news.Person, ", read as an organisation in 2 articles,"},
	} {
		if got := readAs(c.there, c.here, "2 articles"); got != c.want {
			t.Errorf("%s: %q", c.there, got)
		}
	}
}
