package clean

import (
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// sentences are the paragraphs of an article that stand between what the cases
// are about. ⟦ and ⟧ mark the wanted body.
var sentences = []string{
	`<p>⟦The harbour office of Tarnhaven said on Monday that the ferry had left the quay on time, and that nobody on the shore had been told of any delay before the evening.⟧</p>`,
	`<p>⟦“We rang the bell twice,” said <a href="/people/olsa">Olsa Brandt</a>, who keeps the light, “and the captain, as he does every day, rang back, so I went home to my soup.”⟧</p>`,
	`<p>⟦The council of the town, which has paid for the ferry since the old bridge fell, will meet on Thursday to hear the captain, the keeper and the passengers.⟧</p>`,
	`<p>⟦Nobody was hurt, the office added, and the two sheep that were on board, a ewe and her lamb, have been brought back to their owner by the evening boat.⟧</p>`,
}

func paragraphs() string { return strings.Join(sentences, "\n") }

// unmark splits a marked page into the page and the byte ranges wanted as body.
func unmark(marked string) (page string, body []news.Span) {
	var b strings.Builder
	for i, part := range strings.Split(marked, "⟦") {
		start := b.Len()
		in, out, _ := strings.Cut(part, "⟧")
		b.WriteString(in)
		if i > 0 {
			body = append(body, news.Span{Start: start, End: b.Len()})
		}
		b.WriteString(out)
	}
	return b.String(), body
}

func TestPageBody(t *testing.T) {
	for _, c := range []struct{ name, page string }{
		{"navigation, foot and title", `<nav><a href=/>Home</a><a href=/n>News</a></nav><h1>Ferry on time</h1>` + paragraphs() + `<footer>Tarnhaven Courier, Quay Road 3.</footer>`},
		{"byline, date and crumbs above", `<div><span>News</span> › <span>Harbour</span></div><h1>Ferry on time</h1><p class=byline>By Ada Quist</p><p>6 March 2022</p>` + paragraphs()},
		{"a ticker above the title", `<div>Now: the mayor of Tarnhaven speaks about the bridge, which fell last winter.</div><h1>Ferry on time</h1>` + paragraphs()},
		{"a byline no class names", `<h1>Ferry on time</h1>` + sentences[0] + `<p>By <a rel=author href=/a>Ada Quist</a> in Tarnhaven</p>` + sentences[1] + sentences[2]},
		{"a date line of length", `<h1>Ferry on time</h1>` + sentences[0] + `<p>Posted on Wednesday, March 12, 2031 at 7:15 in the morning</p>` + sentences[1] + sentences[2]},
		{"replies no class names", paragraphs() + `<div><h4>Leave a Reply</h4><p>My aunt was on that ferry, and she says that it was late, as it is every Monday.</p></div>`},
		{"share bar inside", `<h1>Ferry on time</h1>` + sentences[0] + `<div class="share-bar"><a href=#>Share this story with all of your friends, today.</a></div>` + sentences[1] + sentences[2] + sentences[3]},
		{"a class on the whole article says nothing", `<div class="social related"><h1>Ferry on time</h1>` + paragraphs() + `</div>`},
		{"a class on each paragraph says nothing", strings.ReplaceAll(paragraphs(), "<p>", `<p class="promo-text">`)},
		{"related articles inside", sentences[0] + sentences[1] + `<div class="related-stories"><p>Bridge to be rebuilt, says the mayor of Tarnhaven, who was asked by the council.</p></div>` + sentences[2] + sentences[3]},
		{"a teaser link between paragraphs", sentences[0] + sentences[1] + `<p><a href=/bridge>Who will rebuild the bridge</a></p>` + sentences[2] + sentences[3]},
		{"a sentence that is all link stays", sentences[0] + sentences[1] + `<p><a href=/bridge>⟦The bridge fell in the great storm of last winter, the third since the town was founded.⟧</a></p>` + sentences[2] + sentences[3]},
		{"comments below", paragraphs() + `<div id="comments"><h3>2 comments</h3><p>My aunt was on that ferry, and she says that it was late, as it is every Monday.</p></div>`},
		{"a caption that tells", sentences[0] + sentences[1] + `<figure><img src=f.jpg><figcaption>⟦The captain, left, shows the bell to the keeper of the light on Sunday.⟧</figcaption></figure>` + sentences[2] + sentences[3]},
		{"a caption that labels", sentences[0] + sentences[1] + `<figure><img src=f.jpg><figcaption>The quay of Tarnhaven</figcaption></figure>` + sentences[2] + sentences[3]},
		{"newsletter and advertisement inside", sentences[0] + `<div class="newsletter-signup"><p>Get the news of the harbour every morning, free of charge, by pigeon.</p></div>` + sentences[1] + `<div class="ad-slot"><p>Buy a boat from Hemmel and Sons, the best boats on this side of the bay.</p></div>` + sentences[2] + sentences[3]},
		{"a list of the article", paragraphs() + `<ul><li>⟦the ewe⟧<li>⟦the lamb⟧</ul><p>⟦All of them are well.⟧</p>`},
		{"unclosed paragraphs", strings.ReplaceAll(paragraphs(), "</p>", "")},
		{"paragraphs by line breaks", `<div id=story>` + strings.NewReplacer("<p>", "", "</p>", "<br><br>").Replace(paragraphs()) + `</div>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			page, want := unmark(`<html><head><title>Ferry on time</title></head><body>` + c.page + `</body></html>`)
			checkBody(t, readPage(t, page), page, want)
		})
	}
}

// checkBody checks that a segment is body exactly where the page says so.
func checkBody(t *testing.T, a *news.Article, page string, want []news.Span) {
	t.Helper()
	for _, s := range a.Segments {
		if got := holds(a.Body, s.Text); got != holds(want, s.Blob) {
			t.Errorf("%q: in the body %v, wanted %v; left out: %v", s.Text.Of(a.Text), got, !got, a.Boilerplate)
		}
	}
}

func holds(spans []news.Span, s news.Span) bool {
	for _, o := range spans {
		if o.Holds(s) {
			return true
		}
	}
	return false
}

func TestBoilerplateOfPages(t *testing.T) {
	for _, c := range []struct{ dropped, rule, words string }{
		{`<nav>Home</nav>`, "page-navigation", ""},
		{`<footer>Quay Road 3</footer>`, "page-foot", ""},
		{`<aside>The weather</aside>`, "page-aside", ""},
		{`<form>Your name</form>`, "page-form", ""},
		{`<div class="c-relatedStories">Bridge to be rebuilt</div>`, "page-related", "related"},
		{`<div id=disqus>2 replies</div>`, "page-comments", "disqus"},
		{`<div class="share">Tell a friend</div>`, "page-share", "share"},
		{`<div class="Newsletter">Every morning</div>`, "page-subscribe", "newsletter"},
		{`<div class="ad">Boats</div>`, "page-advertisement", "ad"},
		{`<div class="cookie-bar">Biscuits</div>`, "page-notice", "cookie"},
		{`<div class="tags">Ferries</div>`, "page-tags", "tags"},
		{`<p class="byline">By Ada Quist</p>`, "page-byline", "byline"},
		{`<figcaption>The quay</figcaption>`, "picture-caption", ""},
	} {
		page, _ := unmark(paragraphs() + c.dropped)
		a := readPage(t, page)
		last := a.Boilerplate[len(a.Boilerplate)-1].Reason
		if last.Rule != c.rule || last.Words != c.words {
			t.Errorf("%s: left out by %q on %q, want %q on %q", c.dropped, last.Rule, last.Words, c.rule, c.words)
		}
	}
}

func TestEveryPageRuleHasASentence(t *testing.T) {
	for _, rules := range []map[string]string{apartWords, {"": ruleNoVote, "n": ruleNoWords, "l": ruleLinks, "b": ruleBefore, "a": ruleAfter}} {
		for _, rule := range rules {
			if !wording.Known(rule) {
				t.Errorf("rule %q has no sentence", rule)
			}
		}
	}
	for _, rule := range apartElements {
		if !wording.Known(rule) {
			t.Errorf("rule %q has no sentence", rule)
		}
	}
}
