package match_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// said is an article of which a speaker says the marked words: [people and
// places] stand in brackets, the text is without them.
func said(speaker, published, words string) *news.Article {
	a := &news.Article{Language: "en", Published: news.Date{Value: published}}
	for i := 0; len(words) > 0; i++ {
		part, rest, _ := strings.Cut(words, "[")
		a.Text += part
		name, after, found := strings.Cut(rest, "]")
		if found {
			at := news.Span{Start: len(a.Text), End: len(a.Text) + len(name)}
			a.Entities = append(a.Entities, news.Entity{Name: name, Kind: news.Place, Mentions: []news.Span{at}})
		}
		a.Text += name
		words = after
	}
	voice := news.Attributed
	if speaker == "" {
		voice = news.OutletOwn
	}
	a.Statements = []news.Statement{{SpeakerName: speaker, Content: []news.Span{{End: len(a.Text)}}, Voice: voice, Kind: news.Indirect, Polarity: news.Asserts, Within: news.Outermost}}
	return a
}

func told(t testing.TB, a *news.Article) match.Dated {
	t.Helper()
	all := match.Tell(a, nil)
	if len(all) != 1 {
		t.Fatalf("%q tells %d things, want 1", a.Text, len(all))
	}
	return match.Dated{Gist: &all[0].Gist}
}

