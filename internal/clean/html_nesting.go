package clean

import (
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// closeImplied closes the elements whose end tag may be left out before the
// start tag of a.
func (t *tree) closeImplied(a atom.Atom, r role) {
	if r.is(roleEndsP) {
		t.close(t.nearest(roleScope, atom.P))
	}
	switch a {
	case atom.Li:
		t.close(t.openItem(atom.Li))
	case atom.Dd, atom.Dt:
		t.close(t.openItem(atom.Dd, atom.Dt))
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		if t.top().role.is(roleHeading) {
			t.close(len(t.stack) - 1)
		}
	case atom.Td, atom.Th:
		t.close(t.inTable(atom.Td, atom.Th))
	case atom.Tr:
		t.close(t.inTable(atom.Tr))
	case atom.Thead, atom.Tbody, atom.Tfoot:
		t.close(t.inTable(atom.Thead, atom.Tbody, atom.Tfoot, atom.Caption))
	case atom.Button:
		t.close(t.nearest(roleScope&^roleBlock, atom.Button))
	case atom.A:
		t.end(&tag{atom: atom.A, name: "a"})
	}
}

// close closes element i and what it holds; -1 closes nothing.
func (t *tree) close(i int) {
	if i > 0 {
		t.popTo(i)
	}
}

// nearest is the innermost open element a that is not beyond a barrier;
// -1 when there is none.
func (t *tree) nearest(barrier role, a atom.Atom) int {
	if t.opened[a] == 0 {
		return -1
	}
	for i := len(t.stack) - 1; i > 0; i-- {
		if t.stack[i].atom == a {
			return i
		}
		if t.stack[i].role.is(barrier) {
			return -1
		}
	}
	return -1
}

// openItem is the open list item a new one closes: one not beyond another list.
func (t *tree) openItem(as ...atom.Atom) int {
	for i := len(t.stack) - 1; i > 0; i-- {
		e := &t.stack[i]
		if slices.Contains(as, e.atom) {
			return i
		}
		if e.role.is(roleLayout) && e.atom != atom.Address && e.atom != atom.Div && e.atom != atom.P {
			return -1
		}
	}
	return -1
}

// inTable is the outermost open element among as that belongs to the innermost
// open table.
func (t *tree) inTable(as ...atom.Atom) int {
	found := -1
	for i := len(t.stack) - 1; i > 0 && t.stack[i].atom != atom.Table; i-- {
		if slices.Contains(as, t.stack[i].atom) {
			found = i
		}
	}
	return found
}

// ending finds the open element that an end tag closes, -1 when it closes
// none, and the outermost layout element inside it that the tag may not close,
// -1 when there is none.
func (t *tree) ending(g *tag, r role) (i, crossed int) {
	crossed = -1
	if t.opened[g.atom] == 0 && !r.is(roleHeading) {
		return -1, -1
	}
	for i := len(t.stack) - 1; i > 0; i-- {
		e := &t.stack[i]
		if e.atom == g.atom && e.name == g.name || r.is(roleHeading) && e.role.is(roleHeading) {
			return i, crossed
		}
		if e.role.is(roleScope) && !(tableParts[g.atom] && e.atom != atom.Table) {
			break
		}
		if !r.is(roleLayout) && e.role.is(roleLayout) {
			if !formatting[g.atom] {
				break
			}
			crossed = i
		}
	}
	return -1, -1
}

// tableParts are the elements whose end tags reach over cells.
var tableParts = map[atom.Atom]bool{atom.Table: true, atom.Thead: true, atom.Tbody: true, atom.Tfoot: true, atom.Tr: true}

// formatting are the elements that HTML lets end inside a layout element that
// they began outside of.
var formatting = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true,
	atom.Nobr: true, atom.S: true, atom.Small: true, atom.Strike: true, atom.Strong: true, atom.Tt: true, atom.U: true,
}

// adopt ends the formatting element i but not the layout element j inside it,
// which becomes its next sibling: HTML's adoption agency, one round of it.
func (t *tree) adopt(i, j int) {
	f, b := t.stack[i], t.stack[j]
	if f.node != nil && b.node != nil {
		t.wrapChildren(b.node, f.node)
		b.node.Parent.RemoveChild(b.node)
		f.node.Parent.InsertBefore(b.node, f.node.NextSibling)
	}
	for k := i; k < j; k++ {
		t.about.finish(t.stack[k].mark, t.out.Len())
		t.opened[t.stack[k].atom]--
	}
	t.stack = slices.Delete(t.stack, i, j)
	for k := i; k < len(t.stack); k++ {
		t.stack[k].linked = t.stack[k-1].linked || t.stack[k].atom == atom.A
	}
}

// wrapChildren puts all children of b into a copy of the element f.
func (t *tree) wrapChildren(b, f *html.Node) {
	inner := &html.Node{Type: f.Type, DataAtom: f.DataAtom, Data: f.Data, Attr: f.Attr}
	for c := b.FirstChild; c != nil; c = b.FirstChild {
		b.RemoveChild(c)
		inner.AppendChild(c)
	}
	b.AppendChild(inner)
	t.votes += len(t.stack)
}
