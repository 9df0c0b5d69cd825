package clean

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/hearsay-engine/hearsay/news"
)

// maxDepth bounds how many elements may be open at once. It is the bound of
// browsers and of x/net/html; look-backs over the open elements stop at it.
const maxDepth = 512

// maxVoteDepths bounds the tree built for the extraction library by the sum of
// its nodes' depths, which its many passes take time by. The largest of the 181
// Zyte pages has 38,000. A larger page goes without its vote.
const maxVoteDepths = 300_000

// maxVoteBytes bounds the words in that tree likewise, of which the library
// makes copies. No article has so many.
const maxVoteBytes = 4 << 20

// maxAparts bounds the elements remembered as set apart; beyond it markup says
// no more.
const maxAparts = 1 << 16

// context is what the text in an element inherits from the elements around it.
type context struct {
	kind   blockKind
	linked bool // inside a link
	unseen bool // not visible
	pre    bool // line breaks stay
	apart  int  // index of the innermost element set apart, or notApart
}

// element is one open element.
type element struct {
	context
	atom atom.Atom
	name string
	role role
	node *html.Node // nil when the vote does not see it
	mark int        // index of the mark it fills, or noMark
}

// tree reads tags and character data into text, and at the same time builds the
// tree the extraction library votes on. One pass makes both, so that a text
// node of the tree carries the index of its run in the text. Elements are
// opened and closed by HTML's rules for omitted and misnested tags, but nothing
// is ever moved to another place in the text.
type tree struct {
	textWriter
	about     about
	aparts    []apart
	stack     []element
	document  *html.Node // nil once the vote is given up
	head      *html.Node
	votes     int                 // sum of the depths of its nodes
	voteBytes int                 // its nodes\' words and names
	unplaced  int                 // bytes the library voted for that are no run of the page
	opened    map[atom.Atom]int32 // how many of each element are open
}

func newTree() *tree {
	root := &html.Node{Type: html.ElementNode, DataAtom: atom.Html, Data: "html"}
	head := &html.Node{Type: html.ElementNode, DataAtom: atom.Head, Data: "head"}
	body := &html.Node{Type: html.ElementNode, DataAtom: atom.Body, Data: "body"}
	t := &tree{document: &html.Node{Type: html.DocumentNode}, head: head, opened: map[atom.Atom]int32{}}
	t.document.AppendChild(root)
	root.AppendChild(head)
	root.AppendChild(body)
	t.stack = append(t.stack, element{atom: atom.Body, name: "body", role: section | roleScope, node: body, mark: noMark,
		context: context{apart: notApart}})
	return t
}

func (t *tree) top() *element { return &t.stack[len(t.stack)-1] }

// start opens the element of a start tag.
func (t *tree) start(g *tag) error {
	switch g.atom {
	case atom.Html:
		t.about.language = first(t.about.language, g.get("lang"))
		return nil
	case atom.Head, atom.Body:
		return nil
	case atom.Br:
		t.breakLine()
	}
	r := roles[g.atom]
	t.closeImplied(g.atom, r)
	if r.is(roleBlock) {
		t.widen(gapBlock)
	}
	t.about.read(g)
	if len(t.stack) >= maxDepth {
		return news.Errorf(news.TooDeep, "", "capture the page again, or save its text",
			"more than %d elements stand inside each other", maxDepth)
	}
	t.open(g, r)
	return nil
}

// open puts the element on the stack and into the tree, or only into the tree
// when it has no content.
func (t *tree) open(g *tag, r role) {
	around := t.top()
	e := element{context: around.inside(g, r), atom: g.atom, name: g.name, role: r, mark: noMark}
	t.setApart(&e, g)
	if !e.unseen && !r.is(roleHead) && t.document != nil {
		e.node = t.append(around.node, nodeOf(g))
	}
	if r.is(roleVoid) || g.closed && around.unseen {
		return
	}
	if !e.unseen {
		e.mark = t.about.begin(g, t.out.Len(), e.apart)
	}
	t.stack = append(t.stack, e)
	t.opened[e.atom]++
}

// setApart remembers why markup sets e apart, if it does.
func (t *tree) setApart(e *element, g *tag) {
	why := apartByMarkup(g)
	if why.Rule == "" || e.unseen || len(t.aparts) >= maxAparts {
		return
	}
	t.aparts = append(t.aparts, apart{reason: why, outer: e.apart})
	e.apart = len(t.aparts) - 1
}

// end closes what an end tag closes.
func (t *tree) end(g *tag) {
	switch g.atom {
	case atom.Html, atom.Body, atom.Head:
		return
	case atom.Br:
		t.breakLine()
		return
	}
	r := roles[g.atom]
	if r.is(roleBlock) {
		t.widen(gapBlock)
	}
	i, crossed := t.ending(g, r)
	switch {
	case i < 0:
	case crossed < 0:
		t.popTo(i)
	default:
		t.adopt(i, crossed)
	}
}

// popTo closes element i and all it holds.
func (t *tree) popTo(i int) {
	for k := len(t.stack) - 1; k >= i; k-- {
		e := &t.stack[k]
		if e.role.is(roleBlock) {
			t.widen(gapBlock)
		}
		t.about.finish(e.mark, t.out.Len())
		t.opened[e.atom]--
	}
	t.stack = t.stack[:i]
}

// data reads character data that stands at byte at of the decoded page.
func (t *tree) data(raw string, at int) {
	e := t.top()
	if e.unseen {
		t.about.unseen(e.atom, raw)
		return
	}
	if e.pre {
		t.writeLines(raw, at, &e.context, func(run int, raw string) { t.textNode(e.node, run, raw) })
		return
	}
	t.textNode(e.node, t.write(raw, at, &e.context), raw)
}
