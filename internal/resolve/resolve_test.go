package resolve_test

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// scene reads "faro 2031-05-04: Ada Quill, bo marsh, the place of Arnholt": an
// outlet, a date and who is named besides; all of them may be left out. Names
// in lower case are organisations.
func scene(s string) *resolve.Scene {
	a := &news.Article{}
	head, with, _ := strings.Cut(s, ": ")
	a.Outlet.Value, a.Published.Value, _ = strings.Cut(head, " ")
	for _, w := range strings.Split(with, ", ") {
		if w != "" {
			a.Entities = append(a.Entities, news.Entity{Name: w, Kind: news.Organisation})
		}
	}
	c, _ := resolve.Read(a)
	return &c
}

// seen is an article in which a name stands; its lot is a hash of its words.
func seen(article string) resolve.Seen {
	h := fnv.New64a()
	h.Write([]byte(article))
	return resolve.Seen{Article: article, Lot: int64(h.Sum64() >> 1), Scene: scene(article)}
}

// name reads "person Ada Quill | faro 2031: X | post: Y": a kind, a name and the
// articles it stands in.
func name(s string) resolve.Name {
	parts := strings.Split(s, " | ")
	kind, words, _ := strings.Cut(parts[0], " ")
	n := resolve.Name{Form: resolve.NewForm(news.EntityKind(strings.Trim(kind, "?")), words, nil), Uses: len(parts) - 1}
	for _, article := range parts[1:] {
		n.Seen = append(n.Seen, seen(article))
	}
	slices.SortFunc(n.Seen, func(a, b resolve.Seen) int { return int(min(max(a.Lot-b.Lot, -1), 1)) })
	return n
}

func names(descriptions ...string) []resolve.Name {
	out := make([]resolve.Name, len(descriptions))
	for i, s := range descriptions {
		out[i] = name(s)
	}
	return out
}

// resolved resolves names from scratch, as an archive does: full names first,
// then the short ones. It writes entities as "kind Name = alias+, alias?":
// confirmed and suggested; where an alias does not hold everywhere, its
// articles follow.
func resolved(all []resolve.Name, d resolve.Decisions) []string {
	var full, short []resolve.Name
	for _, n := range all {
		if n.Short {
			short = append(short, n)
		} else {
			full = append(full, n)
		}
	}
	entities := grouped(full, d)
	lines := make([]string, len(entities))
	bearers := make([]resolve.Bearer, len(entities))
	for i, e := range entities {
		lines[i] = written(e, full)
		for _, a := range e.Aliases {
			bearers[i].Forms = append(bearers[i].Forms, full[a.Name].Form)
			for _, k := range a.Seen {
				bearers[i].Seen = append(bearers[i].Seen, full[a.Name].Seen[k])
			}
		}
	}
	for _, e := range groupedShort(short, bearers, d) {
		if b := e.Bearer(); b >= 0 {
			lines[b] += ", " + aliases(e, short)
		} else {
			lines = append(lines, written(e, short))
		}
	}
	slices.Sort(lines)
	return lines
}

func written(e resolve.Entity, names []resolve.Name) string {
	name, kind, hidden := e.Shown()
	line := fmt.Sprintf("%s %s = %s", kind, name, aliases(e, names))
	if hidden {
		line += " (hidden)"
	}
	return line
}

