package clean

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

// words are what invented prose is drawn from.
var words = strings.Fields(`the a of and to in that it was for on with as at by from his her ferry harbour council keeper captain quay tide bell
light bridge town minister said told asked added report evening Monday Thursday passengers storm winter boat owner office shore delay`)

// prose of about n bytes, in sentences.
func inventProse(r *rand.Rand, n int) string {
	var b strings.Builder
	for b.Len() < n {
		for i, count := 0, 8+r.IntN(20); i < count; i++ {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(words[r.IntN(len(words))])
		}
		b.WriteString(". ")
	}
	return strings.TrimSpace(b.String())
}

// inventPage is a page as news sites make them: an article of paragraphs
// within much other markup.
func inventPage(r *rand.Rand) string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry on time | Courier</title><script>var config={};</script></head><body><nav><ul>`)
	for i := range 40 {
		fmt.Fprintf(&b, `<li class="nav__item"><a class="nav__link" href="/section/%d">Section %d</a></li>`, i, i)
	}
	b.WriteString(`</ul></nav><main><article class="story"><h1>Ferry on time</h1><p class="byline">By <a rel="author" href="/a">Ada Quist</a></p>`)
	for range 20 {
		fmt.Fprintf(&b, `<p class="story__p">%s <a href="/x">%s</a> &amp; %s</p>`, inventProse(r, 150), inventProse(r, 20), inventProse(r, 120))
	}
	b.WriteString(`</article><aside class="related">`)
	for i := range 60 {
		fmt.Fprintf(&b, `<div class="card card--%d"><a href="/story/%d"><span class="card__title">%s</span></a></div>`, i, i, inventProse(r, 50))
	}
	b.WriteString(`</aside></main><footer>Tarnhaven Courier</footer></body></html>`)
	return b.String()
}

func benchmarkArticle(b *testing.B, blob news.Blob) {
	b.SetBytes(int64(len(blob.Bytes)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Article(blob); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkArticlePage(b *testing.B) {
	page := inventPage(rand.New(rand.NewPCG(1, 2)))
	benchmarkArticle(b, news.Blob{ID: "bench.html", Media: news.MediaHTML, Bytes: []byte(page)})
}

func BenchmarkArticlePlain(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	var text strings.Builder
	for range 8 {
		text.WriteString(inventProse(r, 320) + "\n\n")
	}
	benchmarkArticle(b, news.Blob{ID: "bench.txt", Media: news.MediaText, Bytes: []byte(text.String())})
}
