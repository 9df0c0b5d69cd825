package web

import (
	"fmt"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/store"
)

func TestSparks(t *testing.T) {
	q := store.Query{}
	for _, c := range []struct {
		counts []store.Count
		want   string
	}{
		{nil, ""},
		{[]store.Count{{Value: "2022-03-02", N: 4}, {Value: "2022-02-28", N: 1}}, "2022-02-28=1 2022-03-01=0 2022-03-02=4 "},
		{[]store.Count{{Value: "2022-03-02", N: 4}, {Value: "2022-03", N: 2}, {Value: "2022-02-28", N: 1}}, "2022-02=1 2022-03=6 "},
		{[]store.Count{{Value: "2022-05-02", N: 4}, {Value: "2022-02-28", N: 1}}, "2022-02=1 2022-03=0 2022-04=0 2022-05=4 "},
		{[]store.Count{{Value: "2022-05-02", N: 4}, {Value: "2021", N: 1}}, "2021=1 2022=4 "},
		{[]store.Count{{Value: "2022-03", N: 4}, {Value: "2021-12", N: 1}}, "2021-12=1 2022-01=0 2022-02=0 2022-03=4 "},
		{[]store.Count{{Value: "2022-03", N: 4}, {Value: "2022-01", N: 2}, {Value: "2011-05", N: 1}}, "2011=1 2012=0 2013=0 2014=0 2015=0 2016=0 2017=0 2018=0 2019=0 2020=0 2021=0 2022=6 "},
	} {
		got := ""
		for _, b := range sparks(q, c.counts) {
			got += fmt.Sprintf("%s=%d ", b.Label, b.Count)
		}
		if got != c.want {
			t.Errorf("%v: got %q, want %q", c.counts, got, c.want)
		}
	}
	if b := sparks(q, []store.Count{{Value: "2022-03-31", N: 4}, {Value: "2022-03-30", N: 1}}); b[1].Query != "after:2022-03-31 before:2022-04-01" {
		t.Errorf("a day finds %q", b[1].Query)
	}
	if b := sparks(q, []store.Count{{Value: "2022-03", N: 4}, {Value: "2022-02", N: 1}}); b[1].Query != "after:2022-03 before:2022-04" {
		t.Errorf("a month finds %q", b[1].Query)
	}
}
