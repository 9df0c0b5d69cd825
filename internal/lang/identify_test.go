package lang

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

func TestIdentify(t *testing.T) {
	for code, sentences := range map[string][]string{
		"en": {"The minister said on Monday that the bridge would open in spring.", "Nobody at the harbour had seen the ship before."},
		"de": {"Der Minister sagte am Montag, dass die Brücke im Frühjahr geöffnet wird.", "Niemand am Hafen hatte das Schiff vorher gesehen."},
		"fr": {"Le ministre a déclaré lundi que le pont serait ouvert au printemps.", "Personne au port n’avait vu ce navire auparavant."},
		"es": {"El ministro dijo el lunes que el puente se abrirá en primavera.", "Nadie en el puerto había visto antes el barco."},
		"it": {"Il ministro ha detto lunedì che il ponte sarà aperto in primavera.", "Nessuno al porto aveva visto la nave prima di ieri."},
		"pt": {"O ministro disse na segunda-feira que a ponte será aberta na primavera.", "Ninguém no porto tinha visto o navio antes."},
		"pl": {"Minister powiedział w poniedziałek, że most zostanie otwarty wiosną.", "Nikt w porcie nie widział wcześniej tego statku."},
		"tr": {"Bakan pazartesi günü köprünün ilkbaharda açılacağını söyledi.", "Limanda hiç kimse gemiyi daha önce görmemişti."},
		"uz": {"Vazir dushanba kuni koʻprik bahorda ochilishini aytdi va bu yangi emas dedi.", "Вазир душанба куни кўприк баҳорда очилишини айтди ва бу янги эмас деди."},
		"ru": {"Министр заявил в понедельник, что мост откроют весной.", "Никто в порту раньше не видел этого корабля."},
		"uk": {"Міністр заявив у понеділок, що міст відкриють навесні.", "Ніхто в порту раніше не бачив цього корабля."},
		"be": {"Міністр заявіў у панядзелак, што мост адкрыюць вясной.", "Ніхто ў порце раней не бачыў гэтага карабля."},
		"kk": {"Министр дүйсенбі күні көпір көктемде ашылады деп мәлімдеді.", "Айлақта бұл кемені бұрын ешкім көрген жоқ."},
		"ky": {"Министр дүйшөмбү күнү көпүрө жазында ачылат деп билдирди.", "Портто бул кемени мурда эч ким көргөн эмес."},
		"ar": {"قال الوزير يوم الاثنين إن الجسر سيفتح في الربيع."},
		"fa": {"وزیر روز دوشنبه گفت که این پل در بهار باز می شود."},
		"zh": {"部长星期一说，大桥将于春天开放。"},
		"ja": {"大臣は月曜日、橋は春に開通すると述べた。"},
		"ko": {"장관은 월요일에 다리가 봄에 개통될 것이라고 말했다."},
		"el": {"Ο υπουργός είπε τη Δευτέρα ότι η γέφυρα θα ανοίξει την άνοιξη."},
		"he": {"השר אמר ביום שני שהגשר ייפתח באביב."},
		"ka": {"მინისტრმა ორშაბათს თქვა, რომ ხიდი გაზაფხულზე გაიხსნება."},
		"hy": {"Նախարարը երկուշաբթի օրը ասաց, որ կամուրջը կբացվի գարնանը։"},
		"hi": {"मंत्री ने सोमवार को कहा कि पुल वसंत में खुलेगा।"},
		"th": {"รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าสะพานจะเปิดในฤดูใบไม้ผลิ"},
		"nl": {"De minister zei maandag dat de brug in het voorjaar opengaat."},
		"sv": {"Ministern sade på måndagen att bron öppnas till våren och att ingen hade sett den."},
		"da": {"Ministeren siger mandag, at broen åbner til foråret, og at ingen havde set den."},
		"fi": {"Ministeri sanoi maanantaina, että silta avataan keväällä ja että se on valmis."},
		"cs": {"Ministr v pondělí řekl, že most bude otevřen na jaře a že je již hotov."},
		"ro": {"Ministrul a spus luni că podul va fi deschis în primăvară și că este gata."},
		"hu": {"A miniszter hétfőn azt mondta, hogy a híd tavasszal nyílik meg."},
		"id": {"Menteri mengatakan pada hari Senin bahwa jembatan itu akan dibuka untuk umum."},
		"vi": {"Bộ trưởng nói hôm thứ hai rằng cây cầu sẽ được mở vào mùa xuân."},
		"bg": {"Министърът каза в понеделник, че мостът ще бъде открит през пролетта."},
		"tg": {"Вазир рӯзи душанбе гуфт, ки пул дар баҳор кушода мешавад."},
		"":   {"", "123 456", "— … !"},
	} {
		for _, s := range sentences {
			if g := Identify(s); g.Code != code {
				t.Errorf("%q is taken for %q (margin %.2f), want %q", s, g.Code, g.Margin, code)
			}
		}
	}
}

