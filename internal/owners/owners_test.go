package owners_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/owners"
	"github.com/hearsay-engine/hearsay/news"
)

func TestReadList(t *testing.T) {
	const file = `{"group": "Lamp Media", "outlets": ["The Lowmoor Lamp", "lamp.example"]}

{"group": "Lamp Media"}
{"group": "", "outlets": ["The Orlan Post"]}
{"group": "Post", "outlets": ["The Orlan Post"], "country": "Orlan"}
{"group": "Post", "outlets": ["The Orlan \u202ePost"]}
{"group": "Post", "outlets": ["The Orlan Post"]} {}
{"group": "Post", "outlets": ["https://www.post.example/news"]}`
	var lines, wrong []string
	for g, err := range owners.ReadList("list.jsonl", strings.NewReader(file)) {
		if err != nil {
			if news.FaultOf(err) != news.Malformed {
				t.Error(err)
			}
			wrong = append(wrong, err.Error()[:len("list.jsonl:0")])
			continue
		}
		lines = append(lines, g.Line())
	}
	want := []string{`{"group":"Lamp Media","outlets":["The Lowmoor Lamp","lamp.example"]}`, `{"group":"Post","outlets":["https://www.post.example/news"]}`}
	if !slices.Equal(lines, want) {
		t.Errorf("groups %q", lines)
	}
	if want := []string{"list.jsonl:3", "list.jsonl:4", "list.jsonl:5", "list.jsonl:6", "list.jsonl:7"}; !slices.Equal(wrong, want) {
		t.Errorf("wrong lines %q", wrong)
	}
}

func TestALongLineCostsItselfOnly(t *testing.T) {
	file := strings.Repeat("x", 200<<10) + "\n" + `{"group":"Post","outlets":["The Orlan Post"]}`
	var got []string
	for g, err := range owners.ReadList("list.jsonl", strings.NewReader(file)) {
		got = append(got, g.Name)
		if (err == nil) != (g.Name == "Post") {
			t.Error(g, err)
		}
	}
	if len(got) != 2 {
		t.Error(got)
	}
}

func TestOf(t *testing.T) {
	groups := map[string]string{}
	for _, o := range []string{"The Lowmoor Lamp", "https://www.lamp.example/"} {
		groups[owners.Key(o)] = "Lamp Media"
	}
	for _, x := range []struct{ outlet, address, want string }{
		{"the lowmoor  LAMP", "", "Lamp Media"},
		{"", "http://lamp.example/2031/03/ferry", "Lamp Media"},
		{"Lamp.example", "", "Lamp Media"},
		{"The Orlan Post", "https://post.example/a", ""},
		{"", "", ""},
	} {
		if got := owners.Of(groups, x.outlet, x.address); got != x.want {
			t.Errorf("%q at %q is of %q, not %q", x.outlet, x.address, got, x.want)
		}
	}
}

func FuzzReadList(f *testing.F) {
	f.Add(`{"group":"Post","outlets":["The Orlan Post","post.example"]}` + "\n{")
	f.Fuzz(func(t *testing.T, file string) {
		for g, err := range owners.ReadList("list.jsonl", strings.NewReader(file)) {
			if err != nil {
				continue
			}
			again, err := owners.ParseLine([]byte(g.Line()))
			if err != nil || again.Name != g.Name || !slices.Equal(again.Outlets, g.Outlets) {
				t.Errorf("%q does not come back: %v", g.Line(), err)
			}
		}
	})
}