func aliases(e resolve.Entity, names []resolve.Name) string {
	var out []string
	for _, a := range e.Aliases {
		words := names[a.Name].Name + "?"
		if a.Confirmed {
			words = names[a.Name].Name + "+"
		}
		if len(a.Seen) < len(names[a.Name].Seen) {
			var in []string
			for _, k := range a.Seen {
				in = append(in, names[a.Name].Seen[k].Article)
			}
			slices.Sort(in)
			words += " in [" + strings.Join(in, " | ") + "]"
		}
		out = append(out, words)
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func grouped(names []resolve.Name, d resolve.Decisions) []resolve.Entity {
	return resolve.Group(names, edges(names), d)
}

func edges(names []resolve.Name) []resolve.Edge {
	var out []resolve.Edge
	for i := range names {
		for j := range i {
			if l, ok := resolve.Connect(names[j].Form, names[i].Form); ok {
				out = append(out, resolve.Edge{A: j, B: i, Link: l})
			}
		}
	}
	return out
}

func groupedShort(names []resolve.Name, bearers []resolve.Bearer, d resolve.Decisions) []resolve.Entity {
	var links []resolve.BearerLink
	for i := range names {
		for b := range bearers {
			for _, f := range bearers[b].Forms {
				if _, ok := resolve.Connect(names[i].Form, f); ok {
					links = append(links, resolve.BearerLink{Name: i, Bearer: b, Full: f})
				}
			}
		}
	}
	return resolve.GroupShort(names, edges(names), bearers, links, false, d)
}

func TestResolve(t *testing.T) {
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			got := resolved(names(c.names...), resolve.Decisions{})
			if want := slices.Sorted(slices.Values(c.want)); !slices.Equal(got, want) {
				t.Errorf("\n got %s\nwant %s", strings.Join(got, "\n     "), strings.Join(want, "\n     "))
			}
		})
	}
}

