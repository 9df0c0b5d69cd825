package clean

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/hearsay-engine/hearsay/news"
)

// Bounds on what a page may say about itself; news pages stay far below.
const (
	maxMetas  = 1024    // meta elements
	maxMarks  = 1024    // elements marked as title, byline or time
	maxLinked = 64      // JSON-LD scripts
	maxScript = 1 << 20 // bytes of a JSON-LD script
	maxStated = 1 << 10 // bytes of a title, a name, a date
)

// about is what a page says about itself, as found, in order.
type about struct {
	language  string // of the html element
	canonical string
	title     string // of the title element
	metas     []meta
	linked    []string // JSON-LD, raw
	marks     []mark

	script bool // the open script is JSON-LD
}

// meta is one meta element; name in lower case.
type meta struct{ name, content string }

// mark is an element that shows a fact about the article.
type mark struct {
	what  markKind
	value string // what its attributes state: a datetime; "" when nothing
	span  news.Span
	apart int // as of a block
}

type markKind byte

const (
	markNone markKind = iota
	markTitle
	markByline
	markTime
	markModified
)

// noMark is the index of no mark.
const noMark = -1

// read takes what a start tag states by itself.
func (a *about) read(g *tag) {
	switch g.atom {
	case atom.Meta:
		a.meta(g)
	case atom.Link:
		if a.canonical == "" && strings.EqualFold(g.get("rel"), "canonical") {
			a.canonical = g.get("href")
		}
	case atom.Script:
		a.script = strings.EqualFold(strings.TrimSpace(g.get("type")), "application/ld+json")
	}
}

func (a *about) meta(g *tag) {
	content := fold(g.get("content"))
	if content == "" || len(content) > maxStated || len(a.metas) >= maxMetas {
		return
	}
	for _, key := range [...]string{"property", "name", "itemprop"} {
		if name := g.get(key); name != "" {
			a.metas = append(a.metas, meta{strings.ToLower(name), content})
			return
		}
	}
}

// unseen takes the content of an element that is not visible.
func (a *about) unseen(e atom.Atom, raw string) {
	switch {
	case e == atom.Title && a.title == "" && len(raw) <= maxStated:
		a.title = unfold(raw)
	case e == atom.Script && a.script && len(a.linked) < maxLinked && len(raw) <= maxScript:
		a.linked = append(a.linked, raw)
	}
}

// begin marks an element that shows a fact; at is the length of the text so far,
// apart what the element stands in.
func (a *about) begin(g *tag, at, apart int) int {
	what := markOf(g)
	if what == markNone || len(a.marks) >= maxMarks {
		return noMark
	}
	value := g.get("datetime")
	if value == "" && what != markTitle {
		value = g.get("content")
	}
	a.marks = append(a.marks, mark{what: what, value: fold(value), span: news.Span{Start: at, End: at}, apart: apart})
	return len(a.marks) - 1
}

// finish ends the mark i where the text ends now.
func (a *about) finish(i, at int) {
	if i != noMark {
		a.marks[i].span.End = at
	}
}

// markOf tells which fact an element shows.
func markOf(g *tag) markKind {
	switch item := g.get("itemprop"); {
	case g.atom == atom.H1 || g.atom == atom.H2 || item == "headline":
		return markTitle
	case item == "dateModified":
		return markModified
	case g.atom == atom.Time || item == "datePublished" || item == "dateCreated":
		return markTime
	case item == "author" || item == "creator" || g.get("rel") == "author":
		return markByline
	}
	return markOfClass(g)
}

// markOfClass tells which fact the words of an element's class promise.
func markOfClass(g *tag) markKind {
	lower := g.atom == atom.H3 || g.atom == atom.H4
	for word := range markupWords(g.get("class")) {
		switch word {
		case "title", "headline":
			if lower {
				return markTitle
			}
		case "byline", "author", "authors":
			return markByline
		case "dateline", "timestamp", "pubdate", "published":
			return markTime
		}
	}
	return markNone
}

// stated is the content of the first meta element with one of the names, in the
// order of the names.
func (a *about) stated(names ...string) string {
	for _, n := range names {
		for _, m := range a.metas {
			if m.name == n {
				return m.content
			}
		}
	}
	return ""
}

// first is the first of its arguments that is not empty.
func first(ss ...string) string {
	for _, s := range ss {
		if s != "" {
			return s
		}
	}
	return ""
}
