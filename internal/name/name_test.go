package name

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

func TestEveryRuleHasASentence(t *testing.T) {
	for _, id := range ruleIDs {
		if !wording.Known(id) {
			t.Errorf("rule %q has no sentence", id)
		}
	}
}

// comparisons are pairs "one | other" of invented names, by what they show and
// what they are held for.
var comparisons = []struct {
	shows string
	kind  news.EntityKind
	want  Decision
	pairs string
}{
	{"order, case and marks", news.Person, Same, `Ada Quillfeather | QUILLFEATHER, Ada
		Zoë Brändl | Zoe Brandl
		Anna-Maria Brenko | Anna Maria Brenko
		Brenko Bohdan Petrovich | Bohdan Petrovich Brenko`},
	{"romanisations", news.Person, Same, `Bohdan Zhukovets | Богдан Жуковець
		Yermek Tulebayev | Ермек Тулебаев
		Kharitina Shcherbets | Харитина Щербец
		Харитина Щербец | Kharytyna Scherbetz
		Vuk Brančić | Вук Бранчић
		Warren Whitlow | Уоррен Уитлоу`},
	{"Russian, however romanised", news.Person, Same, `Юрий Щербаков | Yuriy Shcherbakov
		Юрий Щербаков | Iurii Shcherbakov
		Юрий Щербаков | Jurij Ščerbakov
		Юрий Щербаков | Juri Schtscherbakow
		Юрий Щербаков | Youri Chtcherbakov
		Сергей Хрущёв | Sergei Khrushchev
		Сергей Хрущёв | Sergey Khrushchyov
		Сергей Хрущёв | Sergej Chruščëv
		Сергей Хрущёв | Sergiusz Chruszczow
		Евгений Цветков | Jewgeni Zwetkow
		Вячеслав Подъячев | Viacheslav Pod'iachev
		Эльдар Выжутович | Èl'dar Vyžutovič
		Фёдор Орёл | Fyodor Oryol
		Фёдор Орёл | Fedor Orel`},
	{"ё printed е", news.Person, Same, `Фёдор Орёл | Федор Орел
		Семён Щеглов | Семен Щеглов`},
	{"Kazakh, in Russian and romanised", news.Person, Same, `Қасым Ғабитов | Kasym Gabitov
		Қасым Ғабитов | Qasym Ğabitov
		Қасым Ғабитов | Касым Габитов
		Теңіз Өмірбеков | Tengiz Omirbekov
		Теңіз Өмірбеков | Teńiz Ómirbekov
		Теңіз Өмірбеков | Тениз Омирбеков
		Ұлан Үсенов | Ulan Usenov
		Ұлан Үсенов | Ūlan Üsenov
		Гүлнәр Һамитова | Gulnar Khamitova
		Гүлнәр Һамитова | Gülnär Hamitova
		Әсел Жүнісова | Asel Zhunisova
		Нұрлан Әбдіқадыров | Nūrlan Äbdıqadyrov
		Нұрлан Әбдіқадыров | Нурлан Абдыкадыров`},
	{"Ukrainian: passports, BGN, scholars", news.Person, Same, `Сергій Їжакевич | Serhii Yizhakevych
		Сергій Їжакевич | Serhiy Yizhakevych
		Сергій Їжакевич | Serhij Jižakevyč
		Григорій Щука | Hryhorii Shchuka
		Григорій Щука | Григорий Щука
		Євген Ґудзенко | Yevhen Hudzenko
		Олександр Згурський | Oleksandr Zghurskyi
		Володимир В'ятрович | Volodymyr Viatrovych
		Володимир В’ятрович | Volodymyr V'jatrovyč
		Наталія Цюпа | Natalija Cjupa
		Наталія Цюпа | Natalya Tsyupa`},
	{"Belarusian", news.Person, Same, `Павел Ціханенка | Pavel Tsikhanenka
		Павел Ціханенка | Pavieł Cichanienka
		Павел Ціханенка | Pawel Cichanenka
		Павел Ціханенка | Pavel Tikhanenko
		Мікалай Шчасны | Mikalai Shchasny
		Мікалай Шчасны | Mikałaj Ščasny
		Аляксандр Воўк | Aliaksandr Voŭk`},
	{"Belarusian in Russian and otherwise is suggested", news.Person, Likely, `Павел Ціханенка | Павел Тиханенко
		Pavel Tsikhanenka | Pavel Tikhanenko
		Мікалай Шчасны | Nikolai Schastny
		Мікалай Шчасны | Николай Счастный
		Аляксандр Жаўняровіч | Александр Жавнерович`},
	{"sounds of Belarusian that may be those of another name are suggested", news.Person, Likely, `Алесь Воўк | Алесь Волк
		Алесь Воўк | Ales Volk
		Антон Доўгі | Антон Долгий
		Алена Церашкова | Елена Терешкова
		Андрэй Дзмітрыеў | Андрей Дмитриев
		Andrej Dzmitryjeŭ | Андрей Дмитриев
		Hanna Cichanienka | Anna Tikhanenko
		Hanna Cichanienka | Анна Тихоненко
		Hanna Bykouskaya | Anna Bykovskaya`},
	{"Belarusian in letters of its own", news.Person, Same, `Алена Церашкова | Alena Tserashkova
		Hanna Bykouskaya | Анна Быковская
		Андрэй Дзмітрыеў | Andrei Dzmitryeu
		Алесь Воўк | Ales Vouk`},
	{"sounds that Belarusian has not", news.Person, Apart, `Пётр Волков | Пётр Вовков
		Ада Зеленко | Ада Деленко
		Ada Cerenko | Ada Terenko`},
	{"marks of Latin letters", news.Person, Same, `Bartłomiej Świątkowski | Bartlomiej Swiatkowski
		Jürgen Müßig | Juergen Muessig
		Søren Ørskov | Soren Orskov
		İsmail Çağlar | Ismail Caglar
		Pedro Sánchez | Педро Санчес
		Ştefan Țurcanu | Штефан Цуркану`},
	{"a mark that makes another sound is suggested", news.Person, Likely, `Ştefan Țurcanu | Stefan Turcanu`},
	{"marks of Arabic and Greek letters", news.Person, Same, `محمد السبع | محمّد السبع
		أحمد الشامي | احمد الشامي
		Γιώργος Παπαδάκης | ΓΙΩΡΓΟΣ ΠΑΠΑΔΑΚΗΣ
		Γιώργος Παπαδάκης | Yorgos Papadakis`},
	{"spellings of one sound", news.Person, Same, `Nikita Brenkovich | Nikita Brenkovic
		Ермек Тулебаев | Ермек Төлебаев`},
	{"middle initials", news.Person, Same, `Karl Werner Brenko | Karl W. Brenko
		Karl C. Brenko Garza | Karl Brenko Garza
		Bohdan P. Marov | Bohdan Petrovich Marov`},
	{"other middle initials", news.Person, Apart, `Karl W. Brenko | Karl H. W. Brenko
		Karl W. Brenko | Karl Hans Brenko
		Bohdan S. Marov | Богдан Петрович Маров`},
	{"customs of romanising", news.Person, Same, `Yermek Tulebayev | Jermek Tulebajew
		Yuri Shcherbakov | Jurij Ščerbakov
		Yuri Shcherbakov | Iurii Shcherbakov
		Yakov Yudin | Jakow Judin
		Yevgeny Tsvetkov | Evgenij Cvetkov
		Dmitri Tchaikovsky | Dmitrij Čajkovskij
		Serhii Yizhakevych | Serhij Jižakevyč
		Yurii Zahorodnii | Jurij Zahorodnij
		Kasym Gabitov | Qasym Ğabitov
		Asel Zhunisova | Äsel Jünisova
		Bohdan Kharitonenko | Bohdan Haritonenko
		Vuk Brančić | Vuk Brancic`},
	{"sounds that are like are suggested", news.Person, Likely, `Ermek Zolan | Ermek Solan
		Ada Brensen | Ada Brenson
		Ada Bolf | Ada Bulf
		Bohdan Marenko | Bohdan Marenka
		Nasir al-Brenki | Nasir Al Bremki`},
	{"scripts spelled by sound", news.Person, Same, `Κλειώ Βρένκου | Kleio Vrenkou
		Μπορίς Ντούλκοφ | Boris Dulkov
		ნანა ბრენკიძე | Nana Brenkidze
		Նարե Բրենկյան | Nare Brenkyan
		Նուրե Ոսկենց | Nure Voskents
		김 순아 | Kim Suna`},
	{"cases of Greek", news.Person, Same, `Νίκος Βρενκόπουλος | Νίκου Βρενκόπουλου
		Κλέων Βρενκάκης | Κλέων Βρενκάκη
		ΚΛΕΙΩ ΒΡΕΝΚΟΠΟΥΛΟΥ | Κλειώ Βρενκοπούλου`},
	{"endings of Greek that are of two names", news.Person, Likely, "Κλέων Βρενκάκος | Κλέων Βρενκάκης"},
	{"husband and wife in Greek", news.Person, Apart, `Ελένη Βρενκοπούλου | Βρενκόπουλος
		Ελένη Βρενκοπούλου | Νίκος Βρενκόπουλος`},
	{"a name is no case of a longer one", news.Person, Likely, `Мари Бренко | Мария Бренко
		Софи Бренко | София Бренко`},
	{"scripts without vowels are suggested", news.Person, Likely, `بسام برنكو | Bassam Brenko`},
	{"scripts without letters, by themselves", news.Person, Same, `王小明 | 王小明`},
	{"scripts without letters apart", news.Person, Apart, `王小明 | 王大明`},
	{"forms of given names over scripts", news.Person, Same, `Oleksandr Brenko | Александр Бренко
		Джон Куилл | John Quill`},
	{"forms of given names in one script are suggested", news.Person, Likely, `Johannes Quillfeather | Jan Quillfeather
		Maria Brenkova | Marie Brenkov`},
	{"a given name of two words is one", news.Person, Likely, `Anna-Maria Brenkel | Anna-Maria Bohdanovna
		Anna-Maria Brenkel | Anna-Maria`},
	{"short forms are suggested", news.Person, Likely, `Sasha Zhukovets | Alexander Zhukovets
		Bill Quillfeather | William Quillfeather`},
	{"other given names", news.Person, Apart, `Ada Quillfeather | Bela Quillfeather
		Maria Brenko | Mario Brenko
		Олег Жуковец | Ольга Жуковец`},
	{"initials are suggested", news.Person, Likely, `Bohdan Zhukovets | B. Zhukovets
		Жуковец Б. П. | Богдан Петрович Жуковец
		Yulia Brenko | Ю. Бренко
		A. B. Quill | A. Quill`},
	{"two words that are not the one, told before they are compared to the end", news.Person, Apart, `Gizhekis | Ge Konari
		Zhenenian | Jes Gimin`},
	{"initials that do not fit", news.Person, Apart, `Bohdan Zhukovets | O. Zhukovets`},
	{"second initials that do not fit", news.Person, Apart, `В. С. Щербаков | Владимир Петрович Щербаков
		Щербаков В.С. | Владимир Петрович Щербаков
		V. S. Shcherbakov | V. P. Shcherbakov`},
	{"patronymics", news.Person, Same, `Богдан Петрович Жуковец | Богдан Жуковец
		Ермек Сагынович Тулебаев | Ермек Сағынұлы Тулебаев`},
	{"other patronymics", news.Person, Apart, `Богдан Петрович Жуковец | Богдан Иванович Жуковец`},
	{"cases", news.Person, Same, `Богдан Бренков | Богдана Бренкова
		Харитина Бранская | Харитиной Бранской
		Ермек Тулебаев | Ермеку Тулебаеву`},
	{"a man's surname tells his given name's case", news.Person, Same, `Иван Коваль | Ивана Коваля
		Богдан Жуковец | Богдана Жуковца
		Павел Журавль | Павла Журавля`},
	{"a vowel that cases lose", news.Person, Same, `Фёдор Орёл | Фёдора Орла
		Фёдор Орёл | Федору Орлу
		Егор Левченок | Егором Левченком
		Павел Ястребов | Павлом Ястребовым`},
	{"a case that is a name, too", news.Person, Same, `Мария Ястребова | Марии Ястребовой
		Илья Глинка | Илье Глинке`},
	{"an ending of a case or of a woman", news.Person, Likely, `Yermek Tulebayeva | Yermek Tulebayev`},
	{"a man's or a woman's", news.Person, Likely, `Иван Коваль | Ивана Коваль
		Евгений Тулебаев | Евгения Тулебаева`},
	{"a surname", news.Person, Likely, `Quillfeather | Ada Quillfeather
		Жуковцу | Богдан Жуковец
		Dr Quillfeather | Ada Quillfeather`},
	{"a given name", news.Person, Apart, `Alexander | Alexander Quillfeather
		Abdul Karim | Abdul Karim Brenki`},
	{"titles, particles, brackets", news.Person, Same, `Dr. Ada Quillfeather | Sir Ada Quillfeather
		Otto von Brenko | Otto Brenko
		Ada Quill (politician) | Ada Quill`},
	{"father and son", news.Person, Apart, `Omar Brandt Jr | Omar Brandt Sr
		Henry II | Henry III
		Иван Петрович Бренко | Пётр Иванович Бренко
		Иван Бренко-старший | Иван Бренко-младший
		Otto I | Otto II
		Said Omar Hasan Brenki | Omar Hasan Brenki`},
	{"husband and wife", news.Person, Apart, `Olga Brenkova | Brenkov
		Ольга Бренкова | Бренков`},
	{"a husband in a case", news.Person, Likely, `Олег Бренков | Бренкова`},
	{"one of them a Jr is suggested", news.Person, Likely, `Omar Brandt Jr | Omar Brandt`},
	{"one of a family", news.Person, Apart, `Ada Maria Brenko | Ada Sofia Brenko
		Kim Song Chol | Kim Song Min`},
	{"Abdul and his words", news.Person, Same, `Abdul Karim al-Brenki | Abdulkarim Brenki
		Abd al-Karim Brenki | Karim Brenki, Abdul`},
	{"glued and parted", news.Person, Same, `Adaquill Brenko | Ada Quill Brenko`},
	{"a slip that sounds otherwise is suggested", news.Person, Likely, `Bohdan Zhukovets | Bohdan Zhukovest`},
	{"slips of typing", news.Person, Same, `Ada Quillfeather | Ada Quilfeather
		Ada Quillfeather | Aada Quillffeather`},
	{"endings of the Baltic", news.Person, Same, `Bogdans Brenks | Богдан Бренк`},
	{"legal forms", news.Organisation, Same, `Brenko Tools Ltd | Brenko Tools LLC
		Brenko Tools | BRENKO TOOLS, Inc.
		ООО «Бренко» | Brenko OOO
		Brenko G.m.b.H. | Brenko GmbH`},
	{"other legal forms are suggested", news.Organisation, Likely, `Brenko Tools AG | Brenko Tools GmbH`},
	{"and", news.Organisation, Same, `Quill & Brenko | Quill and Brenko`},
	{"acronyms are suggested", news.Organisation, Likely, `League of Harbour Pilots | LHP
		Лига портовых лоцманов | ЛПЛ
		Лига лоцманов и матросов | ЛЛМ`},
	{"acronyms of another", news.Organisation, Apart, `League of Harbour Pilots | LHB`},
	{"one of another place", news.Organisation, Apart, `Bank of Norrland | Bank of Sudland
		Ministry of Tides | Ministry of Fogs`},
	{"a branch is suggested", news.Organisation, Likely, `Brenko | Brenko Shipping Group`},
	{"a slip in the only word", news.Organisation, Likely, `Quilfon Corporation | Quilfron Corporation`},
	{"places in cases", news.Place, Same, `Орёл | Орла
		Орел | Орлом
		Елец | Ельца
		Брендянск | Брендянске`},
	{"places", news.Place, Apart, `North Brendia | South Brendia`},
}

