package clean

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// longTag is the length in bytes of a tag after which the tokenizer is begun
// anew: its table of attribute names never shrinks and is cleared at every tag,
// so one tag of a million attributes would slow down all that follow.
const longTag = 1 << 10

// longAttribute bounds, in bytes, the attribute values that are looked at:
// longer ones are data, not markup.
const longAttribute = 4 << 10

// scanner reads a decoded page token by token and knows each token's bytes.
type scanner struct {
	text string
	z    *html.Tokenizer
	at   int  // first byte of the token
	end  int  // byte after it
	long bool // a long tag was met since z was begun
}

func newScanner(text string) *scanner {
	return &scanner{text: text, z: html.NewTokenizer(strings.NewReader(text))}
}

// next moves to the next token.
func (s *scanner) next() html.TokenType {
	s.at = s.end
	t := s.z.Next()
	s.end += len(s.z.Raw())
	return t
}

// raw is the token as it stands in the page.
func (s *scanner) raw() string { return s.text[s.at:s.end] }

// tag reads the token as a tag. Its attributes are good until the next token.
func (s *scanner) tag(attributes []html.Attribute) tag {
	name, more := s.z.TagName()
	t := tag{atom: atom.Lookup(name), attributes: attributes[:0]}
	if t.name = t.atom.String(); t.atom == 0 {
		t.name = string(name)
	}
	for more {
		var key, value []byte
		key, value, more = s.z.TagAttr()
		known, read := attributeNames[string(key)]
		if read && len(value) <= longAttribute {
			t.attributes = append(t.attributes, html.Attribute{Key: known, Val: string(value)})
		}
	}
	raw := s.raw()
	t.closed = strings.HasSuffix(raw, "/>")
	s.long = s.long || len(raw) > longTag
	if s.long && !rawText[t.atom] {
		s.z, s.long = html.NewTokenizer(strings.NewReader(s.text[s.end:])), false
	}
	return t
}

// rawText are the elements after whose start tag the tokenizer reads no tags
// and so must not be begun anew.
var rawText = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Title: true, atom.Textarea: true, atom.Xmp: true, atom.Iframe: true,
	atom.Noembed: true, atom.Noframes: true, atom.Noscript: true, atom.Plaintext: true,
}

// tag is a start or end tag with those attributes that are read.
type tag struct {
	atom       atom.Atom // 0 for an element HTML does not know
	name       string
	attributes []html.Attribute
	closed     bool // written "<name/>"
}

// get is the value of an attribute, "" when it is absent.
func (t *tag) get(key string) string {
	for i := range t.attributes {
		if t.attributes[i].Key == key {
			return t.attributes[i].Val
		}
	}
	return ""
}

// has reports whether the attribute is there, be it empty.
func (t *tag) has(key string) bool {
	for i := range t.attributes {
		if t.attributes[i].Key == key {
			return true
		}
	}
	return false
}

// attributeNames are the attributes that say something of the text or help to
// vote on it.
var attributeNames = names("class", "id", "style", "hidden", "aria-hidden", "aria-modal", "role", "rel", "itemprop",
	"href", "src", "datetime", "content", "property", "name", "lang", "type", "open", "summary", "title", "pubdate")

func names(ns ...string) map[string]string {
	m := make(map[string]string, len(ns))
	for _, n := range ns {
		m[n] = n
	}
	return m
}
