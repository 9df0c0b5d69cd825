package charset

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// byteOrderMark is the charset a byte-order mark names and the mark's length.
func byteOrderMark(b []byte) (name string, length int) {
	switch {
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		return "utf-8", 3
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return "utf-16be", 2
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return "utf-16le", 2
	}
	return "", 0
}

// prescan is how far into a page its charset is looked for, as browsers do.
const prescan = 1024

// declaredInside is the charset that an XML declaration or a meta element at
// the head of b names, "" for none.
func declaredInside(b []byte) string {
	head := b[:min(len(b), prescan)]
	start := bytes.TrimLeft(head, " \t\r\n")
	if len(start) == 0 || start[0] != '<' {
		return ""
	}
	name := ""
	if bytes.HasPrefix(start, []byte("<?xml")) {
		name = xmlEncoding(start)
	}
	if name == "" {
		name = metaCharset(head)
	}
	name = canonical(name)
	if strings.HasPrefix(name, "utf-16") {
		return "utf-8" // the declaration itself was read as ASCII
	}
	return name
}

func xmlEncoding(head []byte) string {
	declaration, _, _ := bytes.Cut(head, []byte("?>"))
	_, after, found := bytes.Cut(declaration, []byte("encoding="))
	if !found || len(after) == 0 {
		return ""
	}
	name, _, _ := bytes.Cut(after[1:], after[:1])
	return string(name)
}

func metaCharset(head []byte) string {
	z := html.NewTokenizer(bytes.NewReader(head))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			switch string(name) {
			case "body":
				return ""
			case "meta":
				if more {
					if found := charsetOf(z); found != "" {
						return found
					}
				}
			}
		}
	}
}

// charsetOf reads the attributes of the meta element the tokenizer stands at.
func charsetOf(z *html.Tokenizer) string {
	var equiv, content string
	for more := true; more; {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "charset":
			return string(value)
		case "http-equiv":
			equiv = strings.ToLower(string(value))
		case "content":
			content = strings.ToLower(string(value))
		}
	}
	if equiv != "content-type" {
		return ""
	}
	_, name, _ := strings.Cut(content, "charset=")
	name, _, _ = strings.Cut(name, ";")
	return strings.TrimSpace(name)
}
