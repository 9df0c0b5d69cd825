package messages

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func english() *catalogue { return catalogues["en"] }

// TestCataloguesHaveTheSameMessages: the same messages, each with the same holes,
// and every form that the language counts by.
func TestCataloguesHaveTheSameMessages(t *testing.T) {
	hole := regexp.MustCompile(`\{\w+\}|%[a-z]`)
	holes := func(words string) []string {
		found := hole.FindAllString(words, -1)
		slices.Sort(found)
		return found
	}
	forms := map[string]string{"en": "one other", "ru": "few many one other"}
	for _, tag := range Tags {
		c := catalogues[tag.Code]
		for message := range english().plain {
			words, has := c.plain[message]
			if !has || strings.TrimSpace(words) == "" {
				t.Errorf("%s lacks %q", tag.Code, message)
			} else if !slices.Equal(holes(message), holes(words)) {
				t.Errorf("%s: %q has not the holes of %q", tag.Code, words, message)
			}
		}
		for message := range english().forms {
			var named []string
			for form, words := range c.forms[message] {
				named = append(named, form)
				if !slices.Equal(holes(message), holes(words)) {
					t.Errorf("%s: %q has not the holes of %q", tag.Code, words, message)
				}
			}
			slices.Sort(named)
			if got := strings.Join(named, " "); got != forms[tag.Code] {
				t.Errorf("%s: %q has the forms %q", tag.Code, message, got)
			}
		}
		if len(c.plain) != len(english().plain) || len(c.forms) != len(english().forms) {
			t.Errorf("%s has messages that English lacks", tag.Code)
		}
	}
}

