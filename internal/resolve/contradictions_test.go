package resolve_test

import (
	"reflect"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

func TestContradictionsRememberedChangeNothing(t *testing.T) {
	group := names("person Ada Quill | faro 2031-05-04: Bo Marsh", "person A. B. Quill | faro 2031-05-05: Bo Marsh",
		"person Ada C. Quill | post 2031-05-04: Lund", "person Ada B. Quill | faro 2031-05-06: Bo Marsh", "person Ada Quil | post: Lund")
	var edges []resolve.Edge
	for i := range group {
		for j := range i {
			if l, ok := resolve.Connect(group[i].Form, group[j].Form); ok {
				edges = append(edges, resolve.Edge{A: j, B: i, Link: l})
			}
		}
	}
	for i := range group {
		group[i].Gather()
	}
	want, c := resolve.Group(group, edges, resolve.Decisions{}), resolve.NewContradictions()
	if len(want) < 2 {
		t.Fatalf("nothing contradicts: %+v", want)
	}
	for range 3 {
		if got := c.Group(group, edges, resolve.Decisions{}); !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
}