var cases = []struct {
	what  string
	names []string
	want  []string
}{
	{"one name but for case and diacritics", []string{"person Ada Quill | a", "person ADA  QUILL | b", "person Ada Quíll | c"},
		[]string{"person Ada Quill = ADA  QUILL+, Ada Quill+, Ada Quíll+"}},
	{"of equal use the fullest name is shown", []string{"person Rustam Orlan | a", "person Rustam Petrovich Orlan | b", "person R. Orlan | c: Mill Club"},
		[]string{"person R. Orlan = R. Orlan+", "person Rustam Petrovich Orlan = Rustam Orlan+, Rustam Petrovich Orlan+"}},
	{"of equal use that in the script of most is shown", []string{"person Рустам Петрович Орлан | a", "person Rustam Orlan | b"},
		[]string{"person Rustam Orlan = Rustam Orlan+, Рустам Петрович Орлан+"}},
	{"the most used name is shown", []string{"person Рустам Орлан | a | c", "person Rustam Petrovich Orlan | b"},
		[]string{"person Рустам Орлан = Rustam Petrovich Orlan+, Рустам Орлан+"}},
	{"a name of unknown kind is the entity of that name", []string{"? Ada Quill | a", "person Ada Quill | b"},
		[]string{"person Ada Quill = Ada Quill+, Ada Quill+"}},
	{"a speaker no article names is nobody", []string{"? guard | a"}, nil},
	{"a surname in the same outlet and time", []string{"person Quill | faro 2031-05-04", "person Ada Quill | faro 2031-05-09"},
		[]string{"person Ada Quill = Ada Quill+, Quill?"}},
	{"a surname in another outlet, with the same people", []string{"person Quill | post: Dov Harbour Union, Kestrel Bank", "person Ada Quill | faro: Dov Harbour Union, Kestrel Bank"},
		[]string{"person Ada Quill = Ada Quill+, Quill?"}},
	{"a surname alone", []string{"person Quill | post", "person Ada Quill | faro"},
		[]string{"person Ada Quill = Ada Quill+", "person Quill = Quill+"}},
	{"a surname two people bear", []string{"person Quill | faro 2031-05-05", "person Ada Quill | faro 2031-05-04", "person Bo Quill | faro 2031-05-06"},
		[]string{"person Ada Quill = Ada Quill+", "person Bo Quill = Bo Quill+", "person Quill = Quill+"}},
	{"a surname two people bear, use by use", []string{"person Quill | faro: Kestrel Bank, Dov Harbour Union | post: Mill Club, Tern Society",
		"person Ada Quill | faro: Kestrel Bank, Dov Harbour Union", "person Bo Quill | post: Mill Club, Tern Society"},
		[]string{"person Ada Quill = Ada Quill+, Quill? in [faro: Kestrel Bank, Dov Harbour Union]", "person Bo Quill = Bo Quill+, Quill? in [post: Mill Club, Tern Society]"}},
	{"a surname nobody bears in full", []string{"person Quill | faro: Kestrel Bank | post: Kestrel Bank, Mill Club | tern: Mill Club"},
		[]string{"person Quill = Quill?"}},
	{"a surname taken for an organisation", []string{"organisation Quill | post: Dov Harbour Union, Kestrel Bank", "person Ada Quill | faro: Dov Harbour Union, Kestrel Bank"},
		[]string{"person Ada Quill = Ada Quill+, Quill?"}},
	{"a surname taken for an organisation, and a longer one", []string{"organisation Quill | post: Dov Harbour Union, Kestrel Bank", "person Ada Quill | faro: Dov Harbour Union, Kestrel Bank", "organisation Norland Quill | post: Dov Harbour Union, Kestrel Bank"},
		[]string{"organisation Norland Quill = Norland Quill+", "person Ada Quill = Ada Quill+, Quill?"}},
	{"a surname taken for an organisation parts no forms of its bearer's name", []string{"organisation Quill | post: Dov Harbour Union, Kestrel Bank", "person Anna-Maria Quill | faro: Dov Harbour Union, Kestrel Bank", "person Anna-Maria Bohdanovna | tern: Dov Harbour Union, Kestrel Bank"},
		[]string{"person Anna-Maria Bohdanovna = Anna-Maria Bohdanovna+, Anna-Maria Quill?, Quill?"}},
	{"a country and its city", []string{"place Brendia | post: Dov Harbour Union, Kestrel Bank", "place Brend | faro: Dov Harbour Union, Kestrel Bank"},
		[]string{"place Brend = Brend+", "place Brendia = Brendia+"}},
	{"a surname taken for a place, spelled otherwise", []string{"place Tolchenko | post: Dov Harbour Union, Kestrel Bank", "person Ada Tolmenka | tern: Dov Harbour Union, Kestrel Bank", "person Bo Tolčenko | faro: Dov Harbour Union, Kestrel Bank"},
		[]string{"person Ada Tolmenka = Ada Tolmenka+", "person Bo Tolčenko = Bo Tolčenko+, Tolchenko?"}},
	{"ministries of two states that sound alike", []string{"organisation Slovakia's Health Ministry | post: Mill Club, Tern Society", "organisation Slovenian Ministry of Health | faro: Mill Club, Tern Society"},
		[]string{"organisation Slovakia's Health Ministry = Slovakia's Health Ministry+", "organisation Slovenian Ministry of Health = Slovenian Ministry of Health+"}},
	{"a state's ministry by its people's name", []string{"organisation Slovak Health Ministry | post", "? Slovakia's Ministry of Health | faro"},
		[]string{"organisation Slovak Health Ministry = Slovak Health Ministry+, Slovakia's Ministry of Health+"}},
	{"a state's ministry in other languages", []string{"organisation Министерство обороны Казахстана | post", "? Kazakhstan's Defense Ministry | faro", "organisation Минобороны Казахстана | tern", "organisation Defence Ministry of Kazakhstan | lark", "organisation Verteidigungsministerium Kasachstans | gull"},
		[]string{"organisation Defence Ministry of Kazakhstan = Defence Ministry of Kazakhstan+, Kazakhstan's Defense Ministry+, Verteidigungsministerium Kasachstans+, Министерство обороны Казахстана+, Минобороны Казахстана+"}},
	{"ministries of two states, and of none, in other languages", []string{"organisation МИД России | post: Mill Club", "organisation МИД Украины | faro: Tern Society", "organisation Russian Foreign Ministry | tern", "organisation МИД | lark", "organisation МИД Российской Федерации | gull"},
		[]string{"organisation МИД = МИД+", "organisation МИД Российской Федерации = Russian Foreign Ministry+, МИД России+, МИД Российской Федерации+", "organisation МИД Украины = МИД Украины+"}},
	{"an office and a name of somebody's", []string{"organisation Минобороны Жуковца | post", "organisation Defence Ministry | faro"},
		[]string{"organisation Defence Ministry = Defence Ministry+", "organisation Минобороны Жуковца = Минобороны Жуковца+"}},
	{"a firm by its people's name is only likely", []string{"organisation Slovak Kestrel | post", "organisation Slovakia Kestrel | faro"},
		[]string{"organisation Slovak Kestrel = Slovak Kestrel+", "organisation Slovakia Kestrel = Slovakia Kestrel+"}},
	{"the ministry of an article about another state", []string{"? Norway's Health Ministry | post: Mill Club, Tern Society, Norway", "organisation Health Ministry | faro: Mill Club, Tern Society, Sweden"},
		[]string{"organisation Norway's Health Ministry = Norway's Health Ministry+", "organisation Health Ministry = Health Ministry+"}},
	{"the ministry of an article about the state, or none", []string{"? Norway's Health Ministry | post: Mill Club, Tern Society, Norway", "organisation Health Ministry | faro: Mill Club, Tern Society, Norway | tern: Mill Club, Tern Society"},
		[]string{"organisation Norway's Health Ministry = Norway's Health Ministry+, Health Ministry?"}},
	{"what is somebody's is not its owner", []string{"organisation Kestrel Bank | post: Mill Club, Tern Society", "? website of the Kestrel Bank | faro: Mill Club, Tern Society", "? Kestrel Bank's director | faro: Mill Club, Tern Society"},
		[]string{" Kestrel Bank's director = Kestrel Bank's director+", " website of the Kestrel Bank = website of the Kestrel Bank+", "organisation Kestrel Bank = Kestrel Bank+"}},
	{"an embassy is not its state", []string{"organisation Norvelle | post: Mill Club, Tern Society", "organisation Embassy of Norvelle | faro: Mill Club, Tern Society"},
		[]string{"organisation Embassy of Norvelle = Embassy of Norvelle+", "organisation Norvelle = Norvelle+"}},
	{"an acronym in articles that share nothing", []string{"organisation NWA | post: Mill Club | faro: Tern Society"},
		[]string{"organisation NWA = NWA?"}},
	{"an acronym in articles that share much", []string{"organisation NWA | post: Mill Club, Tern Society | faro: Mill Club, Tern Society"},
		[]string{"organisation NWA = NWA+"}},
	{"an acronym in one article", []string{"organisation NWA | post: Mill Club"}, []string{"organisation NWA = NWA+"}},
	{"an acronym and the only name of its letters", []string{"organisation TPB | post | faro", "organisation Tarvan Press Bureau | tern"},
		[]string{"organisation Tarvan Press Bureau = TPB?, Tarvan Press Bureau+"}},
	{"an acronym and two names of its letters", []string{"organisation TPB | post", "organisation Tarvan Press Bureau | tern", "organisation Talmar Pilots' Board | faro"},
		[]string{"organisation TPB = TPB+", "organisation Talmar Pilots' Board = Talmar Pilots' Board+", "organisation Tarvan Press Bureau = Tarvan Press Bureau+"}},
	{"a firm of that name elsewhere", []string{"organisation Quill | post: Mill Club", "person Ada Quill | faro: Dov Harbour Union, Kestrel Bank"},
		[]string{"organisation Quill = Quill+", "person Ada Quill = Ada Quill+"}},
	{"spellings", []string{"person Rustam Zhaksylykov | a", "person Rustam Jaqsylyqov | b", "person Рустам Жаксылыков | c"},
		[]string{"person Rustam Jaqsylyqov = Rustam Jaqsylyqov+, Rustam Zhaksylykov+, Рустам Жаксылыков+"}},
	{"namesakes of another father", []string{"person Rustam Petrovich Orlan | a", "person Rustam Markovich Orlan | a"},
		[]string{"person Rustam Markovich Orlan = Rustam Markovich Orlan+", "person Rustam Petrovich Orlan = Rustam Petrovich Orlan+"}},
	{"a place under two names", []string{"place Kyiv | a", "place Kiev | b"}, []string{"place Kiev = Kiev+, Kyiv+"}},
	{"the ministry of one article is not that of another", []string{"organisation Ministry of Health | a: Mill Club | b: Tern Society"},
		[]string{"organisation Ministry of Health = Ministry of Health+ in [a: Mill Club]", "organisation Ministry of Health = Ministry of Health+ in [b: Tern Society]"}},
	{"a speaker by the post says who", []string{"? Norland's Health Ministry | a | b", "? Norland's minister | a", "? Ada Quill's dog | b", "? website of the Harbour Union | b"},
		[]string{"organisation Norland's Health Ministry = Norland's Health Ministry+", " Norland's minister = Norland's minister+", " Ada Quill's dog = Ada Quill's dog+", " website of the Harbour Union = website of the Harbour Union+"}},
	{"the embassy of one state is not another's, wherever it is", []string{"? Norland's embassy | post: Mill Club, Tern Society, Harbour Union, Kestrel Bank", "? embassy of Sudmark in Norl | faro: Mill Club, Tern Society, Harbour Union, Kestrel Bank", "? embassy of Norland | lark"},
		[]string{" embassy of Norland = Norland's embassy+, embassy of Norland+", " embassy of Sudmark in Norl = embassy of Sudmark in Norl+"}},
	{"a name that may be that of two Georges", []string{"person George Brandt | tern", "person George H. W. Brandt | post: Mill Club, Tern Society", "person George W. Brandt | faro: Harbour Union"},
		[]string{"person George Brandt = George Brandt+", "person George H. W. Brandt = George H. W. Brandt+", "person George W. Brandt = George W. Brandt+"}},
	{"a name that may be that of two, where one is talked of", []string{"person George Brandt | tern: Mill Club, Tern Society | lark", "person George H. W. Brandt | post: Mill Club, Tern Society", "person George W. Brandt | faro: Harbour Union"},
		[]string{"person George Brandt = George Brandt+ in [lark]", "person George H. W. Brandt = George Brandt? in [tern: Mill Club, Tern Society], George H. W. Brandt+", "person George W. Brandt = George W. Brandt+"}},
	{"uses of a name that may be that of two may be those of two", []string{"person George Brandt | tern | lark", "person George H. W. Brandt | post: Mill Club, Tern Society", "person George W. Brandt | faro: Harbour Union"},
		[]string{"person George Brandt = George Brandt?", "person George H. W. Brandt = George H. W. Brandt+", "person George W. Brandt = George W. Brandt+"}},
	{"a name that may be that of one only", []string{"person George Brandt | tern", "person George W. Brandt | faro: Harbour Union"},
		[]string{"person George Brandt = George Brandt+, George W. Brandt+"}},
	{"spellings of a name that may be that of two fathers' sons", []string{"person Rustam Orlan | tern", "person Рустам Орлан | lark", "person Rustam Petrovich Orlan | post", "person Рустам Маркович Орлан | faro"},
		[]string{"person Rustam Orlan = Rustam Orlan?, Рустам Орлан?", "person Rustam Petrovich Orlan = Rustam Petrovich Orlan+", "person Рустам Маркович Орлан = Рустам Маркович Орлан+"}},
	{"a name that sounds alike, among the same people throughout", []string{"person Rustam Tolmenkin | post: Mill Club, Tern Society, Harbour Union, Kestrel Bank, Lark Works, Dov Council, Pike Press", "person Rustam Talminkin | faro: Mill Club, Tern Society, Harbour Union, Kestrel Bank, Lark Works, Dov Council, Pike Press"},
		[]string{"person Rustam Talminkin = Rustam Talminkin+, Rustam Tolmenkin+"}},
	{"a name that sounds alike, where some are the same", []string{"person Rustam Tolmenkin | post: Mill Club, Tern Society", "person Rustam Talminkin | faro: Mill Club, Tern Society"},
		[]string{"person Rustam Talminkin = Rustam Talminkin+, Rustam Tolmenkin?"}},
	{"short names that sound alike, among the same people throughout", []string{"person Ada Bolf | post: Mill Club, Tern Society, Harbour Union, Kestrel Bank, Lark Works, Dov Council, Pike Press", "person Ada Bulf | faro: Mill Club, Tern Society, Harbour Union, Kestrel Bank, Lark Works, Dov Council, Pike Press"},
		[]string{"person Ada Bolf = Ada Bolf+, Ada Bulf?"}},
	{"a surname nobody bears in full, of other things", []string{"person Quill | faro: Kestrel Bank | post: Mill Club"},
		[]string{"person Quill = Quill+ in [faro: Kestrel Bank]", "person Quill = Quill+ in [post: Mill Club]"}},
}

