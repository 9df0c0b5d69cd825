package api

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/news"
)

// schema is a JSON Schema (2020-12), or another object of the document.
type schema map[string]any

// values are the words that types of few words may be.
var values = map[reflect.Type][]string{
	reflect.TypeFor[news.Relation](): {string(news.RelRepeats), string(news.RelDenies), string(news.RelCorrects), string(news.RelDoubts), string(news.RelAsks), string(news.RelDistances)},
	reflect.TypeFor[corrections.Decision](): {string(corrections.Merge), string(corrections.Split), string(corrections.Rename), string(corrections.Kind), string(corrections.Speaker),
		string(corrections.Hide), string(corrections.Confirm), string(corrections.Reject), string(corrections.Move), string(corrections.Undo), string(corrections.Open), string(corrections.Close),
		string(corrections.Pick), string(corrections.Place), string(corrections.Note), string(corrections.Tag)},
}

// drawer draws the schemas of Go types as encoding/json writes them; structs
// that have names are drawn once and referred to.
type drawer struct {
	named map[string]schema
	of    map[string]reflect.Type
}

func newDrawer() *drawer { return &drawer{map[string]schema{}, map[string]reflect.Type{}} }

// draw is the schema of a type.
func (d *drawer) draw(t reflect.Type) schema {
	switch {
	case t == reflect.TypeFor[time.Time]():
		return schema{"type": "string", "format": "date-time"}
	case t == reflect.TypeFor[json.RawMessage]():
		return schema{}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return orNull(d.draw(t.Elem()))
	case reflect.String:
		s := schema{"type": "string"}
		if all := values[t]; all != nil {
			s["enum"] = all
		}
		return s
	case reflect.Bool:
		return schema{"type": "boolean"}
	case reflect.Float64, reflect.Float32:
		return schema{"type": "number"}
	case reflect.Int, reflect.Int64, reflect.Int32:
		return schema{"type": "integer"}
	case reflect.Slice, reflect.Array:
		return schema{"type": "array", "items": d.draw(t.Elem())}
	case reflect.Map:
		return schema{"type": "object", "additionalProperties": d.draw(t.Elem())}
	case reflect.Struct:
		return d.refer(t)
	case reflect.Interface:
		return schema{} // anything
	}
	panic("no JSON schema for " + t.String()) // the table of operations is ours: a test draws all of it
}

// orNull is a schema that is met by null too.
func orNull(s schema) schema {
	if kind, plain := s["type"].(string); plain && s["enum"] == nil {
		out := schema{}
		for k, v := range s {
			out[k] = v
		}
		out["type"] = []string{kind, "null"}
		return out
	}
	return schema{"anyOf": []schema{s, {"type": "null"}}}
}

// refer draws a struct under its name and refers to it.
func (d *drawer) refer(t reflect.Type) schema {
	name := t.Name()
	if other, drawn := d.of[name]; drawn && other != t {
		panic("two types are named " + name + ": " + other.String() + ", " + t.String())
	}
	if d.named[name] == nil {
		d.of[name] = t
		d.named[name] = schema{} // for what holds itself
		d.named[name] = d.object(t)
	}
	return schema{"$ref": "#/components/schemas/" + name}
}

// closed draws a struct that is sent to us: it may have no other properties.
func (d *drawer) closed(t reflect.Type) schema {
	s := d.refer(t)
	d.named[t.Name()]["additionalProperties"] = false
	return s
}

func (d *drawer) object(t reflect.Type) schema {
	properties, required := schema{}, []string{}
	d.fields(t, properties, &required)
	slices.Sort(required)
	out := schema{"type": "object", "properties": properties}
	if len(required) > 0 {
		out["required"] = required
	}
	return out
}

// fields draws those of a struct, embedded ones among them; one that stands
// nearer hides one of its name.
func (d *drawer) fields(t reflect.Type, properties schema, required *[]string) {
	for _, f := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || name == "-" || f.Anonymous && name == "" || properties[name] != nil {
			continue
		}
		if name == "" {
			name = f.Name
		}
		s := d.draw(f.Type)
		if all := f.Tag.Get("enum"); all != "" {
			s["enum"] = strings.Split(all, " ")
		}
		properties[name] = s
		if options != "omitempty" && options != "omitzero" {
			*required = append(*required, name)
		}
	}
}