func TestCounted(t *testing.T) {
	ru := In(context.Background(), "ru")
	for n, want := range map[int]string{0: "0 статей", 1: "1 статья", 2: "2 статьи", 4: "4 статьи", 5: "5 статей", 11: "11 статей", 12: "12 статей", 21: "21 статья", 22: "22 статьи", 111: "111 статей", 1001: "1001 статья"} {
		if got := Counted(ru, n, "%d article", "%d articles"); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
	if got := Counted(context.Background(), 1, "%d article", "%d articles"); got != "1 article" {
		t.Error(got)
	}
}

func TestTold(t *testing.T) {
	ru := In(context.Background(), "ru")
	for _, c := range []struct{ sentence, want, english string }{
		{"the verb “said” reports", "глагол «said» передаёт чужие слова", ""},
		{"“the ferry” is taken for the one most in view before it (weight 2.5)", "«the ferry» отнесено к тому, о ком перед этим больше всего речь (вес 2.5)", ""},
		{"1 origin, 3 copies", "1 первоисточник, 3 копии", ""},
		{"2031-03-05 12:05 +03:00, time from the page's JSON-LD", "5 марта 2031, 12:05 UTC+03:00, время: JSON-LD страницы", "5 March 2031, 12:05 UTC+03:00, time from the page's JSON-LD"},
		{"2031-03-05 12:05 Z (from: given with the file)", "5 марта 2031, 12:05 UTC (основание: указано вместе с файлом)", "5 March 2031, 12:05 UTC (from: given with the file)"},
		{"2031-03-05 (from: the address)", "5 марта 2031 (основание: адрес)", "5 March 2031 (from: the address)"},
		{"2031-03, month from the address, ± 1 month", "март 2031, месяц: адрес, ± 1 месяц", "March 2031, month from the address, ± 1 month"},
		{"Earliest in this collection: 2031-03-05 12:05 Z, time given with the file, Bell, Book and Sons", "В этом собрании впервые: 5 марта 2031, 12:05 UTC, время: указано вместе с файлом, «Bell, Book and Sons»", ""},
		{`not JSON from byte 9 of the line: unexpected end of JSON input`, `не JSON с байта 9 строки: unexpected end of JSON input`, ""},
		{`write one article a line: {"id": "…", "text": "…"}`, `пишите по статье в строке: {"id": "…", "text": "…"}`, ""},
		{"articles whose outlet is not known: 4", "статей, издание которых неизвестно: 4", ""},
		{"12 added, 0 renewed, 3 known already, 1 failed; reading", "добавлено: 12, обновлено: 0, уже было: 3, не удалось: 1; чтение", ""},
		{"“that Ada is by the lake” is by Ada, was: nobody named", "«that Ada is by the lake»: говорит Ada, было: никто не назван", ""},
		{"“Bell and Son” and “Bell & Son”, “Bell”, … are one", "«Bell and Son» и «Bell & Son», «Bell», … — одно и то же", ""},
		{"Decided: “Tolvek” is a name of “Tolvek”, “TOLVEK”", "Решено: «Tolvek»: имя того же, что и «Tolvek», «TOLVEK»", ""},
		{"Decided: “rain” is not “a “dry” day”", "Решено: «rain» — не «a “dry” day»", ""},
		{"The ferry was late, said Ada", "The ferry was late, said Ada", ""},
		{"“the ferry – 2031-03-05 too” was late", "“the ferry – 2031-03-05 too” was late", ""},
		{"", "", ""},
	} {
		if got := Told(ru, c.sentence); got != c.want {
			t.Errorf("%q is told as %q, not %q", c.sentence, got, c.want)
		}
		if got, want := Told(context.Background(), c.sentence), cmp.Or(c.english, c.sentence); got != want {
			t.Errorf("%q is told in English as %q, not %q", c.sentence, got, want)
		}
	}
}

func TestDate(t *testing.T) {
	ru := In(context.Background(), "ru")
	for _, c := range []struct{ words, want string }{
		{"2031-03-05", "5 марта 2031"}, {"2031-11", "ноябрь 2031"}, {"2031", "2031"}, {"2031-03-05 12:05", "5 марта 2031, 12:05"}, {"2031-03-05 12:05 Z", "5 марта 2031, 12:05 UTC"},
		{"2031-03-05T12:05", "5 марта 2031, 12:05"}, {"2031-03-05 12:05:00 +03:00", "5 марта 2031, 12:05 UTC+03:00"}, {"2031-03-05 12:05:00", "5 марта 2031, 12:05"}, {"2031-03-05 12:05:07 Z", "5 марта 2031, 12:05:07 UTC"}, {"2031-03-05 12:00", "5 марта 2031, 12:00"}, {"2031-03-05 16:20 Aldmouth time", "5 марта 2031, 16:20 Aldmouth time"}, {"2031-13-05", "2031-13-05"}, {"20310305", "20310305"}, {"-031-03", "-031-03"}, {"2031-03-05x", "2031-03-05x"}, {"2031-00-05", "2031-00-05"},
		{"2031-03-01 – 2031-03-31", "1 марта 2031 – 31 марта 2031"}, {"2030 – 2031-03", "2030 – март 2031"}, {"yes – no", "yes – no"}, {"yes – 2031-03-05", "yes – 2031-03-05"},
	} {
		if got := Date(ru, c.words); got != c.want {
			t.Errorf("%q is %q, not %q", c.words, got, c.want)
		}
	}
}

func TestChoose(t *testing.T) {
	for _, c := range []struct{ chosen, accepted, want string }{
		{"", "", "en"}, {"", "ru-RU,ru;q=0.9,en;q=0.8", "ru"}, {"", "de,en;q=0.5", "en"}, {"", "uk,ru;q=0.7", "ru"}, {"en", "ru", "en"}, {"ru", "en", "ru"}, {"xx", "ru", "ru"}, {"", ";;;", "en"},
	} {
		if got := Choose(c.chosen, c.accepted); got != c.want {
			t.Errorf("%q, %q: %s", c.chosen, c.accepted, got)
		}
	}
}

// TestToldTakesAnything: whatever arrives, what stands in a hole is passed on whole.
func TestToldTakesAnything(t *testing.T) {
	ru := In(context.Background(), "ru")
	rapid.Check(t, func(rt *rapid.T) {
		words := rapid.String().Draw(rt, "words")
		if got, want := Told(ru, "the verb “"+words+"” reports"), "глагол «"+words+"» передаёт чужие слова"; got != want {
			rt.Errorf("%q is told as %q", words, got)
		}
		Told(ru, words)
	})
}

func TestLanguage(t *testing.T) {
	for tag, want := range map[string][2]string{"uk": {"Ukrainian", "украинский"}, "EN": {"English", "английский"}, "pt-BR": {"Portuguese (BR)", "португальский (BR)"}, "tlh": {"tlh", "tlh"}, "": {"", ""}} {
		for i, reader := range []string{"en", "ru"} {
			if got := Language(In(context.Background(), reader), tag); got != want[i] {
				t.Errorf("%q is %q in %s", tag, got, reader)
			}
		}
	}
	for code, name := range languageNames {
		if !Known("ru", name+" (language)") {
			t.Errorf("%s has no name in Russian", code)
		}
	}
}
