package charset

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/news"
)

const (
	russian = "Глава района заявил, что мост откроют в срок. «Работы идут по плану», – сказала она журналистам в пятницу.\n"
	french  = "Le préfet a nié l’incident. «\u00a0Rien n’est arrivé à l’école\u00a0», a-t-il déclaré – sans être cité.\n"
	english = "The mayor said: “No bridge was closed – none.” It cost €40.\n"
)

type fataler interface{ Fatal(...any) }

// in gives text as bytes of the charset.
func in(t testing.TB, name, text string) []byte {
	t.Helper()
	b, err := coder(t, name).NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return b
}

func coder(t fataler, name string) encoding.Encoding {
	switch name {
	case "utf-16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case "utf-16be":
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// reads checks what Decode makes of b, and every offset.
func reads(t *testing.T, b []byte, declared, charset, text string) {
	t.Helper()
	d, err := Decode(b, declared)
	if err != nil {
		t.Fatalf("Decode: %v", err)
	}
	if d.Charset != charset {
		t.Errorf("charset %q, want %q", d.Charset, charset)
	}
	if d.Text != text {
		t.Errorf("text %q\nwant %q", d.Text, text)
	}
	if at := strays(t, d, b); at >= 0 {
		t.Errorf("the capture's bytes for the code point at %d of %q decode to other words", at, d.Text)
	}
}

// strays is the first code point of d.Text whose bytes in the capture do not
// decode to it, -1 when all do.
func strays(t fataler, d *Decoded, b []byte) int {
	from := coder(t, d.Charset)
	for i, r := range d.Text {
		next := i + utf8.RuneLen(r)
		code := b[d.Offset(i):d.Offset(next)]
		if d.Charset == "utf-8" {
			if string(code) != string(r) {
				return i
			}
			continue
		}
		if got, err := from.NewDecoder().Bytes(code); err != nil || string(got) != string(r) {
			return i
		}
	}
	if d.Offset(len(d.Text)) != len(b) {
		return len(d.Text)
	}
	return -1
}

func TestDeclared(t *testing.T) {
	for _, c := range []struct{ declared, charset, text string }{
		{"utf-8", "utf-8", russian},
		{"UTF8", "utf-8", english},
		{"cp1251", "windows-1251", russian},
		{" KOI8-R ", "koi8-r", strings.Map(plain, russian)},
		{"latin1", "windows-1252", french},
		{"iso-8859-5", "iso-8859-5", strings.Map(plain, russian)},
		{"utf-16", "utf-16le", russian + "🙂" + english},
		{"utf-16be", "utf-16be", "🙂" + russian},
		{"shift_jis", "shift_jis", "市長は「橋は閉鎖されていない」と述べた。abc\n"},
		{"gb18030", "gb18030", "市长说：“桥没有关闭。” abc 🙂\n"},
		{"euc-kr", "euc-kr", "시장은 말했다. abc\n"},
		{"windows-1252", "windows-1252", "plain letters only\n"},
	} {
		reads(t, in(t, c.charset, c.text), c.declared, c.charset, c.text)
	}
}

// plain replaces the punctuation that the older Cyrillic charsets cannot write.
func plain(r rune) rune {
	switch r {
	case '«', '»':
		return '"'
	case '–':
		return '-'
	}
	return r
}

func TestStatefulCharset(t *testing.T) {
	text := "市長は述べた。abc\n"
	d, err := Decode(in(t, "iso-2022-jp", text), "iso-2022-jp")
	if err != nil || d.Text != text {
		t.Fatalf("%v %v", d, err)
	}
}

func TestByteOrderMark(t *testing.T) {
	reads(t, []byte("\xEF\xBB\xBF"+russian), "", "utf-8", russian)
	reads(t, []byte("\xEF\xBB\xBF"+russian), "windows-1251", "utf-8", russian)
	for _, name := range []string{"utf-16le", "utf-16be"} {
		b := in(t, name, "\uFEFF"+russian+"🙂")
		reads(t, b, "", name, russian+"🙂")
	}
	reads(t, []byte("\xEF\xBB\xBF"), "", "utf-8", "")
}

func TestSniffed(t *testing.T) {
	long := strings.Repeat(russian, 3)
	for _, c := range []struct{ charset, text string }{
		{"utf-8", english}, {"utf-8", russian}, {"utf-8", "a \uFFFD stays as it was read"},
		{"utf-16le", english}, {"utf-16be", english}, {"utf-16le", long}, {"utf-16be", long},
		{"windows-1251", long}, {"windows-1251", russian}, {"windows-1251", "Мост открыт"},
		{"windows-1251", strings.ToUpper(long)},
		{"koi8-r", strings.Map(plain, long)}, {"koi8-r", "Мост открыт"}, {"koi8-r", strings.ToUpper("Глава района открыл мост")},
		{"ibm866", strings.Map(plain, long)},
		{"iso-8859-5", strings.Map(plain, long)},
		{"windows-1252", french}, {"windows-1252", english},
		{"windows-1252", "Bürgermeister Müller: „Die Brücke bleibt für alle geöffnet“, hieß es."},
		{"windows-1251", "<p>" + english[:20] + "</p>\n" + long},
	} {
		reads(t, in(t, c.charset, c.text), "", c.charset, c.text)
	}
}

func TestDeclaredInside(t *testing.T) {
	page := `<!doctype html><html><head><meta charset="windows-1251"><title>Мост</title></head><p>нет`
	reads(t, in(t, "windows-1251", page), "", "windows-1251", page)
	old := `<html><head><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=KOI8-R"><p>мост`
	reads(t, in(t, "koi8-r", old), "", "koi8-r", old)
	xml := `<?xml version="1.0" encoding='iso-8859-5'?><html><p>мост`
	reads(t, in(t, "iso-8859-5", xml), "", "iso-8859-5", xml)
	wrong := `<meta charset=windows-1251><p>saved by a browser as UTF-8: мост`
	reads(t, []byte(wrong), "", "utf-8", wrong)
	both := `<meta charset=koi8-r><p>` + russian
	reads(t, in(t, "windows-1251", both), "windows-1251", "windows-1251", both)
	lying := `<meta charset=utf-16><p>read as ASCII`
	reads(t, []byte(lying), "", "utf-8", lying)
	boast := `<meta charset=utf-8><p>` + russian
	reads(t, in(t, "windows-1251", boast), "", "windows-1251", boast)
	stray := `<meta charset=windows-1251><p>` + russian + "\xC3("
	refuses(t, []byte(stray), "", news.Encoding, "0xC3", "UTF-8")
	prose := "A page should say <meta charset=koi8-r>, the council wrote – à la carte."
	reads(t, in(t, "windows-1252", prose), "", "windows-1252", prose)
}

// refuses checks that Decode fails with the fault, and that the words hold all
// of says.
func refuses(t *testing.T, b []byte, declared string, fault news.Fault, says ...string) {
	t.Helper()
	d, err := Decode(b, declared)
	if err == nil {
		t.Fatalf("%q was read as %s %q", b, d.Charset, d.Text)
	}
	var e *news.Error
	if !errors.As(err, &e) || e.Fault != fault || e.Mend == "" {
		t.Errorf("%q: fault %q, mend %q; want fault %q and a mend", b, news.FaultOf(err), e.Mend, fault)
	}
	for _, s := range says {
		if !strings.Contains(err.Error(), s) {
			t.Errorf("%q does not say %q", err, s)
		}
	}
}

func TestRefused(t *testing.T) {
	refuses(t, []byte("“Fine,” he said\xFF."), "", news.Encoding, "0xFF", "offset 19", "UTF-8")
	refuses(t, []byte(russian+"\xC3("+russian), "", news.Encoding, "0xC3")
	refuses(t, []byte("no\xE9"), "utf-8", news.Encoding, "offset 2")
	refuses(t, []byte("\xEF\xBB\xBFno\xE9"), "", news.Encoding, "offset 5")
	refuses(t, []byte("\xEF\xBB\xBFno\x00"), "", news.Encoding, "NUL", "offset 5")
	refuses(t, []byte("The mayor said no. The mayor said it twice, and \x00 then she left."), "", news.Encoding, "NUL", "offset 48")
	refuses(t, []byte("abc\x00def said\n"), "", news.Encoding, "NUL", "offset 3")
	refuses(t, []byte("abcd\x00efg said so\n"), "", news.Encoding, "NUL", "offset 4")
	refuses(t, []byte("<p>They\x00 said so"), "", news.Encoding, "NUL", "offset 7")
	refuses(t, []byte("no\x00"), "windows-1251", news.Encoding, "NUL")
	refuses(t, []byte("no\x98"), "windows-1251", news.Encoding, "0x98", "windows-1251")
	refuses(t, []byte("n\x81o"), "", news.Encoding, "0x81", "offset 1")
	refuses(t, []byte("no"), "ebcdic", news.Encoding, `"ebcdic"`)
	refuses(t, []byte("n\x00o"), "utf-16le", news.Encoding, "half a code unit", "offset 2")
	refuses(t, []byte("\xFF\xFEn\x00\x00\xD8o\x00"), "", news.Encoding, "surrogate", "offset 4")
	refuses(t, []byte("\xFF\xFEn\x00\x00\xD8"), "", news.Encoding, "surrogate")
	refuses(t, []byte("\xFF\xFEn\x00\x00\x00"), "", news.Encoding, "NUL", "offset 4")
	refuses(t, []byte("abc\x82"), "shift_jis", news.Encoding, "offset 3", "shift_jis")
	refuses(t, []byte("\xAB\xAC\xAD\xAE\xAF\xB0\xB1\xB2"), "", news.Encoding, "could not be told")
}

func TestBinary(t *testing.T) {
	for what, b := range map[string]string{
		"PNG":     "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
		"JPEG":    "\xFF\xD8\xFF\xE0\x00\x10JFIF",
		"WEBP":    "RIFF\x24\x00\x00\x00WEBPVP8 ",
		"PDF":     "%PDF-1.7\n",
		"ZIP":     "PK\x03\x04\x14\x00",
		"ELF":     "\x7FELF\x02\x01\x01",
		"bzip2":   "BZh91AY&SY\x01\x02",
		"Windows": "MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00",
		"MP4":     "\x00\x00\x00\x18ftypmp42",
		"binary":  "\x01\x02\x03\x04\x05 some letters \x06\x07",
	} {
		refuses(t, []byte(b), "", news.Binary, what)
	}
	refuses(t, []byte("A\x00B\x01 \x00c\x00"), "", news.Binary, "binary") // four numbers, and as UTF-16 "AŁ c"
	refuses(t, []byte("\x00A\x01B\x00 "), "", news.Binary, "binary")
	refuses(t, []byte("a\x00\x01\x02\x03b\x00\x07\x00\x01c\xFF\x00"), "", news.Binary, "binary")
}

func TestPart(t *testing.T) {
	for _, c := range []struct{ charset, text string }{
		{"utf-8", "\uFEFFstays"}, {"utf-8", "%PDF-1.7, she wrote"}, {"utf-16le", "\uFEFFмост"}, {"koi8-r", "мост"},
	} {
		if got, err := Part(in(t, c.charset, c.text), c.charset); err != nil || got != c.text {
			t.Errorf("%s: %q, %v; want %q", c.charset, got, err, c.text)
		}
	}
	if _, err := Part([]byte("no\xE9"), "utf-8"); news.FaultOf(err) != news.Encoding {
		t.Errorf("%v", err)
	}
}

func TestOffsets(t *testing.T) {
	charsets := []string{"utf-8", "utf-16le", "utf-16be", "windows-1251", "koi8-r", "windows-1252", "ibm866", "shift_jis", "gbk", "euc-kr", "big5"}
	alphabet := []rune("ab \n.éüа я Ж市한あ🙂\u00a0“")
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(charsets).Draw(t, "charset")
		writer := coder(t, name)
		var words []rune
		for _, r := range rapid.SliceOfN(rapid.SampledFrom(alphabet), 0, 700).Draw(t, "words") {
			if _, err := writer.NewEncoder().String(string(r)); err == nil {
				words = append(words, r)
			}
		}
		b, err := writer.NewEncoder().Bytes([]byte(string(words)))
		if err != nil {
			t.Fatal(err)
		}
		d, err := Decode(b, name)
		if err != nil {
			t.Fatal(err)
		}
		if d.Text != string(words) {
			t.Fatalf("%q, want %q", d.Text, string(words))
		}
		if at := strays(t, d, b); at >= 0 {
			t.Fatalf("the bytes of the code point at %d decode to other words", at)
		}
	})
}
