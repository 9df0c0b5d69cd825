package clean

import "golang.org/x/net/html/atom"

// role is what an element does to the text, as a set.
type role uint16

const (
	roleBlock   role = 1 << iota // its text stands apart by blank lines
	roleVoid                     // has no end tag and no content
	roleUnseen                   // its content is not visible text
	roleHead                     // belongs to the head of a page
	roleHeading                  // h1 to h6
	roleScope                    // an end tag inside it closes nothing outside it
	roleLayout                   // an inline end tag inside it closes nothing outside it: HTML's "special" category
	roleEndsP                    // its start ends an open paragraph
)

const (
	section = roleBlock | roleLayout | roleEndsP
	unseen  = roleUnseen | roleLayout
)

// roles holds every element that is more than inline. Buttons count as blocks:
// they are boxes of their own and their words never run together on the page.
// The alternative text of an image is not visible and left out; a caption is
// visible and a block. An option list, the raw text of a text field and the
// fallback inside media are not seen unless asked for.
var roles = map[atom.Atom]role{
	atom.Address: section, atom.Article: section, atom.Aside: section, atom.Blockquote: section,
	atom.Center: section, atom.Details: section, atom.Dialog: section, atom.Dir: section, atom.Div: section,
	atom.Dl: section, atom.Fieldset: section, atom.Figcaption: section, atom.Figure: section,
	atom.Footer: section, atom.Form: section, atom.Header: section, atom.Hgroup: section,
	atom.Main: section, atom.Menu: section, atom.Nav: section, atom.Ol: section, atom.P: section,
	atom.Pre: section, atom.Section: section, atom.Summary: section, atom.Ul: section,
	atom.Listing: section, atom.Legend: roleBlock,

	atom.H1: section | roleHeading, atom.H2: section | roleHeading, atom.H3: section | roleHeading,
	atom.H4: section | roleHeading, atom.H5: section | roleHeading, atom.H6: section | roleHeading,

	atom.Li: section, atom.Dd: section, atom.Dt: section,

	atom.Table: section | roleScope, atom.Caption: roleBlock | roleLayout | roleScope,
	atom.Thead: roleBlock | roleLayout, atom.Tbody: roleBlock | roleLayout, atom.Tfoot: roleBlock | roleLayout,
	atom.Tr: roleBlock | roleLayout, atom.Td: roleBlock | roleLayout | roleScope, atom.Th: roleBlock | roleLayout | roleScope,

	atom.Button: roleBlock | roleLayout | roleScope, atom.Marquee: roleLayout | roleScope,

	atom.Hr: section | roleVoid, atom.Br: roleVoid, atom.Img: roleVoid, atom.Input: roleVoid, atom.Wbr: roleVoid,
	atom.Area: roleVoid, atom.Col: roleVoid, atom.Embed: roleVoid, atom.Frame: roleVoid, atom.Keygen: roleVoid,
	atom.Param: roleVoid, atom.Source: roleVoid, atom.Track: roleVoid,
	atom.Base: roleVoid | roleHead, atom.Link: roleVoid | roleHead, atom.Meta: roleVoid | roleHead,

	atom.Script: unseen | roleHead, atom.Style: unseen | roleHead, atom.Noscript: unseen | roleHead,
	atom.Template: unseen | roleHead | roleScope, atom.Title: unseen | roleHead,
	atom.Iframe: unseen, atom.Noembed: unseen, atom.Noframes: unseen | roleHead, atom.Xmp: unseen, atom.Plaintext: unseen,
	atom.Textarea: unseen, atom.Select: unseen, atom.Datalist: unseen, atom.Svg: unseen | roleScope,
	atom.Object: unseen | roleScope, atom.Applet: unseen | roleScope, atom.Canvas: unseen,
	atom.Audio: unseen, atom.Video: unseen,
}

func (r role) is(q role) bool { return r&q != 0 }
