package attribute

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/mention"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// sample is an invented report of the usual mixture.
const sample = `Minister: the Orlan bridge will stay closed

KORVAGRAD, June 3 (Orlan Press) — The bridge over the Orlan will not open before autumn, Transport Minister Ana Korva said on Tuesday.

“We found cracks in the second pier,” Korva told reporters. “Nobody should drive over it.” She added that the ministry had ordered new steel.

According to the builder, Toth and Sons, the cracks were known since 2019. The company's spokesman, Ivo Lend, a former engineer, denied that it had hidden them, saying the ministry was told “at once and in writing.”

The bridge carries 12,000 cars a day. Shops near it have lost half of their customers, and the ferry is full by seven in the morning.

Asked whether the ferry would run at night, Korva declined to comment. “That is for the council to decide,” the mayor, Petra Hill, wrote in a post.

`

func article(text string) *news.Article {
	return &news.Article{Text: text, Body: []news.Span{{Start: 0, End: len(text)}}, Language: "en"}
}

func BenchmarkRead(b *testing.B) {
	for name, text := range map[string]string{"short": sample, "long": strings.Repeat(sample, 40)} {
		a := article(text)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Read(a)
			}
		})
	}
}

// BenchmarkPage leaves out who is whom.
func BenchmarkPage(b *testing.B) {
	a := article(strings.Repeat(sample, 4))
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		words := text.Read(a)
		p := newPage(a, words, mention.Find(a, words))
		for i := range p.paragraphs {
			p.readParagraph(i)
		}
		p.assemble()
	}
}

// hostile are texts of n bytes that ask the same question again and again.
var hostile = map[string]func(n int) string{
	"double marks":      repeated("\""),
	"opening marks":     repeated("“"),
	"apostrophes":       repeated("'"),
	"capitals":          repeated("AB "),
	"list of names":     repeated("A, B "),
	"lines":             repeated("a\n\n"),
	"open quotations":   repeated("“A\n\n"),
	"nested quotations": repeated("“a «b "),
	"said":              repeated("said "),
	"he said that":      repeated("he said that "),
	"split quotations":  repeated("“a,” he said, "),
	"she said:":         repeated("she said: "),
	"they said.":        repeated("they said. "),
	"bare quotations":   repeated("We go. “Yes.” "),
	"I":                 repeated("I said that a. "),
	"I within I":        repeated("I said: "),
	"nobody said":       repeated("it was said that “a b” in Orlan and "),
	"posts":             repeated("Minister Ana Korva said. The minister said. "),
	"questions":         repeated("Q: a?\n\nA: b.\n\n"),
	"names then talk":   func(n int) string { return repeated("Ana Korva ")(n-100) + strings.Repeat("\n\n– a?", 20) },
	"stops and marks":   func(n int) string { return repeated(".)")(n) + " a" },
	"marks then said":   func(n int) string { return repeated(",")(n/2) + repeated(" said")(n/2) },
	"said then marks":   func(n int) string { return repeated("she said: ")(n/2) + repeated(",")(n/2) },
	"acronyms of all":   numbered("Ana %s (AB) "),
	"people":            numbered("Ana %s said. "),
	"relative clauses":  repeated("a man who thought he was said no and "),
	"labels":            numbered("%s: a?\n\n"),
	"carried":           repeated("“a,” he said, according to B, "),
	"marked headings":   repeated("'A b'\n\n"),
	"unclosed":          repeated("“A b, Korva said. "),
	"leaders":           repeated("Ana Korva said “no,” the leader said, "),
	"companies":         repeated("Orlan Steel, the company said, "),
	"newspapers":        repeated("“A,” the newspaper said. "),
}

func repeated(piece string) func(int) string {
	return func(n int) string { return strings.Repeat(piece, n/len(piece)) }
}

// numbered repeats a piece with another name each time.
func numbered(piece string) func(int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, piece, fmt.Sprintf("B%c%c%c", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26))
		}
		return b.String()
	}
}

// BenchmarkHostile shows what such texts cost: the speed at the two lengths is
// the same as long as no rule is quadratic.
func BenchmarkHostile(b *testing.B) {
	for _, name := range slices.Sorted(maps.Keys(hostile)) {
		for _, size := range []int{1 << 16, 1 << 17} {
			a := article(hostile[name](size))
			b.Run(fmt.Sprintf("%s/%d", name, size), func(b *testing.B) {
				b.SetBytes(int64(size))
				for b.Loop() {
					Read(a)
				}
			})
		}
	}
}
