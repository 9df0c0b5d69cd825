package store

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/news"
)

// Codings of stored bytes. Raw is for bytes that zstd does not make smaller.
const (
	codingRaw  = "raw"
	codingZstd = "zstd"
)

// maxUnpacked bounds what a stored value may unpack to: an archive may come
// from anybody. Captures are at most 64 MiB; their text may grow by charset.
const maxUnpacked = 256 << 20

// packed is bytes as they are stored.
type packed struct {
	coding string
	bytes  []byte
	size   int // unpacked, in bytes
}

func (p Packing) pack(b []byte) packed {
	if out := packers[p]().EncodeAll(b, nil); len(out) < len(b) {
		return packed{codingZstd, out, len(b)}
	}
	return packed{codingRaw, b, len(b)}
}

func unpack(coding string, b []byte) ([]byte, error) { return unpackTo(nil, coding, b) }

// unpackTo is unpack that may put what it gives behind dst, which is empty.
func unpackTo(dst []byte, coding string, b []byte) ([]byte, error) {
	if coding == codingRaw {
		return b, nil
	}
	out, err := unpacker().DecodeAll(b, dst)
	if err != nil {
		return nil, fmt.Errorf("stored bytes do not unpack: %w", err)
	}
	return out, nil
}

// unpackText is unpack of a text: it takes no more memory than that.
func unpackText(coding string, b []byte) (string, error) {
	room := rooms.Get().(*[]byte)
	defer rooms.Put(room)
	text, err := unpackTo((*room)[:0], coding, b)
	if coding != codingRaw && cap(text) > cap(*room) {
		*room = text
	}
	return string(text), err
}

var rooms = sync.Pool{New: func() any { return new([]byte) }}

// flat writes spans as one row of numbers, start and end by turns.
func flat(spans []news.Span) string {
	out := make([]int, 0, 2*len(spans))
	for _, s := range spans {
		out = append(out, s.Start, s.End)
	}
	b, _ := json.Marshal(out)
	return string(b)
}

func unflat(s string) ([]news.Span, error) {
	var n []int
	if err := json.Unmarshal([]byte(s), &n); err != nil || len(n)%2 != 0 {
		return nil, fmt.Errorf("stored spans do not read: %q", s)
	}
	out := make([]news.Span, len(n)/2)
	for i := range out {
		out[i] = news.Span{Start: n[2*i], End: n[2*i+1]}
	}
	return out, nil
}

// packReasons writes reasons as rows of rule, words and figure, each row cut
// after its last part: there is one for every judgement, and keys would double it.
func packReasons(reasons []news.Reason) string {
	rows := make([][]any, len(reasons))
	for i, r := range reasons {
		switch {
		case r.Figure != 0 && !math.IsNaN(r.Figure) && !math.IsInf(r.Figure, 0): // JSON has neither
			rows[i] = []any{r.Rule, r.Words, r.Figure}
		case r.Words != "":
			rows[i] = []any{r.Rule, r.Words}
		default:
			rows[i] = []any{r.Rule}
		}
	}
	b, _ := json.Marshal(rows)
	return string(b)
}

// ownName stands for the reason of an alias that most have: it is the name that
// its entity goes by.
const ownName = "1"

func ownReason(name string) []news.Reason {
	return []news.Reason{{Rule: resolve.RuleSameName, Words: name}}
}

// packAliasReasons writes the reasons of an alias.
func packAliasReasons(name string, reasons []news.Reason) string {
	if slices.Equal(reasons, ownReason(name)) {
		return ownName
	}
	return packReasons(reasons)
}

func unpackAliasReasons(name, s string) ([]news.Reason, error) {
	if s == ownName {
		return ownReason(name), nil
	}
	return unpackReasons(s)
}

// packCorrections writes what people decided of a statement, "" when nothing.
func packCorrections(all []news.Correction) string {
	if len(all) == 0 {
		return ""
	}
	b, _ := json.Marshal(all)
	return string(b)
}

func unpackCorrections(s string) (out []news.Correction, err error) {
	if s == "" {
		return nil, nil
	}
	if err := json.Unmarshal([]byte(s), &out); err != nil {
		return nil, fmt.Errorf("stored corrections do not read: %w", err)
	}
	return out, nil
}

func unpackReasons(s string) ([]news.Reason, error) {
	var rows [][]json.RawMessage
	if err := json.Unmarshal([]byte(s), &rows); err != nil {
		return nil, fmt.Errorf("stored reasons do not read: %w", err)
	}
	var out []news.Reason
	for _, row := range rows {
		var r news.Reason
		for i, into := range []any{&r.Rule, &r.Words, &r.Figure} {
			if i < len(row) {
				if err := json.Unmarshal(row[i], into); err != nil {
					return nil, fmt.Errorf("stored reasons do not read: %w", err)
				}
			}
		}
		out = append(out, r)
	}
	return slices.Clip(out), nil
}