func TestCompare(t *testing.T) {
	for _, c := range comparisons {
		for line := range strings.SplitSeq(c.pairs, "\n") {
			x, y, _ := strings.Cut(strings.TrimSpace(line), " | ")
			a, b := Parse(x, c.kind), Parse(y, c.kind)
			if v := Compare(&a, &b); v.Decision != c.want {
				t.Errorf("%s: %s | %s: %v %.3f %v, want %v", c.shows, x, y, v.Decision, v.Score, v.Reasons(), c.want)
			}
		}
	}
}

func TestReasonsSayWhatSpoke(t *testing.T) {
	for pair, want := range map[string]string{
		"Ada Quill | ADA QUILL":                       "name-words",
		"A. Quill | Ada Quill":                        "name-initial",
		"Bill Quill | William Quill":                  "name-given",
		"Otto Brenko Jr | Otto Brenko Sr":             "name-generation",
		"Ada Quill | Bela Quill":                      "name-conflict",
		"Ada Quill | Quill":                           "name-one-word",
		"Ada Quill | Otto Brenko":                     "name-unlike",
		"Said Omar Hasan Brenki | Omar Hasan Brenki":  "name-led",
		"Ada Maria Lena Quill | Maria Ada Lena Quill": "name-order",
		"Adaquill Brenko | Ada Quill Brenko":          "name-glued",
	} {
		x, y, _ := strings.Cut(pair, " | ")
		a, b := Parse(x, news.Person), Parse(y, news.Person)
		reasons := Compare(&a, &b).Reasons()
		if !slices.ContainsFunc(reasons, func(r news.Reason) bool { return r.Rule == want }) {
			t.Errorf("%s: %v, want %s", pair, reasons, want)
		}
	}
}

