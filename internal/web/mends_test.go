package web

import (
	"net/url"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/web/pages"
)

func TestAMendLeadsToAPage(t *testing.T) {
	asked, err := url.Parse("/statement?article=a+b.txt&number=9")
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]pages.Mend{
		"try again":                                            {Words: "try again"},
		"search for it: hearsay search WORDS":                  {Words: "search for it", Seeks: true},
		"or search for it: hearsay search speaker:NAME":        {Words: "or search for it", Seeks: true},
		"find it by its words: hearsay trace WORDS":            {Words: "find it by its words", Seeks: true},
		"see it: hearsay trace claim:12ab":                     {Words: "see it", Path: "/claim?id=claim%3A12ab"},
		"see its names: hearsay who person:ილია":               {Words: "see its names", Path: "/who?name=person%3A%E1%83%98%E1%83%9A%E1%83%98%E1%83%90"},
		"see it: hearsay case show d12":                        {Words: "see it", Path: "/cases/d12"},
		"make one: hearsay case new NAME":                      {Words: "make one", Path: "/cases"},
		"list them: hearsay case list":                         {Words: "list them", Path: "/cases"},
		"rename it, or hide it: hearsay correct --help":        {Words: "rename it, or hide it"},
		"add a folder by the command line: hearsay add FOLDER": {Words: "add a folder by the command line: hearsay add FOLDER"},
		"see the outlets there are":                            {Words: "see the outlets there are", Path: "/outlets"},
		"open the HTML file in a browser and print it":         {Words: "open the HTML file in a browser and print it", Path: "/statement.html"},
		"see its article":                                      {Words: "see its article", Path: "/article?id=a+b.txt"},
	} {
		if got := mend(words, asked); got != want {
			t.Errorf("%q is mended by %+v, not %+v", words, got, want)
		}
	}
}
