package news_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

func TestJSONWords(t *testing.T) {
	for line, want := range map[string]string{
		`{"names":5}`:   `"names" must not be a JSON number`,
		`[1]`:           `it must not be a JSON array`,
		`{"names":[x]}`: `no JSON from byte 11 on`,
		`{"names":`:     `it ends too early`,
		`{"nmaes":[]}`:  `unknown field "nmaes"`,
	} {
		var into struct {
			Names []string `json:"names"`
		}
		d := json.NewDecoder(strings.NewReader(line))
		d.DisallowUnknownFields()
		err := d.Decode(&into)
		if err == nil {
			t.Fatalf("%s reads", line)
		}
		if got := news.JSONWords(err); got != want {
			t.Errorf("%s: %s, want %s", line, got, want)
		}
	}
}
