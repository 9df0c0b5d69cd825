package clean

import (
	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/news"
)

// languages identifies the language of each paragraph of the body. What the
// capture says of its own language is believed only where nothing can be told.
func languages(d *draft, body []news.Span) []news.LangSpan {
	main, spans := lang.Of(d.text, body)
	if code := primary(d.language); main == "" && code != "" {
		for _, s := range body {
			spans = append(spans, news.LangSpan{Span: s, Language: code})
		}
	}
	return spans
}

// primary is the language of a tag: "ru" of "ru-RU"; "" of what is no tag.
func primary(tag string) string {
	if len(tag) < 2 || len(tag) > 2 && tag[2] != '-' && tag[2] != '_' {
		return ""
	}
	code := []byte(tag[:2])
	for i, c := range code {
		if c|0x20 < 'a' || c|0x20 > 'z' {
			return ""
		}
		code[i] = c | 0x20
	}
	return string(code)
}

// mainLanguage is the language of most of the body.
func mainLanguage(spans []news.LangSpan) string {
	bytes := map[string]int{}
	main := ""
	for _, s := range spans {
		bytes[s.Language] += s.Len()
		if bytes[s.Language] > bytes[main] {
			main = s.Language
		}
	}
	return main
}
