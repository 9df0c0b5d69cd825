package mention

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
	"pgregory.net/rapid"
)

func article(s string) *news.Article {
	return &news.Article{Text: s, Body: []news.Span{{Start: 0, End: len(s)}}}
}

// In the tested text a wanted mention stands in braces with its entity behind a
// bar: "{Orlan|Jana Orlan p}"; kinds are p, o, l (place) and g. What has no
// braces must not be found.
func wanted(marked string) (plain string, want []string) {
	var b strings.Builder
	for {
		before, rest, more := strings.Cut(marked, "{")
		b.WriteString(before)
		if !more {
			return b.String(), want
		}
		inner, after, _ := strings.Cut(rest, "}")
		words, entity, _ := strings.Cut(inner, "|")
		want = append(want, fmt.Sprintf("%d %s = %s", b.Len(), words, entity))
		b.WriteString(words)
		marked = after
	}
}

func find(a *news.Article) *Index { return Find(a, text.Read(a)) }

func foundNames(x *Index) []string {
	letter := map[news.EntityKind]string{news.Person: "p", news.Organisation: "o", news.Place: "l", news.Group: "g"}
	var got []string
	for i := range x.names {
		n := &x.names[i]
		s := x.span(n.from, n.to)
		e := x.Entities[n.entity]
		got = append(got, fmt.Sprintf("%d %s = %s %s", s.Start, s.Of(x.text), e.Name, letter[e.Kind]))
	}
	return got
}

func TestFind(t *testing.T) {
	for name, marked := range map[string]string{
		"surname":             "{Jana Orlan|Jana Orlan p} left. On Monday {Orlan|Jana Orlan p} came back.",
		"title and country":   "{Kazakh|}President {Tomas Verin|Tomas Verin p} met Dr. {Ilse Brandt|Ilse Brandt p}.",
		"post of a country":   "Deputy Foreign Minister of the {Republic of Kazakhstan|Republic of Kazakhstan l} {Roman Oldak|Roman Oldak p} spoke.",
		"post of a state":     "As the President of {Norway|Norway l} {Verin|Verin p} said at the meeting, it is over.",
		"printed preposition": "{Karl Verin|Karl Verin p} came. They are offended that he turned to To {Verin|Karl Verin p}, not to them.",
		"two surnames":        "{Jana Orlan|Jana Orlan p} left. The former adviser to {Orlan|Jana Orlan p} {Verin|Verin p} believes that it is over.",
		"post of a house":     "He met Head of the {Expert Council of the Fund for Growth|Expert Council of the Fund for Growth o} {Igor Stavin|Igor Stavin p}.",
		"ministry":            "A note of the {Ministry of Industry and Trade of Norway|Ministry of Industry and Trade of Norway o} came.",
		"acronym":             "The {Union of Lake Towns|Union of Lake Towns o} ({ULT|Union of Lake Towns o}) met. The {ULT|Union of Lake Towns o} agreed.",
		"spelling":            "{Yermek Tolkayev|Yermek Tolkayev p} spoke. Later {Tolkaev|Yermek Tolkayev p} left.",
		"hyphens":             "{Jean-Marc Delorme|Jean-Marc Delorme p} met {Omar al-Hadid|Omar al-Hadid p}.",
		"particles":           "{Pieter van der Meulen|Pieter van der Meulen p} and {Ursula von Hagen|Ursula von Hagen p} agreed.",
		"initials":            "{J. K. Orsten|J. K. Orsten p} wrote it.",
		"possessive":          "{Tomas Verin|Tomas Verin p}’s house is {Verin|Tomas Verin p}'s pride.",
		"common words":        "Yesterday the door was open. However, many people came. Nothing was said.",
		"two of one surname":  "{Anna Brandt|Anna Brandt p} spoke. {Brandt|Anna Brandt p} left. {Karl Brandt|Karl Brandt p} stayed. {Brandt|Karl Brandt p} slept.",
		"side by side":        "said the aide to {Nikolai Sedov|Nikolai Sedov p} {Pavel Marin|Pavel Marin p} today",
		"two persons":         "An adviser to {Nikolai Sedov|Nikolai Sedov p} met {Mr|}",
		"headline":            "What Will President {Verin|Tomas Verin p} Do When {Norway|Norway l} Calls?\n\nPresident {Tomas Verin|Tomas Verin p} slept.",
		"people":              "The {Norwegians|Norwegians g} and the {Russians|Russians g} left.",
		"city":                "It rained in {Oslo|Oslo l} and {New York|New York l}.",
		"capitals":            "{TOMAS VERIN|Tomas Verin p} came. {Tomas Verin|Tomas Verin p} went.",
		"given name":          "{Jana Orlan|Jana Orlan p} sang. Then {Jana|Jana Orlan p} danced.",
		"unknown belonging":   "The Norlandian fleet left {Tolva|Tolva l}. The {Tolva|Tolva l} dam is in {Tolva|Tolva l}.",
		"unknown state":       "Ambassador of Norlandia {Rutha Halvane|Rutha Halvane p} spoke.",
		"of a state, small":   "The minister of {Norlandia|Norlandia l} {Jana Orlan|Jana Orlan p} left. He was in the embassy of {Norlandia|Norlandia l}.",
		"of a state, Slavic":  "The ambassador of {Norlandia|Norlandia l} {Zhelmir Tolkayev|Zhelmir Tolkayev p} left for {Norlandia|Norlandia l}.",
		"of a man":            "The aide of {Karl Werner Brandt|Karl Werner Brandt p} left.",
		"two words of a firm": "The lawyers of {Brandt & Orlan|Brandt & Orlan o} spoke.",
		"lead of a place":     "He lives in {Lower Tolva|Lower Tolva l}.",
		"movement and name":   "Then Libertarian {Karl Brandt|Karl Brandt p} came.",
		"a common surname":    "{Karl Cook|Karl Cook p} came. Then {Cook|Karl Cook p} left the City.",
		"party and state":     "{Karl Orlan|Karl Orlan p}, R-Utah, met a voter of {Tulsa|Tulsa l}, Okla. today.",
		"firm":                "Near {TolvaPower|TolvaPower o} it rained.",
		"middle initials":     "{Karl W. Brandt|Karl W. Brandt p} left. His father, {Karl H. V. Brandt|Karl H. V. Brandt p}, stayed. {Karl Brandt|Karl Brandt p} slept.",
		"middle initial":      "{Karl Werner Brandt|Karl Werner Brandt p} left. {Karl W. Brandt|Karl Werner Brandt p} came back.",
		"surname and state":   "{Karl Jordan|Karl Jordan p} flew home. It rained in {Jordan|Jordan l}. {Jordan|Jordan l} is a state. {Jordan|Karl Jordan p} said he was glad.",
		"given name and city": "Senator {Lincoln Orlan|Lincoln Orlan p} spoke in {Lincoln|Lincoln l}, {Nebraska|Nebraska l}. Then {Orlan|Lincoln Orlan p} left.",
		"plural owners":       "The {Northern Weavers’ Association|Northern Weavers’ Association o} ({NWA|Northern Weavers’ Association o}) met the {Teachers' Council of Norland|Teachers' Council of Norland o}.",
		"a plural's genitive": "It was the weavers' first day. She sold the {Orlans|}' house.",
		"a paper that wrote":  "The {Velgrad Bell|Velgrad Bell o} wrote that nobody came. The {Velgrad Bell|Velgrad Bell o} quoted a farmer.",
		"a paper's reporter":  "He laughed at a reporter from the {Velgrad Bell|Velgrad Bell o} who asked.",
		"an affair of one":    "Nobody had heard of the {Ada Quill|Ada Quill p} affair.",
		"a paper's name":      "So the newspaper {Ada Lark|Ada Lark o} reports. They told the {Lark|Ada Lark o} little.",
		"kind of a surname":   "He is no puppet, like {Tolchenko|Tolchenko p} in {Norway|Norway l}. They had seen {Tolčenko|Tolchenko p} leave.",
		"two words, one name": "“No,” said {Karl H. Brandt|Karl H. Brandt p}. {George Brandt|George Brandt p} spoke in {Texas|Texas l}.",
		"hyphened adjective":  "An {Oslo|Oslo l} firm sold Norway-made, pro-Russian goods.",
	} {
		if strings.Contains(marked, "|}") { // words between braces without an entity are plain
			marked = strings.NewReplacer("{Kazakh|}", "Kazakh ", "{Mr|}", "him", "{Orlans|}", "neighbours").Replace(marked)
		}
		text, want := wanted(marked)
		got := foundNames(find(article(text)))
		if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
			t.Errorf("%s: %s\n got %s\nwant %s", name, text, g, w)
		}
	}
}

