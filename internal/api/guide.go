package api

import (
	"encoding/json"
	"net/url"
)

// Guide is an operation as a page lists it.
type Guide struct {
	Method, Path, Says, More string
	Params                   []GuideParam
	Edits                    bool
	Curl                     string // an example, for a server at base
}

// GuideParam is a parameter as a page lists it.
type GuideParam struct {
	Name, Says string
	Required   bool
}

// Guides lists all operations with examples for a server at base, such as
// "http://127.0.0.1:8474".
func Guides(base string) []Guide {
	var out []Guide
	for _, o := range operations() {
		g := Guide{Method: o.method, Path: Root + o.path, Says: o.says, More: o.more, Edits: o.edits, Curl: o.curl(base)}
		for _, p := range o.params {
			g.Params = append(g.Params, GuideParam{p.name, p.says, p.required})
		}
		out = append(out, g)
	}
	return out
}

// curl is a command that asks for the operation.
func (o *operation) curl(base string) string {
	v := url.Values{}
	for _, p := range o.params {
		if p.example != "" {
			v.Set(p.name, p.example)
		}
	}
	address := base + Root + o.path
	if len(v) > 0 {
		address += "?" + v.Encode()
	}
	if o.body == nil {
		return "curl '" + address + "'"
	}
	body, _ := json.Marshal(o.sample) // of our own table
	return "curl --json '" + string(body) + "' '" + address + "'"
}
