package clean

import (
	"github.com/hearsay-engine/hearsay/internal/jsonl"
	"github.com/hearsay-engine/hearsay/news"
)

// record drafts one JSON line with its given meta data. The text is the string
// as decoded, otherwise unchanged.
func record(b news.Blob) (*draft, error) {
	line, err := jsonl.Parse(b.Bytes)
	if err != nil {
		return nil, err
	}
	text, err := jsonl.Unquote(b.Bytes[line.Text.Start:line.Text.End])
	if err != nil {
		return nil, err
	}
	all := news.Span{Start: 0, End: len(text)}
	if all.Trim(text).Empty() {
		return nil, news.Errorf(news.Empty, "", "leave the line out", `nothing in its "text"`)
	}
	return &draft{
		text:     text,
		segments: []news.Segment{{Text: all, Blob: line.Text, Coding: news.CodingJSON}},
		stated:   line.Given,
	}, nil
}
