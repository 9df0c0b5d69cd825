package known_test

import (
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/known"
)

func TestBodyOf(t *testing.T) {
	for _, c := range []struct{ name, states, plain, rest string }{
		{"Kazakh Ministry of Health", "KZ", "Kazakhstan Ministry of Health", " Ministry of Health"},
		{"Ministry of Defence of the Russian Federation", "RU", "Ministry of Defence of the Russia", "Ministry of Defence of the "},
		{"Norwegian and Swedish Bank", "NO SE", "Norway and Sweden Bank", " and  Bank"},
		{"Kestrel Bank", "", "Kestrel Bank", "Kestrel Bank"},
		{"", "", "", ""},
		{strings.Repeat("Norway ", 100), "NO", strings.Repeat("Norway ", 100), ""},
	} {
		b := known.BodyOf(c.name)
		if got := strings.Join(b.States, " "); got != c.states || b.Plain != c.plain || c.rest != "" && b.Rest != c.rest {
			t.Errorf("%.40s: %s, %.60q, %.60q", c.name, got, b.Plain, b.Rest)
		}
	}
}
