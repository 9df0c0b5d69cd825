package store

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/news"
)

var (
	anySpan = rapid.Custom(func(t *rapid.T) news.Span {
		return news.Span{Start: rapid.IntRange(-1, 1<<40).Draw(t, "start"), End: rapid.IntRange(-1, 1<<40).Draw(t, "end")}
	})
	anyReason = rapid.Custom(func(t *rapid.T) news.Reason {
		return news.Reason{Rule: rapid.String().Draw(t, "rule"), Words: rapid.String().Draw(t, "words"), Figure: rapid.Float64().Draw(t, "figure")}
	})
)

func TestWhatStatementsHoldUnpacks(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		all := rapid.SliceOf(rapid.Custom(func(t *rapid.T) news.Statement {
			return news.Statement{Within: rapid.IntRange(news.Outermost, 1000).Draw(t, "within"), Cue: rapid.Ptr(anySpan, true).Draw(t, "cue"),
				Content: rapid.SliceOf(anySpan).Draw(t, "content"), Reasons: rapid.SliceOf(anyReason).Draw(t, "reasons")}
		})).Draw(rt, "statements")
		got, err := unpackSaid(packSaid(all))
		if err != nil || len(got) != len(all) {
			rt.Fatalf("%d of %d statements, %v", len(got), len(all), err)
		}
		for i, s := range all {
			g := got[i]
			if g.within != s.Within || !reflect.DeepEqual(g.cue, s.Cue) || !slices.Equal(g.content, s.Content) || !slices.Equal(g.reasons, s.Reasons) {
				rt.Errorf("statement %d is %+v, want %+v", i, g, s)
			}
		}
	})
}

// A field that an article gains and a record does not keep fails this test.
func TestARecordKeepsAnArticle(t *testing.T) {
	fill := &filler{}
	var a news.Article
	fill.value(reflect.ValueOf(&a).Elem())
	a.ID, a.Text, a.Statements, a.Refused, a.Stances = "", strings.Repeat("The dam at Faro holds. ", 40), nil, nil, nil
	a.Entities[0].Name = a.Entities[0].Mentions[0].Of(a.Text) // as it stands there
	a.Title.Value = a.Title.Span.Of(a.Text)
	got, err := unpackRecord(packRecord(&a), a.Text)
	if err != nil || !reflect.DeepEqual(*got, a) {
		t.Errorf("%v\n got %+v\nwant %+v", err, *got, a)
	}
	a.CaptureSHA256 = a.SHA256
	if got, err := unpackRecord(packRecord(&a), a.Text); err != nil || !reflect.DeepEqual(*got, a) {
		t.Errorf("%v\n got %+v\nwant %+v", err, *got, a)
	}
}

// filler puts another value into every field.
type filler struct{ n int }

func (f *filler) value(v reflect.Value) {
	f.n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(strings.Repeat("x", f.n))
	case reflect.Int:
		v.SetInt(int64(f.n))
	case reflect.Float64:
		v.SetFloat(float64(f.n) + 0.5)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Uint8:
		v.SetUint(uint64(f.n % 251))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.value(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			f.value(v.Index(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			f.value(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Unix(int64(f.n), int64(f.n)).UTC()))
			return
		}
		for i := range v.NumField() {
			f.value(v.Field(i))
		}
	}
}

func TestFiguresAreKept(t *testing.T) {
	for _, want := range []float64{0, 1, -47, 0.9405555555555556, math.Copysign(0, -1), 1 << 53, math.Inf(1), 1e300} {
		var w terse
		w.float(want)
		if got := newTerseReader(w.bytes(1), 1).float(); math.Float64bits(got) != math.Float64bits(want) {
			t.Errorf("%v is read as %v", want, got)
		}
	}
}

func FuzzWhatIsStoredTersely(f *testing.F) {
	f.Add(packSaid([]news.Statement{{Content: []news.Span{{Start: 1, End: 4}}, Reasons: []news.Reason{{Rule: "cue-verb", Words: "said", Figure: 2}}}}), "the dam holds")
	f.Add([]byte{1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1}, "")
	f.Fuzz(func(t *testing.T, b []byte, text string) {
		if all, err := unpackSaid(b); err == nil {
			o := shown{text: text, said: all}
			for i := range all {
				o.indexed(i, all[i].cue)
			}
		}
		unpackRecord(packer().EncodeAll(b, nil), text)
	})
}
