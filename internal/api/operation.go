package api

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// operation is one thing that is answered.
type operation struct {
	id     string // in the document
	method string
	path   string // under Root
	tag    string
	says   string // one line
	more   string // what else there is to know; "" for nothing
	params []param
	body   any  // a value of the type of the JSON that is sent, nil for none
	sample any  // an example of it
	files  bool // the body may be a form of files too
	result any  // a value of the type of the JSON that is answered
	either any  // of another that may be answered; nil for none
	edits  bool // it changes the archive
	status int  // of the answer, 200 when 0
	answer func(*call) (any, error)
}

func (o *operation) statusOf() int {
	if o.status == 0 {
		return http.StatusOK
	}
	return o.status
}

// param is one parameter of a query.
type param struct {
	name     string
	says     string
	kind     string   // "string", "integer" or "boolean"
	choices  []string // of a string; nil for any
	usual    any      // what it is where it is not given; nil for ""
	most     int      // of an integer, at most
	least    int      // of an integer, at least
	required bool
	example  string
}

// call is one request of an operation.
type call struct {
	*API
	*http.Request
	writer http.ResponseWriter
	op     *operation
	asked  map[string]string
}

func (c *call) run() (any, error) {
	if err := c.readQuery(); err != nil {
		return nil, err
	}
	if c.op.edits && c.Editor(c.Context()) == "" {
		return nil, &Problem{Status: http.StatusForbidden, Detail: "this account reads only", Mend: "an editor's is needed"}
	}
	return c.op.answer(c)
}

// readQuery checks the parameters: each known, given once, and of its kind.
func (c *call) readQuery() error {
	given, err := queryOf(c.URL.RawQuery)
	if err != nil {
		return err
	}
	c.asked = map[string]string{}
	for name, values := range given {
		i := slices.IndexFunc(c.op.params, func(p param) bool { return p.name == name })
		switch {
		case i < 0:
			return usage(name, "take "+c.op.paramNames(), "this operation has no such parameter")
		case len(values) > 1:
			return usage(name, "give it once", "the parameter is given %d times", len(values))
		}
		if err := c.op.params[i].check(values[0]); err != nil {
			return err
		}
		c.asked[name] = values[0]
	}
	for _, p := range c.op.params {
		if p.required && c.asked[p.name] == "" {
			return usage(p.name, "give it, as in "+p.name+"="+p.example, "the parameter is missing")
		}
	}
	return nil
}

func (o *operation) paramNames() string {
	if len(o.params) == 0 {
		return "none"
	}
	names := make([]string, len(o.params))
	for i, p := range o.params {
		names[i] = p.name
	}
	return strings.Join(names, ", ")
}

func (p *param) check(v string) error {
	switch {
	case len(v) > maxValue:
		return usage(p.name, "give less", "the parameter is over %d bytes", maxValue)
	case !utf8.ValidString(v) || strings.ContainsRune(v, 0):
		return usage(p.name, "send UTF-8", "the parameter is no text")
	case p.choices != nil && !slices.Contains(p.choices, v):
		return usage(p.name, "take "+strings.Join(p.choices, ", "), "“%s” is no such value", printable(v))
	case p.kind == "boolean" && v != "true" && v != "false":
		return usage(p.name, "take true or false", "“%s” is neither", printable(v))
	case p.kind == "integer":
		n, err := strconv.Atoi(v)
		if err != nil || n < p.least || n > p.most || strconv.Itoa(n) != v {
			return usage(p.name, fmt.Sprintf("take %d to %d", p.least, p.most), "“%s” is no such number", printable(v))
		}
	}
	return nil
}

// text is a parameter as it was given, or what it usually is.
func (c *call) text(name string) string {
	if v := c.asked[name]; v != "" {
		return v
	}
	v, _ := c.usual(name).(string)
	return v
}

func (c *call) number(name string) int {
	if n, err := strconv.Atoi(c.asked[name]); err == nil {
		return n
	}
	n, _ := c.usual(name).(int)
	return n
}

func (c *call) flag(name string) bool { return c.asked[name] == "true" }

func (c *call) usual(name string) any {
	for _, p := range c.op.params {
		if p.name == name {
			return p.usual
		}
	}
	return nil
}

// readBody reads the JSON that was sent into a value. It wants to be told that it
// is JSON: a page of another site cannot say so without asking first.
func (c *call) readBody(into any) error {
	if kind := mediaOf(c.Request); kind != "application/json" {
		return &Problem{Status: http.StatusUnsupportedMediaType, Detail: "the body is not said to be JSON", Mend: "send it with Content-Type: application/json"}
	}
	body := http.MaxBytesReader(c.writer, c.Body, maxBody)
	d := json.NewDecoder(body)
	d.DisallowUnknownFields()
	err := d.Decode(into)
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return &Problem{Status: http.StatusRequestEntityTooLarge, Detail: fmt.Sprintf("the body is over %d MiB", maxBody>>20), Mend: "send files as a form, or add them on the command line: hearsay add"}
	case errors.Is(err, io.EOF):
		return usage("body", "send a JSON object", "it is empty")
	case err != nil:
		return usage("body", "see "+Root+"/openapi.json", "%s", news.JSONWords(err))
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return usage("body", "send one JSON object", "something follows its end")
	}
	return nil
}

func mediaOf(r *http.Request) string {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return kind
}

// Patient gives a decision as long to be answered in as it may take.
func Patient(w http.ResponseWriter) error {
	err := http.NewResponseController(w).SetWriteDeadline(time.Now().Add(decideTime))
	if errors.Is(err, http.ErrNotSupported) {
		return nil // no connection is behind it
	}
	return err
}