// TestConnectIsSymmetric: links say the same whichever name comes first.
func TestConnectIsSymmetric(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		list := drawNames(rt)
		for i := range list {
			for j := range i {
				x, ok := resolve.Connect(list[i].Form, list[j].Form)
				y, also := resolve.Connect(list[j].Form, list[i].Form)
				if ok != also || x.Sure != y.Sure || x.Score != y.Score || !slices.Equal(x.Reasons, y.Reasons) {
					rt.Errorf("%s | %s: %v %v", list[i].Name, list[j].Name, x, y)
				}
			}
		}
	})
}

// TestListed: what a person listed is of the list's kind, holds its names
// together with the world's, and parts nothing that its names are like.
func TestListed(t *testing.T) {
	for _, c := range []struct {
		what  string
		list  known.Entry
		names []string
		want  []string
	}{
		{"a kind that articles mistake", known.Entry{ID: "own:1", Kind: news.Person, Names: []string{"Ada Quill", "Quill"}},
			[]string{"organisation Quill | a", "person Ada Quill | b"}, []string{"person Ada Quill = Ada Quill+, Quill+"}},
		{"a surname listed parts nobody", known.Entry{ID: "own:1", Kind: news.Person, Names: []string{"Anna-Maria Quill", "Quill"}},
			[]string{"person Quill | a: Mill Club, Tern Society", "person Anna-Maria Quill | a: Mill Club, Tern Society", "person Anna-Maria Bohdanovna | b: Mill Club, Tern Society"},
			[]string{"person Anna-Maria Quill = Anna-Maria Bohdanovna?, Anna-Maria Quill+, Quill+"}},
		{"a listed name is the core", known.Entry{ID: "own:1", Kind: news.Person, Names: []string{"Zoja Anna-Maria Quill", "Anna-Maria Quill"}},
			[]string{"person Anna-Maria Quill | a: Mill Club, Tern Society", "person Anna-Maria Bohdanovna | b: Mill Club, Tern Society | c: Mill Club, Tern Society"},
			[]string{"person Anna-Maria Quill = Anna-Maria Bohdanovna?, Anna-Maria Quill+"}},
		{"a place the world knows, under one more name", known.Entry{ID: "own:1", Kind: news.Place, Names: []string{"Brendograd", "Kyiv"}},
			[]string{"person Brendograd | a", "place Kiev | b"}, []string{"place Brendograd = Brendograd+, Kiev+"}},
	} {
		t.Run(c.what, func(t *testing.T) {
			list := known.NewList([]known.Entry{c.list})
			all := names(c.names...)
			for i := range all {
				all[i].Form = resolve.NewForm(all[i].Kind, all[i].Name, list.Named(all[i].Name))
			}
			if got := resolved(all, resolve.Decisions{}); !slices.Equal(got, c.want) {
				t.Errorf("\n got %s\nwant %s", strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
			}
		})
	}
}

// TestTheOrderOfNamesDoesNotMatter, neither in itself nor for what is decided.
func TestTheOrderOfNamesDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		list := drawNames(rt)
		d := drawDecisions(rt, list)
		shuffled := rapid.Permutation(list).Draw(rt, "shuffled")
		if a, b := resolved(list, d), resolved(shuffled, d); !slices.Equal(a, b) {
			rt.Errorf("\n%s\n\n%s", strings.Join(a, "\n"), strings.Join(b, "\n"))
		}
	})
}

