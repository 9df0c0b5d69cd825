package clean

import (
	"encoding/json"
	"strings"
)

// maxLinkedDepth bounds how deep JSON-LD is searched for the article.
const maxLinkedDepth = 8

// linkedArticle is what schema.org JSON-LD states of an article.
type linkedArticle struct {
	headline, publisher, url, language string
	authors                            []string
	published, modified                string
}

// readLinked finds the first article in the page's JSON-LD; scripts that are no
// JSON are passed over. The zero value means none.
func readLinked(scripts []string) linkedArticle {
	for _, s := range scripts {
		var v any
		if json.Unmarshal([]byte(trimScript(s)), &v) != nil {
			continue
		}
		if node := findArticle(v, 0); node != nil {
			return linkedFrom(node)
		}
	}
	return linkedArticle{}
}

// trimScript removes the comment marks some sites wrap around JSON.
func trimScript(s string) string {
	s = strings.TrimSpace(s)
	for _, wrap := range [...][2]string{{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"<![CDATA[", "]]>"}} {
		s = strings.TrimSuffix(strings.TrimPrefix(s, wrap[0]), wrap[1])
	}
	return strings.TrimSpace(s)
}

// findArticle is the first object of an article type in v: v itself, in a list,
// in @graph or as a page's mainEntity.
func findArticle(v any, depth int) map[string]any {
	if depth > maxLinkedDepth {
		return nil
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			if n := findArticle(x, depth+1); n != nil {
				return n
			}
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			return v
		}
		for _, key := range [...]string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if n := findArticle(v[key], depth+1); n != nil {
				return n
			}
		}
	}
	return nil
}

// isArticle reports whether a @type names an article; schema.org's article
// types end in Article or Posting or are Report.
func isArticle(t any) bool {
	switch t := t.(type) {
	case string:
		return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report"
	case []any:
		for _, x := range t {
			if s, ok := x.(string); ok && isArticle(s) {
				return true
			}
		}
	}
	return false
}

func linkedFrom(n map[string]any) linkedArticle {
	a := linkedArticle{
		headline:  linkedWords(n["headline"]),
		language:  linkedWords(n["inLanguage"]),
		published: first(linkedWords(n["datePublished"]), linkedWords(n["dateCreated"])),
		modified:  linkedWords(n["dateModified"]),
		url:       first(linkedWords(n["url"]), linkedID(n["mainEntityOfPage"])),
	}
	if names := linkedNames(n["publisher"]); len(names) > 0 {
		a.publisher = names[0]
	}
	a.authors = linkedNames(n["author"])
	return a
}

// linkedWords is v when it is words of a bearable length.
func linkedWords(v any) string {
	s, _ := v.(string)
	if len(s) > maxStated {
		return ""
	}
	return unfold(s)
}

// linkedID is the address of a node given as an address or an object.
func linkedID(v any) string {
	if n, ok := v.(map[string]any); ok {
		v = n["@id"]
	}
	return linkedWords(v)
}

// linkedNames are the names of a person or organisation, or of a list of them.
func linkedNames(v any) []string {
	switch v := v.(type) {
	case string:
		if s := linkedWords(v); s != "" {
			return []string{s}
		}
	case map[string]any:
		return linkedNames(v["name"])
	case []any:
		var out []string
		for _, x := range v {
			if _, nested := x.([]any); !nested {
				out = append(out, linkedNames(x)...)
			}
		}
		return out
	}
	return nil
}
