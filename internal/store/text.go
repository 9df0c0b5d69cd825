package store

import (
	"database/sql/driver"

	"modernc.org/sqlite"

	"github.com/hearsay-engine/hearsay/news"
)

// An article's text is its own, or, where the two are the same bytes, its
// capture's.
const (
	textColumns = "coalesce(tc.coding, r.coding), coalesce(tc.bytes, r.text)"
	textJoin    = " LEFT JOIN capture tc ON tc.capture_id = r.capture_id"
)

// The archive's tables hold no words of statements: SQL cuts them from the text
// by these, for the view that the full-text index is checked against and for
// spellings asked for. What does not read is NULL: verify says so elsewhere.
func init() {
	sqlite.MustRegisterDeterministicScalarFunction("hearsay_content", 4, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		return orNull(contentArg(args))
	})
	sqlite.MustRegisterDeterministicScalarFunction("hearsay_words", 4, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		return orNull(wordsArg(args))
	})
}

func orNull(words string, err error) (driver.Value, error) {
	if err != nil {
		return nil, nil
	}
	return words, nil
}

// contentArg takes a text's coding and bytes, what an article's statements hold,
// and the number of one of them.
func contentArg(args []driver.Value) (string, error) {
	o, err := textArg(args)
	if err != nil {
		return "", err
	}
	said, _ := args[2].([]byte)
	if o.said, err = unpackSaid(said); err != nil {
		return "", err
	}
	number, _ := args[3].(int64)
	s, err := o.at(int(number))
	if err != nil {
		return "", err
	}
	return o.content(s)
}

// wordsArg takes a text's coding and bytes, and a span, which may be NULL.
func wordsArg(args []driver.Value) (string, error) {
	start, known := args[2].(int64)
	end, _ := args[3].(int64)
	if !known {
		return "", nil
	}
	o, err := textArg(args)
	if err != nil {
		return "", err
	}
	return o.word(&news.Span{Start: int(start), End: int(end)})
}

func textArg(args []driver.Value) (*shown, error) {
	coding, _ := args[0].(string)
	packed, _ := args[1].([]byte)
	text, err := unpack(coding, packed)
	return &shown{text: string(text)}, err
}