func TestNamesInAnotherScriptDoNotFlip(t *testing.T) {
	const s = "The agency (Агентство «Полярная звезда») said the ferry «Северянка» would return."
	if g := Identify(s); g.Code != "en" {
		t.Errorf("%q is taken for %q", s, g.Code)
	}
}

func TestParagraphsInheritWhenShort(t *testing.T) {
	const text = "The ferry did not arrive on time.\n\nЭто было вчера, и никто не знал, где он.\n\nДа.\n\nNobody at the harbour had seen it before."
	main, spans := Of(text, []news.Span{{Start: 0, End: len(text)}})
	var got []string
	for _, s := range spans {
		got = append(got, s.Language+": "+strings.ReplaceAll(s.Of(text), "\n\n", " / "))
	}
	want := "en: The ferry did not arrive on time.|ru: Это было вчера, и никто не знал, где он. / Да.|en: Nobody at the harbour had seen it before."
	if main != "en" || strings.Join(got, "|") != want {
		t.Errorf("main %s\n got %s\nwant %s", main, strings.Join(got, "|"), want)
	}
}

// The treebanks only measure: sentences of eight lower-case words and more.
func TestTreebankSentences(t *testing.T) {
	root := shared(t)
	for _, c := range []struct{ file, code string }{
		{"en_ewt/dev", "en"}, {"en_ewt/test", "en"}, {"de/gsd-dev", "de"}, {"de/gsd-test", "de"}, {"ru/gsd-dev", "ru"},
		{"ru/gsd-test", "ru"}, {"ru/taiga-dev", "ru"}, {"ru/pud", "ru"}, {"kk/ktb-test", "kk"},
	} {
		right, all := 0, 0
		for _, s := range treebank(t, filepath.Join(root, "data/ud", c.file+".conllu")) {
			if all++; Identify(s).Code == c.code {
				right++
			} else if testing.Verbose() {
				t.Logf("%s: %s", Identify(s).Code, s)
			}
		}
		if share := float64(right) / float64(all); share < 0.99 {
			t.Errorf("%s: %.4f of %d sentences", c.file, share, all)
		} else {
			t.Logf("%s: %.4f of %d sentences", c.file, share, all)
		}
	}
}

func treebank(t *testing.T, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	scan := bufio.NewScanner(strings.NewReader(string(data)))
	scan.Buffer(nil, 1<<20)
	for scan.Scan() {
		if s, ok := strings.CutPrefix(scan.Text(), "# text = "); ok && proseWords(s) >= 8 {
			out = append(out, s)
		}
	}
	return out
}

// proseWords counts the words that begin with a lower-case letter: address
// blocks and mail headers have none.
func proseWords(s string) (n int) {
	for w := range strings.FieldsSeq(s) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			n++
		}
	}
	return n
}

// shared is the folder of measuring data; the test is skipped without it.
func shared(t *testing.T) string {
	t.Helper()
	if dir := os.Getenv("HEARSAY_SHARED"); dir != "" {
		return dir
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if s := filepath.Join(dir, "shared"); isDir(filepath.Join(s, "data")) {
			return s
		}
	}
	t.Skip("no measuring data")
	return ""
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func FuzzOf(f *testing.F) {
	f.Add("The ferry.\n\nЭто было вчера, и никто не знал.\n")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		_, spans := Of(text, []news.Span{{Start: 0, End: len(text)}})
		for _, s := range spans {
			if s.Start < end || s.End <= s.Start || s.End > len(text) || s.Language == "" {
				t.Fatalf("span %v after %d of %d", s, end, len(text))
			}
			end = s.End
		}
	})
}
