package pages

import (
	"net/url"
	"strings"
)

// searchURL leads to what a query finds; the newest come first unless an order
// is named.
func searchURL(q string, order ...string) string {
	if len(order) > 0 && order[0] != orderNames[0] {
		return "/?order=" + queryOf(order[0]) + "&q=" + queryOf(q)
	}
	return "/?q=" + queryOf(q)
}

// named is a query for an operator and a name.
func named(operator, name string) string { return operator + `"` + name + `"` }

// StatementURL leads to one statement by itself, counted as a reader counts; index is
// counted from 0.
func StatementURL(article string, index int) string {
	return "/statement?article=" + queryOf(article) + "&number=" + number(index)
}

func statementURL(s Statement) string { return StatementURL(s.Article, s.Index) }

// articleAt leads to the statement's card in its article.
func articleAt(s Statement) string { return articleURL(s.Article) + "#" + cardID(s.Index) }

func copiesURL(id string) string { return articleURL(id) + "&tab=copies" }

// feedURL is the address of a feed; form is atom or json.
func feedURL(form, of string) string { return "/feed." + form + "?" + of }

func articleURL(id string) string { return "/article?id=" + queryOf(id) }
func whoURL(name string) string   { return "/who?name=" + queryOf(name) }

// OutletURL leads to the page of an outlet.
func OutletURL(name string) string { return "/outlet?name=" + queryOf(name) }
func queryOf(s string) string      { return url.QueryEscape(s) }

// lastOf is the end of an article's id that tells it from those of its folder.
func lastOf(id string) string { return id[strings.LastIndexByte(strings.TrimRight(id, "/"), '/')+1:] }

func cardID(i int) string { return "statement-" + number(i) }
func markID(i int) string { return "mark-" + number(i) }

// refID names a mark in its article's own page; elsewhere several articles may show.
func refID(base string, i int) string {
	if base != "" {
		return ""
	}
	return markID(i)
}

// SpeakerURL leads to the page of who speaks or, where a speaker has no name, to
// all that is printed as said by the same words.
func SpeakerURL(s Statement) string {
	if s.Known {
		return whoURL(s.Name)
	}
	return searchURL(`speaker:"` + strings.ReplaceAll(s.Name, `"`, " ") + `"`)
}