func TestKindIsGuessed(t *testing.T) {
	for s, want := range map[string]news.EntityKind{"Ada Quill": news.Person, "Quill Bank": news.Organisation, "Brenko GmbH": news.Organisation} {
		if n := Parse(s, ""); n.kind != want {
			t.Errorf("%s: %v, want %v", s, n.kind, want)
		}
	}
}

// TestGivenNamesAreSpelled reads the table as it is written: every name has
// sounds, every "=" names one that stands above, no name stands in more sets
// than are kept.
func TestGivenNamesAreSpelled(t *testing.T) {
	table := givenNames()
	for line := range strings.Lines(givenText) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		if !slices.Contains([]string{"m", "f", "u", "="}, fields[0]) || len(fields) < 3 {
			t.Errorf("not a set: %q", line)
		}
		for _, w := range fields[1:] {
			var p part
			if p.read(lower(w)); p.n == 0 {
				t.Errorf("%q has no sounds", w)
			} else if !table.sets[p.hash].any() {
				t.Errorf("%q stands in no set", w)
			}
		}
	}
}

// words that names are drawn of: enough to meet one another.
var drawn = []string{"Ada", "Bohdan", "Богдан", "Quillfeather", "Жуковец", "Zhukovets", "Петрович", "al-", "Jr", "III", "B.", "Ю.", "Dr", "Ltd", "Bank", "of",
	"Жуковца", "Jukovec", "محمد", "王小明", "김", "Ολγα", "(x)", ",", "-", "Anna-Maria", "O'Brenko", "LHP", "G.m.b.H.", "Zhukovetz", "Quilfeather"}