// TestASplitUndoesAMerge: of a merge that was split again nothing is left but the
// split; of names that no rule joins, and none may be that of several, not even it.
func TestASplitUndoesAMerge(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		list := drawNames(rt)
		if len(list) < 2 {
			return
		}
		a, b := rapid.SampledFrom(list).Draw(rt, "a"), rapid.SampledFrom(list).Draw(rt, "b")
		if a.Kind == b.Kind && a.Name == b.Name {
			return
		}
		merge := resolve.Tie{A: resolve.Use{Kind: a.Kind, Name: a.Name}, B: resolve.Use{Kind: b.Kind, Name: b.Name}, Same: true, By: "merge"}
		split := merge
		split.Same, split.By = false, "split"
		got := resolved(list, resolve.Decisions{Ties: []resolve.Tie{merge, split}})
		if want := resolved(list, resolve.Decisions{Ties: []resolve.Tie{split}}); !slices.Equal(got, want) {
			rt.Errorf("%s | %s\n got %s\nwant %s", a.Name, b.Name, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
		}
		if _, linked := resolve.Connect(a.Form, b.Form); linked || a.Short || b.Short {
			return
		}
		if want := resolved(list, resolve.Decisions{}); !slices.Equal(got, want) && !together(want, a, b) {
			rt.Errorf("%s | %s\n got %s\nwant, as before, %s", a.Name, b.Name, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
		}
	})
}

