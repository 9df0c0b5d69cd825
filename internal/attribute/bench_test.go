package attribute

import (
	"fmt"
	"strings"
	"testing"

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

// BenchmarkPage leaves the names and who is whom out.
func BenchmarkPage(b *testing.B) {
	a := article(strings.Repeat(sample, 4))
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		p := newPage(a, text.Read(a))
		for i := range p.paragraphs {
			p.readParagraph(i)
		}
		p.assemble()
	}
}

// BenchmarkHostile shows what a text of nothing but one piece costs: its speed
// at the two lengths is the same as long as no rule is quadratic.
func BenchmarkHostile(b *testing.B) {
	for _, piece := range []string{"\"", "“", "'", "said ", "“said ", "who said, ", "he said that ", "A and ", "according to ", "“a,” he said, "} {
		for _, size := range []int{1 << 14, 1 << 17} {
			a := article(strings.Repeat(piece, size/len(piece)))
			b.Run(fmt.Sprintf("%q/%d", piece, size), func(b *testing.B) {
				b.SetBytes(int64(size))
				for b.Loop() {
					p := newPage(a, text.Read(a))
					for i := range p.paragraphs {
						p.readParagraph(i)
					}
					p.assemble()
				}
			})
		}
	}
}