func drawName(t *rapid.T, label string) Name {
	n := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(drawn), rapid.StringN(1, 6, 24)), 1, 6).Draw(t, label)
	kind := rapid.SampledFrom([]news.EntityKind{"", news.Person, news.Organisation, news.Place}).Draw(t, label+" kind")
	return Parse(strings.Join(n, " "), kind)
}

func TestCompareIsSymmetricAndKeyed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawName(t, "a"), drawName(t, "b")
		v, w := Compare(&a, &b), Compare(&b, &a)
		if v != w {
			t.Fatalf("%v one way, %v the other", v, w)
		}
		if v.Score < 0 || v.Score > 1 {
			t.Fatalf("score %v", v.Score)
		}
		if v.Decision != Apart && !shareKey(a.Keys(nil), b.Keys(nil)) {
			t.Fatal("no key in common")
		}
	})
}

func TestANameIsItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawName(t, "a")
		if v := Compare(&a, &a); !a.Empty() && v.Decision != Same {
			t.Fatalf("%v", v)
		}
	})
}

func TestComparingAllocatesNothing(t *testing.T) {
	a, b := Parse("Bohdan Petrovich Zhukovets", news.Person), Parse("Жуковец, Богдан", news.Person)
	if n := testing.AllocsPerRun(50, func() { Compare(&a, &b) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range drawn {
		f.Add(s+" "+drawn[0], "person")
	}
	f.Fuzz(func(t *testing.T, s, kind string) {
		a, b := Parse(s, news.EntityKind(kind)), Parse(s, news.EntityKind(kind))
		if v := Compare(&a, &b); !a.Empty() && v.Decision != Same {
			t.Fatalf("%q: %+v", s, v)
		}
		if len(a.parts) > maxParts || !slices.IsSorted(a.keys) {
			t.Fatal("bounds")
		}
	})
}
