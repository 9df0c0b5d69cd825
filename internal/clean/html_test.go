package clean

import (
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

// readPage cleans a page and checks that all of the article holds together.
func readPage(t testing.TB, html string) *news.Article {
	t.Helper()
	b := news.Blob{ID: "case.html", Media: news.MediaHTML, Bytes: []byte(html)}
	a, err := Article(b)
	if err != nil {
		t.Fatalf("%v\nin %q", err, html)
	}
	checkArticle(t, b, a)
	return a
}

func TestPageText(t *testing.T) {
	for _, c := range []struct{ name, html, text string }{
		{"blocks stand apart", `<h1>Ferry late</h1><p>It rained.<p>It stopped.`, "Ferry late\n\nIt rained.\n\nIt stopped."},
		{"inline elements break no word", `<p>Tarn<b>hav</b>en's <i>new</i><a href=/q>quay</a>`, "Tarnhaven's newquay"},
		{"a comment breaks no word", `<p>Tarn<!-- x -->haven`, "Tarnhaven"},
		{"white space folds", "<p>  one\n\ttwo&nbsp;&nbsp;three&#32; </p>", "one two three"},
		{"a space at an inline edge stays one", `<p>one <b> two</b> <i>three</i></p>`, "one two three"},
		{"a space given as a reference parts words", `<p>one&nbsp;<b>two</b>`, "one two"},
		{"a byte-order mark inside shows nothing", "<p>a\ufeff<b>\ufeffb</b>", "a\ufeffb"},
		{"line breaks", `<p>one<br>two <br/> three</p>`, "one\ntwo\nthree"},
		{"two line breaks make a block", `<div>one<br><br>two</div>`, "one\n\ntwo"},
		{"references", `<p>&ldquo;R&amp;D&rdquo; &#1071; &#x44f; &lt;b&gt; &unknown; AT&T`, "“R&D” Я я <b> &unknown; AT&T"},
		{"unseen content", `<style>p{}</style><script>var a="<p>x</p>"</script><noscript>n</noscript><template>t</template><p>seen<svg><text>s</text></svg>`, "seen"},
		{"hidden content", `<p hidden>a</p><p style="color:red; Display : NONE">b</p><p style="visibility:hidden">c</p><p>d</p>`, "d"},
		{"seen by the eye though not by a screen reader", `<p aria-hidden="true">a</p>`, "a"},
		{"an image's text is not visible, a caption is", `<figure><img alt="A quay"><figcaption>The quay</figcaption></figure>`, "The quay"},
		{"lists", `<ul><li>one<li>two <b>2</b></ul>`, "one\n\ntwo 2"},
		{"tables", `<table><tr><td>a<td>b<tr><td>c</table>`, "a\n\nb\n\nc"},
		{"preformatted lines", "<pre>\none\n  two\n\nthree</pre>", "one\ntwo\n\nthree"},
		{"buttons are boxes", `<button>Share</button><button>Send</button>`, "Share\n\nSend"},
		{"a paragraph inside a span", `<span>a<p>b</p>c</span>`, "a\n\nb\n\nc"},
		{"unclosed and stray tags", `<div><b>a</i></section><p>b</div></p></p>c`, "a\n\nb\n\nc"},
		{"a stray end of a line break", `a</br>b`, "a\nb"},
		{"text outside the body", `<html><head><title>T</title></head>a<body>b</body></html>c`, "abc"},
		{"no markup at all", `Only words`, "Only words"},
		{"text that looks like a tag", `<p>3 < 4 and 5 <6`, "3 < 4 and 5 <6"},
		{"a long tag", `<p data-x="` + strings.Repeat("y", 5000) + `">a<script data-x="` + strings.Repeat("y", 5000) + `">if(a<b){}</script><p>b`, "a\n\nb"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if a := readPage(t, c.html); a.Text != c.text {
				t.Errorf("%s\n got %q\nwant %q", c.html, a.Text, c.text)
			}
		})
	}
}

func TestPageRefused(t *testing.T) {
	for _, c := range []struct {
		name, html string
		fault      news.Fault
	}{
		{"nothing", "", news.Empty},
		{"nothing visible", `<title>T</title><p hidden>x</p><br>`, news.Empty},
		{"too deep", strings.Repeat("<div>", maxDepth) + "x", news.TooDeep},
		{"too many runs", strings.Repeat("a<b>", 100) + strings.Repeat("a<br>", maxRuns), news.TooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Article(news.Blob{ID: "case.html", Media: news.MediaHTML, Bytes: []byte(c.html)})
			if got := news.FaultOf(err); got != c.fault {
				t.Errorf("fault %q, want %q: %v", got, c.fault, err)
			}
			if err != nil && !strings.HasPrefix(err.Error(), "case.html: ") {
				t.Errorf("the error does not name the article: %v", err)
			}
		})
	}
}

func TestPageInOtherCharset(t *testing.T) {
	// "Паром опоздал" in windows-1251.
	page := "<meta charset=windows-1251><p>\xcf\xe0\xf0\xee\xec&nbsp;<b>\xee\xef\xee\xe7\xe4\xe0\xeb</b></p>"
	if a := readPage(t, page); a.Text != "Паром опоздал" {
		t.Errorf("got %q", a.Text)
	}
}

func TestPageWithoutVote(t *testing.T) {
	said := "<p>The harbour office of Tarnhaven said that the ferry had left the quay on time.</p>"
	for _, page := range []string{
		said + strings.Repeat("<i></i>", maxVoteDepths) + said,
		said + "<p>" + strings.Repeat("The ferry left. ", maxVoteBytes/16) + "</p>" + said,
	} {
		if a := readPage(t, page); len(a.Body) == 0 {
			t.Error("a page too large to be voted on has no body")
		}
	}
}
