package charset

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzDecode holds Decode to its promise on any bytes: an error, or valid text
// without NUL whose offsets rise through the capture from its first byte to its
// last.
func FuzzDecode(f *testing.F) {
	for _, name := range []string{"windows-1251", "koi8-r", "utf-16le", "shift_jis", "iso-2022-jp", "gb18030"} {
		f.Add(in(f, name, "мост 12\n"), name)
		f.Add(in(f, name, "мост 12\n"), "")
	}
	f.Add([]byte("\xEF\xBB\xBFno"), "utf-8")
	f.Add([]byte("<meta charset=koi8-r>\xC1"), "")
	f.Fuzz(func(t *testing.T, b []byte, declared string) {
		d, err := Decode(b, declared)
		if err != nil {
			return
		}
		if !utf8.ValidString(d.Text) || strings.Contains(d.Text, "\x00") {
			t.Fatalf("text %q", d.Text)
		}
		last := -1
		for i := range d.Text {
			at := d.Offset(i)
			if at < last || at >= len(b) {
				t.Fatalf("offset %d of byte %d after %d, in %d bytes", at, i, last, len(b))
			}
			last = at
		}
		if end := d.Offset(len(d.Text)); end != len(b) {
			t.Fatalf("the text's end is at %d of %d bytes", end, len(b))
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	for _, name := range []string{"utf-8", "windows-1251", "utf-16le"} {
		capture := in(b, name, strings.Repeat(russian+english, 200))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(capture)))
			for b.Loop() {
				if _, err := Decode(capture, ""); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
