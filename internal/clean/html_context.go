package clean

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/hearsay-engine/hearsay/news"
)

// inside is the context of what stands in an element opened in c.
func (c context) inside(g *tag, r role) context {
	c.unseen = c.unseen || r.is(roleUnseen) || hidden(g)
	c.linked = c.linked || g.atom == atom.A && g.has("href")
	c.pre = c.pre || g.atom == atom.Pre || g.atom == atom.Listing
	if k, set := kinds[g.atom]; set {
		c.kind = k
	}
	return c
}

// kinds tells which blocks the elements make; the innermost decides.
var kinds = map[atom.Atom]blockKind{
	atom.H1: heading, atom.H2: heading, atom.H3: heading, atom.H4: heading, atom.H5: heading, atom.H6: heading,
	atom.Li: item, atom.Dt: item, atom.Dd: item,
	atom.Td: cell, atom.Th: cell,
	atom.Figcaption: caption,
	atom.P:          paragraph, atom.Blockquote: paragraph,
}

// hidden reports whether a tag hides its element. aria-hidden hides from screen
// readers only: the eye sees it.
func hidden(g *tag) bool {
	if g.has("hidden") || g.atom == atom.Dialog && !g.has("open") {
		return true
	}
	style := g.get("style")
	if style == "" {
		return false
	}
	style = strings.ToLower(strings.Join(strings.Fields(style), ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// apartByMarkup is why the markup of an element sets it apart from the article;
// Rule is "" when it does not.
func apartByMarkup(g *tag) news.Reason {
	if rule := apartElements[g.atom]; rule != "" {
		return news.Reason{Rule: rule}
	}
	for _, key := range [...]string{"class", "id"} {
		for word := range markupWords(g.get(key)) {
			if rule := apartWords[word]; rule != "" {
				return news.Reason{Rule: rule, Words: word}
			}
		}
	}
	return news.Reason{}
}

// apartElements are the elements HTML itself sets apart from an article.
var apartElements = map[atom.Atom]string{
	atom.Nav: "page-navigation", atom.Footer: "page-foot", atom.Aside: "page-aside", atom.Form: "page-form",
	atom.Button: "page-form", atom.Figcaption: "picture-caption",
}

// apartWords are words that sites put into class and id of what is not the
// article.
var apartWords = map[string]string{
	"nav": "page-navigation", "navbar": "page-navigation", "navigation": "page-navigation", "menu": "page-navigation",
	"breadcrumb": "page-navigation", "breadcrumbs": "page-navigation", "pagination": "page-navigation", "pager": "page-navigation",
	"footer":  "page-foot",
	"comment": "page-comments", "comments": "page-comments", "disqus": "page-comments", "respond": "page-comments",
	"related": "page-related", "recommended": "page-related", "recommendations": "page-related", "trending": "page-related",
	"popular": "page-related", "outbrain": "page-related", "taboola": "page-related", "recirc": "page-related",
	"share": "page-share", "sharing": "page-share", "social": "page-share", "sharebar": "page-share", "addthis": "page-share",
	"newsletter": "page-subscribe", "subscribe": "page-subscribe", "subscription": "page-subscribe", "signup": "page-subscribe",
	"paywall": "page-subscribe",
	"ad":      "page-advertisement", "ads": "page-advertisement", "advert": "page-advertisement", "advertisement": "page-advertisement",
	"sponsor": "page-advertisement", "sponsored": "page-advertisement", "promo": "page-advertisement",
	"sidebar": "page-aside",
	"cookie":  "page-notice", "consent": "page-notice", "gdpr": "page-notice",
	"byline": "page-byline", "dateline": "page-byline", "timestamp": "page-byline",
	"caption": "picture-caption", "credit": "picture-caption",
	"tags": "page-tags", "topics": "page-tags", "keywords": "page-tags",
}

// markupWords gives the lower-case words of a class or id: "relatedStories
// c-box__item" is related, stories, c, box, item.
func markupWords(s string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		start := 0
		for i := 0; i <= len(s); i++ {
			upper := i < len(s) && 'A' <= s[i] && s[i] <= 'Z'
			letter := i < len(s) && ('a' <= s[i]|0x20 && s[i]|0x20 <= 'z' || s[i] >= 0x80)
			camel := upper && i > start && !('A' <= s[i-1] && s[i-1] <= 'Z')
			if letter && !camel {
				continue
			}
			if i > start && !yield(strings.ToLower(s[start:i])) {
				return
			}
			if start = i; !letter {
				start = i + 1
			}
		}
	}
}
