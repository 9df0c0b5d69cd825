package clean

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/news"
)

// pieces are what random pages are made of.
var pieces = []string{
	"<p>", "</p>", "<div>", "</div>", "<div class='related share'>", "<b>", "</b>", "<i>", "</i>", "<a href=/x>", "</a>", "<br>", "<br/>", "</br>",
	"<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>", "<ul>", "<li>", "</ul>", "<h1>", "</h1>", "<h2>", "</h3>", "<pre>", "</pre>",
	"<span hidden>", "</span>", "<p style='display:none'>", "<button>", "</button>", "<figure>", "<figcaption>", "</figure>", "<svg>", "<path/>", "</svg>",
	"<script>", "</script>", "<style>", "</style>", "<textarea>", "</textarea>", "<title>", "</title>", "<template>", "</template>", "<noscript>", "</noscript>",
	"<!--", "-->", "<!doctype html>", "<![CDATA[", "]]>", "<time datetime=2022-03-06>", "</time>", "<p class=byline>", "<x-y>", "</x-y>", "<", ">", "&", "</", "<p",
	"&amp;", "&nbsp;", "&#32;", "&#x2014;", "&lt;", "&quot", "&bogus;", "&#0;", "&#xD800;", "&NotEqualTilde;", "&copy", "&",
	" ", "\n", "\t", "\r\n", "\u00a0", "\u2003", "\u200b", "\ufeff", "\u00ad",
	"word", "said", "Паром", "опоздал", "“quay”", "…", ".", ",", "1999", "é", "渡し船",
	"The harbour office of Tarnhaven said on Monday that the ferry, as ever, had left the quay on time. ",
}

func randomPage(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 120).Draw(t, "page"), "")
}

func TestSegmentsDecodeToTheirWords(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		page := randomPage(rt)
		checkPage(t, news.Blob{ID: "random.html", Media: news.MediaHTML, Bytes: []byte(page)})
	})
}

func TestSegmentsDecodeInOtherCharsets(t *testing.T) {
	charsets := map[string]encoding.Encoding{
		"windows-1251": charmap.Windows1251, "koi8-r": charmap.KOI8R, "iso-8859-1": charmap.Windows1252,
		"utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	}
	rapid.Check(t, func(rt *rapid.T) {
		name := rapid.SampledFrom([]string{"windows-1251", "koi8-r", "iso-8859-1", "utf-16le"}).Draw(rt, "charset")
		encoded, err := encoding.ReplaceUnsupported(charsets[name].NewEncoder()).Bytes([]byte(randomPage(rt)))
		if err != nil {
			rt.Fatal(err)
		}
		checkPage(t, news.Blob{ID: "random.html", Media: news.MediaHTML, Charset: name, Bytes: encoded})
	})
}

// checkPage checks an article, or that what could not be read says so properly.
func checkPage(t testing.TB, b news.Blob) {
	t.Helper()
	a, err := Article(b)
	if err == nil {
		checkArticle(t, b, a)
		return
	}
	if f := news.FaultOf(err); f == news.Internal || !strings.HasPrefix(err.Error(), b.ID+": ") {
		t.Fatalf("%q refused with %q: %v", b.Bytes, f, err)
	}
}

// TestWordsKeepTheirOrder checks that no nesting, however broken, loses, moves
// or joins the words of paragraphs.
func TestWordsKeepTheirOrder(t *testing.T) {
	tags := []string{"<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<a href=/>", "</a>", "<td>", "</td>", "<tr>", "<table>", "</table>", "<li>", "</li>", "<ul>", "</ul>", "<h2>", "</h1>", "<span>", "</span>", "<button>", "</form>", "</button>"}
	rapid.Check(t, func(rt *rapid.T) {
		var page, want strings.Builder
		for i, n := 0, rapid.IntRange(1, 40).Draw(rt, "words"); i < n; i++ {
			word := rapid.StringMatching(`[a-z]{1,6}`).Draw(rt, "word")
			page.WriteString(word + " " + strings.Join(rapid.SliceOfN(rapid.SampledFrom(tags), 0, 6).Draw(rt, "tags"), ""))
			want.WriteString(word + " ")
		}
		if got := fold(readPage(t, page.String()).Text); got != fold(want.String()) {
			rt.Fatalf("%s\n got %q\nwant %q", page.String(), got, want.String())
		}
	})
}

// TestVotesArePlaced checks that all text the extraction library returns is
// known by its run, whatever it does to the tree.
func TestVotesArePlaced(t *testing.T) {
	story := paragraphs() + `<a href="javascript:x()">a link by <b>script</b></a><img src=a><font>letters</font><pre>one\ntwo</pre>`
	rapid.Check(t, func(rt *rapid.T) {
		tree, err := readTree(randomPage(rt) + story + randomPage(rt))
		if err != nil {
			rt.Skip()
		}
		if vote(tree); tree.unplaced > 0 {
			rt.Errorf("%d bytes voted for cannot be placed", tree.unplaced)
		}
	})
}

func FuzzArticleHTML(f *testing.F) {
	f.Add([]byte("<h1>Ferry</h1><p>It &amp; the tide<br>said&nbsp;so.</p>"))
	f.Add([]byte("<table><tr><td><a href=x><div>b</a></td>c</table><script>d</script>"))
	f.Add([]byte("<pre>\r\na\n\n&#x20;b</pre><svg><title>x</svg><plaintext></p>&amp;"))
	f.Add([]byte("<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":[{}]}</script><h1>\xff</h1>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		checkPage(t, news.Blob{ID: "fuzz.html", Media: news.MediaHTML, Bytes: b})
	})
}
