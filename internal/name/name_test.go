package name

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

func TestEveryRuleHasASentence(t *testing.T) {
	for _, id := range ruleIDs {
		if !wording.Known(id) {
			t.Errorf("rule %q has no sentence", id)
		}
	}
}

// TestCompare has pairs as "one | other", by what they are held for.
func TestCompare(t *testing.T) {
	for _, c := range []struct {
		kind  news.EntityKind
		pairs string
		want  []Decision
	}{
		{news.Person, `Ada Quillfeather | QUILLFEATHER, Ada
			Bohdan Zhukovets | Богдан Жуковець
			Yermek Tulebayev | Ермек Тулебаев
			Yermek Tulebayev | Ermek Tulebaev`, []Decision{Same}},
		{news.Person, `Bohdan Zhukovets | B. Zhukovets
			Богдан Петрович Жуковец | Богдана Жуковца
			Quillfeather | Ada Quillfeather
			Olexandr Brenko | Sasha Brenko`, []Decision{Likely, Same}},
		{news.Person, `Ada Quillfeather | Bela Quillfeather
			Omar Brandt Jr | Omar Brandt Sr
			Богдан Петрович Жуковец | Богдан Иванович Жуковец
			Ada | Ada Quillfeather`, []Decision{Apart}},
		{news.Organisation, `Brenko Tools Ltd | Brenko Tools LLC
			Brenko Tools | BRENKO TOOLS, Inc.`, []Decision{Same}},
		{news.Organisation, `League of Harbour Pilots | LHP`, []Decision{Likely}},
		{news.Organisation, `Bank of Norrland | Bank of Sudland`, []Decision{Apart}},
	} {
		for line := range strings.SplitSeq(c.pairs, "\n") {
			x, y, _ := strings.Cut(strings.TrimSpace(line), " | ")
			a, b := Parse(x, c.kind), Parse(y, c.kind)
			if v := Compare(&a, &b); !slices.Contains(c.want, v.Decision) {
				t.Errorf("%s | %s: %v %.3f %v, want %v", x, y, v.Decision, v.Score, v.Reasons(), c.want)
			}
		}
	}
}

// words that names are drawn of: enough to meet one another.
var drawn = []string{"Ada", "Bohdan", "Богдан", "Quillfeather", "Жуковец", "Zhukovets", "Петрович", "al-", "Jr", "III", "B.", "Ю.", "Dr", "Ltd", "Bank", "of",
	"Жуковца", "Jukovec", "محمد", "王小明", "김", "Ολγα", "(x)", ",", "-", "Anna-Maria", "O'Brenko", "LHP", "G.m.b.H.", "Zhukovetz", "Quilfeather"}

func drawName(t *rapid.T, label string) Name {
	n := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(drawn), rapid.StringN(1, 6, 24)), 1, 6).Draw(t, label)
	kind := rapid.SampledFrom([]news.EntityKind{"", news.Person, news.Organisation, news.Place}).Draw(t, label+" kind")
	return Parse(strings.Join(n, " "), kind)
}

func TestCompareIsSymmetricAndKeyed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawName(t, "a"), drawName(t, "b")
		v, w := Compare(&a, &b), Compare(&b, &a)
		if v != w {
			t.Fatalf("%v one way, %v the other", v, w)
		}
		if v.Score < 0 || v.Score > 1 {
			t.Fatalf("score %v", v.Score)
		}
		if v.Decision != Apart && !shareKey(a.Keys(nil), b.Keys(nil)) {
			t.Fatal("no key in common")
		}
	})
}

func TestANameIsItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawName(t, "a")
		if v := Compare(&a, &a); !a.Empty() && v.Decision != Same {
			t.Fatalf("%v", v)
		}
	})
}

func TestComparingAllocatesNothing(t *testing.T) {
	a, b := Parse("Bohdan Petrovich Zhukovets", news.Person), Parse("Жуковец, Богдан", news.Person)
	if n := testing.AllocsPerRun(50, func() { Compare(&a, &b) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range drawn {
		f.Add(s+" "+drawn[0], "person")
	}
	f.Fuzz(func(t *testing.T, s, kind string) {
		a, b := Parse(s, news.EntityKind(kind)), Parse(s, news.EntityKind(kind))
		if v := Compare(&a, &b); !a.Empty() && v.Decision != Same {
			t.Fatalf("%q: %+v", s, v)
		}
		if len(a.parts) > maxParts || !slices.IsSorted(a.keys) {
			t.Fatal("bounds")
		}
	})
}