func TestCompare(t *testing.T) {
	const wall = "the harbour wall of [Tarnhaven] was built with sand from the wrong island"
	tests := []struct {
		name           string
		a, b           *news.Article
		want           news.Certainty
		rule, unwanted string
	}{
		{"the same words", said("Ada Quill", "", wall), said("Bo Marsh", "", wall), news.Confirmed, match.RuleSameWords, ""},
		{"other forms of the words", said("Ada Quill", "", wall), said("", "", "They built the harbour walls at [Tarnhaven] with the sand of a wrong island"), news.Confirmed, match.RuleHolds, match.RuleNameOff},
		{"the adjective of a place", said("", "", "soldiers from [Orland] have taken over the night guard of the reservoir gates above the quarry"),
			said("", "", "Orlandian soldiers took over the night guard of the reservoir gates above [Lowmoor]'s quarry"), news.Suggested, match.RuleHolds, match.RuleNameOff},
		{"another place", said("Ada Quill", "", wall), said("Ada Quill", "", "the harbour wall of [Orlan] was built with sand from the wrong island"), news.Suggested, match.RuleNameOff, ""},
		{"another number", said("A", "", "the council paid 40 million crowns for the bridge over the gorge"), said("A", "", "the council paid 90 million crowns for the bridge over the gorge"),
			news.Suggested, match.RuleNumberOff, ""},
		{"another number in words", said("A", "", "the company opened two gates of the reservoir on the eve of the flood"), said("A", "", "the company opened three gates of the reservoir on the eve of the flood"), news.Suggested, match.RuleNumberOff, ""},
		{"a number in words and figures", said("A", "", "the company paid 35 thousand crowns for the gates of the reservoir"), said("A", "", "the company has paid 35,000 crowns for the gates of its reservoir"), news.Confirmed, match.RuleNumber, ""},
		{"a negation", said("A", "", "seventeen wagons with ammunition were unloaded beside the quarry"), said("B", "", "no wagons with ammunition were unloaded in autumn beside the abandoned quarry"),
			news.Suggested, match.RuleNegation, ""},
		{"a negation of just these words", said("A", "", wall), said("B", "", "it is not true that "+wall), news.Confirmed, match.RuleNegation, ""},
		{"what is false", said("A", "", "the report of foreign troops guarding the reservoir gates has travelled fast"),
			said("A", "", "the report of foreign troops guarding the reservoir gates is completely false"), news.Suggested, match.RuleNegation, ""},
		{"a false report is none", said("A", "", "the report of foreign troops guarding the reservoir gates has travelled fast"),
			said("A", "", "the false report of foreign troops guarding the reservoir gates has travelled fast"), news.Confirmed, match.RuleHolds, match.RuleNegation},
		{"told as denied", said("A", "", "the treasurer of the orchard company took a photograph of the sleeping watchman beside the reservoir"),
			said("A", "", "the treasurer of the orchard company denied she took a photograph of the sleeping watchman beside the reservoir"), news.Suggested, match.RuleJudged, match.RuleNegation},
		{"denied in both", said("A", "", "the treasurer denied she took a photograph of the sleeping watchman beside the reservoir"),
			said("A", "", "the company's treasurer denies taking a photograph of the watchman sleeping beside the reservoir"), news.Confirmed, match.RuleHolds, match.RuleJudged},
		{"told freely", said("A", "", "the orchard company is installing custom-made safes in its shops for storing the gold cider cups"),
			said("B", "", "the precious version of the cider cup, made from gold of two colours, will be kept in safes within shops of the company"), news.Suggested, match.RuleHolds, ""},
		{"told freely of another sum", said("A", "", "the orchard company is installing 40 custom-made safes in its shops for storing the gold cider cups"),
			said("B", "", "the precious version of the cider cup, made from gold of two colours, will be kept in 90 safes within shops of the company"), "", "", ""},
		{"the opposite", said("A", "", "the orchard company plans to shut down its cider press in the third valley"), said("A", "", "the orchard company plans to continue its cider press in the third valley"), news.Suggested, match.RuleOpposite, ""},
		{"a no that denies nothing", said("A", "", "the invoice for the birthday feast was slipped into the satchel of a pupil"), said("A", "", "the \u201cno show\u201d invoice for the birthday feast was slipped into the satchel of a pupil"), news.Confirmed, match.RuleHolds, match.RuleNegation},
		{"I by one", said("Ada Quill", "", "I never signed the contract for the quarry at the gorge"), said("Ada Quill", "", "I have never signed a contract for the quarry near the gorge"), news.Confirmed, match.RuleHolds, match.RuleDeictic},
		{"I by two", said("Ada Quill", "", "I never signed the contract for the quarry at the gorge"), said("Bo Marsh", "", "I never signed the contract for the quarry at the gorge"), "", "", ""},
		{"he by nobody known", said("Ada Quill", "", "he never signed the contract for the quarry at the gorge"), said("", "", "He never signed the contract for 1 quarry at the gorge"), news.Suggested, match.RuleDeictic, ""},
		{"days of two years", said("A", "2031-03-04", "the ferry to the lighthouse capsized on Tuesday off the skerries"), said("B", "2032-06-01", "the ferry to the lighthouse capsized off the skerries on Tuesday"),
			news.Suggested, match.RuleWeek, ""},
		{"days of one week", said("A", "2031-03-04", "the ferry to the lighthouse capsized on Tuesday off the skerries"), said("B", "2031-03-07", "the ferry to the lighthouse capsized off the skerries on Tuesday"),
			news.Confirmed, match.RuleHolds, match.RuleWeek},
		{"only who is named", said("", "", "In the foreground stands Ambassador [Ruth Halvorsen] of distant [Norland]"), said("", "", "[Norland]'s ambassador, [Ruth Halvorsen], left the hall early on"), "", "", ""},
		{"another matter", said("A", "", wall), said("A", "", "the school roof of [Tarnhaven] leaked for nine winters before anyone looked"), "", "", ""},
	}
	for _, c := range tests {
		a, b := told(t, c.a), told(t, c.b)
		got := match.Explain(a, b)
		if got.Certainty != c.want {
			t.Errorf("%s: %q by %.2f, want %q: %v", c.name, got.Certainty, got.Score, c.want, got.Reasons)
		}
		has := func(rule string) bool {
			return slices.ContainsFunc(got.Reasons, func(r news.Reason) bool { return r.Rule == rule })
		}
		if c.rule != "" && !has(c.rule) || c.unwanted != "" && has(c.unwanted) {
			t.Errorf("%s: reasons %v, want %q and no %q", c.name, got.Reasons, c.rule, c.unwanted)
		}
		for _, r := range got.Reasons {
			if !wording.Known(r.Rule) {
				t.Errorf("rule %q has no sentence", r.Rule)
			}
		}
		if back := match.Compare(b, a); back.Score != got.Score || back.Certainty != got.Certainty {
			t.Errorf("%s: the other way round %q by %.2f", c.name, back.Certainty, back.Score)
		}
		if got.Certainty == news.Confirmed && a.ID() != b.ID() && !share(a.Keys(), b.Keys()) {
			t.Errorf("%s: no key would bring them together", c.name)
		}
	}
}