// together reports whether names stand in one line of what was resolved.
func together(lines []string, a, b resolve.Name) bool {
	return slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, a.Name) && strings.Contains(l, b.Name) })
}

// TestEveryUseStandsOnce checks that each use of a name with a kind stands for
// one entity, with reasons that have sentences.
func TestEveryUseStandsOnce(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		list := drawNames(rt)
		d := drawDecisions(rt, list)
		var full []resolve.Name
		for _, n := range list {
			if !n.Short {
				full = append(full, n)
			}
		}
		checkUses(rt, full, grouped(full, d))
		var short []resolve.Name
		for _, n := range list {
			if n.Short {
				short = append(short, n)
			}
		}
		checkUses(rt, short, groupedShort(short, nil, d))
	})
}

func checkUses(rt *rapid.T, names []resolve.Name, entities []resolve.Entity) {
	type use struct{ name, seen int }
	stands, rest := map[use]int{}, map[int]int{}
	for _, e := range entities {
		for _, a := range e.Aliases {
			for _, k := range a.Seen {
				stands[use{a.Name, k}]++
			}
			if a.Rest {
				rest[a.Name]++
			}
			if len(a.Reasons) == 0 {
				rt.Errorf("%s stands for %s without reason", names[a.Name].Name, e.Name)
			}
			for _, r := range a.Reasons {
				if !wording.Known(r.Rule) {
					rt.Errorf("rule %s has no sentence", r.Rule)
				}
			}
		}
	}
	for i, n := range names {
		for k := range n.Seen {
			if got := stands[use{i, k}]; got > 1 || n.Entity && got == 0 {
				rt.Errorf("%s in %s stands for %d entities", n.Name, n.Seen[k].Article, got)
			}
		}
		if rest[i] > 1 || n.Entity && rest[i] == 0 {
			rt.Errorf("the rest of %s stands for %d entities", n.Name, rest[i])
		}
	}
}

