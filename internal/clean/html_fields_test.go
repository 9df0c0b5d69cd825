package clean

import (
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

// shown is a field as a case wants it: its value, its class and whether it
// stands in the visible text.
type shown struct {
	value string
	class news.EvidenceClass
	seen  bool
}

func field(f news.Field) shown { return shown{f.Value, f.Class, !f.Span.Empty()} }

func TestPageTitle(t *testing.T) {
	const story = `<p>The ferry left the quay on time, the harbour office said.</p>`
	for _, c := range []struct {
		name, page string
		want       shown
	}{
		{"JSON-LD borne out by the heading", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry on time"}</script><h1>Ferry <i>on</i> time</h1>`, shown{"Ferry on time", news.EvidenceJSONLD, true}},
		{"JSON-LD in a graph, comment marks around", `<script type="application/ld+json"><!--{"@graph":[{"@type":"WebSite","name":"C"},{"@type":["NewsArticle"],"headline":"Ferry &amp; tide"}]}--></script>`, shown{"Ferry & tide", news.EvidenceJSONLD, false}},
		{"broken JSON-LD is passed over", `<script type="application/ld+json">{"headline":</script><meta property="og:title" content="Ferry on time">`, shown{"Ferry on time", news.EvidenceMeta, false}},
		{"meta, the outlet's name cut", `<meta property="og:site_name" content="Tarnhaven Courier"><meta property="og:title" content="Ferry on time | Tarnhaven Courier">`, shown{"Ferry on time", news.EvidenceMeta, false}},
		{"title element borne out by a later heading", `<title>Ferry on time - Courier</title><h1>Courier</h1><h1>Ferry on time</h1>`, shown{"Ferry on time", news.EvidenceMarkup, true}},
		{"a dash inside a title stays", `<title>Ferry on time – at last</title>`, shown{"Ferry on time – at last", news.EvidenceMarkup, false}},
		{"the site's name before the title, longer than it", `<title>The Tarnhaven Courier and Shipping List: Ferry on time</title><h2>Ferry on time</h2>`, shown{"Ferry on time", news.EvidenceMarkup, true}},
		{"the site's name behind the title, longer than it", `<title>Ferry on time - The Tarnhaven Courier and Shipping List</title><h1>The Tarnhaven Courier and Shipping List</h1><h3 class="post-title">Ferry on time</h3>`, shown{"Ferry on time", news.EvidenceMarkup, true}},
		{"the heading alone", `<h1>Ferry on time</h1>`, shown{"Ferry on time", news.EvidenceByline, true}},
		{"nothing", ``, shown{}},
	} {
		if got := field(readPage(t, c.page+story).Title); got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestPageByline(t *testing.T) {
	const story = `<p>The ferry left the quay on time, the harbour office said.</p>`
	const site = `<meta property="og:site_name" content="Tarnhaven Courier">`
	for _, c := range []struct {
		name, page string
		want       shown
	}{
		{"JSON-LD, several", `<script type="application/ld+json">{"@type":"NewsArticle","author":[{"@type":"Person","name":"Ada Quist"},{"name":"Ole Berg"}]}</script>`, shown{"Ada Quist, Ole Berg", news.EvidenceJSONLD, false}},
		{"JSON-LD, shown on the page", `<script type="application/ld+json">{"@type":"NewsArticle","author":"Ada Quist"}</script><p class="byline">By Ada Quist, harbour desk</p>`, shown{"Ada Quist", news.EvidenceJSONLD, true}},
		{"meta", `<meta name="author" content="By Ada Quist">`, shown{"Ada Quist", news.EvidenceMeta, false}},
		{"an account is no author", `<meta name="author" content="@courier"><a rel=author href=/a>Ada Quist</a>`, shown{"Ada Quist", news.EvidenceMarkup, true}},
		{"the outlet is no author", site + `<meta name="author" content="Tarnhaven Courier">`, shown{}},
		{"marked, with a date behind", `<div class="article-byline">By Ada Quist — 6 March 2022</div>`, shown{"Ada Quist", news.EvidenceMarkup, true}},
		{"the label of a comment form", `<form class="comment-form"><label class="author">Name *</label></form>`, shown{}},
		{"printed, not marked", `<h1>Ferry on time</h1><div>By Ada Quist in Tarnhaven</div>`, shown{"Ada Quist", news.EvidenceByline, true}},
		{"printed in Russian", `<h1>Паром пришёл</h1><div>11.03.2031 09:30<br>Автор: Ада Квист</div>`, shown{"Ада Квист", news.EvidenceByline, true}},
		{"a class on the whole article is no byline", `<article class="hentry author-ada"><h1>Ferry on time</h1><p>Tarnhaven lies on the northern shore of the bay, where the old bridge stood until the great storm of last winter, and where the ferry now runs.</p></article>`, shown{}},
		{"microdata", `<span itemprop="author">Ada Quist</span>`, shown{"Ada Quist", news.EvidenceMarkup, true}},
	} {
		if got := field(readPage(t, c.page+story).Byline); got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestPageOutletAndAddress(t *testing.T) {
	const story = `<p>The ferry left the quay on time, the harbour office said.</p>`
	const agency = `<script type="application/ld+json">{"@type":"Article","publisher":{"name":"Northern Wire"},"url":"https://www.courier.example/a"}</script>`
	for _, c := range []struct {
		name, page, url string
		outlet          shown
	}{
		{"the site before the publisher", agency + `<meta property="og:site_name" content="Tarnhaven Courier">`, "https://www.courier.example/a", shown{"Tarnhaven Courier", news.EvidenceMeta, false}},
		{"the publisher", agency, "https://www.courier.example/a", shown{"Northern Wire", news.EvidenceJSONLD, false}},
		{"the host", `<link rel=canonical href="https://www.courier.example/b">`, "https://www.courier.example/b", shown{"courier.example", news.EvidenceURL, false}},
		{"behind the headline in the title element", `<title>Ferry on time | Tarnhaven Courier</title><h1>Ferry on time</h1>`, "", shown{"Tarnhaven Courier", news.EvidenceMarkup, false}},
		{"as printed", `<footer>© 2031 Tarnhaven Courier. All rights reserved.</footer>`, "", shown{"Tarnhaven Courier", news.EvidenceByline, true}},
		{"a title no heading shows may hold a dash", `<title>Ferry on time – at last</title>`, "", shown{}},
		{"a path is no address", `<link rel=canonical href="/b">`, "", shown{}},
	} {
		a := readPage(t, c.page+story)
		if got := field(a.Outlet); got != c.outlet || a.URL != c.url {
			t.Errorf("%s: got %+v at %q, want %+v at %q", c.name, got, a.URL, c.outlet, c.url)
		}
	}
}

func TestPageDateCandidates(t *testing.T) {
	page := `<html lang="ru-RU"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2022-03-06T02:45:00+03:00","dateModified":"2022-03-07"}</script>
<meta property="article:published_time" content="2022-03-06">
<time datetime="1999-01-01">an old teaser</time><h1>Ferry on time</h1>
<time datetime="2022-03-06T02:45">6 March</time><p>March 6, 2022 at 2:45</p>
<p>The ferry left the quay on time, the harbour office said on 5 March 2022.</p><p>7 March 2022</p>`
	d, err := read(news.Blob{ID: "case.html", Media: news.MediaHTML, Bytes: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	want := []struct {
		words    string
		class    news.EvidenceClass
		modified bool
		shows    string
	}{
		{"2022-03-06T02:45:00+03:00", news.EvidenceJSONLD, false, ""},
		{"2022-03-07", news.EvidenceJSONLD, true, ""},
		{"2022-03-06", news.EvidenceMeta, false, ""},
		{"2022-03-06T02:45", news.EvidenceMarkup, false, "6 March"},
		{"6 March", news.EvidenceByline, false, "6 March"},
		{"March 6, 2022 at 2:45", news.EvidenceByline, false, "March 6, 2022 at 2:45"},
	}
	if len(d.dates) != len(want) {
		t.Fatalf("got %d candidates, want %d: %+v", len(d.dates), len(want), d.dates)
	}
	for i, w := range want {
		got := d.dates[i]
		if got.words != w.words || got.Class != w.class || got.modified != w.modified || got.Span.Of(d.text) != w.shows {
			t.Errorf("candidate %d: got %+v showing %q, want %+v", i, got, got.Span.Of(d.text), w)
		}
	}
	if d.language != "ru-RU" {
		t.Errorf("language %q, want the page's own", d.language)
	}
}

func TestPageKnownByItsAddress(t *testing.T) {
	a, err := Article(news.Blob{ID: "https://www.courier.example/2031/03/06/ferry", Media: news.MediaHTML, Bytes: []byte("<p>It rained.")})
	if err != nil {
		t.Fatal(err)
	}
	if a.URL != "https://www.courier.example/2031/03/06/ferry" || a.Outlet.Value != "courier.example" || a.Published.Value != "2031-03-06" {
		t.Errorf("address %q, outlet %q, published %q", a.URL, a.Outlet.Value, a.Published.Value)
	}
}