func share(a, b []uint64) bool {
	return slices.ContainsFunc(a, func(k uint64) bool { return slices.Contains(b, k) })
}

func TestYearsApart(t *testing.T) {
	a := told(t, said("A", "", "the harbour wall of [Tarnhaven] was built with sand from the wrong island"))
	b := told(t, said("A", "", "The wall at the harbour of [Tarnhaven] was made of sand from a wrong island"))
	a.Day, b.Day = 1000, 1100
	if got := match.Compare(a, b); got.Certainty != news.Confirmed {
		t.Errorf("months apart: %+v", got)
	}
	b.Day = 2000
	if got := match.Explain(a, b); got.Certainty != news.Suggested && got.Score < match.Closely {
		t.Errorf("years apart: %+v", got)
	}
}

func TestTell(t *testing.T) {
	const first, second = "The bridge over the gorge is closed until the autumn fair.", "The ferry beside it takes carts and oxen across twice a day."
	all := func(s *news.Statement) {}
	tests := []struct {
		name   string
		change func(*news.Statement)
		want   []string
	}{
		{"a sentence each", all, []string{first, second}},
		{"a sentence torn apart", func(s *news.Statement) { s.Content = []news.Span{{Start: 0, End: 10}, {Start: 11, End: len(first)}} }, []string{"The bridge|over the gorge is closed until the autumn fair."}},
		{"too few words", func(s *news.Statement) { s.Content = []news.Span{{Start: 0, End: 30}} }, nil},
		{"few words that tell much", func(s *news.Statement) { s.Content = []news.Span{{Start: len(first) + 1, End: len(first) + 41}} }, []string{"The ferry beside it takes carts and oxen"}},
		{"an interviewer's question", func(s *news.Statement) { s.Kind, s.Polarity = news.Turn, news.Asks }, nil},
		{"what is left unsaid", func(s *news.Statement) { s.Polarity = news.Declines }, nil},
		{"what a person hid", func(s *news.Statement) { s.Hidden = true }, nil},
		{"an outlet's words without a name or number", func(s *news.Statement) { s.Voice = news.OutletOwn }, nil},
	}
	for _, c := range tests {
		a := said("Ada Quill", "", first+" "+second)
		c.change(&a.Statements[0])
		var got []string
		for _, x := range match.Tell(a, nil) {
			var parts []string
			for _, s := range x.Content {
				parts = append(parts, s.Of(a.Text))
			}
			got = append(got, strings.Join(parts, "|"))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestSentencesTornApart(t *testing.T) {
	const first, second = "“The bridge over the gorge is closed until the autumn fair,”", "“the ferry beside it takes carts and oxen across twice a day.”"
	for between, want := range map[string]int{
		" she said, ":                        1,
		" she said. ":                        2,
		" said Dr. Quill. ":                  2,
		" said Quill, of the J. Orm Guild, ": 1,
		" she told the paper in April.\n\n":  2,
	} {
		a := said("Ada Quill", "", first+between+second)
		a.Statements[0].Content = []news.Span{{End: len(first)}, {Start: len(first) + len(between), End: len(a.Text)}}
		if got := match.Tell(a, nil); len(got) != want {
			t.Errorf("%q tears apart %d sentences, want %d", between, len(got), want)
		}
	}
}

func TestWhatIsToldAgainWithinIsToldOnce(t *testing.T) {
	a := said("the agency", "", "its source, who said that the bridge over the gorge is closed until the fair")
	inner := strings.Index(a.Text, "that the bridge")
	a.Statements = append(a.Statements, news.Statement{SpeakerName: "source", Content: []news.Span{{Start: inner, End: len(a.Text)}}, Voice: news.Attributed, Polarity: news.Denies})
	got := match.Tell(a, nil)
	if len(got) != 1 || got[0].Statement != 1 || got[0].Relation != news.RelDenies {
		t.Errorf("got %+v", got)
	}
}

// A stance joins the words it is about, whoever tells them.
func TestStances(t *testing.T) {
	const report, reply = "Foreign troops have taken over the guard of 2 reservoir gates", "the report of yesterday false"
	a := said("", "", report+". The ministry called "+reply)
	cue := news.Span{Start: strings.Index(a.Text, "called"), End: len(a.Text)}
	a.Statements[0].Content[0].End = len(report)
	a.Statements = append(a.Statements, news.Statement{SpeakerName: "ministry", Content: []news.Span{{Start: cue.Start + len("called "), End: cue.End}}, Voice: news.Attributed, Polarity: news.Asserts})
	stance := news.Stance{Statement: 1, Relation: news.RelDenies, Cue: cue, Of: []news.Span{{End: len(report)}}, Told: news.Outermost}
	got := match.Tell(a, []news.Stance{stance})
	if len(got) != 2 || got[1].Statement != 1 || got[1].Relation != news.RelDenies || got[1].Told != 0 || got[1].Gist.ID() != got[0].Gist.ID() || got[1].Cue != cue {
		t.Fatalf("got %+v", got)
	}
	stance.Statement, stance.Told = 1, 1
	if got = match.Tell(a, []news.Stance{stance}); len(got) != 1 {
		t.Errorf("a stance to one's own words is told twice: %+v", got)
	}
}

func TestAVerdictInTheWordsIsNotDeniedTwice(t *testing.T) {
	a := said("Ada Quill", "", "reports of soldiers at the dam of [Orlan] are false")
	at := func(words string) news.Span {
		i := strings.Index(a.Text, words)
		return news.Span{Start: i, End: i + len(words)}
	}
	verdict := news.Stance{Statement: 0, Relation: news.RelDenies, Cue: at("are false"), Of: []news.Span{at("soldiers at the dam of Orlan")}, Told: 0}
	all := match.Tell(a, []news.Stance{verdict})
	if len(all) != 1 || len(all[0].Gist.Negated) != 0 || all[0].Relation != news.RelDenies {
		t.Errorf("a verdict of a speaker's tells %+v", all)
	}
	a.Statements[0].Voice, a.Statements[0].SpeakerName = news.OutletOwn, ""
	verdict.Statement, verdict.Told = news.Outermost, news.Outermost
	for _, x := range match.Tell(a, []news.Stance{verdict}) {
		if x.Cue.Empty() && x.Relation == news.RelRepeats && slices.Contains(x.Content, a.Statements[0].Content[0]) {
			t.Errorf("the outlet's verdict is told as what it judges: %+v", x)
		}
	}
}

// Who says of words in their sentence that they are not so denies those words, not
// the sentence, and tells nothing by it.
func TestAVerdictInASentenceTakesUpItsWords(t *testing.T) {
	const claim = "a guild of bargemen has opened a customs house beside the quarry of Orlan"
	a := said("Ada Quill", "", "“The suggestion that "+claim+" is plainly false, and no one at the quarry knows of it.”")
	at := func(words string) news.Span {
		i := strings.Index(a.Text, words)
		return news.Span{Start: i, End: i + len(words)}
	}
	verdict := news.Stance{Statement: 0, Relation: news.RelDenies, Cue: at("is plainly false"), Of: []news.Span{at(claim)}, Told: 0}
	all := match.Tell(a, []news.Stance{verdict})
	if len(all) != 1 || all[0].Content[0].Of(a.Text) != claim || all[0].Relation != news.RelDenies || all[0].Cue != verdict.Cue {
		t.Fatalf("got %+v", all)
	}
	if plain := told(t, said("B", "", claim)); !slices.Equal(all[0].Gist.Stems, plain.Stems) {
		t.Errorf("what is denied is compared as %v, what is told as %v", all[0].Gist.Stems, plain.Stems)
	}
}

func TestAVerdictIsNoPartOfWhatIsCompared(t *testing.T) {
	const claim = "a guild of bargemen has opened a customs house beside the quarry of Orlan"
	plain := told(t, said("A", "", claim))
	aloof := told(t, said("A", "", "an alleged guild of would-be bargemen has opened a customs house beside the quarry of Orlan"))
	if !slices.Equal(plain.Stems, aloof.Stems) {
		t.Errorf("what holds a claim off is compared: %v, %v", plain.Stems, aloof.Stems)
	}
	a := said("", "", "the bogus rumour that "+claim)
	of := news.Span{Start: strings.Index(a.Text, claim), End: len(a.Text)}
	verdict := news.Stance{Statement: news.Outermost, Told: news.Outermost, Relation: news.RelDenies, Cue: news.Span{Start: 4, End: 16}, Of: []news.Span{of}}
	all := match.Tell(a, []news.Stance{verdict})
	if len(all) == 0 || !slices.Equal(all[0].Gist.Stems, plain.Stems) || all[0].Relation != news.RelDenies {
		t.Errorf("got %+v", all)
	}
}

func TestGistReadsBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		shelf := match.NewShelf()
		kept := map[*match.Gist][]byte{}
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"I", "never", "quarry", "Tarnhaven", "40", "1,000.5", "wagon", "yesterday", "гавань", "not", "zwölf"}), 8, 40).Draw(rt, "words")
		a := said("Ada Quill", "2031-03-04", strings.Join(words, " "))
		for _, x := range match.Tell(a, nil) {
			packed := x.Gist.Append(nil)
			back, err := match.ReadGist(packed)
			if err != nil || !bytes.Equal(back.Append(nil), packed) || back.ID() != x.Gist.ID() || !slices.Equal(back.Keys(), x.Gist.Keys()) {
				rt.Errorf("%q reads back as %+v, %v", words, back, err)
			}
			for range 3 {
				if g, err := shelf.Read(packed); err == nil {
					kept[g] = packed
				}
			}
			for _, s := range x.Content {
				if s.Start < 0 || s.End > len(a.Text) || s.Empty() {
					rt.Errorf("%q: span %v", words, s)
				}
			}
		}
		for g, packed := range kept {
			if !bytes.Equal(g.Append(nil), packed) {
				rt.Errorf("%q: a gist on a shelf became %+v", words, g)
			}
		}
	})
}

