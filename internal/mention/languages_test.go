package mention

import (
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// named lists what is named in paragraphs of languages, each given as
// "language: words".
func named(paragraphs ...string) string {
	a := &news.Article{}
	for _, p := range paragraphs {
		language, words, _ := strings.Cut(p, ": ")
		if a.Language == "" {
			a.Language = language
		}
		from := len(a.Text)
		a.Text += words + "\n"
		a.Languages = append(a.Languages, news.LangSpan{Span: news.Span{Start: from, End: len(a.Text)}, Language: language})
	}
	a.Body = []news.Span{{End: len(a.Text)}}
	var out []string
	for _, e := range Find(a, text.Read(a)).InAllLanguages(a) {
		out = append(out, string(e.Kind)+" "+e.Name)
	}
	return strings.Join(out, ", ")
}

func TestNamesOfEachLanguage(t *testing.T) {
	english, russian := "en: Minister Anna Korva met reporters in Oslo on Monday.", "ru: Министр Анна Корвина приехала в Варшаву. Корвиной вручили письмо."
	for _, c := range []struct {
		paragraphs []string
		want       string
	}{
		{[]string{english}, "person Anna Korva, place Oslo"},
		{[]string{russian}, "person Анна Корвина, place Варшаву"},
		{[]string{english, russian}, "person Anna Korva, place Oslo, person Анна Корвина, place Варшаву"},
		{[]string{russian, english}, "person Анна Корвина, place Варшаву, person Anna Korva, place Oslo"},
		{[]string{"uk: Президент Олександр Корвенко прибув до Києва. За словами Корвенка, міст закрито."}, "person Олександр Корвенко, place Києва"},
		{[]string{"be: Міністр Аляксандр Карвенка прыехаў у Берлін. Паводле слоў Карвенкі, мост зачынены."}, "person Аляксандр Карвенка, place Берлін"},
		{[]string{"kk: Министр Ерлан Зарубин Астанаға келді."}, ""}, // no reader: to the Russian one names of Kazakh run together
		{[]string{"de: Ministerin Anna Korva traf in Oslo ein."}, ""},
	} {
		if got := named(c.paragraphs...); got != c.want {
			t.Errorf("%q: %s\nwant %s", c.paragraphs, got, c.want)
		}
	}
}