var drawnWords = []string{"Ada Quill", "ADA QUILL", "A. Quill", "Quill", "Bo Quill", "Quyll", "Ada Bryn Quill", "Kestrel Bank", "Bank of Kestrel", "KBQ", "Kestrel Bank of Quill", "Norway's Health Ministry", "Health Ministry", "Norwegian Ministry of Health"}

func drawNames(rt *rapid.T) []resolve.Name {
	articles := []string{"faro 2031-05-04: Mill Club", "post: Mill Club, Tern Society", "tern 2031-05-04", "faro 2031-06-30: Tern Society", "lark: Harbour Union"}
	one := rapid.Custom(func(rt *rapid.T) string {
		kind := rapid.SampledFrom([]string{"person", "person", "organisation", "?"}).Draw(rt, "kind")
		in := rapid.SliceOfNDistinct(rapid.SampledFrom(articles), 1, 3, rapid.ID[string]).Draw(rt, "articles")
		slices.Sort(in)
		return kind + " " + rapid.SampledFrom(drawnWords).Draw(rt, "words") + " | " + strings.Join(in, " | ")
	})
	head := func(s string) string { h, _, _ := strings.Cut(s, " | "); return h }
	return names(rapid.SliceOfNDistinct(one, 0, 8, head).Draw(rt, "names")...)
}

func drawDecisions(rt *rapid.T, list []resolve.Name) resolve.Decisions {
	var d resolve.Decisions
	if len(list) == 0 {
		return d
	}
	use := rapid.Custom(func(rt *rapid.T) resolve.Use {
		n := rapid.SampledFrom(list).Draw(rt, "name")
		u := resolve.Use{Kind: n.Kind, Name: n.Name}
		if rapid.Bool().Draw(rt, "in one article") {
			u.Article = rapid.SampledFrom(n.Seen).Draw(rt, "article").Article
		}
		return u
	})
	for i := range rapid.IntRange(0, 3).Draw(rt, "ties") {
		d.Ties = append(d.Ties, resolve.Tie{A: use.Draw(rt, "a"), B: use.Draw(rt, "b"), Same: rapid.Bool().Draw(rt, "same"), By: fmt.Sprint(i)})
	}
	return d
}