var scraps = rapid.SampledFrom([]string{"Jana", "Orlan", "Verin", "President", "Ministry", "of", "the", "Foreign", "Affairs", "(MFA)", "MFA", "Norway", "said", "he", "who",
	".", ",", "\n", " ", "“", "”", "'s", "’s", "van", "al-Hadid", "J.", "Žomart", "U.S.", "and", "for", "-", "–", ":", "?", "\xff", "\x00", "İ", "The", "is", "a", "minister"})

func invented(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(scraps, 0, 60).Draw(t, "scraps"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "glue"))
}

// Every mention lies in the body, mentions of the article do not overlap, and a
// name is printed verbatim.
func TestFindInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkIndex(t, invented(t)) })
}

func checkIndex(t interface{ Fatalf(string, ...any) }, s string) *Index {
	x := find(article(s))
	last := 0
	for i := range x.names {
		span := x.span(x.names[i].from, x.names[i].to)
		if span.Start < last || span.Empty() || x.names[i].entity < 0 {
			t.Fatalf("name %q at %v after byte %d of %q", span.Of(s), span, last, s)
		}
		last = span.End
	}
	for _, e := range x.Entities {
		if e.Name == "" || !strings.Contains(s, e.Name) || e.Kind == "" || len(e.Mentions) == 0 {
			t.Fatalf("entity %+v of %q", e, s)
		}
	}
	return x
}

func FuzzFind(f *testing.F) {
	f.Add("President Jana Orlan of the Union of Lake Towns (ULT) said so. “No,” Orlan’s aide Karl Brandt added.")
	f.Fuzz(func(t *testing.T, s string) { checkIndex(t, s) })
}

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat("Deputy Foreign Minister of the Republic of Kazakhstan Roman Oldak met Jana Orlan, an analyst of the Union of Lake Towns (ULT), in Oslo on Monday. "+
		"“We know,” he said, adding that the Council would see to it before long.\n\n", 300)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	a := article(s)
	for b.Loop() {
		find(a)
	}
}
