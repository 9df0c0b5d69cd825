package russian

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

func find(in string) []news.Entity {
	a := &news.Article{Text: in, Language: "ru", Body: []news.Span{{End: len(in)}}}
	return Find(a, text.ReadIn(a, "ru"))
}

// listed writes entities as "kind name: mention, mention".
func listed(in string, entities []news.Entity) []string {
	var out []string
	for _, e := range entities {
		var words []string
		for _, m := range e.Mentions {
			words = append(words, m.Of(in))
		}
		out = append(out, string(e.Kind)+" "+e.Name+": "+strings.Join(words, ", "))
	}
	return out
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ what, in, want string }{
		{"cases and a surname alone", "Министр Бектур-Жомарт Кормаев прибыл в порт. По словам Кормаева, мост открыт. Кормаеву ответили журналисты.",
			"person Бектур-Жомарт Кормаев: Бектур-Жомарт Кормаев, Кормаева, Кормаеву"},
		{"initials before", "Заявление сделал министр Бектур-Жомарт Кормаев. Позже Б.-Ж. Кормаев уехал.",
			"person Бектур-Жомарт Кормаев: Бектур-Жомарт Кормаев, Б.-Ж. Кормаев"},
		{"initials behind", "Министр Иван Лужников подписал указ. Указ готовил Лужников И. П. и его отдел.",
			"person Иван Лужников: Иван Лужников, Лужников И. П."},
		{"a father's name", "Директор Ольга Петровна Зарубина уехала. Ольге Зарубиной вручили письмо.",
			"person Ольга Петровна Зарубина: Ольга Петровна Зарубина, Ольге Зарубиной"},
		{"the nominative comes later", "Журналисты спросили Михаила Луцкевича о мосте. Михаил Луцкевич промолчал.",
			"person Михаил Луцкевич: Михаила Луцкевича, Михаил Луцкевич"},
		{"an acronym in brackets", "Организация Северного договора о взаимопомощи (ОСДВ) молчит. Позже в ОСДВ ответили.",
			"organisation Организация Северного договора о взаимопомощи: Организация Северного договора о взаимопомощи, ОСДВ, ОСДВ"},
		{"a known place in two cases", "Делегация вернулась из Казахстана. В Казахстане её ждали.", "place Казахстана: Казахстана, Казахстане"},
		{"a town by its ending", "СТАВЕНГРАД – В Ставенграде об этом молчат.", "place СТАВЕНГРАД: СТАВЕНГРАД, Ставенграде"},
		{"Latin letters", "Об этом сообщила компания Microsoft в понедельник.", "organisation Microsoft: Microsoft"},
		{"nobody is named", "Вчера в порту шёл дождь, и никто ничего не сказал.", ""},
	} {
		if got := strings.Join(listed(c.in, find(c.in)), "\n"); got != c.want {
			t.Errorf("%s:\n%s\nfound\n%s\nwant\n%s", c.what, c.in, got, c.want)
		}
	}
}

func TestSentencesGoOnBehindInitialsAndShortWords(t *testing.T) {
	for in, want := range map[string]int{
		"Вечером приехал А. С. Луцкевич. Его ждали.": 2,
		"Музей им. Кормаева закрыт. Дождь идёт.":     2,
		"Дождь кончился. Дорога открыта. Все рады.":  3,
	} {
		a := &news.Article{Text: in, Body: []news.Span{{End: len(in)}}}
		if got := len(Cut(in, text.Read(a)).Sentences); got != want {
			t.Errorf("%s: %d sentences, want %d", in, got, want)
		}
	}
}

// Whatever stands in an article: mentions are apart, in order, and never empty,
// each entity goes by the words of one of them, and the same comes out again.
func TestMentionsAreSpans(t *testing.T) {
	pieces := []string{"Иван", "Кормаев", "Кормаева", "К.", "-Ж.", "(", ")", "ООН", "Организация", "договора", "«", "»", ".", "\n", "в", "Москве", "The", "X", "IV", "о", "Лужников И. П.", ",", "\xff"}
	rapid.Check(t, func(t *rapid.T) {
		in := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "pieces"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "between"))
		checkSpans(t, in)
	})
}

func checkSpans(t interface{ Fatalf(string, ...any) }, in string) {
	found := find(in)
	var all []news.Span
	for _, e := range found {
		if !slices.ContainsFunc(e.Mentions, func(m news.Span) bool { return m.Of(in) == e.Name }) {
			t.Fatalf("%q: no mention reads %q", in, e.Name)
		}
		all = append(all, e.Mentions...)
	}
	slices.SortFunc(all, func(a, b news.Span) int { return a.Start - b.Start })
	for i, m := range all {
		if m.Empty() || i > 0 && all[i-1].End > m.Start {
			t.Fatalf("%q: mention %v", in, m)
		}
	}
	if again := find(in); !slices.Equal(listed(in, again), listed(in, found)) {
		t.Fatalf("%q: found %v, then %v", in, listed(in, found), listed(in, again))
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Министр Б.-Ж. Кормаев (ОСДВ) прибыл в Москву. Кормаеву ответили.")
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) < 4000 {
			checkSpans(t, in)
		}
	})
}
