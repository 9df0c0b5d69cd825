package fold_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/fold"
)

func TestName(t *testing.T) {
	tests := []struct{ name, want string }{
		{"José  ÁLVAREZ", "jose alvarez"},
		{"Straße", "strasse"},
		{"Semën Ёлкин", "semen елкин"},
		{"O’Hara", "o'hara"},
		{"O`Hara", "o'hara"},
		{"Jean‑Luc", "jean-luc"},
		{" ﬁne\u00a0Łódź\u00ad ", "fine łodz"},
		{"", ""},
	}
	for _, c := range tests {
		if got := fold.Name(c.name); got != c.want {
			t.Errorf("%q: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestFoldingTwiceIsFoldingOnce(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := rapid.String().Draw(rt, "name")
		if once := fold.Name(s); fold.Name(once) != once {
			rt.Errorf("%q folds to %q and then to %q", s, once, fold.Name(once))
		}
	})
}

func FuzzName(f *testing.F) {
	f.Add("José ÁLVAREZ")
	f.Fuzz(func(t *testing.T, s string) {
		if once := fold.Name(s); fold.Name(once) != once {
			t.Errorf("%q folds to %q and then to %q", s, once, fold.Name(once))
		}
	})
}
