package clean

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// runKey is the attribute of a text node that holds the index of its run: the
// library copies nodes about, attributes and all, so identity survives.
const runKey = "run"

// nodeOf is a tag as a node of the tree that is voted on. Script addresses lose
// their value, for the library would replace such links by new text.
func nodeOf(g *tag) *html.Node {
	n := &html.Node{Type: html.ElementNode, DataAtom: g.atom, Data: g.name, Attr: slices.Clone(g.attributes)}
	for i := range n.Attr {
		if n.Attr[i].Key == "href" && strings.HasPrefix(n.Attr[i].Val, "javascript:") {
			n.Attr[i].Val = ""
		}
	}
	return n
}

// textNode adds character data to the tree as a child of parent, with the index
// of the run that shows it.
func (t *tree) textNode(parent *html.Node, run int, raw string) {
	n := &html.Node{Type: html.TextNode, Data: " "} // what shows nothing
	if run >= 0 {
		n.Data = unescape(raw)
		n.Attr = []html.Attribute{{Key: runKey, Val: strconv.Itoa(run)}}
	}
	t.append(parent, n)
}

// append adds a child to parent and gives it. Once the tree is too large to
// vote on it is let go.
func (t *tree) append(parent, child *html.Node) *html.Node {
	if t.document == nil || parent == nil {
		return nil
	}
	t.votes += len(t.stack)
	t.voteBytes += len(child.Data)
	if t.votes > maxVoteDepths || t.voteBytes > maxVoteBytes {
		t.document = nil
		return nil
	}
	parent.AppendChild(child)
	return child
}

// state tells the library the article's title, and that there is an author:
// left to look for one it takes out what it finds, at times the whole article.
func (t *tree) state(title string) {
	if t.document == nil {
		return
	}
	for _, m := range [...]meta{{"og:title", title}, {"author", "-"}} {
		t.head.AppendChild(&html.Node{Type: html.ElementNode, DataAtom: atom.Meta, Data: "meta",
			Attr: []html.Attribute{{Key: "property", Val: m.name}, {Key: "name", Val: m.name}, {Key: "content", Val: m.content}}})
	}
}
