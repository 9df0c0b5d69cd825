package store

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/news"
)

func TestWhatIsPackedUnpacks(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		b := rapid.SliceOf(rapid.Byte()).Draw(rt, "bytes")
		p := Texts.pack(b)
		if got, err := unpack(p.coding, p.bytes); err != nil || !slices.Equal(got, b) || p.size != len(b) {
			rt.Errorf("got %q, %v, size %d", got, err, p.size)
		}
		spans := rapid.SliceOf(rapid.Custom(func(rt *rapid.T) news.Span {
			return news.Span{Start: rapid.IntRange(0, 1<<30).Draw(rt, "start"), End: rapid.IntRange(0, 1<<30).Draw(rt, "end")}
		})).Draw(rt, "spans")
		if got, err := unflat(flat(spans)); err != nil || !slices.Equal(got, spans) {
			rt.Errorf("got %v, %v", got, err)
		}
		reasons := rapid.SliceOf(rapid.Custom(func(rt *rapid.T) news.Reason {
			return news.Reason{Rule: rapid.String().Draw(rt, "rule"), Words: rapid.String().Draw(rt, "words"), Figure: rapid.Float64Range(-1e9, 1e9).Draw(rt, "figure")}
		})).Draw(rt, "reasons")
		if got, err := unpackReasons(packReasons(reasons)); err != nil || !slices.Equal(got, reasons) {
			rt.Errorf("got %v, %v", got, err)
		}
	})
}

func TestPlacesRunWithTime(t *testing.T) {
	dates := []news.Date{{}, {Value: "0900"}, {Value: "1600"}, {Value: "1899-12-31"}, {Value: "2022"}, {Value: "2022-03"}, {Value: "2022-03-06"},
		{Value: "2022-03-06T02:45", Zone: "+03:00"}, {Value: "2022-03-06T00:30"}, {Value: "2022-03-06T02:45:01", Zone: "Z"}, {Value: "2022-03-06", Zone: "-05:00"}, {Value: "9999-12-31"}}
	// 02:45 at +03:00 is 23:45 of the day before.
	dates[6], dates[7] = dates[7], dates[6]
	last := int64(-1)
	for _, d := range dates {
		p := place(d, "an id")
		if p < last || p < 0 {
			t.Errorf("%q %s is placed at %d, before %d", d.Value, d.Zone, p, last)
		}
		last = p
	}
}
