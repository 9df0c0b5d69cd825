package news

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// JSONWords says what is wrong with a line of JSON as a person reads it, without
// the names of types that Go's own words have.
func JSONWords(err error) string {
	var kind *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Sprintf("%q must not be a JSON %s", kind.Field, kind.Value)
	case errors.As(err, &kind):
		return "it must not be a JSON " + kind.Value
	case errors.As(err, &syntax):
		return fmt.Sprintf("no JSON from byte %d on", syntax.Offset)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "it ends too early"
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}