func FuzzReadGist(f *testing.F) {
	for _, x := range match.Tell(said("Ada Quill", "2031-03-04", "yesterday 40 wagons were not unloaded beside the quarry of [Orlan]"), nil) {
		f.Add(x.Gist.Append(nil))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		g, err := match.ReadGist(b)
		if err != nil {
			return
		}
		again, err := match.ReadGist(g.Append(nil))
		if err != nil || again.ID() != g.ID() {
			t.Errorf("%x reads as %+v, written and read as %+v, %v", b, g, again, err)
		}
	})
}

func FuzzTell(f *testing.F) {
	f.Add("The bridge is closed. “We never said so,” he said, of 4,000.5 crowns…", 3, 20)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		if start < 0 || end > len(text) || start >= end {
			return
		}
		a := &news.Article{Text: text, Language: "en", Statements: []news.Statement{{Content: []news.Span{{Start: start, End: end}}, Voice: news.Attributed, Polarity: news.Asserts}}}
		for _, x := range match.Tell(a, nil) {
			for _, s := range x.Content {
				if s.Start < start || s.End > end || s.Empty() {
					t.Errorf("%q: %v lies outside of [%d, %d)", text, s, start, end)
				}
			}
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	x := told(b, said("A", "", "the harbour wall of [Tarnhaven] was built with sand from the wrong island"))
	y := told(b, said("A", "", "The wall at the harbour of [Tarnhaven] was made of sand from a wrong island"))
	for b.Loop() {
		match.Compare(x, y)
	}
}
