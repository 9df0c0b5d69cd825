package known_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

func TestNamed(t *testing.T) {
	tests := []struct{ name, first string }{
		{"Almaty", "geonames:1526384"},
		{"Alma-Ata", "geonames:1526384"},
		{"alma ata", "geonames:1526384"},
		{"Алма-Ата", "geonames:1526384"},
		{"Верный", "geonames:1526384"},
		{"阿拉木图", "geonames:1526384"},
		{"Nur-Sultan", "geonames:1526273"},
		{"Kiev", "geonames:703448"},
		{"Київ", "geonames:703448"},
		{"Saint-Petersburg", "geonames:498817"},
		{"St. Petersburg", "geonames:498817"},
		{"Leningrad", "geonames:498817"},
		{"the United States", "iso:US"},
		{"U.S.", "iso:US"},
		{"Қазақстан", "iso:KZ"},
		{"Bosnia & Herzegovina", "iso:BA"},
		{"COTE D’IVOIRE", "iso:CI"},
		{"Georgia", "iso:GE"},
		{"Chechnya", "iso:RU-CE"},
		{"Central Asia", "m49:143"},
		{"Kazakhs", "people:KZ"},
		{"South Koreans", "people:KR"},
		{"ירושלים", "geonames:281184"},
		{"北京", "geonames:1816670"},
		{"россияне", "people:RU"},
		{"CSTO", "org:csto"},
		{"Collective Security Treaty Organization", "org:csto"},
		{"ОДКБ", "org:csto"},
		{"НАТО", "org:nato"},
		{"Fort Worth", "geonames:4691930"},
		{"Ft. Worth", "geonames:4691930"},
		{"Tex.", "iso:US-TX"},
		{"Black Sea", "area:black-sea"},
		{"Agence France-Presse", "org:afp"},
		{"European Union", "org:eu"},
		{"Ostmarken Reach", ""},
		{"", ""},
		{"…", ""},
		{strings.Repeat("Almaty ", 1000), ""},
	}
	for _, c := range tests {
		var got string
		if found := known.Named(c.name); len(found) > 0 {
			got = found[0].ID
		}
		if got != c.first {
			t.Errorf("%q: got %q, want %q", c.name, got, c.first)
		}
	}
}

func TestOfSeveralTheLargestComesFirst(t *testing.T) {
	found := known.Named("Tripoli")
	var ids []string
	for _, e := range found {
		ids = append(ids, e.In)
	}
	if len(found) < 2 || ids[0] != "iso:LY" || !slices.Contains(ids, "iso:LB") {
		t.Errorf("got Tripoli in %v, want the one in Libya before the one in Lebanon", ids)
	}
	for i := 1; i < len(found); i++ {
		if found[i].Population > found[i-1].Population {
			t.Errorf("%s has more inhabitants than %s before it", found[i].ID, found[i-1].ID)
		}
	}
}

func TestEntry(t *testing.T) {
	e, ok := known.Get("geonames:1526273")
	if !ok || e.Name() != "Astana" || e.Role != known.Capital || e.Kind != news.Place || e.In != "iso:KZ" || e.Population < known.LargeCity {
		t.Errorf("got %+v", e)
	}
	if !slices.Contains(e.Names[:e.English], "Nur-Sultan") || !slices.Contains(e.Names[e.English:], "Астана") {
		t.Errorf("English names %v, others %v", e.Names[:e.English], e.Names[e.English:])
	}
	for _, id := range []string{"", "geonames:1", "iso:K", "KZ", "iso:KZ\t", "\n"} {
		if e, ok := known.Get(id); ok {
			t.Errorf("%q is no id, got %s", id, e.ID)
		}
	}
}

// TestLongest has the names a text holds in brackets, with their roles.
func TestLongest(t *testing.T) {
	tests := []string{
		"He flew from [New York City|city] to [Kazakhstan|country] on Monday.",
		"[US|country] officials told us that the [U.S.|country] would wait.",
		"The ministers of [Bosnia and Herzegovina|country] met in [Nur-Sultan|capital], once [Akmola|capital region].",
		"The [Collective Security Treaty Organization|organisation] ([CSTO|organisation]) and [NATO|organisation] said nothing of same.",
		"[Kazakhs|demonym] and [Uzbek|demonym] traders left [São Tomé|capital region] and [Sao Tome|capital region].",
		"Half of the northern town agreed with the [Middle East|area].",
		"",
	}
	for _, marked := range tests {
		plain, want := unmark(marked)
		if got := strings.Join(names(plain), "\n"); got != want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", plain, got, want)
		}
	}
}

// unmark takes the brackets out of a text: "[Almaty|city]".
func unmark(marked string) (plain, want string) {
	var words []string
	for {
		before, rest, found := strings.Cut(marked, "[")
		plain += before
		if !found {
			return plain, strings.Join(words, "\n")
		}
		var hit string
		hit, marked, _ = strings.Cut(rest, "]")
		name, _, _ := strings.Cut(hit, "|")
		plain += name
		words = append(words, hit)
	}
}

// names are the longest names of a text from left to right.
func names(s string) []string {
	tokens := text.Tokens(s, news.Span{End: len(s)}, nil)
	var out []string
	for i := 0; i < len(tokens); {
		n, roles := known.Longest(tokens[i:])
		if n > 0 {
			out = append(out, s[tokens[i].Start:tokens[i+n-1].End]+"|"+roles.String())
		}
		i += max(n, 1)
	}
	return out
}

func TestLongestAllocatesNothing(t *testing.T) {
	s := "The Collective Security Treaty Organization met in Almaty."
	tokens := text.Tokens(s, news.Span{End: len(s)}, nil)
	if n := testing.AllocsPerRun(100, func() {
		for i := range tokens {
			known.Longest(tokens[i:])
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkLongest(b *testing.B) {
	s := "The ministers of Bosnia and Herzegovina met in Nur-Sultan, once Akmola, to speak about the Collective Security Treaty Organization."
	tokens := text.Tokens(s, news.Span{End: len(s)}, nil)
	b.ReportAllocs()
	for b.Loop() {
		for i := range tokens {
			known.Longest(tokens[i:])
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(tokens)), "ns/token")
}

func BenchmarkNamed(b *testing.B) {
	for b.Loop() {
		known.Named("Алма-Ата")
		known.Named("Ostmarken Reach")
	}
}
