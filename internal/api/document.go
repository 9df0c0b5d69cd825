package api

import (
	"net/http"
	"reflect"
	"strconv"
	"strings"
)

// Document is the OpenAPI 3.1 document of all operations. It is the same for
// every archive.
func Document() map[string]any {
	d := newDrawer()
	problem := d.draw(reflect.TypeFor[Problem]())
	paths := map[string]any{}
	all := operations()
	for i := range all {
		o := &all[i]
		at, known := paths[Root+o.path].(map[string]any)
		if !known {
			at = map[string]any{}
			paths[Root+o.path] = at
		}
		at[strings.ToLower(o.method)] = o.document(d, problem)
	}
	return map[string]any{
		"openapi":           "3.1.0",
		"jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
		"info": map[string]any{
			"title": "hearsay", "version": "1", "summary": "Who said what, about what, where it was said first, who repeated it and who denied it",
			"description": "Every answer is a verbatim span of a stored page. Offsets are Unicode code points of an article's text. It says who asserts and who denies, never what is true.",
			"license":     map[string]any{"name": "Apache-2.0", "identifier": "Apache-2.0"},
		},
		"servers": []any{map[string]any{"url": "/"}},
		"tags":    tags(),
		"paths":   paths,
		"components": map[string]any{
			"schemas": d.named,
			"securitySchemes": map[string]any{
				"token":   map[string]any{"type": "http", "scheme": "bearer", "description": "of an account: hearsay account token NAME"},
				"session": map[string]any{"type": "apiKey", "in": "cookie", "name": "hearsay", "description": "of who signed in on a page"},
			},
		},
		"security": []any{map[string]any{}, map[string]any{"token": []string{}}, map[string]any{"session": []string{}}},
	}
}

func tags() []any {
	var out []any
	seen := map[string]bool{}
	for _, o := range operations() {
		if !seen[o.tag] {
			seen[o.tag] = true
			out = append(out, map[string]any{"name": o.tag})
		}
	}
	return out
}

func (o *operation) document(d *drawer, problem schema) map[string]any {
	out := map[string]any{"operationId": o.id, "summary": o.says, "tags": []string{o.tag}, "responses": o.responses(d, problem)}
	if o.more != "" {
		out["description"] = o.more
	}
	if o.method == http.MethodPost && o.edits {
		out["description"] = strings.TrimSpace(o.more + " It wants an editor.")
	}
	var params []any
	for _, p := range o.params {
		params = append(params, p.document())
	}
	if params != nil {
		out["parameters"] = params
	}
	if o.body != nil {
		content := map[string]any{"application/json": map[string]any{"schema": d.closed(reflect.TypeOf(o.body)), "example": o.sample}}
		if o.files {
			content["multipart/form-data"] = map[string]any{"schema": formSchema}
		}
		out["requestBody"] = map[string]any{"required": true, "content": content}
	}
	return out
}

// formSchema is the form that a page sends when files are added.
var formSchema = schema{"type": "object", "properties": schema{
	"files": schema{"type": "array", "items": schema{"type": "string", "contentMediaType": "application/octet-stream"}},
	"text":  schema{"type": "string"}, "url": schema{"type": "string"}, "outlet": schema{"type": "string"}, "title": schema{"type": "string"}, "published": schema{"type": "string"},
}}

// refusals are the statuses an operation may refuse with, and why.
func (o *operation) refusals() map[int]string {
	out := map[int]string{
		http.StatusBadRequest: "a parameter, the query or the body cannot be read; at tells where in a query", http.StatusUnauthorized: "pages served to other machines want an account",
		http.StatusNotFound: "there is no such thing in the archive", http.StatusTooManyRequests: "too many requests at once", http.StatusInternalServerError: "a fault of ours",
		http.StatusServiceUnavailable: "the archive is busy, or the answer took too long",
	}
	if o.edits {
		out[http.StatusForbidden] = "this account reads only, or a page of another site sent it"
	}
	if o.body != nil {
		out[http.StatusForbidden] = "this account reads only, or a page of another site sent it"
		out[http.StatusRequestEntityTooLarge] = "the body is too large"
		out[http.StatusUnsupportedMediaType] = "the body is not said to be JSON"
		out[http.StatusUnprocessableEntity] = "the text cannot be read"
	}
	return out
}

func (o *operation) responses(d *drawer, problem schema) map[string]any {
	good := d.draw(reflect.TypeOf(o.result))
	if o.either != nil {
		good = schema{"anyOf": []schema{good, d.draw(reflect.TypeOf(o.either))}}
	}
	answer := map[string]any{"description": "what was asked for", "content": map[string]any{"application/json": map[string]any{"schema": good}}}
	out := map[string]any{strconv.Itoa(o.statusOf()): answer}
	if o.method == http.MethodGet {
		answer["headers"] = map[string]any{"ETag": map[string]any{"description": "send it as If-None-Match to be told only of a change", "schema": schema{"type": "string"}}}
		out["304"] = map[string]any{"description": "it is as the If-None-Match header has it"}
	}
	for status, why := range o.refusals() {
		out[strconv.Itoa(status)] = map[string]any{"description": why, "content": map[string]any{ProblemMedia: map[string]any{"schema": problem}}}
	}
	return out
}

func (p *param) document() map[string]any {
	s := schema{"type": p.kind}
	if p.choices != nil {
		s["enum"] = p.choices
	}
	if p.kind == "integer" {
		s["minimum"], s["maximum"] = p.least, p.most
	}
	if p.kind == "string" && p.choices == nil {
		s["maxLength"] = maxValue
		if p.required {
			s["minLength"] = 1
		}
	}
	if p.usual != nil {
		s["default"] = p.usual
	}
	out := map[string]any{"name": p.name, "in": "query", "description": p.says, "schema": s}
	if p.required {
		out["required"] = true
	}
	if p.example != "" {
		out["example"] = p.example
	}
	return out
}
