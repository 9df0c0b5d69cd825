package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// An article without a headline is called by the words it begins with, marked so and
// alike on each page, and not by its id.
func TestAnArticleWithoutAHeadline(t *testing.T) {
	const text = "The northern bridge over the Tamel will be closed to all traffic for ninety days, engineer Ada Quill said on Monday in Lindow.\n"
	s := opened(t, map[string]string{"w-7.txt": text, "p-8.txt": text + "\nThe mayor was not there.\n"})
	_, list := s.get(t, "/claims?q="+url.QueryEscape("northern bridge"))
	_, claim, found := strings.Cut(list, `href="/claim?id=`)
	if !found {
		t.Fatalf("no claim is listed:\n%s", list)
	}
	claim, _, _ = strings.Cut(claim, `"`)
	for _, path := range []string{"/?q=bridge", "/article?id=w-7.txt", "/article?id=w-7.txt&tab=copies", "/statement?article=w-7.txt&n=0", "/outlets?unknown=", "/claim?id=" + claim} {
		for language, want := range map[string]string{"en": ">no headline: “The northern bridge over the Tamel will be closed to all traffic for…”<", "ru": ">без заголовка: «The northern bridge over the Tamel will be closed to all traffic for…»<"} {
			w := s.asIn(t, language, httptest.NewRequest(http.MethodGet, path, nil))
			if page := w.Body.String(); w.Code != 200 || !strings.Contains(page, want) || strings.Contains(page, ">w-7.txt</a>") || strings.Contains(page, ">p-8.txt</a>") {
				t.Errorf("%s in %s: %d, want %q and no id for a headline:\n%s", path, language, w.Code, want, page)
			}
		}
	}
	for _, path := range []string{"/api/v1/articles", "/api/v1/statements?q=bridge"} {
		if _, answer := s.get(t, path); !strings.Contains(answer, `"title":"","opening":"The northern bridge over the Tamel will be closed to all traffic for…"`) {
			t.Errorf("%s: no opening:\n%s", path, answer)
		}
	}
}
